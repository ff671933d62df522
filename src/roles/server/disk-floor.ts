/**
 * Keeps part of the disk free (fleet.disk.min_free_bytes): below that, clients keep their messages and try again later.
 *
 * Records without messages pass: acknowledgements and polls make the database no larger than it is.
 */
import type { Clock } from "../../core/clock.ts";
import { FleetError } from "../../core/errors.ts";
import type { Events } from "../../observability/events.ts";
import type { Log } from "../../observability/log.ts";
import { diskSpace } from "../../platform/disk-space.ts";

/** Asking is a system call; a second's worth of messages fits into any sensible floor. */
const askMs = 1000;

export interface DiskFloorOptions {
  /** Of the database. */
  readonly folder: string;
  readonly minFreeBytes: number;
  readonly clock: Clock;
  readonly log: Log;
  /** Told of each change. */
  readonly events?: Pick<Events, "diskFloor">;
  /** How many bytes this user may still write there; replaced by tests. */
  readonly freeBytes?: (folder: string) => number;
}

export class DiskFloor {
  readonly #options: DiskFloorOptions;
  #askedAt = Number.NEGATIVE_INFINITY;
  #isBelow = false;

  constructor(options: DiskFloorOptions) {
    this.#options = options;
  }

  /** @throws resource_exhausted (503) while too little is free. */
  check(): void {
    const now = this.#options.clock.now();
    // A clock that was set back must not stop the asking.
    if (Math.abs(now - this.#askedAt) >= askMs) {
      this.#askedAt = now;
      this.#ask();
    }
    if (!this.#isBelow) return;
    const { folder, minFreeBytes } = this.#options;
    throw new FleetError(
      "resource_exhausted",
      `less than ${minFreeBytes} bytes are free in "${folder}": no messages are taken`,
    );
  }

  #ask(): void {
    const { folder, minFreeBytes, log } = this.#options;
    const free = this.#options.freeBytes?.(folder) ?? diskSpace(folder).freeBytes;
    const isBelow = free < minFreeBytes;
    if (isBelow === this.#isBelow) return;
    this.#isBelow = isBelow;
    this.#options.events?.diskFloor({ isBelow, free, min: minFreeBytes });
    const values = { free, folder, min: minFreeBytes };
    if (isBelow) {
      log.error(
        "{free} bytes are free in {folder}, under min_free_bytes {min}: clients' messages are refused",
        values,
      );
    } else log.info("{free} bytes are free in {folder} again: clients' messages are taken", values);
  }
}
