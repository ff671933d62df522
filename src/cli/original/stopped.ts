/** The end of a program that was asked to end. */

/** The original ends with 0 when a signal asked it to. @param exitCode as runUntilEnded gives it. */
export function withoutSignal(exitCode: number): number {
  return exitCode === 130 || exitCode === 143 ? 0 : exitCode;
}
