/** A gRPC status as a FleetError: what a server of ours says in full, what others say by the status alone. */
import { type ServiceError, status } from "@grpc/grpc-js";

import { type ErrorCode, FleetError } from "../../core/errors.ts";
import type { AdminAddress } from "./admin-address.ts";

/** The trailers of roles/admin/status.ts. */
const codeTrailer = "fleet-code";
const hintTrailer = "fleet-hint-bin";

const codes: Readonly<Partial<Record<status, ErrorCode>>> = {
  [status.INVALID_ARGUMENT]: "invalid_argument",
  [status.NOT_FOUND]: "not_found",
  [status.DEADLINE_EXCEEDED]: "deadline_exceeded",
  [status.RESOURCE_EXHAUSTED]: "resource_exhausted",
  [status.UNAUTHENTICATED]: "unauthenticated",
  [status.PERMISSION_DENIED]: "refused",
  [status.FAILED_PRECONDITION]: "configuration",
  [status.ALREADY_EXISTS]: "conflict",
};

/** What a peer may name as a code: those of the table, and what shares a status with another. */
const known: ReadonlySet<string> = new Set([
  ...Object.values(codes),
  "invalid_data",
  "unavailable",
  "internal",
]);

/** @param isTls whether the command line speaks TLS to the server. */
export function fromServiceError(
  error: ServiceError,
  address: AdminAddress,
  isTls: boolean,
): FleetError {
  const said = error.metadata.get(codeTrailer)[0];
  if (isCode(said)) return new FleetError(said, error.details, { ...hintOf(error), cause: error });
  if (error.code === status.UNAVAILABLE) {
    return isTls ? noTls(error, address) : unreachable(error, address);
  }
  if (error.code === status.UNIMPLEMENTED) return unknownMethod(error, address);
  if (error.code === status.DEADLINE_EXCEEDED) {
    const message = `the server at ${address.target} (${address.foundBy}) did not answer in time`;
    return new FleetError("deadline_exceeded", message, {
      hint: "Is it a Fleetspeak admin port?",
      cause: error,
    });
  }
  return new FleetError(codes[error.code] ?? "internal", `the server answered: ${error.details}`, {
    cause: error,
  });
}

function isCode(said: unknown): said is ErrorCode {
  return typeof said === "string" && known.has(said);
}

function hintOf(error: ServiceError): { hint?: string } {
  const hint = error.metadata.get(hintTrailer)[0];
  return hint === undefined ? {} : { hint: hint.toString() };
}

function unreachable(error: ServiceError, { target, foundBy }: AdminAddress): FleetError {
  return new FleetError("unavailable", `no fleet server answers at ${target} (${foundBy})`, {
    hint: "Start one with fleet all --database_path FILE, or name it with --admin_addr ADDRESS or --database_path FILE. One that speaks TLS needs --admin_ca, and --admin_cert and --admin_key or a token in FLEET_TOKEN_FILE.",
    cause: error,
  });
}

/** The library's words hold the reason, and a time that says nothing. */
function noTls(error: ServiceError, { target }: AdminAddress): FleetError {
  const last = /Last error: (.*?)(?: \(\d{4}-[^)]*\))?\. Resolution note/s.exec(error.details)?.[1];
  const said = (last ?? error.details).replace(/^Error(?: \[\w+\])?: /, "");
  const [, reason, hint] = tlsFaults.find(([pattern]) => pattern.test(said)) ?? [undefined, said];
  return new FleetError("unavailable", `no TLS connection to ${target}: ${reason}`, {
    hint: hint ?? "Check the address and --admin_ca.",
    cause: error,
  });
}

/** What the TLS library says, what that means here, and what to do. */
const tlsFaults: readonly (readonly [RegExp, string, string])[] = [
  [
    /altnames|does not match/,
    "the server's certificate is not for this name or address",
    "Use a name that is in it; fleet server --public_host NAME puts one there.",
  ],
  [
    /unable to verify|self.signed|unable to get/,
    "the server's certificate is not from --admin_ca",
    "--admin_ca is the CA of the server: ca.pem of its state directory, not the administrators'.",
  ],
  [
    /NO_APPLICATION_PROTOCOL/,
    "it is no admin API",
    "This may be the clients' port: name the admin port.",
  ],
  [
    /WRONG_VERSION_NUMBER/,
    "what answers there speaks no TLS",
    "Without --admin_ca, --admin_cert and --admin_key it is spoken to plainly.",
  ],
  [
    /Failed to connect|socket hang up|disconnected before/,
    "the server closed the connection",
    "It does so where it does not accept a certificate, and says why in its log.",
  ],
];

function unknownMethod(error: ServiceError, { target }: AdminAddress): FleetError {
  return new FleetError(
    "unavailable",
    `the server at ${target} does not offer this: ${error.details}`,
    {
      hint: "It is an older one or the original; this needs a server of the same version as fleet.",
      cause: error,
    },
  );
}

/** Whether it may be the answer of a server, or of a listener, that does not offer fleet.v1. */
export function isWithoutOurs(thrown: unknown): boolean {
  return (
    thrown instanceof FleetError &&
    (thrown.code === "unavailable" || thrown.code === "unauthenticated")
  );
}
