/** A peer that takes nothing: the end of its connection is one for the kernel, too. */
import { test } from "bun:test";
import { readFileSync } from "node:fs";
import { createServer, type TLSSocket } from "node:tls";

import { abandonSocket } from "../../../src/net/abandon-socket.ts";
import { waitFor } from "../../helpers/wait-for.ts";
import { loopback, RawClient, serverCertificate } from "./support.ts";

const established = "01";

/** What each connection of a local port has still to send, as the kernel sees it (proc_net_tcp(5)). */
function unsentBytes(localPort: number): number[] {
  const local = `:${localPort.toString(16).toUpperCase().padStart(4, "0")}`;
  const rows = readFileSync("/proc/net/tcp", "latin1").trim().split("\n").slice(1);
  return rows.flatMap((row) => {
    const [, from, , state, queues = ""] = row.trim().split(/\s+/);
    return from?.endsWith(local) && state === established ? [Number.parseInt(queues, 16)] : [];
  });
}

/** Until nothing has moved in many looks, which waitFor spaces out to some milliseconds. */
async function waitForStandstill(port: number): Promise<void> {
  let last = 0;
  let looks = 0;
  const isStill = (): boolean => {
    const [unsent = 0] = unsentBytes(port);
    looks = unsent > 0 && unsent === last ? looks + 1 : 0;
    last = unsent;
    return looks > 120;
  };
  await waitFor(isStill, { what: "the peer takes no more" });
}

test("a socket with much to send is closed when it is given up, though its peer reads nothing", async () => {
  const { certificates: cert, key } = serverCertificate;
  const accepted = Promise.withResolvers<TLSSocket>();
  const server = createServer({ cert, key }, (socket) => {
    socket.on("data", (chunk) => void (socket.write(chunk) || socket.pause()));
    socket.on("drain", () => void socket.resume());
    accepted.resolve(socket);
  });
  await new Promise<void>((resolve) => server.listen(loopback, resolve));
  const address = server.address();
  const port = typeof address === "object" ? (address?.port ?? 0) : 0;
  using client = await RawClient.connect(port);
  client.socket.pause();
  for (let count = 0; count < 100; count += 1) client.socket.write(Buffer.alloc(200_000));
  await waitForStandstill(port);
  abandonSocket(await accepted.promise);
  await waitFor(() => unsentBytes(port).length === 0, { what: "the end of the connection" });
  server.close();
});
