/**
 * Between the wire and the core types: what the "system" service, the Stdin service and the client's own files carry
 * (protocol.md 2, 7 and 8). The same rules as in codec.ts.
 */
import { bytesToHex, hexToBytes, type MessageId } from "../core/ids.ts";
import type { Label } from "../core/labels.ts";
import type { Timestamp } from "../core/time.ts";
import {
  bigintFromLong,
  decodeWith,
  labelFromWire,
  labelToWire,
  longFromUint64,
  ownBytes,
  timestampFromWire,
  timestampToWire,
} from "./codec.ts";
import { type BoundedType, checkFieldCounts } from "./count-fields.ts";
import { fleetspeak } from "./generated/agent.js";

/** The names that a google.protobuf.Any carries. */
export const typeNames = {
  messageAck: "fleetspeak.MessageAckData",
  messageError: "fleetspeak.MessageErrorData",
  clientInfo: "fleetspeak.ClientInfoData",
  dieRequest: "fleetspeak.DieRequest",
  restartService: "fleetspeak.RestartServiceRequest",
  stdinInput: "fleetspeak.stdinservice.InputMessage",
  stdinOutput: "fleetspeak.stdinservice.OutputMessage",
} as const;

export function encodeMessageAck(messageIds: readonly MessageId[]): Uint8Array {
  return fleetspeak.MessageAckData.encode({ message_ids: messageIds.map(hexToBytes) }).finish();
}

const messageAckBounds: BoundedType = {
  name: typeNames.messageAck,
  owner: "a MessageAck",
  fields: { 1: { max: 10_000, what: "message ids" } },
};

/**
 * @returns the ids as they came, of any length.
 * @throws invalid_data also for over 10,000 of them.
 */
export function decodeMessageAck(bytes: Uint8Array): Uint8Array[] {
  checkFieldCounts(messageAckBounds, bytes);
  const wire = decodeWith(fleetspeak.MessageAckData, typeNames.messageAck, bytes);
  return (wire.message_ids ?? []).map(ownBytes);
}

export function encodeMessageError(messageId: MessageId, error: string): Uint8Array {
  return fleetspeak.MessageErrorData.encode({ message_id: hexToBytes(messageId), error }).finish();
}

export function decodeMessageError(bytes: Uint8Array): { messageId: Uint8Array; error: string } {
  const wire = decodeWith(fleetspeak.MessageErrorData, typeNames.messageError, bytes);
  return { messageId: ownBytes(wire.message_id), error: wire.error ?? "" };
}

export interface ClientInfo {
  readonly labels: readonly Label[];
  readonly services: readonly { readonly name: string; readonly signature: Uint8Array }[];
}

export function encodeClientInfo(info: ClientInfo): Uint8Array {
  return fleetspeak.ClientInfoData.encode({
    labels: info.labels.map(labelToWire),
    services: info.services.map((service) => ({ ...service })),
  }).finish();
}

const clientInfoBounds: BoundedType = {
  name: typeNames.clientInfo,
  owner: "a ClientInfo",
  fields: {
    1: { max: 1_000, what: "labels", inside: {} },
    2: { max: 1_000, what: "services", inside: {} },
  },
};

export function decodeClientInfo(bytes: Uint8Array): ClientInfo {
  checkFieldCounts(clientInfoBounds, bytes);
  const wire = decodeWith(fleetspeak.ClientInfoData, typeNames.clientInfo, bytes);
  return {
    labels: (wire.labels ?? []).map(labelFromWire),
    services: (wire.services ?? []).map(({ name, signature }) => ({
      name: name ?? "",
      signature: ownBytes(signature),
    })),
  };
}

export function encodeDieRequest(force: boolean): Uint8Array {
  return fleetspeak.DieRequest.encode(force ? { force } : {}).finish();
}

export function decodeDieRequest(bytes: Uint8Array): { force: boolean } {
  return { force: decodeWith(fleetspeak.DieRequest, typeNames.dieRequest, bytes).force ?? false };
}

export function encodeRestartService(name: string): Uint8Array {
  return fleetspeak.RestartServiceRequest.encode({ name }).finish();
}

export function decodeRestartService(bytes: Uint8Array): { name: string } {
  const type = fleetspeak.RestartServiceRequest;
  return { name: decodeWith(type, typeNames.restartService, bytes).name ?? "" };
}

export interface StdinInput {
  readonly input: Uint8Array;
  readonly args: readonly string[];
}

export function encodeStdinInput({ input, args }: StdinInput): Uint8Array {
  const wire: fleetspeak.stdinservice.IInputMessage = { args: [...args] };
  if (input.length > 0) wire.input = input;
  return fleetspeak.stdinservice.InputMessage.encode(wire).finish();
}

export function decodeStdinInput(bytes: Uint8Array): StdinInput {
  const wire = decodeWith(fleetspeak.stdinservice.InputMessage, typeNames.stdinInput, bytes);
  return { input: ownBytes(wire.input), args: wire.args ?? [] };
}

export interface StdinOutput {
  readonly stdout: Uint8Array;
  readonly stderr: Uint8Array;
  readonly timestamp: Timestamp | undefined;
}

export function encodeStdinOutput({ stdout, stderr, timestamp }: StdinOutput): Uint8Array {
  const wire: fleetspeak.stdinservice.IOutputMessage = { timestamp: timestampToWire(timestamp) };
  if (stdout.length > 0) wire.stdout = stdout;
  if (stderr.length > 0) wire.stderr = stderr;
  return fleetspeak.stdinservice.OutputMessage.encode(wire).finish();
}

export function decodeStdinOutput(bytes: Uint8Array): StdinOutput {
  const wire = decodeWith(fleetspeak.stdinservice.OutputMessage, typeNames.stdinOutput, bytes);
  return {
    stdout: ownBytes(wire.stdout),
    stderr: ownBytes(wire.stderr),
    timestamp: timestampFromWire(wire.timestamp),
  };
}

/** fleetspeak.client.ClientState: what a client keeps of itself between runs. */
export interface ClientState {
  /** SEC1 DER EC private key. A secret. */
  readonly clientKey: Uint8Array;
  /** uint64: the nonce of the last contact. */
  readonly sequencingNonce: bigint;
  /** Hex. */
  readonly revokedCertSerials: readonly string[];
  /** Fields that another version of the original wrote, as they came: whoever takes over next finds them again. */
  readonly unknownFields?: readonly Uint8Array[];
}

export function encodeClientState(state: ClientState): Uint8Array {
  const wire: fleetspeak.client.IClientState = {
    client_key: state.clientKey,
    revoked_cert_serials: state.revokedCertSerials.map(hexToBytes),
    $unknowns: [...(state.unknownFields ?? [])],
  };
  if (state.sequencingNonce !== 0n) wire.sequencing_nonce = longFromUint64(state.sequencingNonce);
  return fleetspeak.client.ClientState.encode(wire).finish();
}

export function decodeClientState(bytes: Uint8Array): ClientState {
  const type = fleetspeak.client.ClientState;
  const name = "fleetspeak.client.ClientState";
  const wire = decodeWith(type, name, bytes, { keepUnknown: true });
  return {
    clientKey: ownBytes(wire.client_key),
    sequencingNonce: bigintFromLong(wire.sequencing_nonce),
    revokedCertSerials: (wire.revoked_cert_serials ?? []).map(bytesToHex),
    unknownFields: (wire.$unknowns ?? []).map(ownBytes),
  };
}
