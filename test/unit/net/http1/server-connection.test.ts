import { describe, expect, test } from "bun:test";
import type { Duplex } from "node:stream";

import { FleetError } from "../../../../src/core/errors.ts";
import { ServerConnection, serveRequests } from "../../../../src/net/http1/server-connection.ts";
import type { ServerRequest } from "../../../../src/net/http1/server-request.ts";
import { defaultPace, PaceMeter } from "../../../../src/net/pace.ts";
import { readWholeBody } from "../../../../src/net/read-body.ts";
import { makeDuplexPair } from "../../../helpers/duplex-pair.ts";
import { waitFor } from "../../../helpers/wait-for.ts";
import { FakeClock } from "../../../helpers/fake-clock.ts";
import stockRequests from "../../../fixtures/stock/client_requests.json";

type Handler = (request: ServerRequest) => Promise<void>;

class Peer {
  readonly clock = new FakeClock();
  readonly errors: FleetError[] = [];
  readonly connection: ServerConnection;
  readonly served: Promise<void>;
  readonly socket: Duplex;
  received = "";
  ended = false;

  constructor(handler: Handler) {
    const [near, far] = makeDuplexPair();
    this.socket = far;
    far.on("data", (chunk: Buffer) => {
      this.received += chunk.toString("latin1");
    });
    far.on("end", () => {
      this.ended = true;
      far.end();
    });
    far.on("error", () => {});
    this.connection = new ServerConnection(near, { clock: this.clock });
    this.served = serveRequests(this.connection, handler, (error) => void this.errors.push(error));
  }

  /** Sends, and waits until the answers hold this. */
  async ask(text: string, expected: string): Promise<string> {
    this.socket.write(Buffer.from(text, "latin1"));
    await waitFor(() => this.received.includes(expected), {
      what: `the answer holds ${expected}, got ${this.received}`,
    });
    return this.received;
  }

  async end(): Promise<void> {
    await waitFor(() => this.ended || this.socket.destroyed, { what: "the connection ends" });
  }
}

const host = "Host: a\r\n";
const get = (target: string) => `GET ${target} HTTP/1.1\r\n${host}\r\n`;
const post = (headers: string, body = "") => `POST /x HTTP/1.1\r\n${host}${headers}\r\n${body}`;

async function echo(request: ServerRequest): Promise<void> {
  const body = await readWholeBody(request, { maxBytes: 1000, clock: new FakeClock() });
  await request.respond(200, {}, Buffer.concat([Buffer.from(`${request.target}:`), body]));
}

describe("a connection", () => {
  test("serves requests one after another", async () => {
    const peer = new Peer(echo);
    const first = await peer.ask(get("/one"), "/one:");
    expect(first).toStartWith(
      "HTTP/1.1 200 OK\r\nDate: Fri, 15 Jan 2027 08:00:00 GMT\r\nContent-Length: 5\r\n\r\n",
    );
    await peer.ask(post("Content-Length: 3\r\n", "abc"), "/x:abc");
    await peer.ask(post("Transfer-Encoding: chunked\r\n", "3\r\nabd\r\n0\r\n\r\n"), "/x:abd");
    expect(peer.ended).toBe(false);
  });

  test("answers pipelined requests in order, each from its own bytes", async () => {
    const peer = new Peer(echo);
    await peer.ask(post("Content-Length: 3\r\n", "abc") + get("/two") + get("/three"), "/three:");
    expect(peer.received.match(/\/(x:abc|two:|three:)/g)).toEqual(["/x:abc", "/two:", "/three:"]);
  });

  test("gives the same whatever the split", async () => {
    const text = post("Content-Length: 3\r\n", "abc") + get("/last");
    for (let at = 1; at < text.length; at += 7) {
      const peer = new Peer(echo);
      peer.socket.write(text.slice(0, at));
      await peer.ask(text.slice(at), "/last:");
      expect(peer.received).toContain("/x:abc");
    }
  });

  test("ends when the client says so, after the answer", async () => {
    const peer = new Peer(echo);
    await peer.ask(
      `GET / HTTP/1.1\r\n${host}Connection: close\r\n\r\n${get("/never")}`,
      "Connection: close",
    );
    await peer.end();
    await peer.served;
    expect(peer.received).not.toContain("/never");
  });

  test("ends with HTTP/1.0", async () => {
    const peer = new Peer(echo);
    await peer.ask("GET / HTTP/1.0\r\n\r\n", "Connection: close");
    await peer.end();
  });

  test("answers what is odd once, and ends", async () => {
    const peer = new Peer(echo);
    await peer.ask(`GET / HTTP/1.1\n${host}\n${get("/never")}`, "HTTP/1.1 400 Bad Request");
    await peer.end();
    await peer.served;
    expect(peer.received).not.toContain("/never");
    expect(peer.errors.map((error) => error.httpStatus)).toEqual([400]);
  });

  test("ends rather than wait for a body that nobody reads", async () => {
    const peer = new Peer((request) => request.respond(503));
    await peer.ask(post("Content-Length: 100\r\n", "a"), "503 Service Unavailable");
    expect(peer.received).toContain("Connection: close");
    await peer.end();
  });

  test("goes on when the body that nobody read has arrived", async () => {
    const peer = new Peer((request) => request.respond(503));
    await peer.ask(post("Content-Length: 3\r\n", "abc"), "503");
    peer.received = "";
    await peer.ask(get("/again"), "503");
    expect(peer.received).not.toContain("Connection: close");
  });

  test("answers for a handler that throws or forgets", async () => {
    const failing = new Peer(() => Promise.reject(new Error("a secret")));
    await failing.ask(get("/"), "HTTP/1.1 500 Internal Server Error");
    expect(failing.received).not.toContain("a secret");
    const forgetful = new Peer(() => Promise.resolve());
    await forgetful.ask(get("/"), "HTTP/1.1 500");
  });

  test("sends no body to HEAD", async () => {
    const peer = new Peer((request) => request.respond(404, {}, Buffer.from("nothing")));
    const answer = await peer.ask(`HEAD / HTTP/1.1\r\n${host}\r\n`, "Content-Length: 7\r\n\r\n");
    expect(answer).toEndWith("\r\n\r\n");
  });

  test("refuses to write a line break in a header", async () => {
    const peer = new Peer((request) => request.respond(200, { "X-A": "b\r\nX-C: d" }));
    await peer.ask(get("/"), "HTTP/1.1");
    expect(peer.received).not.toContain("X-C");
  });

  test("stops between requests, and after the one under way", async () => {
    const idle = new Peer(echo);
    await idle.ask(get("/"), "/:");
    idle.connection.stop();
    await idle.end();
    const arrived = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<void>();
    const busy = new Peer(async (request) => {
      arrived.resolve();
      await answer.promise;
      await request.respond(200);
    });
    busy.socket.write(get("/") + get("/never"));
    await arrived.promise;
    busy.connection.stop();
    answer.resolve();
    await busy.ask("", "Connection: close");
    await busy.end();
  });
});

