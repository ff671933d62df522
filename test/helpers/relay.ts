/**
 * A TCP relay that cuts connections after some bytes: a network that breaks anywhere.
 */
import net, { type Socket } from "node:net";

import { parseHostPort } from "../../src/net/address.ts";

export interface Relay extends AsyncDisposable {
  /** "host:port" */
  readonly address: string;
  /** How many connections were cut. */
  readonly cuts: number;
  /** How many came. */
  readonly connections: number;
  /** Breaks all connections, in no order at all. */
  reset(): void;
}

/** @param budget how many bytes, both ways together, the next connection may carry; Infinity: all. */
export async function startRelay(target: string, budget: () => number): Promise<Relay> {
  const sockets = new Set<Socket>();
  let [cuts, connections] = [0, 0];
  const server = net.createServer({ allowHalfOpen: true }, (near) => {
    connections += 1;
    const far = net.connect({ ...parseHostPort(target), allowHalfOpen: true });
    let left = budget();
    const join = (from: Socket, to: Socket): void => {
      sockets.add(from);
      from.on("error", () => {});
      from.on("close", () => {
        sockets.delete(from);
        to.destroy();
      });
      from.on("end", () => to.end());
      from.on("data", (chunk: Buffer) => {
        if (left <= 0) return;
        to.write(chunk.subarray(0, left));
        left -= chunk.length;
        if (left > 0) return;
        cuts += 1;
        near.destroy();
        far.destroy();
      });
    };
    join(near, far);
    join(far, near);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    address: `127.0.0.1:${typeof address === "object" ? (address?.port ?? 0) : 0}`,
    get cuts() {
      return cuts;
    },
    get connections() {
      return connections;
    },
    reset() {
      for (const socket of sockets) socket.resetAndDestroy();
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
