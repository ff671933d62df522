/** A SOCKS5 proxy, as far as RFC 1928 and RFC 1929 need it for a test, that answers as the test says. */
import type { Socket } from "node:net";

import { join, listenAsProxy } from "./proxy-listener.ts";

export interface SocksProxy extends AsyncDisposable {
  readonly port: number;
  /** "host:port" that clients asked for, in order; a name stays one. */
  readonly targets: string[];
  /** "user:password" */
  readonly logins: string[];
  readonly openSockets: number;
}

export interface SocksOptions {
  /** Wants user and password, and takes these alone. */
  readonly login?: string;
  /** Where everybody is taken to, whatever was asked for. */
  readonly leadsTo?: { readonly host: string; readonly port: number };
  /** Answers the request with this code, and goes. */
  readonly refuseWith?: number;
}

type Step = (received: Buffer) => number;

export async function startSocksProxy(options: SocksOptions = {}): Promise<SocksProxy> {
  const targets: string[] = [];
  const logins: string[] = [];
  const listener = await listenAsProxy(false, (socket, proxy) => {
    const read = steps(socket);
    read((greeting) => {
      const length = 2 + (greeting[1] ?? 255);
      if (greeting.length < length) return 0;
      socket.write(Buffer.of(5, chooseMethod(greeting.subarray(2, length), options)));
      return length;
    });
    if (options.login !== undefined) read((login) => takeLogin(socket, login, logins, options));
    read((request) => {
      const asked = parseRequest(request);
      if (!asked) return 0;
      targets.push(`${asked.host}:${asked.port}`);
      const code = options.refuseWith ?? 0;
      if (code !== 0) socket.end(reply(code));
      else {
        const far = proxy.connect(options.leadsTo ?? asked);
        far.on("connect", () => {
          socket.write(reply(0));
          join(socket, far);
        });
      }
      return asked.length;
    });
  });
  return {
    port: listener.port,
    targets,
    logins,
    get openSockets() {
      return listener.openSockets;
    },
    [Symbol.asyncDispose]: () => listener[Symbol.asyncDispose](),
  };
}

/** Steps take their part of what has come, one after the other; 0 waits for more. */
function steps(socket: Socket): (step: Step) => void {
  const left: Step[] = [];
  let received = Buffer.alloc(0);
  const onData = (chunk: Buffer): void => {
    received = Buffer.concat([received, chunk]);
    for (let step = left[0]; step; step = left[0]) {
      const taken = step(received);
      if (taken === 0) return;
      received = received.subarray(taken);
      left.shift();
    }
    socket.off("data", onData);
  };
  socket.on("data", onData);
  return (step) => void left.push(step);
}

function chooseMethod(offered: Buffer, { login }: SocksOptions): number {
  const wanted = login === undefined ? 0 : 2;
  return offered.includes(wanted) ? wanted : 0xff;
}

function takeLogin(socket: Socket, bytes: Buffer, logins: string[], options: SocksOptions): number {
  const userEnd = 2 + (bytes[1] ?? 255);
  const end = userEnd + 1 + (bytes[userEnd] ?? 255);
  if (bytes.length < end) return 0;
  const login = `${bytes.toString("utf8", 2, userEnd)}:${bytes.toString("utf8", userEnd + 1, end)}`;
  logins.push(login);
  socket.write(Buffer.of(1, login === options.login ? 0 : 1));
  return end;
}

function reply(code: number): Buffer {
  return Buffer.of(5, code, 0, 1, 127, 0, 0, 1, 0, 80);
}

function parseRequest(
  bytes: Buffer,
): { readonly host: string; readonly port: number; readonly length: number } | undefined {
  const isName = bytes[3] === 3;
  const start = isName ? 5 : 4;
  const end = start + (isName ? (bytes[4] ?? 255) : bytes[3] === 4 ? 16 : 4);
  if (bytes.length < end + 2) return undefined;
  const address = bytes.subarray(start, end);
  const host = isName ? address.toString("latin1") : address.join(".");
  return { host, port: bytes.readUInt16BE(end), length: end + 2 };
}
