/** Proxies that answer anything, in any pieces: a tunnel, or an error that names the proxy; never anything else. */
import { describe, expect, test } from "bun:test";
import { once } from "node:events";

import { FleetError } from "../../src/core/errors.ts";
import { requestConnect } from "../../src/net/client-proxy/connect.ts";
import { ProxyDialogue } from "../../src/net/client-proxy/dialogue.ts";
import { requestSocks5 } from "../../src/net/client-proxy/socks5.ts";
import { parseProxy } from "../../src/net/client-proxy/proxy.ts";
import { makeDuplexPair } from "../helpers/duplex-pair.ts";
import { makeRandom, mutate, splitRandomly } from "../helpers/mutations.ts";

const seed = Number(process.env["FLEET_FUZZ_SEED"] ?? Date.now() % 2 ** 31);
const rounds = 3_000;
const target = { host: "fleet.example.com", port: 443 };
const forever = new AbortController().signal;
const text = (strings: readonly string[]) => strings.map((one) => Buffer.from(one, "latin1"));

const kinds = [
  {
    url: "http://me:secret@proxy:3128",
    request: requestConnect,
    corpus: text([
      "HTTP/1.1 200 Connection established\r\nVia: 1.1 a\r\n\r\n",
      "HTTP/1.0 200 OK\r\n\r\n",
      "HTTP/1.1 407 No\r\nProxy-Authenticate: Basic\r\nContent-Length: 2\r\n\r\nno",
      `HTTP/1.1 502 Bad\r\n${"A: b\r\n".repeat(3000)}\r\n`,
    ]),
    dictionary: text(["\r\n\r\n", "\n", "HTTP/1.1 ", "\0", "999", ": ", "\xff"]),
  },
  {
    url: "socks5://me:secret@proxy:1080",
    request: requestSocks5,
    corpus: [
      Buffer.of(5, 0, 5, 0, 0, 1, 127, 0, 0, 1, 0, 80),
      Buffer.of(5, 2, 1, 0, 5, 0, 0, 4, ...Buffer.alloc(16), 1, 187),
      Buffer.of(5, 2, 1, 1),
      Buffer.of(5, 0, 5, 5, 0, 3, 3, 97, 98, 99, 0, 0),
      Buffer.of(5, 255),
    ],
    dictionary: [Buffer.of(5), Buffer.of(0, 0), Buffer.of(255), Buffer.of(3, 255), Buffer.of(1)],
  },
];

describe.each(kinds)("$url", ({ url, request, corpus, dictionary }) => {
  const proxy = parseProxy(url, "proxy");

  async function outcomeOf(pieces: readonly Buffer[]): Promise<string> {
    const [near, far] = makeDuplexPair();
    far.resume();
    near.on("error", () => {});
    using dialogue = new ProxyDialogue(near, proxy, forever);
    const asked = request(dialogue, proxy, target).then(() => dialogue.finish());
    const outcome = asked.then(
      () => "a tunnel",
      (thrown: unknown) => kindOf(thrown),
    );
    for (const piece of pieces) far.write(piece);
    far.end();
    await Promise.race([outcome, once(near, "end")]);
    const result = await outcome;
    near.destroy();
    return result;
  }

  test(`whatever it says is a tunnel or its fault, seed ${seed}`, async () => {
    const random = makeRandom(seed);
    const outcomes = new Map<string, number>();
    for (let round = 0; round < rounds; round += 1) {
      const bytes = mutate(corpus, dictionary, random);
      const outcome = await outcomeOf(splitRandomly(bytes, random));
      expect([round, outcome]).toEqual([round, expect.stringMatching(/^(?:a tunnel|proxy_\w+)$/)]);
      outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    }
    expect([...outcomes.keys()].toSorted()).toEqual([
      ...["a tunnel", "proxy_credentials", "proxy_invalid", "proxy_refused"],
    ]);
  });
});

function kindOf(thrown: unknown): string {
  if (!(thrown instanceof FleetError)) return `not a FleetError: ${String(thrown)}`;
  if (/secret/.test(`${thrown.message}${thrown.hint}`)) return "a secret";
  return thrown.failure ?? `no cause: ${thrown.message}`;
}
