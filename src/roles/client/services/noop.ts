/**
 * NOOP: takes every message and does nothing.
 */
import type { ClientService } from "./service.ts";

export function makeNoopService(): ClientService {
  return {
    process: () => Promise.resolve({}),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}
