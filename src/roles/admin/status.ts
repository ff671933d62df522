/**
 * FleetError to gRPC status, the one place where it happens. What a gRPC status cannot say travels in trailing
 * metadata, for callers of ours.
 */
import { Metadata, type StatusObject } from "@grpc/grpc-js";

import { type FleetError, toFleetError } from "../../core/errors.ts";
import type { Log } from "../../observability/log.ts";

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

/** As statusOf, as the library throws it; what is a fault of ours is logged. @param method its path. */
export function reportOf(method: string, thrown: unknown, log: Log): StatusObject & Error {
  const { error, ...status } = statusOf(thrown);
  const facts = { method, error: error.message };
  if (error.code === "internal") log.error("{method} failed: {error}", facts);
  else log.debug("{method} answered with an error: {error}", facts);
  return { ...status, name: error.name, message: error.message };
}
