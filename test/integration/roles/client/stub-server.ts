/**
 * A server that speaks the original's poll and stream over real TLS, written without the project's own network code.
 */
import "reflect-metadata";
import { type PeerCertificate, type TLSSocket, createServer } from "node:tls";
import { inflateSync, createInflate } from "node:zlib";

import {
  BasicConstraintsExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from "@peculiar/x509";

import { type ContactData, makeContactData } from "../../../../src/core/contact.ts";
import {
  type ClientId,
  deriveClientId,
  deriveMessageId,
  hexToBytes,
} from "../../../../src/core/ids.ts";
import type { Message } from "../../../../src/core/message.ts";
import {
  decodeContactData,
  decodeWrappedContact,
  encodeContactData,
} from "../../../../src/proto/codec.ts";

export interface StubCertificate {
  readonly certificate: string;
  readonly key: string;
}

/** A self-signed certificate for "localhost" and 127.0.0.1, good as its own trusted root. */
export async function makeStubCertificate(name = "stub"): Promise<StubCertificate> {
  const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
  const keys = await crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
  const certificate = await X509CertificateGenerator.createSelfSigned({
    name: `CN=${name}`,
    keys,
    signingAlgorithm: algorithm,
    notBefore: new Date(Date.now() - 3_600_000),
    notAfter: new Date(Date.now() + 86_400_000),
    extensions: [
      new BasicConstraintsExtension(true),
      new SubjectAlternativeNameExtension([
        { type: "dns", value: "localhost" },
        { type: "ip", value: "127.0.0.1" },
      ]),
    ],
  });
  const pkcs8 = Buffer.from(await crypto.subtle.exportKey("pkcs8", keys.privateKey)).toString(
    "base64",
  );
  return {
    certificate: certificate.toString("pem"),
    key: `-----BEGIN PRIVATE KEY-----\n${pkcs8}\n-----END PRIVATE KEY-----\n`,
  };
}

/** The original's. */
const knownPaths = new Set(["/message", "/streaming-message"]);

/** One request of a client. */
export interface StubRequest {
  readonly clientId: ClientId;
  readonly headLines: readonly string[];
  readonly path: string;
  readonly records: ContactData[];
  /** Closes the connection without a word. */
  cut(): void;
  /** Sends on a stream. */
  send(fields: Partial<ContactData>): void;
}

export interface StubServerOptions {
  readonly certificate: StubCertificate;
  /** Paths that are answered by 404. */
  readonly unknownPaths?: readonly string[];
  /** What the first record of a contact is answered with; called once for each contact. */
  readonly deliver?: (request: StubRequest) => readonly Message[];
  /** Whether a later record of a stream is acknowledged; defaults to always. */
  readonly acknowledges?: (request: StubRequest) => boolean;
  /** What a GET below /files/ is answered with; undefined: 404. */
  readonly file?: (request: StubRequest) => Uint8Array | undefined;
}

export class StubServer implements AsyncDisposable {
  readonly requests: StubRequest[] = [];
  /** Apart from the contacts. */
  readonly fileRequests: StubRequest[] = [];
  /** Messages received, by id: a repeat is received once. */
  readonly received = new Map<string, Message>();
  readonly #options: StubServerOptions;
  readonly #server;
  readonly #sockets = new Set<TLSSocket>();
  #nonce = 1n;

  constructor(options: StubServerOptions) {
    this.#options = options;
    this.#server = createServer(
      {
        key: options.certificate.key,
        cert: options.certificate.certificate,
        requestCert: true,
        rejectUnauthorized: false,
        ALPNProtocols: ["http/1.1"],
      },
      (socket) => {
        this.#sockets.add(socket);
        socket.on("close", () => this.#sockets.delete(socket));
        socket.on("error", () => {});
        new StubConnection(socket, this);
      },
    );
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, "127.0.0.1", resolve));
    const address = this.#server.address();
    return `127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  }

  get options(): StubServerOptions {
    return this.#options;
  }

  nextNonce(): bigint {
    return this.#nonce++;
  }

  take(clientId: ClientId, messages: readonly Message[]): void {
    for (const message of messages) {
      const id = deriveMessageId(
        clientId,
        message.source.serviceName,
        hexToBytes(message.sourceMessageId),
      );
      this.received.set(id, message);
    }
  }

  /** The received messages of a type. */
  of(messageType: string): Message[] {
    return [...this.received.values()].filter((message) => message.messageType === messageType);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }
}

class StubConnection {
  readonly #socket: TLSSocket;
  readonly #server: StubServer;
  #input = Buffer.alloc(0);
  #body = Buffer.alloc(0);
  #request: StubRequest | undefined;
  #inflate: ReturnType<typeof createInflate> | undefined;
  #magicSeen = false;
  #length = 0;

  constructor(socket: TLSSocket, server: StubServer) {
    this.#socket = socket;
    this.#server = server;
    socket.on("data", (chunk: Buffer) => this.#take(chunk));
  }

  #take(chunk: Buffer): void {
    this.#input = Buffer.concat([this.#input, chunk]);
    if (!this.#request && !this.#head()) return;
    if (this.#request?.path === "/streaming-message") this.#chunks();
    else this.#poll();
  }

  #head(): boolean {
    const end = this.#input.indexOf("\r\n\r\n");
    if (end < 0) return false;
    const headLines = this.#input.subarray(0, end).toString("latin1").split("\r\n");
    this.#input = this.#input.subarray(end + 4);
    const path = headLines[0]?.split(" ")[1] ?? "";
    this.#length = Number(/^content-length: (\d+)/im.exec(headLines.join("\n"))?.[1] ?? 0);
    const request: StubRequest = {
      clientId: idOf(this.#socket.getPeerCertificate(true)),
      headLines,
      path,
      records: [],
      cut: () => this.#socket.destroy(),
      send: (fields) => this.#send(fields),
    };
    this.#request = request;
    if (path.startsWith("/files/")) {
      this.#file(request);
      return false;
    }
    this.#server.requests.push(request);
    if (!knownPaths.has(path) || this.#server.options.unknownPaths?.includes(path)) {
      this.#socket.end("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    } else if (headLines.some((line) => line.toLowerCase() === "content-encoding: deflate")) {
      this.#inflate = createInflate();
      this.#inflate.on("data", (piece: Buffer) => this.#records(piece));
    }
    return true;
  }

  #file(request: StubRequest): void {
    this.#server.fileRequests.push(request);
    const content = this.#server.options.file?.(request);
    const date = "Last-Modified: Sat, 01 Jan 2028 00:00:00 GMT\r\n";
    const head = content ? `200 OK\r\n${date}` : "404 Not Found\r\n";
    this.#socket.write(`HTTP/1.1 ${head}Content-Length: ${content?.length ?? 0}\r\n\r\n`);
    this.#socket.end(content ?? "");
  }

  #poll(): void {
    if (this.#input.length < this.#length || !this.#request) return;
    const bytes = this.#inflate ? inflateSync(this.#input) : this.#input;
    const messages = this.#record(bytes);
    const sequencingNonce = this.#server.nextNonce();
    const body = encodeContactData(makeContactData({ messages, sequencingNonce }));
    this.#socket.write(`HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n`);
    this.#socket.end(body);
  }

  #chunks(): void {
    for (;;) {
      const lineEnd = this.#input.indexOf("\r\n");
      if (lineEnd < 0) return;
      const size = Number.parseInt(this.#input.subarray(0, lineEnd).toString("latin1"), 16);
      if (this.#input.length < lineEnd + 2 + size + 2) return;
      const piece = this.#input.subarray(lineEnd + 2, lineEnd + 2 + size);
      this.#input = this.#input.subarray(lineEnd + 2 + size + 2);
      if (size === 0) {
        this.#socket.end("0\r\n\r\n");
        return;
      }
      if (this.#inflate) this.#inflate.write(piece);
      else this.#records(piece);
    }
  }

  #records(piece: Buffer): void {
    this.#body = Buffer.concat([this.#body, piece]);
    if (!this.#magicSeen) {
      if (this.#body.length < 4) return;
      if (this.#body.readUInt32LE() !== 0xf1ee1001) throw new Error("no magic");
      this.#magicSeen = true;
      this.#body = this.#body.subarray(4);
    }
    for (let record = this.#nextRecord(); record; record = this.#nextRecord())
      this.#streamRecord(record);
  }

  #nextRecord(): Buffer | undefined {
    let length = 0;
    for (let index = 0; index < this.#body.length; index++) {
      const byte = this.#body[index] ?? 0;
      length += (byte & 0x7f) * 2 ** (7 * index);
      if (byte & 0x80) continue;
      if (this.#body.length < index + 1 + length) return undefined;
      const record = this.#body.subarray(index + 1, index + 1 + length);
      this.#body = this.#body.subarray(index + 1 + length);
      return record;
    }
    return undefined;
  }

  #streamRecord(bytes: Uint8Array): void {
    const request = this.#request;
    if (!request) return;
    const messages = this.#record(bytes);
    const index = request.records.length - 1;
    if (index === 0) {
      this.#socket.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
      this.#send({ sequencingNonce: this.#server.nextNonce(), messages });
    } else if (this.#server.options.acknowledges?.(request) ?? true)
      this.#send({ ackIndex: BigInt(index) });
  }

  /** @returns what is delivered in answer to the first record. */
  #record(bytes: Uint8Array): readonly Message[] {
    const request = this.#request;
    if (!request) return [];
    const { data } = decodeContactData(decodeWrappedContact(bytes).contactData);
    request.records.push(data);
    this.#server.take(request.clientId, data.messages);
    return request.records.length === 1 ? (this.#server.options.deliver?.(request) ?? []) : [];
  }

  #send(fields: Partial<ContactData>): void {
    const record = encodeContactData(makeContactData(fields));
    const length: number[] = [];
    let rest = record.length;
    for (; rest > 0x7f; rest >>>= 7) length.push((rest & 0x7f) | 0x80);
    length.push(rest);
    const size = (length.length + record.length).toString(16);
    this.#socket.write(
      Buffer.concat([Buffer.from(`${size}\r\n`), Buffer.from(length), record, Buffer.from("\r\n")]),
    );
  }
}

function idOf(certificate: PeerCertificate): ClientId {
  const spkiPrefix = Buffer.from("3059301306072a8648ce3d020106082a8648ce3d030107034200", "hex");
  return deriveClientId(Buffer.concat([spkiPrefix, certificate.pubkey ?? Buffer.alloc(0)]));
}
