/** JSON that somebody else wrote: an object, not too deep. */
import { FleetError, describeThrown } from "./errors.ts";

/** As deep as an operation's input may be: its own levels, and those of a payload in it. */
const maxDepth = 64;

export type JsonObject = Readonly<Record<string, unknown>>;

/** @throws invalid_argument */
export function parseJsonObject(text: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (thrown) {
    throw wrong(describeThrown(thrown).slice(0, 200));
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw wrong("it is no object");
  if (isDeeper(value, maxDepth)) throw wrong(`it is over ${maxDepth} levels deep`);
  return value as JsonObject;
}

function isDeeper(value: object, levels: number): boolean {
  if (levels === 0) return true;
  const members: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
  return members.some(
    (member) => typeof member === "object" && member !== null && isDeeper(member, levels - 1),
  );
}

function wrong(what: string): FleetError {
  return new FleetError("invalid_argument", `the JSON cannot be used: ${what}`, {
    hint: 'Send one JSON object, such as {"client_id":"0123456789abcdef"}.',
  });
}
