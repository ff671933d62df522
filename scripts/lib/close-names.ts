/**
 * Closes the environment variables by which a runtime lets anyone take over a compiled program.
 *
 * BUN_BE_BUN=1 turns any compiled program into the bun command line; BUN_OPTIONS holds flags that
 * preload code; BUN_INSPECT and its kin open a debugger or load a file; BUN_BYTECODE_ORDER_OUT writes
 * one. No option of the compiler stops them, so the names are changed in the runtime itself, by one
 * byte: to NUL, which no name in an environment can hold. (A letter would only rename the door.) How
 * often each occurs is asserted: a new Bun fails the build, not the installation.
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
  for (const place of places) runtime[place] = 0;
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
