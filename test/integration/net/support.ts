/**
 * A real listener on loopback and real TLS clients for it.
 */
import tls, { type ConnectionOptions, type TLSSocket } from "node:tls";

import { abandonSocket } from "../../../src/net/abandon-socket.ts";
import { systemClock } from "../../../src/core/clock.ts";
import type { FleetError } from "../../../src/core/errors.ts";
import {
  type HttpTimers,
  ServerConnection,
  serveRequests,
} from "../../../src/net/http1/server-connection.ts";
import type { ServerRequest } from "../../../src/net/http1/server-request.ts";
import {
  listenTls,
  type TlsListener,
  type TlsListenOptions,
} from "../../../src/net/tls-listener.ts";
import { waitFor } from "../../helpers/wait-for.ts";
import { readCertificate } from "../../helpers/net-certificates.ts";

export const loopback = { host: "127.0.0.1", port: 0 };
export const ca = readCertificate("ca").certificates;
export const serverCertificate = readCertificate("server");

export type TestHandler = (request: ServerRequest, socket: TLSSocket) => Promise<void>;

/** A listener whose connections are served by the handler. */
export function startServer(
  handler: TestHandler,
  options: Partial<TlsListenOptions> & {
    readonly timers?: HttpTimers;
    readonly errors?: FleetError[];
  } = {},
): Promise<TlsListener> {
  const { timers, errors = [], ...rest } = options;
  return listenTls({
    address: loopback,
    clock: systemClock,
    certificate: serverCertificate,
    onConnection: async (socket, stopping) => {
      const connection = new ServerConnection(socket, {
        clock: systemClock,
        ...(timers && { timers }),
      });
      stopping.addEventListener("abort", () => connection.stop());
      await serveRequests(
        connection,
        (request) => handler(request, socket),
        (error) => void errors.push(error),
      );
    },
    onError: (error) => void errors.push(error),
    closeGraceMs: 200,
    ...rest,
  });
}

/** A client that sends bytes and gathers what comes. */
export class RawClient implements Disposable {
  readonly socket: TLSSocket;
  received = "";
  ended = false;
  closed = false;
  error: Error | undefined;

  private constructor(socket: TLSSocket) {
    this.socket = socket;
    socket.on("data", (chunk: Buffer) => {
      this.received += chunk.toString("latin1");
    });
    socket.on("end", () => {
      this.ended = true;
    });
    socket.on("close", () => {
      this.closed = true;
    });
    socket.on("error", (error) => {
      this.error = error;
    });
  }

  /** Resolves once the handshake is over, one way or the other. */
  static async connect(port: number, options: ConnectionOptions = {}): Promise<RawClient> {
    const { certificates: cert, key } = readCertificate("client-p256");
    const base = { host: "127.0.0.1", port, servername: "localhost", ca, cert, key };
    const client = new RawClient(tls.connect({ ...base, ...options }));
    let connected = false;
    client.socket.once("secureConnect", () => {
      connected = true;
    });
    await waitFor(() => connected || client.closed || client.error !== undefined, {
      what: "the handshake ends",
    });
    return client;
  }

  async ask(text: string | Buffer, expected: string): Promise<string> {
    this.socket.write(text);
    await waitFor(() => this.received.includes(expected), {
      what: `the answer holds ${expected}, got ${this.received}`,
    });
    return this.received;
  }

  [Symbol.dispose](): void {
    abandonSocket(this.socket);
  }
}
