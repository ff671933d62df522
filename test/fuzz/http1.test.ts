/**
 * Random damage to requests: nothing crashes or hangs, and what is accepted means the same to Node's own parser.
 *
 * FLEET_FUZZ_SEED repeats a run, FLEET_FUZZ_ROUNDS makes it longer. What only node:http accepts, and why it is refused here:
 * - a bare LF at the end of a line of a chunked body's trailer, a bare CR, empty lines before a request: one way to end a line;
 * - targets that are no path (absolute, authority, asterisk), with fragments or bytes over 0x7f: this is no proxy;
 * - "Content-Length" repeated with the same value, codings before "chunked": one way to frame a body;
 * - several Host headers, a Host that is none, expectations other than 100-continue;
 * - HTTP/1.0 with Transfer-Encoding, chunk sizes of more than twelve digits, long chunk extensions;
 * - requests behind one that asked for "Connection: close", or that is of HTTP/1.0.
 */
import { describe, expect, test } from "bun:test";
import { spawn } from "node:child_process";
import { METHODS } from "node:http";
import { fileURLToPath } from "node:url";

import { systemClock } from "../../src/core/clock.ts";
import type { FleetError } from "../../src/core/errors.ts";
import { ServerConnection, serveRequests } from "../../src/net/http1/server-connection.ts";
import { Headers } from "../../src/net/http1/headers.ts";
import { readWholeBody } from "../../src/net/read-body.ts";
import { encodeMagic, RecordDecoder } from "../../src/net/record-framing.ts";
import stockRequests from "../fixtures/stock/client_requests.json";
import { makeDuplexPair } from "../helpers/duplex-pair.ts";
import { makeRandom, mutate, splitRandomly } from "../helpers/mutations.ts";

interface SeenRequest {
  readonly method: string;
  readonly target: string;
  /** Names and values in turn, names in lower case. */
  readonly headers: readonly string[];
  /** Hex. */
  readonly body: string;
}

interface Outcome {
  readonly requests: SeenRequest[];
  readonly errors: FleetError[];
}

const seed = Number(process.env["FLEET_FUZZ_SEED"] ?? Date.now() % 2 ** 31);
const rounds = Number(process.env["FLEET_FUZZ_ROUNDS"] ?? 2_000);
const maxBytes = 100_000;

const host = "Host: a\r\n";
const corpus: readonly Buffer[] = [
  ...Object.values(stockRequests)
    .flat()
    .map((hex) => Buffer.from(hex, "hex")),
  Buffer.from(`GET /a HTTP/1.1\r\n${host}X-A: b\r\n\r\nGET /b HTTP/1.1\r\n${host}\r\n`),
  Buffer.from(
    `POST /x HTTP/1.1\r\n${host}Content-Length: 5\r\n\r\nhelloGET / HTTP/1.1\r\n${host}\r\n`,
  ),
  Buffer.from(
    `POST /x HTTP/1.1\r\n${host}Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n1;a=b\r\n!\r\n0\r\nT: u\r\n\r\n`,
  ),
  Buffer.from("POST /x HTTP/1.0\r\nContent-Length: 2\r\n\r\nhi"),
];
const dictionary = [
  "\r\n",
  "\n",
  "\r",
  "\0",
  " ",
  "\t",
  ":",
  ",",
  ";",
  "0",
  "0\r\n\r\n",
  "\r\n\r\n",
  "Content-Length: 3\r\n",
  "Transfer-Encoding: chunked\r\n",
  "transfer-encoding: Chunked",
  "Content-Length: 0x2\r\n",
  "Connection: close\r\n",
  "Host: b\r\n",
  "HTTP/1.0",
  "HTTP/1.1",
  "chunked",
  "gzip, chunked",
  "ffffffffffff\r\n",
  "-1",
  "+5",
  '5;x="\\""',
  "\xff",
  "Expect: 100-continue\r\n",
  "GET / HTTP/1.1\r\nHost: c\r\n\r\n",
].map((text) => Buffer.from(text, "latin1"));

