import { describe, expect, test } from "bun:test";
import { connect, type Socket } from "node:net";

import { LiveEvents } from "../../../src/observability/live-events.ts";
import { lastEventIdOf, sseResponse } from "../../../src/web/sse.ts";
import { EventStream } from "../../helpers/event-stream.ts";
import { waitFor } from "../../helpers/wait-for.ts";

const facts = { client_id: "00000000000000aa", address: "192.0.2.1:1", transport: "stream" };

interface Fixture extends Disposable {
  readonly live: LiveEvents;
  readonly url: string;
  readonly port: number;
  /** Ends what is valid. */
  readonly revoked: AbortController;
}

/** A listener as the web server is one, with events behind it. */
function serve(limits: { maxEvents?: number; heartbeatMs?: number } = {}): Fixture {
  const live = new LiveEvents(undefined, limits);
  const revoked = new AbortController();
  const server = Bun.serve({
    hostname: "127.0.0.1",
    port: 0,
    idleTimeout: 60,
    fetch(request) {
      const signal = AbortSignal.any([request.signal, revoked.signal]);
      const types = new URL(request.url).searchParams.getAll("types");
      const source = live.subscribe({ after: lastEventIdOf(request), signal, filter: { types } });
      const { heartbeatMs } = limits;
      return sseResponse(source, { signal, ...(heartbeatMs !== undefined && { heartbeatMs }) });
    },
  });
  const port = server.port ?? 0;
  return {
    ...{ live, revoked, port, url: `http://127.0.0.1:${port}/` },
    [Symbol.dispose]: () => {
      void server.stop(true);
      live[Symbol.dispose]();
    },
  };
}

describe("server-sent events", () => {
  test("each event is a frame with its id, its type and all of it as data", async () => {
    using server = serve();
    const reading = await EventStream.open(server.url);
    server.live.publish({ type: "client.connected", ...facts });
    await waitFor(() => reading.frames.length === 1, { what: "the event" });
    const [frame] = reading.frames;
    const data: unknown = JSON.parse(frame?.["data"] ?? "");
    expect(data).toMatchObject({ type: "client.connected", ...facts, id: frame?.["id"] });
    expect(frame?.["event"]).toBe("client.connected");
  });

  test("a reader that comes back goes on after the event that it saw last", async () => {
    using server = serve();
    const first = await EventStream.open(server.url);
    server.live.publish({ type: "client.connected", ...facts });
    await waitFor(() => first.frames.length === 1, { what: "the event" });
    first[Symbol.dispose]();
    server.live.publish({ type: "client.disconnected", ...facts, ended_by: "client" });
    const second = await EventStream.open(server.url, {
      "last-event-id": first.frames[0]?.["id"] ?? "",
    });
    await waitFor(() => second.frames.length === 1, { what: "what was missed" });
    expect(second.frames[0]?.["event"]).toBe("client.disconnected");
  });

  test("one that saw no event comes back with the place at which it began", async () => {
    using server = serve();
    const first = await EventStream.open(server.url);
    const place = /^id: (\S+)$/m.exec(first.text)?.[1];
    first[Symbol.dispose]();
    server.live.publish({ type: "client.connected", ...facts });
    const second = await EventStream.open(server.url, { "last-event-id": place ?? "" });
    await waitFor(() => second.frames.length === 1, { what: "what was missed" });
    expect(second.frames[0]?.["event"]).toBe("client.connected");
  });

  test("the id of another start gives a reset first", async () => {
    using server = serve();
    const reading = await EventStream.open(server.url, { "last-event-id": "00000000-7" });
    await waitFor(() => reading.frames.length === 1, { what: "the reset" });
    expect(JSON.parse(reading.frames[0]?.["data"] ?? "")).toMatchObject({
      type: "reset",
      reason: "other_start",
    });
  });

  test("a silent stream has heartbeats, which are no events", async () => {
    using server = serve({ heartbeatMs: 10 });
    const reading = await EventStream.open(server.url);
    await waitFor(
      () => reading.text.split("\n\n").filter((one) => one.startsWith(":\n")).length >= 3,
      {
        what: "three heartbeats",
      },
    );
    server.live.publish({ type: "client.connected", ...facts });
    await waitFor(() => reading.frames.length === 1, { what: "the event after them" });
  });

  test("a heartbeat moves the reader on, past what it did not ask for", async () => {
    using server = serve({ heartbeatMs: 10, maxEvents: 3 });
    const url = `${server.url}?types=client.enrolled`;
    const first = await EventStream.open(url);
    for (let index = 0; index < 10; index += 1) {
      server.live.publish({ type: "client.connected", ...facts });
      await new Promise((resolve) => setImmediate(resolve));
    }
    using place = server.live.subscribe();
    await waitFor(() => first.text.includes(`:\nid: ${place.position}\n\n`), {
      what: "the new place",
    });
    expect(first.frames).toEqual([]);
    first[Symbol.dispose]();
    server.live.publish({ type: "client.enrolled", ...facts, labels: [] });
    using second = await EventStream.open(url, { "last-event-id": place.position });
    await waitFor(() => second.frames.length === 1, { what: "what was missed, and no reset" });
    expect(second.frames[0]?.["event"]).toBe("client.enrolled");
  });

  test("it ends with what it was permitted by, and leaves its place", async () => {
    using server = serve();
    const reading = await EventStream.open(server.url);
    server.revoked.abort();
    await waitFor(() => reading.over, { what: "the end" });
    expect(server.live.subscriberCount).toBe(0);
  });

  test("a reader that is gone leaves its place", async () => {
    using server = serve({ heartbeatMs: 10 });
    const reading = await EventStream.open(server.url);
    expect(server.live.subscriberCount).toBe(1);
    reading[Symbol.dispose]();
    await waitFor(() => server.live.subscriberCount === 0, { what: "its place to be free" });
  });

  test("a reader that does not read is cut, one that reads is not", async () => {
    using server = serve({ maxEvents: 5000 });
    const socket: Socket = connect(server.port, "127.0.0.1");
    const closed = new Promise<void>((resolve) => socket.once("close", () => resolve()));
    socket.on("error", () => {});
    socket.pause();
    socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
    await waitFor(() => server.live.subscriberCount === 1, { what: "the reader" });
    const reading = await EventStream.open(server.url);
    const address = "x".repeat(200);
    let published = 0;
    let publishedAt = 0;
    await waitFor(
      () => {
        // Slower than whoever reads, who takes what has come each 40 ms.
        if (performance.now() - publishedAt < 50) return false;
        publishedAt = performance.now();
        for (let index = 0; index < 500; index += 1) {
          server.live.publish({ type: "client.connected", ...facts, address });
        }
        published += 500;
        return server.live.subscriberCount === 1;
      },
      { what: "the reader to be cut", deadlineMs: 60_000 },
    );
    // More than sockets hold, and far less than everything.
    expect(published).toBeGreaterThan(5000);
    expect(published).toBeLessThan(200_000);
    socket.resume();
    await closed;
    await waitFor(() => reading.frames.length === published, { what: "everything at the other" });
    expect(reading.over).toBe(false);
  }, 70_000);
});