describe("100 Continue", () => {
  test("is sent when the body is first read, and not before", async () => {
    const arrived = Promise.withResolvers<void>();
    const accepted = Promise.withResolvers<void>();
    const peer = new Peer(async (request) => {
      arrived.resolve();
      await accepted.promise;
      await echo(request);
    });
    peer.socket.write(post("Expect: 100-continue\r\nContent-Length: 3\r\n"));
    await arrived.promise;
    expect(peer.received).toBe("");
    accepted.resolve();
    await peer.ask("", "HTTP/1.1 100 Continue\r\n\r\n");
    await peer.ask("abc", "/x:abc");
  });

  test("is not sent when the request is refused", async () => {
    const peer = new Peer((request) => request.respond(503));
    await peer.ask(post("Expect: 100-continue\r\nContent-Length: 3\r\n"), "503");
    expect(peer.received).not.toContain("100 Continue");
    await peer.end();
  });

  test("is not sent when the body is here already, as the stock client's is after a while", async () => {
    const peer = new Peer(async (request) => {
      const piece = await request.body.read();
      await request.respond(200, {}, piece);
    });
    peer.socket.write(Buffer.from(stockRequests.stream[1] ?? "", "hex"));
    await peer.ask("", "HTTP/1.1 200");
    expect(peer.received).not.toContain("100 Continue");
  });
});

describe("both directions at once", () => {
  test("the answer begins while the body is open", async () => {
    const peer = new Peer(async (request) => {
      const first = await request.body.read();
      const answer = request.startChunked(200);
      await answer.write(Buffer.from("got "), first ?? Buffer.from("nothing"));
      for (let piece = await request.body.read(); piece; piece = await request.body.read()) {
        await answer.write(piece);
      }
      await answer.end();
    });
    await peer.ask(post("Transfer-Encoding: chunked\r\n", "3\r\none\r\n"), "7\r\ngot one\r\n");
    await peer.ask("3\r\ntwo\r\n", "3\r\ntwo\r\n");
    await peer.ask("0\r\n\r\n", "0\r\n\r\n");
    await peer.end();
  });

  test("a body that breaks off is an error, and the connection is known to be gone", async () => {
    let gone: AbortSignal | undefined;
    const peer = new Peer(async (request) => {
      gone = request.closed;
      await request.body.read();
      request.startChunked(200);
      await request.body.read();
    });
    await peer.ask(post("Transfer-Encoding: chunked\r\n", "3\r\none\r\n"), "HTTP/1.1 200");
    peer.socket.end();
    await peer.served;
    expect(gone?.aborted).toBe(true);
    expect(peer.errors[0]).toMatchObject({ code: "unavailable" });
  });

  test("a client that leaves while its answer is prepared is noticed", async () => {
    let gone: AbortSignal | undefined;
    const peer = new Peer(async (request) => {
      gone = request.closed;
      await new Promise<void>((resolve) => {
        request.closed.addEventListener("abort", () => resolve());
      });
      await request.respond(200);
    });
    peer.socket.write(get("/"));
    await waitFor(() => gone !== undefined, { what: "the handler runs" });
    peer.socket.end();
    await peer.served;
    expect(gone?.reason).toBeInstanceOf(FleetError);
  });
});

