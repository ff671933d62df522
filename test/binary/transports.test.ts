/**
 * Every transport between the compiled server and the compiled client, compressed or not: contents, acknowledgements, and
 * what SIGKILL of either may not cost.
 */
import { Database } from "bun:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "bun:test";

import { makeRandom } from "../helpers/mutations.ts";
import { TransportCell, makePayloads } from "../helpers/transport-cell.ts";
import { waitFor } from "../helpers/wait-for.ts";

const seed = Date.now() % 2 ** 31;
/** Of each test, each way; benchmarks/transports.ts takes another number. */
const messages = 16;

const kinds = ["WEBSOCKET", "STREAM", "LONG_POLL", "POLL"] as const;
const cases = kinds.flatMap((transport) =>
  [false, true].map((compression) => [transport, compression] as const),
);

describe.each(cases)(`%s, compressed: %p (seed ${seed})`, (transport, compression) => {
  const random = makeRandom(seed);
  let cell: TransportCell;
  beforeAll(async () => {
    cell = await TransportCell.start({ transport, compression });
  });
  afterAll(() => cell[Symbol.asyncDispose]());

  test("carries messages of every size both ways, once each, and acknowledges them", async () => {
    const [up, down] = [
      makePayloads("up", messages, random),
      makePayloads("down", messages, random),
    ];
    const kept = cell.sendUp(up);
    const ids = await cell.sendDown(down);
    await Promise.all(kept);
    await cell.waitForAll(up, "arrivals");
    await cell.waitForAll(down, "deliveries");
    await cell.waitForResults(ids);
    expect(up.map((payload) => cell.arrivals(payload))).toEqual(up.map(() => 1));
    expect(down.map((payload) => cell.deliveries(payload))).toEqual(down.map(() => 1));
    await waitFor(() => cell.client.status.outbox.messages === 0, {
      what: "everything is acknowledged to the client",
      deadlineMs: 10_000,
    });
  });

  test("a server that is killed has lost nothing of what it took", async () => {
    const [up, down] = [
      makePayloads("up2", messages, random),
      makePayloads("down2", messages, random),
    ];
    const kept = cell.sendUp(up);
    const inserting = cell.sendDown(down);
    await waitFor(() => up.some((payload) => cell.arrivals(payload) > 0), { what: "some came" });
    await cell.server.restart("SIGKILL");
    await Promise.all(kept);
    await cell.waitForAll(up, "arrivals");
    await cell.waitForAll(down, "deliveries");
    await cell.waitForResults(await inserting);
    // What the server sent again, the client has dropped; what the client sent again is the same message.
    expect(down.map((payload) => cell.deliveries(payload))).toEqual(down.map(() => 1));
    expect(storedUp(cell, "up2")).toBe(messages);
  });

  test("a client that is killed has lost nothing of what its service handed over", async () => {
    const [up, down] = [
      makePayloads("up3", messages, random),
      makePayloads("down3", messages, random),
    ];
    const kept = cell.sendUp(up);
    const inserting = cell.sendDown(down);
    await Promise.race(kept);
    await cell.client.restart("SIGKILL");
    await Promise.all(kept);
    await cell.waitForAll(up, "arrivals");
    await cell.waitForAll(down, "deliveries");
    await cell.waitForResults(await inserting);
    expect(up.map((payload) => cell.arrivals(payload))).toEqual(up.map(() => 1));
    expect(storedUp(cell, "up3")).toBe(messages);
  });
});

/** How many different messages of that test the server has stored. */
function storedUp({ server }: TransportCell, prefix: string): number {
  using database = new Database(server.databasePath, { readonly: true });
  const row = database
    .query<{ n: number }, [string]>(
      "SELECT count(*) AS n FROM message_rows WHERE message_type LIKE ?",
    )
    .get(`${prefix}-%`);
  return row?.n ?? 0;
}
