/** What the proxies of the tests share: a port, with TLS or without, whose sockets go when it goes. */
import net, { type Socket } from "node:net";
import tls from "node:tls";

import { readCertificate } from "./net-certificates.ts";

export interface ProxyListener extends AsyncDisposable {
  readonly port: number;
  /** Connections that are open, those to the targets included. */
  readonly openSockets: number;
  /** Connects to a target; the socket goes with the listener. */
  connect(target: { readonly host: string; readonly port: number }): Socket;
}

/** @param isTls whether clients speak TLS to it; its certificate is that of test/fixtures/net, for "localhost". */
export async function listenAsProxy(
  isTls: boolean,
  onSocket: (socket: Socket, listener: ProxyListener) => void,
  host = "127.0.0.1",
): Promise<ProxyListener> {
  const sockets = new Set<Socket>();
  const keep = (socket: Socket): Socket => {
    sockets.add(socket);
    return socket.on("error", () => {}).on("close", () => sockets.delete(socket));
  };
  const accept = (socket: Socket): void => onSocket(keep(socket), listener);
  const { certificates: cert, key } = readCertificate("server");
  const server = isTls ? tls.createServer({ cert, key }, accept) : net.createServer(accept);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const address = server.address();
  const listener: ProxyListener = {
    port: typeof address === "object" ? (address?.port ?? 0) : 0,
    get openSockets() {
      return sockets.size;
    },
    connect: (target) => keep(net.connect(target)),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return listener;
}

/** Passes everything on, both ways, until one side ends. */
export function join(near: Socket, far: Socket): void {
  near.pipe(far).pipe(near);
  near.on("close", () => far.destroy());
  far.on("close", () => near.destroy());
}
