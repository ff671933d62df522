/**
 * The store suite: every sentence of the contract (src/store/store.ts) as a test, for one store.
 */
import { describe, test } from "bun:test";

import { credentialCases, idempotencyCases } from "./cases/access.ts";
import { auditCases } from "./cases/audit.ts";
import { broadcastCases } from "./cases/broadcasts.ts";
import { clientClaimCases, serverClaimCases } from "./cases/claims.ts";
import { clientCases } from "./cases/clients.ts";
import { clientReportCases } from "./cases/client-search.ts";
import { contactCases } from "./cases/contacts.ts";
import { countCases } from "./cases/counts.ts";
import { messageReportCases } from "./cases/message-listings.ts";
import { messageCases } from "./cases/messages.ts";
import { fileCases, pruneCases, resourceUsageCases } from "./cases/others.ts";
import { ruleCases } from "./cases/rules.ts";
import { runCase, type StoreCase, type StoreEnvironment } from "./store-case.ts";

/** By what they are about. */
export const storeCases: Readonly<Record<string, readonly StoreCase[]>> = {
  "every operation": ruleCases,
  clients: clientCases,
  contacts: contactCases,
  messages: messageCases,
  "claims of clients": clientClaimCases,
  "claims of services": serverClaimCases,
  broadcasts: broadcastCases,
  files: fileCases,
  "resource usage": resourceUsageCases,
  retention: pruneCases,
  "search and histories of clients": clientReportCases,
  "listings of messages": messageReportCases,
  counts: countCases,
  credentials: credentialCases,
  "the audit log": auditCases,
  "repeated writes": idempotencyCases,
};

export function storeSuite(name: string, environment: StoreEnvironment): void {
  for (const [topic, cases] of Object.entries(storeCases)) {
    describe(`${name} store: ${topic}`, () => {
      for (const testCase of cases) test(testCase.name, () => runCase(testCase, environment));
    });
  }
}
