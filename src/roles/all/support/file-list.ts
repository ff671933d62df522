/** Files with their modes, owners and sizes, as `ls -l` has them; never what is in them. */
import { type Stats, lstatSync, readdirSync, readlinkSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

import { describeThrown } from "../../../core/errors.ts";

/** Of one listing: a folder may hold what somebody else put there. */
const maxLines = 500;
const maxDepth = 3;

/** What these files and folders are, and everything in the folders. Each folder above them is one line. */
export function listFiles(paths: readonly string[]): string {
  const lines: string[] = ["mode owner group bytes changed path"];
  for (const folder of foldersAbove(paths)) lines.push(lineOf(folder).text);
  for (const path of new Set(paths.map((each) => resolve(each)))) walk(path, 0, lines);
  if (lines.length > maxLines) lines.splice(maxLines, Infinity, "… more is left out");
  return `${lines.join("\n")}\n`;
}

function foldersAbove(paths: readonly string[]): string[] {
  const folders = new Set<string>();
  for (const path of paths) {
    for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
      folders.add(folder);
      if (folder === dirname(folder)) break;
    }
  }
  return [...folders].toSorted();
}

function walk(path: string, depth: number, lines: string[]): void {
  const { text, isFolder } = lineOf(path);
  lines.push(text);
  if (!isFolder || depth >= maxDepth || lines.length > maxLines) return;
  let names: string[] = [];
  try {
    names = readdirSync(path).toSorted();
  } catch (thrown) {
    lines.push(`(cannot be listed: ${describeThrown(thrown)})`);
  }
  for (const name of names) walk(join(path, name), depth + 1, lines);
}

function lineOf(path: string): { readonly text: string; readonly isFolder: boolean } {
  const shown = JSON.stringify(path);
  try {
    const stat = lstatSync(path);
    const target = stat.isSymbolicLink() ? ` -> ${JSON.stringify(readlinkSync(path))}` : "";
    const { uid, gid, size, mtime } = stat;
    const text = `${modeOf(stat)} ${uid} ${gid} ${size} ${mtime.toISOString()} ${shown}${target}`;
    return { text, isFolder: stat.isDirectory() };
  } catch (thrown) {
    return { text: `(not there) ${shown}: ${describeThrown(thrown)}`, isFolder: false };
  }
}

function modeOf(stat: Stats): string {
  const kinds: readonly (readonly [boolean, string])[] = [
    [stat.isDirectory(), "d"],
    [stat.isSymbolicLink(), "l"],
    [stat.isSocket(), "s"],
    [stat.isFIFO(), "p"],
  ];
  const kind = kinds.find(([is]) => is)?.[1] ?? "-";
  return `${kind}${(stat.mode & 0o7777).toString(8).padStart(4, "0")}`;
}
