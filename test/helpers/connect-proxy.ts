/** An HTTP proxy for CONNECT that answers as a test says. */
import net, { type Socket } from "node:net";

import { parseHostPort } from "../../src/net/address.ts";

export interface ConnectProxy extends AsyncDisposable {
  readonly port: number;
  /** The heads that came. */
  readonly heads: string[];
}

/** What the proxy does once a head has come. */
export type ProxyBehaviour = (socket: Socket, head: string, connect: () => void) => void;

/** Connects as asked, and passes everything on. */
export const obliging: ProxyBehaviour = (_socket, _head, connect) => connect();

export async function startProxy(behave: ProxyBehaviour = obliging): Promise<ConnectProxy> {
  const heads: string[] = [];
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on("error", () => {}).on("close", () => sockets.delete(socket));
  };
  const server = net.createServer((socket) => {
    keep(socket);
    let head = "";
    const onData = (chunk: Buffer): void => {
      head += chunk.toString("latin1");
      if (!head.includes("\r\n\r\n")) return;
      socket.off("data", onData);
      heads.push(head);
      behave(socket, head, () => {
        const far = keep(net.connect(parseHostPort(head.split(" ")[1] ?? "")));
        far.on("connect", () => {
          socket.write("HTTP/1.1 200 Connection established\r\nVia: 1.1 test\r\n\r\n");
          socket.pipe(far).pipe(socket);
        });
      });
    };
    socket.on("data", onData);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    port: typeof address === "object" ? (address?.port ?? 0) : 0,
    heads,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
