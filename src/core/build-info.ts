/**
 * What this executable was built from. scripts/build-binaries.ts puts the values in; run from the sources, they are
 * those of a development tree.
 */

export interface BuildInfo {
  /** As in package.json. */
  readonly version: string;
  /** The git commit, or "development". */
  readonly commit: string;
  /** The time of that commit, RFC 3339; empty for a development tree. */
  readonly builtAt: string;
  /** "linux-x64-musl": what it was built for. */
  readonly target: string;
  /** The version of the Bun runtime in it. */
  readonly bun: string;
}

declare const FLEET_BUILD_INFO: BuildInfo | undefined;

const development = { version: "0.0.0-development", commit: "development", builtAt: "" };

export const buildInfo: BuildInfo =
  typeof FLEET_BUILD_INFO === "undefined"
    ? { ...development, target: `${process.platform}-${process.arch}`, bun: Bun.version }
    : FLEET_BUILD_INFO;
