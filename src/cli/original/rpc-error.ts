/** An error of a call, as Go's gRPC library words it. */
import { type ServiceError, status } from "@grpc/grpc-js";

/** Go's names of the codes are those of the protocol in another case, but for one. */
const otherNames: Readonly<Record<string, string>> = { OK: "OK", CANCELLED: "Canceled" };

/** @returns "rpc error: code = NotFound desc = …"; undefined for what is no error of a call. */
export function describeRpcError(thrown: unknown): string | undefined {
  const error = thrown instanceof Error && isServiceError(thrown.cause) ? thrown.cause : thrown;
  if (!isServiceError(error)) return undefined;
  return `rpc error: code = ${codeName(error.code)} desc = ${error.details}`;
}

/** "NOT_FOUND" → "NotFound". */
function codeName(code: status): string {
  const name = status[code] ?? String(code);
  const words = name.split("_").map((word) => `${word.slice(0, 1)}${word.slice(1).toLowerCase()}`);
  return otherNames[name] ?? words.join("");
}

function isServiceError(value: unknown): value is ServiceError {
  return value instanceof Error && "code" in value && "details" in value && "metadata" in value;
}
