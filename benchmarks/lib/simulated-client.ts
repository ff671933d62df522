/**
 * A client reduced to its transport: enough to load a server from one process, over the client's own transports and TLS.
 *
 * It keeps nothing and runs no services. Numbers that come of it are the server's.
 */
import { generateKeyPairSync } from "node:crypto";

import { systemClock } from "../../src/core/clock.ts";
import { type ContactData, makeContactData } from "../../src/core/contact.ts";
import { type ClientId, type MessageId, deriveClientId } from "../../src/core/ids.ts";
import { type Message, makeMessage, systemService } from "../../src/core/message.ts";
import { parseHostPort } from "../../src/net/address.ts";
import type { TransportKind } from "../../src/net/connection.ts";
import { connectTls } from "../../src/net/tls-client.ts";
import {
  decodeContactData,
  encodeContactData,
  encodeWrappedContact,
  packAny,
} from "../../src/proto/codec.ts";
import { encodeMessageAck, typeNames } from "../../src/proto/system-codec.ts";
import type { ClientChannel } from "../../src/roles/client/comms/transport.ts";
import { makeTransports } from "../../src/roles/client/comms/transports.ts";
import type { ClientCredentials } from "../../src/roles/client/state/identity.ts";
import { makeClientCertificate, toPem } from "../../src/roles/client/state/certificate.ts";

export interface SimulatedClientOptions {
  /** "host:port" */
  readonly server: string;
  /** PEM. */
  readonly trustedRoots: string;
  readonly transport?: TransportKind;
  readonly compression?: boolean;
  /** Of another client, which it then is; by default a new one. */
  readonly credentials?: ClientCredentials;
}

export class SimulatedClient implements AsyncDisposable {
  readonly credentials: ClientCredentials;
  readonly #kind: TransportKind;
  readonly #channel: ClientChannel;
  #acknowledgements: Message[] = [];

  constructor(credentials: ClientCredentials, kind: TransportKind, channel: ClientChannel) {
    this.credentials = credentials;
    this.#kind = kind;
    this.#channel = channel;
  }

  get clientId(): ClientId {
    return this.credentials.clientId;
  }

  /** Connects and has its first record answered: the client is enrolled and its stream is open. */
  static async connect(options: SimulatedClientOptions): Promise<SimulatedClient> {
    const { server, trustedRoots, transport: kind = "stream", compression = false } = options;
    const clock = systemClock;
    const transports = makeTransports("AUTO", {
      ...{ compression, clock, version: "benchmark", firstAnswerMs: 10_000 },
      openSocket: (address, credentials, signal) =>
        connectTls({
          ...{ address: parseHostPort(address), clock, trustedRoots, signal },
          clientCertificate: credentials.certificatePem,
          clientKey: credentials.privateKeyPem,
        }),
    });
    const credentials = options.credentials ?? newCredentials();
    const { signal } = new AbortController();
    const open = async (wanted: TransportKind) => {
      const transport = transports.find((one) => one.kind === wanted);
      if (transport === undefined) throw new Error(`there is no transport ${wanted}`);
      const wait = wanted === "long_poll" ? { waitSeconds: 55 } : {};
      const channel = await transport.open({ server, credentials, signal, ...wait });
      return new SimulatedClient(credentials, wanted, channel);
    };
    // A long poll would wait for its answer: a plain one enrols.
    const first = await open(kind === "long_poll" ? "poll" : kind);
    await first.#channel.write(wrap(makeContactData({})));
    await first.#read();
    if (kind !== "long_poll") return first;
    await first[Symbol.asyncDispose]();
    return await open(kind);
  }

  send(messages: readonly Message[]): Promise<void> {
    return this.#channel.write(wrap(makeContactData({ messages })));
  }

  /** The server's next record; a long poll asks for it, and acknowledges what the one before brought. */
  async receive(): Promise<ContactData> {
    if (this.#kind === "long_poll") await this.send(this.#acknowledgements);
    const data = await this.#read();
    const ids = data.messages.flatMap(({ messageId }) => messageId ?? []);
    this.#acknowledgements = ids.length === 0 ? [] : [makeAcknowledgement(ids)];
    return data;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#channel[Symbol.asyncDispose]();
  }

  async #read(): Promise<ContactData> {
    const record = await this.#channel.read();
    if (record === undefined) throw new Error("the server ended the stream");
    return decodeContactData(record).data;
  }
}

function newCredentials(): ClientCredentials {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const clientId = deriveClientId(publicKey.export({ type: "spki", format: "der" }));
  const certificatePem = toPem("CERTIFICATE", makeClientCertificate(privateKey, clientId));
  const privateKeyPem = privateKey.export({ type: "sec1", format: "pem" }).toString();
  return { clientId, certificatePem, privateKeyPem };
}

function wrap(data: ContactData): Uint8Array {
  const contactData = encodeContactData(data);
  return encodeWrappedContact({ contactData, signatures: [], clientLabels: ["linux"] });
}

let nextSourceMessageId = 1n;

function nextSourceId(): string {
  nextSourceMessageId += 1n;
  return nextSourceMessageId.toString(16).padStart(32, "0");
}

function makeAcknowledgement(ids: readonly MessageId[]): Message {
  return makeMessage({
    source: { clientId: undefined, serviceName: systemService },
    destination: { clientId: undefined, serviceName: systemService },
    messageType: "MessageAck",
    sourceMessageId: nextSourceId(),
    data: packAny(typeNames.messageAck, encodeMessageAck(ids)),
  });
}

/** A message to a server service, with a payload of so many bytes. */
export function makeLoadMessage(serviceName: string, payloadBytes: number): Message {
  return makeMessage({
    source: { clientId: undefined, serviceName },
    destination: { clientId: undefined, serviceName },
    messageType: "Load",
    sourceMessageId: nextSourceId(),
    data: {
      typeUrl: "type.googleapis.com/fleetspeak.client.ByteBlob",
      value: Buffer.alloc(payloadBytes, 7),
    },
  });
}
