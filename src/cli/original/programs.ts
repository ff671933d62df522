/** By which names the executable is one of the original's programs. Loaded at every start: knows nothing else. */

export const originalPrograms = [
  "fleetspeak-server",
  "fleetspeak-client",
  "fleetspeak-admin",
  "fleetspeak-config",
] as const;
export type OriginalProgram = (typeof originalPrograms)[number];

/** @param argv0 as the process was called: a path or a name, also with .exe. */
export function originalProgram(argv0: string): OriginalProgram | undefined {
  const name = argv0.slice(Math.max(argv0.lastIndexOf("/"), argv0.lastIndexOf("\\")) + 1);
  const stem = name.replace(/\.exe$/i, "");
  return originalPrograms.find((program) => program === stem);
}
