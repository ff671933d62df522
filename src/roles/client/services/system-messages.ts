/**
 * The messages that a client itself sends to the server's "system" service (protocol.md 7).
 */
import type { MessageId } from "../../../core/ids.ts";
import type { Label } from "../../../core/labels.ts";
import { type AnyData, type Message, makeMessage, systemService } from "../../../core/message.ts";
import { packAny } from "../../../proto/codec.ts";
import {
  encodeClientInfo,
  encodeMessageAck,
  encodeMessageError,
  typeNames,
} from "../../../proto/system-codec.ts";
import {
  type KillNotice,
  type ResourceReport,
  encodeKillNotice,
  encodeResourceReport,
  serviceTypeNames,
} from "../../../proto/service-codec.ts";

/** An installed service as ClientInfo lists it. */
export interface ServiceInfo {
  readonly name: string;
  /** Of its configuration; empty where that was not signed. */
  readonly signature: Uint8Array;
}

/** The server keeps 900 characters of it; a program's whole output is not for here. */
const maxErrorLength = 2000;

export function ackMessage(messageIds: readonly MessageId[]): Message {
  const data = packAny(typeNames.messageAck, encodeMessageAck(messageIds));
  return { ...systemMessage("MessageAck", data), priority: "high", background: true };
}

export function errorMessage(messageId: MessageId, error: string): Message {
  const bytes = encodeMessageError(messageId, error.slice(0, maxErrorLength));
  return {
    ...systemMessage("MessageError", packAny(typeNames.messageError, bytes)),
    priority: "high",
    background: true,
  };
}

export function clientInfoMessage(
  labels: readonly Label[],
  services: readonly ServiceInfo[],
): Message {
  return systemMessage(
    "ClientInfo",
    packAny(typeNames.clientInfo, encodeClientInfo({ labels, services })),
  );
}

/** Of a service's process, or of this one. */
export function resourceMessage(report: ResourceReport): Message {
  const data = packAny(serviceTypeNames.resourceUsage, encodeResourceReport(report));
  return { ...systemMessage("ResourceUsage", data), priority: "low", background: true };
}

export function killNotification(notice: KillNotice): Message {
  const data = packAny(serviceTypeNames.killNotification, encodeKillNotice(notice));
  return { ...systemMessage("KillNotification", data), background: true };
}

function systemMessage(messageType: string, data: AnyData): Message {
  return makeMessage({
    source: { clientId: undefined, serviceName: systemService },
    destination: { clientId: undefined, serviceName: systemService },
    messageType,
    data,
  });
}
