/** Which release an executable file is of: the build information in its program (core/build-info.ts), found from outside. */
export interface Origin {
  readonly version: string;
  /** RFC 3339; empty where the commit was not known. */
  readonly builtAt: string;
}

/** What stands between version and time, however the rest is ordered. */
const marker = Buffer.from('",builtAt:"');
const pattern = /version:"([^"]+)",commit:"([^"]+)",builtAt:"([^"]*)"/;
const maxFieldsBytes = 200;

/** @returns undefined when it says nothing, or different things. */
export function findOrigin(executable: Buffer): Origin | undefined {
  const found = new Map<string, Origin>();
  let at = executable.indexOf(marker);
  for (; at >= 0; at = executable.indexOf(marker, at + 1)) {
    const around = executable.toString("latin1", at - maxFieldsBytes, at + maxFieldsBytes);
    const [all, version = "", commit, builtAt = ""] = pattern.exec(around) ?? [];
    // Every file also holds what it says when it is run from the sources.
    if (all !== undefined && commit !== "development") found.set(all, { version, builtAt });
  }
  const [origin, ...others] = found.values();
  return others.length === 0 ? origin : undefined;
}
