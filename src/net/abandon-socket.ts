/**
 * The end of a connection whose peer may be taking nothing.
 *
 * A TLS socket that is destroyed with bytes still to be sent says that it is closed and stays open in the kernel until
 * the peer takes them (Bun 1.4.5,
 * when its peer sends too; test/integration/net/stalled-peer.test.ts): a peer that never does would keep a
 * descriptor and some megabytes each time. A reset ends it at once.
 */
import { Socket } from "node:net";
import type { Duplex } from "node:stream";

/** Closes it for good. What it had still to send is lost. */
export function abandonSocket(socket: Duplex): void {
  if (socket instanceof Socket && !socket.destroyed && socket.writableLength > 0) {
    socket.resetAndDestroy();
  } else {
    socket.destroy();
  }
}
