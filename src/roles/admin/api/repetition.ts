/** Writes with an idempotency key: done once, and answered again as they were the first time. */
import { createHash } from "node:crypto";

import type { Caller } from "../../../core/caller.ts";
import { FleetError, describeThrown } from "../../../core/errors.ts";
import { microsFromMs } from "../../../core/time.ts";
import type { IdempotencyKey, IdempotencyRecord } from "../../../store/access.ts";
import type { ApiContext } from "./context.ts";

export interface ApiAnswer<Output = unknown> {
  readonly output: Output;
  /** Whether it is the answer of an earlier call with the same key. */
  readonly replayed: boolean;
}

/** Of one caller, who takes nothing from the others; kept for a day. */
const maxRecords = 100_000;

/**
 * @param input in canonical JSON.
 * @throws invalid_argument for a key that cannot be one, conflict for one that was used with another input or whose
 * write is under way.
 */
export async function answerOnce<Output>(
  context: ApiContext,
  operation: { readonly name: string },
  input: string,
  call: { readonly caller: Caller; readonly idempotencyKey: string },
  run: () => Promise<Output>,
): Promise<ApiAnswer<Output>> {
  const { store, clock, server } = context;
  const key = keyOf(call.caller, operation.name, call.idempotencyKey);
  const inputHash = createHash("sha256").update(input).digest();
  const record = { inputHash, server: server.instance, time: microsFromMs(clock.now()) };
  const earlier = await store.idempotency.begin(key, record, maxRecords);
  if (earlier) return { output: answerOf(earlier, record, key) as Output, replayed: true };
  let output: Output;
  try {
    output = await run();
  } catch (thrown) {
    await store.idempotency.forget(key);
    throw thrown;
  }
  await complete(context, key, JSON.stringify(output));
  return { output, replayed: false };
}

function keyOf(caller: Caller, operation: string, key: string): IdempotencyKey {
  if (!/^[\x21-\x7e]{1,255}$/.test(key)) {
    throw new FleetError("invalid_argument", "the idempotency key is none", {
      hint: "It is 1 to 255 visible ASCII characters, such as a UUID.",
    });
  }
  const { credentialId, serial, door, name = "" } = caller;
  return { caller: credentialId ?? serial ?? `${door} ${name}`, operation, key };
}

function answerOf(
  earlier: IdempotencyRecord,
  { inputHash, server }: Omit<IdempotencyRecord, "answer">,
  { key, operation }: IdempotencyKey,
): unknown {
  const what = `the idempotency key ${JSON.stringify(key)} of ${operation}`;
  if (!Buffer.from(earlier.inputHash).equals(inputHash)) {
    throw new FleetError("conflict", `${what} was used with another input`, {
      hint: "A key stands for one write: use a new one.",
    });
  }
  if (earlier.answer !== undefined) return JSON.parse(earlier.answer);
  if (earlier.server === server) {
    throw new FleetError("conflict", `the write with ${what} is under way`, {
      hint: "Ask again in a moment.",
    });
  }
  throw new FleetError(
    "conflict",
    `the write with ${what} was interrupted: it may have been made`,
    {
      hint: "See whether it was, and otherwise make it with another key.",
    },
  );
}

/** The write was made: that its answer could not be kept does not change that. */
async function complete({ store, log }: ApiContext, key: IdempotencyKey, answer: string) {
  try {
    await store.idempotency.complete(key, answer);
  } catch (thrown) {
    log.error("the answer to a write with an idempotency key is not kept: {error}", {
      error: describeThrown(thrown),
    });
  }
}
