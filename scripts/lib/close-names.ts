/**
 * Closes the environment variables by which a runtime lets anyone take over a compiled program.
 *
 * BUN_BE_BUN=1 turns any compiled program into the bun command line; BUN_OPTIONS holds flags that
 * preload code; BUN_INSPECT and its kin open a debugger or load a file; BUN_BYTECODE_ORDER_OUT writes
 * one. No option of the compiler stops them, so the names are changed in the runtime itself, by one
 * byte: to NUL, which no name in an environment can hold. (A letter would only rename the door.) How
 * often each occurs is asserted: a new Bun fails the build, not the installation.
 *
 * BUN_JSC_…, which sets options of the engine, is a name that the runtime compares letter by letter, in code. There the
 * jump that is taken when the first letter differs is made one that is always taken. This is done for x64; the code for
 * arm64 is another, and still reads it.
 */

interface ClosedName {
  readonly name: string;
  /** How often the runtime has it, the same in ELF, PE and Mach-O of Bun 1.4.5. */
  readonly count: number;
}

export const closedNames: readonly ClosedName[] = [
  { name: "BUN_BE_BUN", count: 1 },
  { name: "BUN_OPTIONS", count: 2 },
  { name: "BUN_INSPECT", count: 9 },
  { name: "BUN_BYTECODE_ORDER", count: 3 },
];

/** Where Bun's own JavaScript reads a variable, a NUL would be a syntax error; it runs only when inspecting. */
const scriptUse = "process.env.";

/**
 * Changes the given bytes.
 * @param what the runtime's name, for the error.
 * @throws when a name occurs more or less often than expected: then nothing was changed.
 */
export function closeNames(runtime: Buffer, what: string): void {
  const places = closedNames.flatMap((closed) => findAsExpected(runtime, closed, what));
  const jump = what.includes("-x64") ? findPrefixJump(runtime, what) : undefined;
  for (const place of places) runtime[place] = 0;
  if (jump !== undefined) jumpAlways(runtime, jump);
}

/** Compared in code. */
export const comparedPrefix = "BUN_JSC_";

/** Where the jump stands that is taken when the first letter of a variable is not that of the prefix. */
function findPrefixJump(runtime: Buffer, what: string): number {
  const found = [...runtime.toString("latin1").matchAll(prefixComparison())];
  const [match] = found;
  if (match && found.length === 1) return match.index + (match[1]?.length ?? 0);
  throw new Error(
    `${what} compares ${comparedPrefix} ${found.length} times, not once: see what this Bun does with it, then ` +
      "correct scripts/lib/close-names.ts",
  );
}

/** For each letter `cmp byte [register + n], letter`, and `jne` with a short or a long way; x64. */
function prefixComparison(): RegExp {
  const jumpIfNot = String.raw`(?:\x75[^]|\x0f\x85[^]{4})`;
  const letters = Array.from(comparedPrefix, (letter, index) => {
    const operand = index === 0 ? String.raw`[\x38-\x3f]` : `[\\x78-\\x7f]\\x0${index}`;
    return String.raw`\x41?\x80${operand}${letter}`;
  });
  return new RegExp(`(${letters[0]})${jumpIfNot}${letters.slice(1).join(jumpIfNot)}`, "g");
}

/** jne → jmp, with the same way to go. */
function jumpAlways(runtime: Buffer, at: number): void {
  const isShort = runtime[at] === 0x75;
  runtime.set(isShort ? [0xeb] : [0x90, 0xe9], at);
}

function findAsExpected(runtime: Buffer, { name, count }: ClosedName, what: string): number[] {
  const places = findAll(runtime, name).filter((at) => !isScriptUse(runtime, at));
  if (places.length === count) return places;
  throw new Error(
    `${what} holds ${name} ${places.length} times, not ${count}: see what this Bun does with it, then correct ` +
      "scripts/lib/close-names.ts",
  );
}

function isScriptUse(runtime: Buffer, at: number): boolean {
  return runtime.subarray(Math.max(0, at - scriptUse.length), at).toString("latin1") === scriptUse;
}

function findAll(bytes: Buffer, text: string): number[] {
  const places: number[] = [];
  for (let at = bytes.indexOf(text); at !== -1; at = bytes.indexOf(text, at + 1)) places.push(at);
  return places;
}