describe("timers", () => {
  test("a connection that has answered waits two seconds for the peer to have read it", async () => {
    const clock = new FakeClock();
    const [near, far] = makeDuplexPair();
    let ended = false;
    far.on("end", () => {
      ended = true;
    });
    far.resume();
    const served = serveRequests(new ServerConnection(near, { clock }), (request) =>
      request.respond(503),
    );
    far.write(post("Content-Length: 100\r\n"));
    await waitFor(() => ended, { what: "our side ends" });
    await clock.advance(1_900);
    expect(near.destroyed).toBe(false);
    await clock.advance(200);
    expect(near.destroyed).toBe(true);
    await served;
  });

  test("a head that does not end is answered 408 after ten seconds, however its bytes drip", async () => {
    const peer = new Peer(echo);
    for (const byte of "GET / HTT") {
      peer.socket.write(byte);
      await waitFor(() => peer.clock.pending > 0, { what: "the byte is read" });
      await peer.clock.advance(1_100);
    }
    await peer.clock.advance(1_000);
    await peer.ask("", "HTTP/1.1 408 Request Timeout");
    await peer.end();
  });

  test("a connection that sends nothing is closed without an answer", async () => {
    const peer = new Peer(echo);
    await waitFor(() => peer.clock.pending > 0, { what: "a timer runs" });
    await peer.clock.advance(10_001);
    await peer.end();
    expect(peer.received).toBe("");
    expect(peer.errors).toEqual([]);
  });

  test("a connection may be idle for 30 seconds between requests, and no longer", async () => {
    const peer = new Peer(echo);
    await peer.ask(get("/one"), "/one:");
    await peer.clock.advance(29_000);
    await peer.ask(get("/two"), "/two:");
    await peer.clock.advance(29_000);
    await peer.ask(get("/three"), "/three:");
    await peer.clock.advance(31_000);
    await peer.end();
    expect(peer.received).not.toContain("408");
  });

  test("a body of one byte a second is answered 408", async () => {
    const peer: Peer = new Peer(async (request) => {
      await readWholeBody(request, { maxBytes: 10_000, clock: peer.clock });
    });
    peer.socket.write(post("Content-Length: 5000\r\n"));
    for (let second = 0; second < 40 && !peer.received; second += 1) {
      await waitFor(() => peer.clock.pending > 0 || peer.received !== "", {
        what: "the body is waited for",
      });
      await peer.clock.advance(1_000);
      if (!peer.received) peer.socket.write("x");
      await waitFor(() => peer.clock.pending > 0 || peer.received !== "", {
        what: "things settle",
      });
    }
    await peer.ask("", "HTTP/1.1 408");
  });

  test("a stream may be silent for minutes", async () => {
    const peer = new Peer(async (request) => {
      await request.body.read();
      await request.respond(200);
    });
    peer.socket.write(post("Transfer-Encoding: chunked\r\n"));
    await waitFor(() => peer.clock.pending >= 0, { what: "the body is waited for" });
    await peer.clock.advance(600_000);
    await peer.ask("1\r\na\r\n0\r\n\r\n", "HTTP/1.1 200");
  });

  test("a peer that takes nothing is given up", async () => {
    const peer = new Peer(async (request) => {
      await request.respond(200, {}, Buffer.alloc(10 * 1024 * 1024));
    });
    peer.socket.pause();
    peer.socket.write(get("/"));
    await waitFor(() => peer.clock.pending > 0, { what: "the answer is stuck" });
    await waitFor(
      async () => {
        await peer.clock.advance(61_000);
        return peer.socket.destroyed;
      },
      { what: "the connection is gone" },
    );
    await peer.served;
    expect(peer.errors[0]).toMatchObject({ code: "deadline_exceeded" });
  });
});

describe("a pace", () => {
  const meter = (clock: FakeClock) => new PaceMeter(defaultPace, clock);

  test("allows the grace, then what the bytes have earned, and counts only waiting", async () => {
    const clock = new FakeClock();
    const slow = meter(clock);
    expect(slow.begin()).toBe(30_000);
    await clock.advance(20_000);
    slow.end(1024 * 5);
    await clock.advance(1_000_000);
    expect(slow.begin()).toBe(15_000);
    await clock.advance(14_999);
    slow.end(1);
    expect(slow.begin()).toBeLessThan(3);
  });

  test("ends after twenty minutes whatever came", async () => {
    const clock = new FakeClock();
    const long = meter(clock);
    for (let minute = 0; minute < 40; minute += 1) {
      long.begin();
      await clock.advance(30_000);
      long.end(1024 * 1024);
    }
    expect(long.begin()).toBe(1);
  });
});
