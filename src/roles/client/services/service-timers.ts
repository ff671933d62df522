/**
 * How long services wait for what: the figures of protocol.md 8 and 9, and ours where it has none.
 */

export interface ServiceTimers {
  /** Between two starts of a process that ended by itself. */
  readonly respawnMs: number;
  /** Of an orderly stop: after the channel is closed, and after SIGINT. */
  readonly stopStepMs: number;
  /** How long output is read after the process ended, while something it started keeps it open. */
  readonly lingerMs: number;
  /** How often the memory of a process with a limit is looked at. */
  readonly memoryCheckMs: number;
  /** After this, the log says that a process does not read its messages. */
  readonly unreadMs: number;
  /** The first interval of resource samples; it doubles up to the configured one. */
  readonly firstSampleMs: number;
  /** LocalAcks of a socket are batched for so long. */
  readonly localAckMs: number;
}

export const defaultServiceTimers: ServiceTimers = {
  respawnMs: 60_000,
  stopStepMs: 1_000,
  lingerMs: 500,
  memoryCheckMs: 1_000,
  unreadMs: 10_000,
  firstSampleMs: 1_000,
  localAckMs: 100,
};
