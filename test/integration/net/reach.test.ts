/** The first steps to a server, on real sockets: each says what is wrong with it. */
import net from "node:net";
import { expect, test } from "bun:test";

import { resolveHost, tryConnect, tryListen } from "../../../src/net/reach.ts";
import { describePortHolder } from "../../../src/platform/port-holder.ts";
import { freePort } from "../../helpers/free-port.ts";

const host = "127.0.0.1";

test("an address is itself, a name has addresses, and a name that is none is told", async () => {
  expect(await resolveHost("192.0.2.1")).toEqual(["192.0.2.1"]);
  expect(await resolveHost("localhost")).toContainEqual(expect.stringMatching(/^127\.|^::1$/));
  const fault: unknown = await resolveHost("fleet.invalid").catch((error: unknown) => error);
  expect(fault).toMatchObject({ code: "unavailable", hint: expect.stringContaining("/etc/") });
});

test("a port that listens, and one that does not", async () => {
  const listener = net.createServer();
  await new Promise<void>((resolve) => {
    listener.listen(0, host, resolve);
  });
  const bound = listener.address();
  if (bound === null || typeof bound === "string") throw new Error("no port");
  const { port } = bound;
  await tryConnect({ host, port }, 5000);
  expect(await tryListen({ host, port })).toBe("EADDRINUSE");
  expect(describePortHolder(port)).toMatch(new RegExp(`^process ${process.pid} \\(.+\\)$`));
  listener.close();

  const free = freePort();
  const fault: unknown = await tryConnect({ host, port: free }, 5000).catch(
    (error: unknown) => error,
  );
  expect(fault).toMatchObject({
    message: `127.0.0.1:${free} cannot be reached: nothing listens there`,
  });
  expect(describePortHolder(free)).toBeUndefined();
});

test("a port that was tried is free again, and an address of another machine is not to be had", async () => {
  const port = freePort();
  expect(await tryListen({ host, port })).toBeUndefined();
  expect(await tryListen({ host, port })).toBeUndefined();
  expect(await tryListen({ host: "192.0.2.1", port })).toBe("EADDRNOTAVAIL");
});
