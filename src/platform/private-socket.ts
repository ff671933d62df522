/**
 * A Unix socket that only this user reaches: its folder 0700 and its own, the socket 0600, under its name only when all
 * of that is so (protocol.md 9). No link is followed on the way that others could have put there.
 */
import { chmodSync, type Stats, lstatSync, mkdirSync, renameSync, unlinkSync } from "node:fs";
import type { Server } from "node:net";
import { basename, dirname, join, resolve } from "node:path";

import { FleetError, describeThrown, isSystemError } from "../core/errors.ts";

/** What sockaddr_un holds: 108 bytes on Linux, 104 elsewhere, with the zero at the end. */
const maxPathBytes = process.platform === "linux" ? 107 : 103;
const permissionBits = 0o777;
const othersMayWrite = 0o022;
const sticky = 0o1000;

/**
 * Makes the server listen on the path. What a program left there that did not end in order is replaced.
 * @param readStat replaced by tests.
 * @returns removes the socket, if it is still this one; closing the server is the caller's.
 * @throws configuration for a path that is somebody else's, a link, or no place for a socket.
 */
export async function listenPrivately(
  server: Server,
  path: string,
  readStat: (path: string) => Stats = lstatSync,
): Promise<Disposable> {
  const temporary = join(dirname(path), `.${basename(path)}.new`);
  checkLength(temporary, path);
  prepareFolder(dirname(path), path, readStat);
  for (const place of [path, temporary]) checkPlace(place, path, readStat);
  removeFile(temporary);
  await listen(server, temporary, path);
  chmodSync(temporary, 0o600);
  renameSync(temporary, path);
  const { ino } = lstatSync(path);
  return { [Symbol.dispose]: () => removeOwn(path, ino) };
}

function checkLength(temporary: string, path: string): void {
  const bytes = Buffer.byteLength(temporary);
  if (bytes > maxPathBytes) {
    throw unusable(
      path,
      `with ".new" it has ${bytes} bytes, and a socket's path at most ${maxPathBytes}`,
      "Choose a shorter path.",
    );
  }
}

function prepareFolder(folder: string, path: string, readStat: (path: string) => Stats): void {
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (thrown) {
    if (!isSystemError(thrown, "EEXIST"))
      throw unusable(path, describeThrown(thrown), `Make the folder above "${folder}".`);
  }
  checkAncestors(folder, path, readStat);
  const stat = readStat(folder);
  if (!stat.isDirectory())
    throw unusable(path, `"${folder}" is a link or no folder`, "Name the folder itself.");
  checkOwner(stat, folder, path);
  const mode = stat.mode & permissionBits;
  if (mode !== 0o700) {
    throw unusable(
      path,
      `its folder has the mode ${mode.toString(8)}, not 700`,
      `Run: chmod 700 '${folder}'`,
    );
  }
}

/** Whoever may write into a folder above can put another one in the place of ours. */
function checkAncestors(folder: string, path: string, readStat: (path: string) => Stats): void {
  const own = process.geteuid?.();
  for (let above = dirname(resolve(folder)); ; above = dirname(above)) {
    const stat = readStat(above);
    if (stat.isSymbolicLink() && stat.uid !== 0 && stat.uid !== own) {
      throw unusable(path, `"${above}" is somebody else's link`, "Name the folder itself.");
    }
    const loose = stat.isDirectory() && stat.mode & othersMayWrite && !(stat.mode & sticky);
    if (loose)
      throw unusable(path, `others may write into "${above}"`, `Run: chmod go-w '${above}'`);
    if (above === dirname(above)) return;
  }
}

/** Only a socket of this user's makes way. */
function checkPlace(place: string, path: string, readStat: (path: string) => Stats): void {
  let stat: Stats;
  try {
    stat = readStat(place);
  } catch (thrown) {
    if (isSystemError(thrown, "ENOENT")) return;
    throw unusable(path, describeThrown(thrown), "Check who owns the folder.");
  }
  const kind = stat.isSymbolicLink() ? "a link" : "a file that is no socket";
  if (!stat.isSocket())
    throw unusable(path, `"${place}" is ${kind}`, "Move it away, or choose another path.");
  checkOwner(stat, place, path);
}

function checkOwner(stat: Stats, place: string, path: string): void {
  const own = process.geteuid?.();
  if (own !== undefined && stat.uid !== own) {
    throw unusable(
      path,
      `"${place}" belongs to the user ${stat.uid}, not to ${own}`,
      "Choose a path of this user's own.",
    );
  }
}

async function listen(server: Server, temporary: string, path: string): Promise<void> {
  // The file appears with the rights that the umask leaves: there is no moment in which others may connect.
  const umask = process.umask(0o177);
  try {
    await new Promise<void>((resolve_, reject) => {
      server.once("error", reject);
      server.listen({ path: temporary }, () => {
        server.removeListener("error", reject);
        resolve_();
      });
    });
  } catch (thrown) {
    throw unusable(path, describeThrown(thrown), "Check that this user may write into the folder.");
  } finally {
    process.umask(umask);
  }
}

function removeFile(path: string): void {
  try {
    unlinkSync(path);
  } catch (thrown) {
    if (!isSystemError(thrown, "ENOENT")) throw thrown;
  }
}

function removeOwn(path: string, ino: number): void {
  try {
    if (lstatSync(path).ino === ino) unlinkSync(path);
  } catch {
    // Somebody has removed it, which is what was wanted.
  }
}

function unusable(path: string, reason: string, hint: string): FleetError {
  return new FleetError("configuration", `no socket can be at "${path}": ${reason}`, { hint });
}
