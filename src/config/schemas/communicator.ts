/**
 * fleetspeak.client.CommunicatorConfig: communicator.txt (protocol.md 2 and 8).
 */
import { z } from "zod";

import type { FileKind } from "../file-kind.ts";
import { choice, flag, integer } from "./fields.ts";

export interface CommunicatorConfig {
  readonly maxPollDelayMs: number;
  readonly maxBufferDelayMs: number;
  readonly minFailureDelayMs: number;
  readonly failureSuicideTimeMs: number;
  /** Whether what is sent is compressed (deflate). */
  readonly compression: boolean;
  readonly preferHttp2: boolean;
}

const maxSeconds = 2 ** 31 - 1;

function seconds(fallback: number) {
  return integer({ min: 1, max: maxSeconds, fallback }).transform((value) => value * 1000);
}

const communicatorSchema = z
  .strictObject({
    max_poll_delay_seconds: seconds(300),
    max_buffer_delay_seconds: seconds(5),
    min_failure_delay_seconds: seconds(300),
    failure_suicide_time_seconds: seconds(604_800),
    compression: choice(["COMPRESSION_NONE", "COMPRESSION_DEFLATE"]),
    prefer_http2: flag(),
  })
  .transform((file): CommunicatorConfig => ({
    maxPollDelayMs: file.max_poll_delay_seconds,
    maxBufferDelayMs: file.max_buffer_delay_seconds,
    minFailureDelayMs: file.min_failure_delay_seconds,
    failureSuicideTimeMs: file.failure_suicide_time_seconds,
    compression: file.compression === "COMPRESSION_DEFLATE",
    preferHttp2: file.prefer_http2,
  }));

export const communicatorKind: FileKind<CommunicatorConfig> = {
  name: "communicator file",
  typeName: "fleetspeak.client.CommunicatorConfig",
  ignoreUnknown: true,
  schema: communicatorSchema,
};
