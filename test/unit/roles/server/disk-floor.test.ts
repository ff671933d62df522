/** min_free_bytes: a server that would fill its disk takes no messages, and goes on with everything else. */
import { afterEach, describe, expect, test } from "bun:test";

import type { PeerIdentity } from "../../../../src/net/connection.ts";
import { configureLog, getLog } from "../../../../src/observability/log.ts";
import { serveConnection } from "../../../../src/roles/server/contact.ts";
import { DiskFloor } from "../../../../src/roles/server/disk-floor.ts";
import { FakeClock } from "../../../helpers/fake-clock.ts";
import { FakeConnection } from "../../../helpers/fake-connection.ts";
import {
  ServerFixture,
  clientMessage,
  contactRecord,
  newIdentity,
} from "../../../helpers/server-fixture.ts";

const refused = expect.objectContaining({ code: "resource_exhausted", httpStatus: 503 });

afterEach(() => configureLog({ level: "error", format: "json", write: () => {} }));

function makeFloor(clock: FakeClock, free: { bytes: number; asked: number }): DiskFloor {
  const freeBytes = () => {
    free.asked += 1;
    return free.bytes;
  };
  return new DiskFloor({ folder: "/", minFreeBytes: 100, clock, log: getLog("disk"), freeBytes });
}

describe("the floor of free disk space", () => {
  test("is asked after once a second, and each change is one line in the log", async () => {
    const lines: string[] = [];
    configureLog({ level: "info", format: "json", write: (line) => void lines.push(line) });
    const clock = new FakeClock();
    const free = { bytes: 100, asked: 0 };
    const floor = makeFloor(clock, free);
    floor.check();
    free.bytes = 99;
    floor.check();
    expect(free.asked).toBe(1);
    await clock.advance(1000);
    expect(() => floor.check()).toThrow(refused);
    expect(() => floor.check()).toThrow(refused);
    expect(free.asked).toBe(2);
    await clock.advance(1000);
    expect(() => floor.check()).toThrow(refused);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain("clients' messages are refused");
    free.bytes = 100;
    await clock.advance(1000);
    floor.check();
    expect(lines).toHaveLength(2);
  });

  test("asks the file system where nothing else is given", () => {
    const options = { folder: "/", clock: new FakeClock(), log: getLog("disk") };
    new DiskFloor({ ...options, minFreeBytes: 0 }).check();
    const floor = new DiskFloor({ ...options, minFreeBytes: Number.MAX_SAFE_INTEGER });
    expect(() => floor.check()).toThrow(refused);
  });
});

describe("a server below it", () => {
  async function poll(
    server: ServerFixture,
    identity: PeerIdentity,
    record: Uint8Array,
    free: number,
  ) {
    const disk = makeFloor(server.clock, { bytes: free, asked: 0 });
    const connection = new FakeConnection({ identity, kind: "poll" });
    connection.feed(record);
    connection.end();
    await serveConnection(connection, { ...server.options, disk });
    return connection;
  }

  test("answers a contact with messages with 503 and stores nothing of it", async () => {
    await using server = new ServerFixture();
    const identity = newIdentity();
    const record = contactRecord({ messages: [clientMessage("sink")] });
    expect((await poll(server, identity, record, 99)).closeError).toEqual(refused);
    expect((await server.store.clients.get([identity.clientId])).size).toBe(0);
    const later = await poll(server, identity, record, 100);
    expect([later.written.length, later.closeError]).toEqual([1, undefined]);
  });

  test("takes a contact without messages", async () => {
    await using server = new ServerFixture();
    const connection = await poll(server, newIdentity(), contactRecord({}), 99);
    expect([connection.written.length, connection.closeError]).toEqual([1, undefined]);
  });

  test("ends a stream at its first record with messages, and not before", async () => {
    await using server = new ServerFixture();
    const disk = makeFloor(server.clock, { bytes: 99, asked: 0 });
    const connection = new FakeConnection({ identity: newIdentity() });
    connection.feed(contactRecord({}));
    connection.feed(contactRecord({}));
    connection.feed(contactRecord({ messages: [clientMessage("sink")] }));
    await serveConnection(connection, { ...server.options, disk });
    expect(connection.closeError).toEqual(refused);
    // The first answer, and the acknowledgement of the record between.
    expect(connection.written).toHaveLength(2);
  });
});
