/**
 * The admin API on a Unix socket: 0600, and each peer's user is asked of the kernel (ours.md 5).
 *
 * The library that speaks gRPC can listen on a path itself, but shows neither the descriptor that the kernel has to be
 * asked about nor a moment to do so; connections are accepted here and handed to it instead.
 */
import { type Stats, chmodSync, lstatSync, statSync, unlinkSync } from "node:fs";
import { type Socket, createConnection } from "node:net";
import { dirname } from "node:path";

import { FleetError, describeThrown, isSystemError } from "../../../core/errors.ts";
import { isTrustedOwner } from "../../../platform/private-file.ts";
import type { UnixListener } from "../options.ts";
import { type AcceptOptions, Acceptor } from "./accept.ts";
import { type PeerUser, checkPeerUser, readPeerUser } from "./peer-user.ts";

/** What sockaddr_un holds: 108 bytes on Linux, 104 elsewhere, with the zero at the end. */
const maxPathBytes = process.platform === "linux" ? 107 : 103;
const othersMayWrite = 0o022;
const sticky = 0o1000;

/**
 * @param readUser replaced by tests.
 * @throws conflict when another server listens there, configuration for a path that cannot be used.
 */
export async function listenOnUnixSocket(
  { path }: UnixListener,
  options: Pick<AcceptOptions, "handOn" | "log">,
  readUser: (socket: Socket) => PeerUser = readPeerUser,
): Promise<{ acceptor: AsyncDisposable; address: string }> {
  checkPath(path);
  await removeStaleSocket(path);
  const address = `unix:${path}`;
  const check = (socket: Socket) => checkPeerUser(readUser(socket), process.getuid?.());
  const acceptor = new Acceptor({ ...options, shown: address, check });
  // The file appears with the rights that the umask leaves: there is no moment in which others may connect.
  const umask = process.umask(0o077);
  try {
    await acceptor.listen({ path });
    chmodSync(path, 0o600);
  } finally {
    process.umask(umask);
  }
  return { acceptor: withUnlink(acceptor, path), address };
}

function checkPath(path: string): void {
  if (process.platform === "win32") {
    throw unusable(path, "this system tells nobody who connects", "Use an address on 127.0.0.1.");
  }
  const bytes = Buffer.byteLength(path);
  if (bytes > maxPathBytes) {
    const reason = `the path has ${bytes} bytes, and a socket's at most ${maxPathBytes}`;
    throw unusable(path, reason, "Choose a shorter state directory.");
  }
  let folder: Stats;
  try {
    folder = statSync(dirname(path));
  } catch (thrown) {
    throw unusable(
      path,
      describeThrown(thrown),
      `Make the folder "${dirname(path)}", for this user only.`,
    );
  }
  if (!isTrustedOwner(folder.uid)) {
    const reason = `its folder belongs to user ${folder.uid}`;
    throw unusable(path, reason, "Choose a folder of this user's.");
  }
  if (folder.mode & othersMayWrite && !(folder.mode & sticky)) {
    throw unusable(path, "others may write into its folder", `Run: chmod go-w '${dirname(path)}'`);
  }
}

function unusable(path: string, reason: string, hint: string): FleetError {
  return new FleetError("configuration", `the admin API cannot listen on "${path}": ${reason}`, {
    hint,
  });
}

/** Removes the socket that a server left behind that did not end in order. */
async function removeStaleSocket(path: string): Promise<void> {
  try {
    if (!lstatSync(path).isSocket()) {
      throw unusable(path, "there is a file of this name", "Move it away, or choose another path.");
    }
  } catch (thrown) {
    if (isSystemError(thrown, "ENOENT")) return;
    throw thrown;
  }
  if (await someoneListens(path)) {
    throw new FleetError(
      "conflict",
      `the admin API cannot listen on "${path}": another server does`,
      {
        hint: "End that server, or give this one a state directory of its own.",
      },
    );
  }
  unlinkSync(path);
}

function someoneListens(path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = createConnection({ path });
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", (error) => {
      const gone = isSystemError(error, "ECONNREFUSED") || isSystemError(error, "ENOENT");
      if (gone) resolve(false);
      else reject(unusable(path, describeThrown(error), "Check who owns this socket."));
    });
  });
}

function withUnlink(acceptor: Acceptor, path: string): AsyncDisposable {
  return {
    async [Symbol.asyncDispose]() {
      await acceptor[Symbol.asyncDispose]();
      try {
        unlinkSync(path);
      } catch (thrown) {
        // Closing may have removed it already.
        if (!isSystemError(thrown, "ENOENT")) throw thrown;
      }
    },
  };
}
