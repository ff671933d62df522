/**
 * The page's types of the API's answers are written by hand, since nothing of the page may import a role: here the checker
 * holds them to the shapes of the operations. A difference is an error of `npm run check`.
 */
import { expect, test } from "bun:test";

import type { z } from "zod";

import type * as access from "../../../src/roles/admin/api/shapes/access.ts";
import type * as broadcast from "../../../src/roles/admin/api/shapes/broadcast.ts";
import type * as client from "../../../src/roles/admin/api/shapes/client.ts";
import type * as message from "../../../src/roles/admin/api/shapes/message.ts";
import type * as overview from "../../../src/roles/admin/api/shapes/overview.ts";
import type * as server from "../../../src/web/ui/api/server-types.ts";
import type * as ui from "../../../src/web/ui/api/types.ts";

/** Whether the API's answer is what the page takes it for. */
type Fits<Shape extends z.ZodType, Type> = z.output<Shape> extends Type ? true : never;

const fits: readonly true[] = [
  true satisfies Fits<typeof overview.overview, server.Overview>,
  true satisfies Fits<typeof overview.alert, server.Alert>,
  true satisfies Fits<typeof overview.serverDetails, server.ServerDetails>,
  true satisfies Fits<typeof overview.logEvent, server.LogEvent>,
  true satisfies Fits<typeof client.client, ui.ClientSummary>,
  true satisfies Fits<typeof client.clientDetails, ui.ClientDetail>,
  true satisfies Fits<typeof client.contact, ui.Contact>,
  true satisfies Fits<typeof client.clientAddress, ui.AddressUse>,
  true satisfies Fits<typeof client.resourceUsage, ui.ResourceUsage>,
  true satisfies Fits<typeof message.message, ui.MessageSummary>,
  true satisfies Fits<typeof message.messageDetails, ui.MessageDetail>,
  true satisfies Fits<typeof message.messageTrace, ui.MessageTrace>,
  true satisfies Fits<typeof message.messageCount, ui.MessageCount>,
  true satisfies Fits<typeof broadcast.broadcast, ui.Broadcast>,
  true satisfies Fits<typeof broadcast.file, ui.StoredFile>,
  true satisfies Fits<typeof access.token, server.AccessToken>,
  true satisfies Fits<typeof access.auditHead, server.AuditHead>,
  true satisfies Fits<typeof access.auditEntry, server.AuditEntry>,
];

test("the page's types are those of the API, which the type checker has found out", () => {
  expect(fits).not.toContain(false as never);
});
