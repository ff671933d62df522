/** An HTTP proxy for CONNECT that answers as a test says. */
import type { Socket } from "node:net";

import { parseHostPort } from "../../src/net/address.ts";
import { type ProxyListener, join, listenAsProxy } from "./proxy-listener.ts";

export interface ConnectProxy extends AsyncDisposable {
  readonly port: number;
  /** The heads that came. */
  readonly heads: string[];
  readonly openSockets: number;
}

/** What the proxy does once a head has come. */
export type ProxyBehaviour = (socket: Socket, head: string, connect: () => void) => void;

/** Connects as asked, and passes everything on. */
export const obliging: ProxyBehaviour = (_socket, _head, connect) => connect();

export interface ProxyOptions {
  /** Whether clients speak TLS to it. */
  readonly isTls?: boolean;
  /** Where it listens. */
  readonly host?: string;
}

export async function startProxy(
  behave: ProxyBehaviour = obliging,
  { isTls = false, host }: ProxyOptions = {},
): Promise<ConnectProxy> {
  const heads: string[] = [];
  const listener = await listenAsProxy(
    isTls,
    (socket, proxy) => {
      let head = "";
      const onData = (chunk: Buffer): void => {
        head += chunk.toString("latin1");
        if (!head.includes("\r\n\r\n")) return;
        socket.off("data", onData);
        heads.push(head);
        behave(socket, head, () => tunnel(socket, head, proxy));
      };
      socket.on("data", onData);
    },
    host,
  );
  return {
    port: listener.port,
    heads,
    get openSockets() {
      return listener.openSockets;
    },
    [Symbol.asyncDispose]: () => listener[Symbol.asyncDispose](),
  };
}

function tunnel(socket: Socket, head: string, proxy: ProxyListener): void {
  const far = proxy.connect(parseHostPort(head.split(" ")[1] ?? ""));
  far.on("connect", () => {
    socket.write("HTTP/1.1 200 Connection established\r\nVia: 1.1 test\r\n\r\n");
    join(socket, far);
  });
}
