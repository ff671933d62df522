/**
 * A whole body within bounds, inflated (protocol.md 3: 20 MiB, compressed and inflated alike; ours.md 5).
 */
import type { Clock } from "../core/clock.ts";
import type { BodyAccount } from "./body-budget.ts";
import type { ByteSource } from "./byte-source.ts";
import { contentCodingOf } from "./compression.ts";
import { GrowingBuffer } from "./growing-buffer.ts";
import type { Headers } from "./http1/headers.ts";
import type { BodyFraming } from "./http1/framing.ts";
import { HttpError } from "./http-error.ts";
import { inflateWhole } from "./inflate-whole.ts";
import { defaultPace, type Pace, PaceMeter } from "./pace.ts";

const noBytes = new Uint8Array(0);

/** A request of the server or a response of the client. */
export interface MessageWithBody {
  readonly headers: Headers;
  readonly body: ByteSource & {
    readonly framing: BodyFraming;
    readonly done: boolean;
  };
}

export interface ReadBodyOptions {
  /** As sent and as inflated, each. */
  readonly maxBytes: number;
  readonly clock: Clock;
  readonly pace?: Pace;
  /** Told what is held; the caller disposes it when it has dropped the body. */
  readonly account?: BodyAccount;
}

/**
 * @returns the body in a buffer that the caller owns.
 * @throws HttpError 400 over the limit or for a wrong compression, 408 for a slow peer, 415 for an unknown encoding;
 * unavailable when the connection broke.
 */
export async function readWholeBody(
  message: MessageWithBody,
  options: ReadBodyOptions,
): Promise<Uint8Array> {
  const { maxBytes, account } = options;
  const coding = contentCodingOf(message.headers);
  const { framing } = message.body;
  if (framing.kind === "length" && framing.length > maxBytes) throw tooLong(maxBytes);
  const bytes = await gather(message.body, options);
  if (coding === "identity") return bytes;
  const inflated = await inflateWhole(bytes, maxBytes);
  account?.hold(inflated.length);
  return inflated;
}

async function gather(
  body: MessageWithBody["body"],
  options: ReadBodyOptions,
): Promise<Uint8Array> {
  const { maxBytes, account, clock, pace = defaultPace } = options;
  const meter = new PaceMeter(pace, clock);
  const first = (await body.read(meter)) ?? noBytes;
  if (first.length > maxBytes) throw tooLong(maxBytes);
  account?.hold(first.length);
  if (body.done) return first;
  const gathered = new GrowingBuffer(maxBytes);
  gathered.append(first);
  for (;;) {
    await account?.room();
    const next = body.read(meter);
    const piece = await (account?.guard(next) ?? next);
    if (piece === undefined) return gathered.bytes();
    if (gathered.length + piece.length > maxBytes) throw tooLong(maxBytes);
    gathered.append(piece);
    account?.hold(gathered.length);
  }
}

function tooLong(maxBytes: number): HttpError {
  return new HttpError(400, `the body is over the limit of ${maxBytes} bytes`, {
    code: "resource_exhausted",
  });
}
