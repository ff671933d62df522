/**
 * Ports for programs that have to keep theirs over a restart.
 *
 * Below the range from which the system takes the ports of outgoing connections: while the program is down nobody else
 * gets the port, and a client that connects to it cannot meet itself there.
 */
import net from "node:net";

const lowest = 20_000;
const count = 12_000;

let next = lowest + Math.floor(Math.random() * count);

/** A port of 127.0.0.1 on which nothing listens, not given out before by this process. */
export async function pickPort(): Promise<number> {
  for (let tries = 0; tries < count; tries += 1) {
    next = next + 1 < lowest + count ? next + 1 : lowest;
    if (await isFree(next)) return next;
  }
  throw new Error(`no port from ${lowest} to ${lowest + count} is free`);
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once("error", () => resolve(false));
    server.listen(port, "127.0.0.1", () => server.close(() => resolve(true)));
  });
}
