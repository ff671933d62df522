/**
 * A TLS client that sends any bytes: for what no decent client would send.
 */
import { generateKeyPairSync } from "node:crypto";
import tls, { type TLSSocket } from "node:tls";

import { abandonSocket } from "../../src/net/abandon-socket.ts";
import { type ClientId, deriveClientId } from "../../src/core/ids.ts";
import { makeClientCertificate, toPem } from "../../src/roles/client/state/certificate.ts";
import { waitFor } from "./wait-for.ts";

export interface TestIdentity {
  readonly clientId: ClientId;
  /** PEM. */
  readonly certificate: string;
  /** PEM. */
  readonly key: string;
}

export function newTestIdentity(): TestIdentity {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const clientId = deriveClientId(publicKey.export({ type: "spki", format: "der" }));
  return {
    clientId,
    key: privateKey.export({ type: "sec1", format: "pem" }).toString(),
    certificate: toPem("CERTIFICATE", makeClientCertificate(privateKey, clientId)),
  };
}

export interface RawConnectOptions {
  readonly port: number;
  /** PEM of the roots to trust. */
  readonly trustedRoots: string;
  /** Presents no certificate without it. */
  readonly identity?: TestIdentity;
}

export class RawClient implements Disposable {
  readonly socket: TLSSocket;
  #received = Buffer.alloc(0);
  #closed = false;

  constructor(socket: TLSSocket) {
    this.socket = socket;
    socket.on("data", (chunk: Buffer) => {
      this.#received = Buffer.concat([this.#received, chunk]);
    });
    socket.on("error", () => {});
    socket.on("close", () => {
      this.#closed = true;
    });
    socket.on("end", () => socket.end());
  }

  static connect({ port, trustedRoots, identity }: RawConnectOptions): Promise<RawClient> {
    return new Promise((resolve, reject) => {
      const socket = tls.connect({
        ...{ host: "127.0.0.1", port, ca: trustedRoots, ALPNProtocols: ["http/1.1"] },
        ...(identity && { cert: identity.certificate, key: identity.key }),
      });
      socket.once("error", reject);
      socket.once("secureConnect", () => resolve(new RawClient(socket)));
    });
  }

  /** Everything that came so far, bytes as characters. */
  get received(): string {
    return this.#received.toString("latin1");
  }

  get receivedBytes(): Buffer {
    return this.#received;
  }

  get closed(): boolean {
    return this.#closed;
  }

  /** The status of the first answer, as soon as its first line is there. */
  async status(deadlineMs = 5000): Promise<number> {
    const line = await waitFor(() => /^HTTP\/1\.1 (\d{3}) /.exec(this.received), {
      what: "a status line",
      deadlineMs,
    });
    return Number(line[1]);
  }

  async waitForClose(deadlineMs = 5000): Promise<void> {
    await waitFor(() => this.#closed, { what: "the end of the connection", deadlineMs });
  }

  [Symbol.dispose](): void {
    abandonSocket(this.socket);
  }
}
