/** Whatever a peer sends, each event is one line of printable ASCII, of bounded length; in JSON, one object. */
import { expect, test } from "bun:test";

import { hideKeyMaterial, hideSecrets } from "../../src/core/redact.ts";
import {
  type LogEntry,
  fieldsOf,
  formatEntry,
  showValue,
} from "../../src/observability/log-lines.ts";
import { makeRandom } from "../helpers/mutations.ts";

const seed = Date.now() % 2 ** 31;
const random = makeRandom(seed);
const rounds = 3000;

/** Of every kind of character, and what means something to a terminal, to JSON, or to the one who removes secrets. */
const pieces = [
  ...[
    "\u001b[31m",
    "\r\n",
    "\u2028",
    "\u202e",
    "\u0000",
    "\ud800",
    "\udc00",
    "😀",
    '"',
    "\\",
    "\\u",
  ],
  ...[
    "{clientId}",
    "-----BEGIN PRIVATE KEY-----",
    "-----END PRIVATE KEY-----",
    "fleet_a_",
    "Bearer ",
  ],
  ...[
    "://",
    "@",
    "/",
    "=cmd|",
    "<script>",
    " ",
    "x".repeat(300),
    "\u001b".repeat(300),
    "A1b".repeat(40),
  ],
];

function pick<T>(from: readonly T[]): T {
  const found = from[random(from.length)];
  if (found === undefined) throw new Error("nothing to pick from");
  return found;
}

function hostileText(): string {
  const parts = Array.from({ length: random(40) }, () =>
    random(10) < 6 ? pick(pieces) : String.fromCharCode(random(65_536)),
  );
  return parts.join("");
}

function hostileValue(depth = 0): unknown {
  const texts = () => Array.from({ length: random(30) }, hostileText);
  const kinds: (() => unknown)[] = [
    hostileText,
    texts,
    () => 5n,
    () => random(1000),
    () => new Error(hostileText()),
  ];
  if (depth < 2) kinds.push(() => ({ [hostileText()]: hostileValue(depth + 1) }));
  return pick(kinds)();
}

test(`each entry is one harmless line (seed ${seed})`, () => {
  for (let round = 0; round < rounds; round += 1) {
    const value = hostileValue();
    const entry: LogEntry = {
      ...{ level: "info", area: "fuzz", timestampMs: 1_700_000_000_000 },
      text: `client ${showValue(value)} said ${showValue(hostileText())}`,
      fields: fieldsOf({ clientId: value, reason: hostileText() }),
    };
    for (const format of ["console", "json"] as const) {
      const line = formatEntry(entry, format);
      expect(line).toMatch(/^[\x20-\x7e]+\n$/);
      expect(line.length).toBeLessThan(600_000);
      if (format === "json") expect(JSON.parse(line)).toMatchObject({ area: "fuzz" });
    }
  }
});

test(`a secret is removed wherever it stands (seed ${seed})`, () => {
  const secret = "Zm9vYmFyMTIzNDU2Nzg5MGFiY2RlZmdoaWprbG1ub3Bx";
  for (let round = 0; round < rounds; round += 1) {
    const [before, after] = [hostileText(), hostileText()];
    const planted = [
      `\n-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----`,
      ` fleet_ab12_${secret} `,
      ` Bearer ${secret} `,
      ` http://user:${secret}@proxy/ `,
    ];
    expect(hideSecrets(`${before}${pick(planted)}${after}`)).not.toContain(secret);
    expect(hideKeyMaterial(`${before} ${secret} ${after}`)).not.toContain(secret);
  }
});
