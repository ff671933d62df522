/**
 * Requests per second of the HTTP/1.1 codec alone: no TLS, no socket, one request after another.
 *
 * Run: bun benchmarks/http-codec.ts
 */
import { Duplex } from "node:stream";

import { systemClock } from "../src/core/clock.ts";
import { ByteQueue } from "../src/net/byte-queue.ts";
import { parseRequestHead } from "../src/net/http1/head.ts";
import { HeadScanner } from "../src/net/http1/head-scanner.ts";
import { ServerConnection, serveRequests } from "../src/net/http1/server-connection.ts";
import { readWholeBody } from "../src/net/read-body.ts";
import { encodeLength, RecordDecoder } from "../src/net/record-framing.ts";

const head =
  "POST /message HTTP/1.1\r\nHost: localhost:6060\r\nUser-Agent: Go-http-client/1.1\r\n" +
  "Content-Length: 200\r\nAccept-Encoding: gzip\r\n\r\n";
const request = Buffer.from(head + "x".repeat(200));
const answer = Buffer.alloc(100);

function report(what: string, count: number, startMs: number): void {
  const seconds = (performance.now() - startMs) / 1000;
  const rate = Math.round(count / seconds).toLocaleString("en");
  console.log(
    `${what.padEnd(44)} ${rate.padStart(12)}/s ${((seconds * 1e6) / count).toFixed(2).padStart(8)} µs`,
  );
}

function measureHeads(count: number): void {
  const start = performance.now();
  for (let index = 0; index < count; index += 1) {
    const queue = new ByteQueue();
    queue.append(request);
    const length = new HeadScanner().scan(queue);
    if (length !== undefined) parseRequestHead(queue.take(length));
  }
  report("request heads parsed", count, start);
}

function measureRecords(count: number): void {
  const record = Buffer.concat([encodeLength(300), Buffer.alloc(300)]);
  const chunk = Buffer.concat(Array.from({ length: 50 }, () => record));
  const decoder = new RecordDecoder({ expectMagic: false, maxBytes: 1000 });
  const start = performance.now();
  for (let index = 0; index < count; index += 50) {
    decoder.push(chunk);
    while (decoder.next());
  }
  report("records of 300 bytes", count, start);
}

/** A socket whose peer sends the next request as soon as it has the answer. */
class PingPong extends Duplex {
  left: number;

  constructor(count: number) {
    super();
    this.left = count;
  }

  override _read(): void {}

  override _write(_chunk: Buffer, _encoding: string, done: () => void): void {
    this.left -= 1;
    this.push(this.left > 0 ? request : null);
    done();
  }
}

async function measureConnection(count: number): Promise<void> {
  const socket = new PingPong(count);
  socket.push(request);
  const connection = new ServerConnection(socket, { clock: systemClock });
  const start = performance.now();
  await serveRequests(connection, async (incoming) => {
    await readWholeBody(incoming, { maxBytes: 1000, clock: systemClock });
    await incoming.respond(200, { "Content-Type": "application/octet-stream" }, answer);
  });
  report("requests read and answered (200 B, 100 B)", count, start);
}

for (const count of [50_000, 200_000]) {
  measureHeads(count);
  measureRecords(count);
  await measureConnection(count);
}
