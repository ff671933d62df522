/**
 * GRPC: hands each message to a fleetspeak.grpcservice.Processor somewhere else (protocol.md 11).
 *
 * One call at a time per message, tried again inside 30 s with a doubling pause. Nothing but the configuration says whom
 * to trust: no variable of the environment adds roots or a proxy.
 */
import { isIP } from "node:net";
import tls from "node:tls";

import { type ChannelCredentials, Client, credentials, status } from "@grpc/grpc-js";

import type { Clock } from "../../../core/clock.ts";
import { FleetError } from "../../../core/errors.ts";
import type { IdentifiedMessage } from "../../../core/message.ts";
import { parseHostPort } from "../../../net/address.ts";
import { encodeMessage } from "../../../proto/codec.ts";
import type { ServerService } from "./service.ts";

export interface GrpcServiceOptions {
  /** "host:port" */
  readonly target: string;
  /** Without TLS. */
  readonly insecure: boolean;
  /** PEM of the roots that are trusted; undefined: the public ones. */
  readonly trustedRoots: string | undefined;
  readonly clock: Clock;
  /** Told of a failure that is tried again, once a minute at most: somebody may have to mend it. */
  readonly onTemporary?: (error: FleetError) => void;
}

const method = "/fleetspeak.grpcservice.Processor/Process";
const totalMs = 30_000;
const firstPauseMs = 500;
const tellEveryMs = 60_000;

/** protocol.md 11: these may go better another time, everything else is final. */
const temporaryStatuses: ReadonlySet<number> = new Set([
  status.DEADLINE_EXCEEDED,
  status.UNAVAILABLE,
  status.ABORTED,
  status.CANCELLED,
  status.UNAUTHENTICATED,
  status.PERMISSION_DENIED,
]);

const channelOptions = {
  "grpc.enable_http_proxy": 0,
  "grpc.enable_channelz": 0,
  "grpc.enable_retries": 0,
  "grpc.max_send_message_length": -1,
  // An EmptyMessage.
  "grpc.max_receive_message_length": 64 * 1024,
  // A service that was down is found again soon after it is back.
  "grpc.max_reconnect_backoff_ms": 5_000,
  // A connection of its own: what floods one service does not queue before another's messages at the same target.
  "grpc.use_local_subchannel_pool": 1,
};

/** @throws configuration for roots that cannot be used. */
export function createGrpcService(options: GrpcServiceOptions): ServerService {
  const client = new Client(options.target, credentialsOf(options), {
    ...channelOptions,
    ...nameOverride(options),
  });
  const told = { ...options, onTemporary: nowAndThen(options) };
  return {
    discards: false,
    process: (message, signal) => processWithRetries(client, message, told, signal),
    [Symbol.asyncDispose]: () => Promise.resolve(client.close()),
  };
}

function nowAndThen({ clock, onTemporary }: GrpcServiceOptions): (error: FleetError) => void {
  let toldAt = Number.NEGATIVE_INFINITY;
  return (error) => {
    if (clock.elapsed() - toldAt < tellEveryMs) return;
    toldAt = clock.elapsed();
    onTemporary?.(error);
  };
}

/**
 * The library asks for the host as server name, which an address cannot be (RFC 6066 3) and the runtime refuses. Some
 * name has to stand there; the certificate is checked for the address all the same (checkServerIdentity below).
 */
function nameOverride({ target, insecure }: GrpcServiceOptions) {
  if (insecure || isIP(parseHostPort(target).host) === 0) return {};
  return { "grpc.ssl_target_name_override": "localhost", "grpc.default_authority": target };
}

function credentialsOf({ target, insecure, trustedRoots }: GrpcServiceOptions): ChannelCredentials {
  if (insecure) return credentials.createInsecure();
  const roots = trustedRoots ?? tls.rootCertificates.join("\n");
  try {
    // Said here, so that no environment variable can unsay it.
    const { host } = parseHostPort(target);
    const checkServerIdentity = (_name: string, certificate: tls.PeerCertificate) =>
      tls.checkServerIdentity(host, certificate);
    const strict = { rejectUnauthorized: true, checkServerIdentity };
    return credentials.createSsl(Buffer.from(roots), null, null, strict);
  } catch (cause) {
    throw new FleetError("configuration", "the roots in cert_file cannot be used", {
      hint: "The file must hold PEM certificates.",
      cause,
    });
  }
}

async function processWithRetries(
  client: Client,
  message: IdentifiedMessage,
  { clock, target, onTemporary }: GrpcServiceOptions,
  signal: AbortSignal,
): Promise<void> {
  const request = Buffer.from(encodeMessage(message));
  const deadline = clock.elapsed() + totalMs;
  for (let pauseMs = firstPauseMs; ; pauseMs *= 2) {
    const outcome = await call(client, request, deadline - clock.elapsed(), signal);
    if (outcome === undefined) return;
    const error = errorOf(outcome, target);
    const isOver = clock.elapsed() + pauseMs >= deadline || signal.aborted;
    if (isOver || !temporaryStatuses.has(outcome.code)) throw error;
    onTemporary?.(error);
    await clock.sleep(pauseMs, signal).catch(() => {
      throw error;
    });
  }
}

interface FailedCall {
  readonly code: number;
  readonly details: string;
}

/** @returns how it failed; undefined when it did not. */
function call(
  client: Client,
  request: Buffer,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<FailedCall | undefined> {
  return new Promise((resolve) => {
    const started = client.makeUnaryRequest(
      method,
      (bytes: Buffer) => bytes,
      () => undefined,
      request,
      { deadline: Date.now() + timeoutMs },
      (failure) => {
        signal.removeEventListener("abort", cancel);
        resolve(failure ? { code: failure.code, details: failure.details } : undefined);
      },
    );
    const cancel = () => started.cancel();
    if (signal.aborted) cancel();
    else signal.addEventListener("abort", cancel, { once: true });
  });
}

function errorOf({ code, details }: FailedCall, target: string): FleetError {
  const name = status[code] ?? `status ${code}`;
  const kind = temporaryStatuses.has(code) ? "unavailable" : "invalid_data";
  return new FleetError(kind, `the service at ${target} answers ${name}: ${details}`);
}
