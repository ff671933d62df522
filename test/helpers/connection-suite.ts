/**
 * The rules of src/net/connection.ts as tests, for every Connection there is: real ones over real TLS, and the fake.
 */
import { describe, expect, test } from "bun:test";

import { FleetError } from "../../src/core/errors.ts";
import type { Connection, TransportKind } from "../../src/net/connection.ts";
import { waitFor } from "./wait-for.ts";

/** The client's end of a connection under test. */
export interface ConnectionPeer {
  send(record: Uint8Array): Promise<void>;
  /** Ends its side in order; a poll has done so with its record. */
  end(): Promise<void>;
  /** Breaks off without a word. */
  break(): Promise<void>;
  /** The next record of the server; undefined at the orderly end. Rejects when it was no orderly one. */
  receive(): Promise<Uint8Array | undefined>;
}

export interface ConnectionPair extends AsyncDisposable {
  readonly connection: Connection;
  readonly peer: ConnectionPeer;
}

export interface ConnectionEnvironment {
  readonly name: string;
  readonly kind: TransportKind;
  /** The peer has sent its first record. */
  open(first: Uint8Array): Promise<ConnectionPair>;
}

const hello = Buffer.from("hello");

export function testConnections({ name, kind, open }: ConnectionEnvironment): void {
  const hasMany = kind === "stream" || kind === "websocket";

  describe(`a connection: ${name}`, () => {
    test("says what it is and who is at the other end", async () => {
      await using pair = await open(hello);
      const { identity, observedAddress } = pair.connection;
      expect(pair.connection.kind).toBe(kind);
      expect(identity.clientId).toMatch(/^[0-9a-f]{16}$/);
      expect(identity.publicKey.length).toBeGreaterThan(0);
      expect(observedAddress).toMatch(/^[^:]+:[0-9]+$/);
      expect(pair.connection.closed.aborted).toBe(false);
    });

    test("carries a record each way, unchanged", async () => {
      const record = Buffer.from(Array.from({ length: 70_000 }, (_, index) => (index * 7) & 0xff));
      await using pair = await open(record);
      const read = await pair.connection.read();
      expect(read && Buffer.compare(read, record)).toBe(0);
      await pair.connection.write(record);
      const received = await pair.peer.receive();
      expect(received && Buffer.compare(received, record)).toBe(0);
    });

    test("what was written is flushed by the end, and the peer sees an orderly one", async () => {
      await using pair = await open(hello);
      await pair.connection.read();
      const written = pair.connection.write(Buffer.alloc(300_000, 5));
      await Promise.all([written, pair.connection.close()]);
      expect((await pair.peer.receive())?.length).toBe(300_000);
      if (hasMany) expect(await pair.peer.receive()).toBeUndefined();
    });

    test("may be closed more than once", async () => {
      await using pair = await open(hello);
      await pair.connection.read();
      await pair.connection.write(hello);
      await pair.connection.close();
      await pair.connection.close(new FleetError("internal", "too late to matter"));
      expect(await pair.peer.receive()).toEqual(hello);
    });

    test("an error before anything was written reaches the peer as one", async () => {
      await using pair = await open(hello);
      await pair.connection.read();
      await pair.connection.close(new FleetError("unavailable", "not now"));
      await expect(pair.peer.receive()).rejects.toBeInstanceOf(FleetError);
    });

    test("is noticed to be gone when the peer breaks off", async () => {
      await using pair = await open(hello);
      await pair.connection.read();
      const next = hasMany ? pair.connection.read() : undefined;
      next?.catch(() => {});
      await pair.peer.break();
      await waitFor(() => pair.connection.closed.aborted, { what: "the connection is gone" });
      expect(pair.connection.closed.reason).toBeInstanceOf(FleetError);
      await expect(
        next ?? Promise.reject(new FleetError("unavailable", "")),
      ).rejects.toHaveProperty("code", "unavailable");
      await pair.connection.close();
    });

    if (!hasMany) return;

    test("reads record by record, in order, and undefined after the peer's end", async () => {
      await using pair = await open(hello);
      const { connection, peer } = pair;
      expect(await connection.read()).toEqual(hello);
      await connection.write(hello);
      const records = Array.from({ length: 50 }, (_, index) => Buffer.alloc(index * 100, index));
      await Promise.all(records.map((record) => peer.send(record)));
      for (const record of records) expect(await connection.read()).toEqual(record);
      await peer.end();
      expect(await connection.read()).toBeUndefined();
    });

    test("may still answer when the peer has ended its side", async () => {
      await using pair = await open(hello);
      const { connection, peer } = pair;
      await connection.read();
      await connection.write(hello);
      await peer.send(hello);
      await peer.end();
      expect(await connection.read()).toEqual(hello);
      expect(await connection.read()).toBeUndefined();
      await connection.write(Buffer.from("acknowledged"));
      await connection.close();
      expect(await peer.receive()).toEqual(hello);
      expect(await peer.receive()).toEqual(Buffer.from("acknowledged"));
      expect(await peer.receive()).toBeUndefined();
    });

    test("an empty record is one", async () => {
      await using pair = await open(Buffer.alloc(0));
      expect(await pair.connection.read()).toHaveLength(0);
      await pair.connection.write(Buffer.alloc(0));
      expect(await pair.peer.receive()).toHaveLength(0);
    });

    test("overlapping writes leave in the order of the calls, whatever their size", async () => {
      await using pair = await open(hello);
      await pair.connection.read();
      const sizes = Array.from({ length: 40 }, (_, index) => (index % 3 === 0 ? 40_000 : index));
      const written = Promise.all(
        sizes.map((size, index) => pair.connection.write(Buffer.alloc(size, index))),
      );
      for (const [index, size] of sizes.entries()) {
        expect(await pair.peer.receive()).toEqual(Buffer.alloc(size, index));
      }
      await written;
    });

    test("a record belongs to its reader: the next one does not change it", async () => {
      await using pair = await open(hello);
      const first = await pair.connection.read();
      await pair.connection.write(hello);
      for (let index = 0; index < 20; index += 1) await pair.peer.send(Buffer.from("other"));
      await pair.connection.read();
      expect(first).toEqual(hello);
    });

    test("takes nothing to write once it was closed", async () => {
      await using pair = await open(hello);
      await pair.connection.read();
      await pair.connection.write(hello);
      await pair.connection.close();
      await expect(pair.connection.write(hello)).rejects.toHaveProperty("code", "unavailable");
    });

    test("closed with an error, it is no orderly end for the peer", async () => {
      await using pair = await open(hello);
      await pair.connection.read();
      await pair.connection.write(hello);
      expect(await pair.peer.receive()).toEqual(hello);
      await pair.connection.close(new FleetError("invalid_data", "a broken record"));
      await expect(pair.peer.receive()).rejects.toBeInstanceOf(FleetError);
    });
  });
}
