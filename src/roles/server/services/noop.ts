/** NOOP: takes every message and does nothing with it. */
import type { ServerService } from "./service.ts";

export function createNoopService(): ServerService {
  return {
    discards: true,
    process: () => Promise.resolve(),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
