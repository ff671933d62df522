/**
 * What a server-side service is (protocol.md 11): it takes one message at a time, many at once.
 */
import type { IdentifiedMessage } from "../../../core/message.ts";

export interface ServerService extends AsyncDisposable {
  /**
   * Whether messages have nothing to wait for: they are stored with their result and without a payload in the
   * transaction of their contact, and `process` is never called.
   */
  readonly discards: boolean;

  /**
   * Processes a message; it may be called again with one that it had already processed (at least once).
   *
   * @throws FleetError unavailable, deadline_exceeded, resource_exhausted, refused or unauthenticated for what may
   * go better later: the message stays pending. Anything else is final: the message gets a failed result.
   */
  process(message: IdentifiedMessage, signal: AbortSignal): Promise<void>;
}
