/** What is said of an id that this server does not know. */
import { FleetError } from "../../../../core/errors.ts";
import type { BroadcastId, ClientId, MessageId } from "../../../../core/ids.ts";

export function unknownClient(clientId: ClientId): FleetError {
  return new FleetError("not_found", `client ${clientId} is not known`, {
    hint: "fleet clients list shows the clients that made contact.",
  });
}

export function unknownMessage(messageId: MessageId): FleetError {
  return new FleetError("not_found", `message ${messageId} is not known`, {
    hint: "Messages that are done are removed after a while (retention).",
  });
}

export function unknownBroadcast(broadcastId: BroadcastId): FleetError {
  return new FleetError("not_found", `broadcast ${broadcastId} is not known`, {
    hint: "fleet broadcast list shows them.",
  });
}

export function unknownFile(serviceName: string, fileName: string): FleetError {
  const names = `${JSON.stringify(fileName)} of service ${JSON.stringify(serviceName)}`;
  return new FleetError("not_found", `file ${names} does not exist`, {
    hint: "fleet file list shows the files that clients can fetch.",
  });
}
