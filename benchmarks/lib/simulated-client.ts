/**
 * A client reduced to its stream: enough to load a server from one process, with the project's own framing and TLS.
 *
 * It keeps nothing and runs no services. Numbers that come of it are the server's.
 */
import { generateKeyPairSync } from "node:crypto";

import { systemClock } from "../../src/core/clock.ts";
import { type ContactData, makeContactData } from "../../src/core/contact.ts";
import { type ClientId, deriveClientId } from "../../src/core/ids.ts";
import { type Message, makeMessage } from "../../src/core/message.ts";
import { parseHostPort } from "../../src/net/address.ts";
import { ClientConnection } from "../../src/net/http1/client-connection.ts";
import { RecordReader, RecordWriter } from "../../src/net/record-stream.ts";
import { connectTls } from "../../src/net/tls-client.ts";
import {
  decodeContactData,
  encodeContactData,
  encodeWrappedContact,
} from "../../src/proto/codec.ts";
import { makeClientCertificate, toPem } from "../../src/roles/client/state/certificate.ts";

export interface SimulatedClientOptions {
  /** "host:port" */
  readonly server: string;
  /** PEM. */
  readonly trustedRoots: string;
}

export class SimulatedClient implements Disposable {
  readonly clientId: ClientId;
  readonly #connection: ClientConnection;
  readonly #writer: RecordWriter;
  readonly #reader: RecordReader;

  constructor(
    clientId: ClientId,
    connection: ClientConnection,
    writer: RecordWriter,
    reader: RecordReader,
  ) {
    this.clientId = clientId;
    this.#connection = connection;
    this.#writer = writer;
    this.#reader = reader;
  }

  /** Connects with a new key and has its first record answered: the client is enrolled and its stream is open. */
  static async connect(options: SimulatedClientOptions): Promise<SimulatedClient> {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const clientId = deriveClientId(publicKey.export({ type: "spki", format: "der" }));
    const certificate = makeClientCertificate(privateKey, clientId);
    const clock = systemClock;
    const socket = await connectTls({
      ...{ address: parseHostPort(options.server), clock, trustedRoots: options.trustedRoots },
      clientCertificate: toPem("CERTIFICATE", certificate),
      clientKey: privateKey.export({ type: "sec1", format: "pem" }).toString(),
    });
    const connection = new ClientConnection(socket, { clock });
    const headers = { Host: options.server, Connection: "close", "Fleet-Client": "benchmark" };
    const request = connection.open({ method: "POST", target: "/streaming-message", headers });
    const writer = new RecordWriter(request.body, { sendMagic: true });
    await writer.write(wrap(makeContactData({})));
    const { status, body } = await request.response(10_000);
    if (status !== 200) throw new Error(`the server answered ${status}`);
    const reader = new RecordReader(body, { expectMagic: false, maxBytes: 20 << 20, clock });
    const client = new SimulatedClient(clientId, connection, writer, reader);
    await client.receive();
    return client;
  }

  send(messages: readonly Message[]): Promise<void> {
    return this.#writer.write(wrap(makeContactData({ messages })));
  }

  /** The server's next record. */
  async receive(): Promise<ContactData> {
    const record = await this.#reader.read();
    if (record === undefined) throw new Error("the server ended the stream");
    return decodeContactData(record).data;
  }

  [Symbol.dispose](): void {
    this.#connection[Symbol.dispose]();
  }
}

function wrap(data: ContactData): Uint8Array {
  return encodeWrappedContact({
    contactData: encodeContactData(data),
    signatures: [],
    clientLabels: ["linux"],
  });
}

let nextSourceMessageId = 1n;

/** A message to a server service, with a payload of so many bytes. */
export function makeLoadMessage(serviceName: string, payloadBytes: number): Message {
  nextSourceMessageId += 1n;
  return makeMessage({
    source: { clientId: undefined, serviceName },
    destination: { clientId: undefined, serviceName },
    messageType: "Load",
    sourceMessageId: nextSourceMessageId.toString(16).padStart(32, "0"),
    data: {
      typeUrl: "type.googleapis.com/fleetspeak.client.ByteBlob",
      value: Buffer.alloc(payloadBytes, 7),
    },
  });
}
