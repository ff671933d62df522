/**
 * fleet message send to clients that are chosen: one message each, a bounded number at a time. What goes wrong with one
 * client ends nothing for the others; a server that is gone ends it for those who are left.
 */
import { FleetError } from "../../core/errors.ts";
import { type ClientId, type MessageId, messageIdForKey, newMessageId } from "../../core/ids.ts";
import { type AnyData, makeMessage } from "../../core/message.ts";
import { adminMethods } from "../../proto/admin-methods.ts";
import { chooseClients } from "../server/client-selection.ts";
import type { SelectionOptions } from "../server/selection-options.ts";
import { forEachConcurrently } from "../concurrently.ts";
import { connect } from "../server/connect.ts";
import { type DataOptions, readData } from "../message-data.ts";
import { ProgressLine } from "../terminal/progress.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { type Delivery, DeliveryReport, type Sending } from "./delivery-report.ts";
import { insertAgain } from "./insert-again.ts";
import type { WaitOptions } from "./message-status.ts";
import { followDeliveries } from "./follow-deliveries.ts";

export interface SendToManyRequest extends WaitOptions, DataOptions, SelectionOptions {
  readonly service: string;
  readonly type: string;
  readonly yes?: true;
  readonly idempotency_key?: string;
}

/** The service that messages of the command line come from. */
export const sourceService = "fleet";
/** More are written to only with --yes. */
export const unconfirmedClients = 100;
/** The server commits what arrives together in one transaction: more calls at a time are faster, up to a few dozen. */
const parallelCalls = 32;

export async function sendToMany(terminal: Terminal, request: SendToManyRequest): Promise<number> {
  refuseSharedInput(request);
  const data = await readData(terminal, request);
  using admin = connect(request, terminal);
  const { clientIds, blacklisted } = await chooseClients(admin, terminal, request);
  requireYes(request, clientIds.length);
  const left = blacklisted > 0 ? `; ${blacklisted} blacklisted are left out` : "";
  await terminal.writeError(`${countOf(clientIds.length, "client")} chosen${left}\n`);
  const deliveries = clientIds.map((clientId) => deliveryTo(clientId, request));
  const report = new DeliveryReport(terminal, deliveries, request.json ?? false);
  const sending = { terminal, admin, deliveries, report };
  try {
    await insertAll(sending, request, data);
    if (request.wait) await followDeliveries(sending, request.timeout);
  } finally {
    await report.finish(request.wait ?? false);
  }
  terminal.interrupted.throwIfAborted();
  return report.exitCode;
}

function deliveryTo(
  clientId: ClientId,
  { service, idempotency_key: key }: SendToManyRequest,
): Delivery {
  const messageId = key === undefined ? newMessageId() : messageIdForKey(key, clientId, service);
  return { clientId, messageId, status: "not_sent", error: undefined };
}

/** @throws what kept it from trying everybody. */
async function insertAll(
  { terminal, admin, deliveries, report }: Sending,
  request: SendToManyRequest,
  data: AnyData | undefined,
): Promise<void> {
  await using progress = new ProgressLine(terminal, "sending", deliveries.length);
  let done = 0;
  const insert = async (delivery: Delivery) => {
    const message = messageTo(delivery, request, data);
    await insertAgain(terminal, () => admin.call(adminMethods.insertMessage, message))
      .then(() => (delivery.status = "sent"))
      .catch((thrown: unknown) => report.failed(delivery, thrown));
    if (!request.wait) report.settled(delivery);
    done += 1;
    progress.show(done, report.note);
  };
  const { interrupted } = terminal;
  await forEachConcurrently(deliveries, parallelCalls, interrupted, insert);
}

function messageTo(
  { clientId, messageId }: { readonly clientId: ClientId; readonly messageId: MessageId },
  { service, type }: SendToManyRequest,
  data: AnyData | undefined,
) {
  const message = makeMessage({
    source: { clientId: undefined, serviceName: sourceService },
    destination: { clientId, serviceName: service },
    messageType: type,
  });
  return { ...message, messageId, data };
}

function requireYes({ yes }: SendToManyRequest, clients: number): void {
  if (yes || clients <= unconfirmedClients) return;
  throw new FleetError(
    "invalid_argument",
    `this would send to ${clients} clients; nothing is sent`,
    {
      hint: `More than ${unconfirmedClients} need --yes.`,
    },
  );
}

function refuseSharedInput({ clients_from: clients, data_file: data }: SendToManyRequest): void {
  if (clients !== "-" || data !== "-") return;
  throw new FleetError(
    "invalid_argument",
    "--clients_from and --data_file cannot both read standard input",
    { hint: "Name a file for one of them." },
  );
}

export function countOf(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