async function serve(pieces: readonly Buffer[]): Promise<Outcome> {
  const [near, far] = makeDuplexPair();
  const outcome: Outcome = { requests: [], errors: [] };
  far.on("error", () => {});
  far.resume();
  using connection = new ServerConnection(near, { clock: systemClock });
  const served = serveRequests(
    connection,
    async (request) => {
      const { method, target } = request;
      // Node does not inflate: both are to show the body as it was sent.
      const message = { headers: new Headers(), body: request.body };
      const body = await readWholeBody(message, { maxBytes, clock: systemClock });
      const headers = [...request.headers].flat();
      outcome.requests.push({ method, target, headers, body: Buffer.from(body).toString("hex") });
      await request.respond(200);
    },
    (error) => void outcome.errors.push(error),
  );
  for (const piece of pieces) far.write(piece);
  far.end();
  await served;
  return outcome;
}

async function askNode(inputs: readonly Buffer[]): Promise<SeenRequest[][]> {
  const script = fileURLToPath(new URL("../helpers/node-http-reference.mjs", import.meta.url));
  const node = spawn("node", [script], { stdio: ["pipe", "pipe", "inherit"] });
  let output = "";
  node.stdout.on("data", (chunk: Buffer) => {
    output += chunk.toString();
  });
  node.stdin.end(inputs.map((input) => `${input.toString("hex")}\n`).join(""));
  await new Promise((resolve) => {
    node.stdout.on("close", resolve);
  });
  return output.trim().split("\n").map(parseSeen);
}

function parseSeen(line: string): SeenRequest[] {
  const requests: SeenRequest[] = JSON.parse(line);
  return requests.map((request) => ({
    ...request,
    headers: request.headers.map((text, index) => (index % 2 === 0 ? text.toLowerCase() : text)),
  }));
}

/** Methods are any token here, and a list in node:http; CONNECT it does not treat as a request. */
function knownToNode(requests: readonly SeenRequest[]): readonly SeenRequest[] {
  const end = requests.findIndex(({ method }) => !METHODS.includes(method) || method === "CONNECT");
  return end === -1 ? requests : requests.slice(0, end);
}

/** RFC 9110 5.6.3 allows a tab around a value; node:http refuses it behind a length. */
const tabBehindLength = /content-length:[^\r\n]*\t/i;

function makeInputs(): Buffer[] {
  const random = makeRandom(seed);
  return Array.from({ length: rounds }, () => mutate(corpus, dictionary, random));
}

describe(`damaged requests (FLEET_FUZZ_SEED=${seed})`, () => {
  test("mean the same to us as to node:http, or are refused", async () => {
    const inputs = [...corpus, ...makeInputs()];
    const theirs = await askNode(inputs);
    expect(theirs).toHaveLength(inputs.length);
    let accepted = 0;
    for (const [index, input] of inputs.entries()) {
      if (tabBehindLength.test(input.toString("latin1"))) continue;
      const requests = knownToNode((await serve([input])).requests);
      accepted += requests.length;
      const context = { seed, input: input.toString("latin1") };
      expect({ ...context, requests }).toEqual({
        ...context,
        requests: (theirs[index] ?? []).slice(0, requests.length),
      });
    }
    // A comparison in which nothing is accepted would show nothing.
    expect(accepted).toBeGreaterThan(inputs.length / 10);
  }, 600_000);

  test("are judged the same however they are split, and never crash", async () => {
    const random = makeRandom(seed + 1);
    for (const input of makeInputs()) {
      const whole = await serve([input]);
      const split = await serve(splitRandomly(input, random));
      const context = { seed, input: input.toString("latin1") };
      expect({ ...context, requests: split.requests }).toEqual({
        ...context,
        requests: whole.requests,
      });
      for (const error of [...whole.errors, ...split.errors]) {
        expect({ ...context, code: error.code }).not.toEqual({ ...context, code: "internal" });
      }
    }
  }, 600_000);
});

describe(`damaged streams of records (FLEET_FUZZ_SEED=${seed})`, () => {
  test("give records within the bound, or an error", () => {
    const random = makeRandom(seed + 2);
    const records = Buffer.concat([
      encodeMagic(),
      Buffer.from("\x05hello\x00\x80\x01"),
      Buffer.alloc(128),
    ]);
    for (let round = 0; round < rounds; round += 1) {
      const decoder = new RecordDecoder({ expectMagic: true, maxBytes: 200 });
      try {
        for (const piece of splitRandomly(mutate([records], dictionary, random), random)) {
          decoder.push(piece);
          for (let record = decoder.next(); record; record = decoder.next()) {
            expect(record.length).toBeLessThanOrEqual(200);
          }
        }
      } catch (error) {
        expect(error).toMatchObject({ httpStatus: 400 });
      }
    }
  });
});
