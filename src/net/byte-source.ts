/**
 * Bytes that are pulled piece by piece: a body, or what an inflater makes of one.
 */
import type { PaceMeter } from "./pace.ts";

export interface ByteSource {
  /**
   * The next piece, never empty; undefined at the orderly end. Nothing is read ahead of the calls. One call at a time.
   * @param meter how long the peer may take; without it, as long as it likes.
   * @throws FleetError invalid_data, deadline_exceeded, or unavailable when the connection broke.
   */
  read(meter?: PaceMeter): Promise<Uint8Array | undefined>;
}
