/**
 * What one contact carries, as the program handles it: fleetspeak.WrappedContactData and ContactData
 * (protocol.md 2, 4 and 5).
 */
import type { Message } from "./message.ts";
import type { Timestamp } from "./time.ts";

export interface ContactSignature {
  /** DER certificates, the signer's first. */
  readonly certificates: readonly Uint8Array[];
  /** A constant of Go's x509.SignatureAlgorithm. */
  readonly algorithm: number;
  readonly signature: Uint8Array;
}

export interface WrappedContact {
  /** Serialized ContactData: what the signatures sign. */
  readonly contactData: Uint8Array;
  readonly signatures: readonly ContactSignature[];
  /** What the client claims to be, before its ContactData is parsed. */
  readonly clientLabels: readonly string[];
}

export interface ContactData {
  /** uint64; 0 where none was sent. */
  readonly sequencingNonce: bigint;
  readonly messages: readonly Message[];
  readonly clientClock: Timestamp | undefined;
  /** Which record of the stream this acknowledges, counting from 1; 0: none. */
  readonly ackIndex: bigint;
  /** The server sends nothing more on this stream and expects it to be ended. */
  readonly doneSending: boolean;
  /** Inbox slots per service: protocol.md 6. Empty where nothing was said of it. */
  readonly allowedMessages: ReadonlyMap<string, bigint>;
}

/** A contact's data with everything that is not said left empty. */
export function makeContactData(fields: Partial<ContactData>): ContactData {
  return {
    sequencingNonce: 0n,
    messages: [],
    clientClock: undefined,
    ackIndex: 0n,
    doneSending: false,
    allowedMessages: new Map(),
    ...fields,
  };
}
