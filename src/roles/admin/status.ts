/**
 * FleetError to gRPC status, the one place where it happens. What a gRPC status cannot say travels in trailing
 * metadata, for callers of ours.
 */
import { Metadata, type StatusObject } from "@grpc/grpc-js";

import { type FleetError, toFleetError } from "../../core/errors.ts";

/** Trailer: the FleetError's code. */
export const codeTrailer = "fleet-code";
/** Trailer: the FleetError's hint, UTF-8. */
export const hintTrailer = "fleet-hint-bin";

/** Trailers have a limited size at the receiver; it is quoted input that makes messages long. */
const maxTextLength = 1000;

export function statusOf(thrown: unknown): StatusObject & { readonly error: FleetError } {
  const error = toFleetError(thrown);
  const metadata = new Metadata();
  metadata.set(codeTrailer, error.code);
  if (error.hint !== undefined)
    metadata.set(hintTrailer, Buffer.from(error.hint.slice(0, maxTextLength)));
  return {
    code: error.grpcStatus,
    details: error.message.slice(0, maxTextLength),
    metadata,
    error,
  };
}
