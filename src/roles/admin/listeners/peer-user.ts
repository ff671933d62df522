/**
 * Who is at the other end of a Unix socket, as the kernel knows it: SO_PEERCRED on Linux, getpeereid elsewhere.
 */
import { dlopen } from "bun:ffi";
import type { Socket } from "node:net";

import { FleetError } from "../../../core/errors.ts";
import { libcName } from "../../../platform/libc.ts";

export interface PeerUser {
  readonly uid: number;
}

/** Sees and may do everything anyway. */
const rootUid = 0;

/** @throws refused unless the peer is this process's user or root. @param ownUid undefined where there are no users. */
export function checkPeerUser({ uid }: PeerUser, ownUid: number | undefined): void {
  if (uid === ownUid || uid === rootUid) return;
  throw new FleetError(
    "refused",
    `the peer is user ${uid}, and this server serves user ${ownUid} only`,
  );
}

/** @throws refused when the kernel does not say. */
export function readPeerUser(socket: Socket): PeerUser {
  const descriptor = descriptorOf(socket);
  const uid = process.platform === "linux" ? askLinux(descriptor) : askBsd(descriptor);
  if (uid === undefined) throw unknownPeer();
  return { uid };
}

function unknownPeer(): FleetError {
  return new FleetError("refused", "the system does not say which user the peer is");
}

/** node:net keeps the descriptor where only its own modules look; there is no other way to it. */
function descriptorOf(socket: Socket): number {
  const handle: unknown = "_handle" in socket ? socket._handle : undefined;
  if (typeof handle === "object" && handle !== null && "fd" in handle) {
    const { fd } = handle;
    if (typeof fd === "number" && fd >= 0) return fd;
  }
  throw unknownPeer();
}

const solSocket = 1;
const soPeercred = 17;
/** struct ucred: pid, uid, gid; 32 bits each. */
const ucredWords = 3;

function askLinux(descriptor: number): number | undefined {
  const library = dlopen(libcName(), {
    getsockopt: { args: ["i32", "i32", "i32", "ptr", "ptr"], returns: "i32" },
  });
  const credentials = new Uint32Array(ucredWords);
  const length = new Uint32Array([credentials.byteLength]);
  try {
    const failed = library.symbols.getsockopt(
      descriptor,
      solSocket,
      soPeercred,
      credentials,
      length,
    );
    return failed === 0 && length[0] === credentials.byteLength ? credentials[1] : undefined;
  } finally {
    library.close();
  }
}

function askBsd(descriptor: number): number | undefined {
  const library = dlopen(libcName(), {
    getpeereid: { args: ["i32", "ptr", "ptr"], returns: "i32" },
  });
  const uid = new Uint32Array(1);
  const gid = new Uint32Array(1);
  try {
    return library.symbols.getpeereid(descriptor, uid, gid) === 0 ? uid[0] : undefined;
  } finally {
    library.close();
  }
}
