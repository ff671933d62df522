/** What a package puts onto a machine, whatever its format. */

interface Placed {
  /** From the root, without the leading slash: "usr/bin/fleet". */
  readonly path: string;
  /** Permission bits only. */
  readonly mode: number;
  /** The group by name; the owner is root. Default "root". */
  readonly group?: string;
  /** In an image, where there are no names yet: owner and group by number. Default 0. */
  readonly ownerId?: number;
}

export interface FileEntry extends Placed {
  readonly kind: "file";
  readonly bytes: Uint8Array;
  /** The administrator's to change: an upgrade does not overwrite it. */
  readonly configuration?: true;
}

export interface FolderEntry extends Placed {
  readonly kind: "folder";
}

export type Entry = FileEntry | FolderEntry;

/** By path, so that the same content gives the same bytes; a folder comes before what is in it. */
export function sortEntries(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** The entries with the folders that lead to them, each once. */
export function withParents(entries: readonly Entry[]): Entry[] {
  const known = new Map(entries.map((entry) => [entry.path, entry] as const));
  for (const { path } of entries) {
    const parts = path.split("/");
    for (let depth = 1; depth < parts.length; depth += 1) {
      const parent = parts.slice(0, depth).join("/");
      if (!known.has(parent)) known.set(parent, { kind: "folder", path: parent, mode: 0o755 });
    }
  }
  return sortEntries([...known.values()]);
}

/** Bytes that the files take, altogether. */
export function sizeOf(entries: readonly Entry[]): number {
  return entries.reduce((sum, entry) => sum + (entry.kind === "file" ? entry.bytes.length : 0), 0);
}
