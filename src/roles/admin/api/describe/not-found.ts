/** What is said of an id that this server does not know. */
import { FleetError } from "../../../../core/errors.ts";
import type { BroadcastId, ClientId, MessageId } from "../../../../core/ids.ts";

export function unknownClient(clientId: ClientId): FleetError {
  return new FleetError("not_found", `the server has no client ${clientId}`, {
    hint: "fleet clients list shows the clients that made contact.",
  });
}

export function unknownMessage(messageId: MessageId): FleetError {
  return new FleetError("not_found", `the server has no message ${messageId}`, {
    hint: "Messages that are done are forgotten after a while; is this the server it was sent by?",
  });
}

export function unknownBroadcast(broadcastId: BroadcastId): FleetError {
  return new FleetError("not_found", `the server has no broadcast ${broadcastId}`, {
    hint: "fleet broadcast list shows the active ones.",
  });
}

export function unknownFile(serviceName: string, fileName: string): FleetError {
  return new FleetError("not_found", `the server has no file ${serviceName}/${fileName}`, {
    hint: "fleet file list shows those that it has.",
  });
}
