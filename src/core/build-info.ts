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
}

declare const FLEET_BUILD_INFO: BuildInfo | undefined;

export const buildInfo: BuildInfo =
  typeof FLEET_BUILD_INFO === "undefined"
    ? { version: "0.0.0-development", commit: "development", builtAt: "" }
    : FLEET_BUILD_INFO;
