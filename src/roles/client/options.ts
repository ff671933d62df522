/**
 * What a client is started with: plain values, whatever file or flag they came from. Defaults: protocol.md 2
 * (CommunicatorConfig), 5 and 7; ours.md 1 and 4.
 */
import type { StateStore } from "./state/state-store.ts";
import type { Clock } from "../../core/clock.ts";
import type { Random, ReconnectPauses } from "../../core/retry.ts";
import type { ClientProxy } from "../../net/client-proxy/proxy.ts";
import type { ClientMetrics } from "../../observability/client-events.ts";
import type { Log } from "../../observability/log.ts";
import type { LoadServices } from "./services/installation.ts";
import type { ServiceTimers } from "./services/service-timers.ts";
import type { Durability } from "./state/database.ts";

export type TransportPreference = "AUTO" | "WEBSOCKET" | "STREAM" | "LONG_POLL" | "POLL";

/** communicator.txt: read again on reload. */
export interface CommunicatorTimers {
  readonly maxPollDelayMs: number;
  readonly maxBufferDelayMs: number;
  readonly minFailureDelayMs: number;
  readonly failureSuicideTimeMs: number;
}

export const defaultCommunicatorTimers: CommunicatorTimers = {
  maxPollDelayMs: 300_000,
  maxBufferDelayMs: 5_000,
  minFailureDelayMs: 300_000,
  failureSuicideTimeMs: 604_800_000,
};

export interface ClientTimers {
  /** Of a connection and its TLS handshake. */
  readonly connectMs: number;
  /** Of the tunnel through a proxy, before that. */
  readonly proxyMs: number;
  /** For the answer to the first record of a stream; ours.md 4. */
  readonly firstAnswerMs: number;
  /** For the answer to a poll. */
  readonly pollAnswerMs: number;
  /** How long the long polls of one contact go on before they open another; ours.md 4. */
  readonly longPollContactMs: number;
  /** For the acknowledgement of a record. */
  readonly ackTimeoutMs: number;
  /** protocol.md 7. */
  readonly ackBatchMs: number;
  /** After this, a better transport than the one that worked is tried again. */
  readonly retryTransportMs: number;
  /** Between attempts to write to a full disk. */
  readonly diskRetryMs: number;
  /** How often the depth of the outbox in the status file is looked at. */
  readonly statusMs: number;
  /** Between two looks at the list of revoked certificates; protocol.md 10. */
  readonly revokedMs: number;
  /** Resource reports of the client itself: between two samples. */
  readonly ownSampleMs: number;
  /** Of services; unset ones keep their figure. */
  readonly services: Partial<ServiceTimers>;
}

export const defaultClientTimers: ClientTimers = {
  connectMs: 30_000,
  proxyMs: 15_000,
  firstAnswerMs: 10_000,
  pollAnswerMs: 60_000,
  longPollContactMs: 300_000,
  ackTimeoutMs: 120_000,
  ackBatchMs: 1_000,
  retryTransportMs: 3_600_000,
  diskRetryMs: 5_000,
  statusMs: 5_000,
  revokedMs: 3_600_000,
  ownSampleMs: 30_000,
  services: {},
};

export interface OutboxOptions {
  readonly maxMessages: number;
  readonly maxBytes: number;
  /** Of the file system that holds the state file; the smaller of both limits counts. */
  readonly maxDiskPercent: number;
  readonly durability: Durability;
}

export const defaultOutbox: OutboxOptions = {
  maxMessages: 100_000,
  maxBytes: 256 * 1024 * 1024,
  maxDiskPercent: 10,
  durability: "NORMAL",
};

/** What communicator.txt says. */
export interface CommunicatorSettings extends Partial<CommunicatorTimers> {
  /** COMPRESSION_DEFLATE. */
  readonly compression?: boolean;
}

export interface ClientOptions {
  /** "host:port", in the order of preference. */
  readonly servers: readonly string[];
  /** PEM; nothing else is trusted. */
  readonly trustedCertificates: string;
  /** For SNI and the check of the server's certificate, in place of the host; undefined: the host. */
  readonly serverName?: string | undefined;
  /** The proxy on the way to the servers; undefined: none. */
  readonly proxy?: ClientProxy | undefined;
  /** PEM of whom an HTTPS proxy's certificate may come from; undefined: whom this machine trusts. */
  readonly proxyRoots?: string | undefined;
  /** Servers that are reached without the proxy. */
  readonly isProxied?: (server: string) => boolean;
  /** The header that carries this client's certificate with each request; undefined: none does. */
  readonly certificateHeader?: string | undefined;
  /** How long to wait before connecting again; ours.md 4. */
  readonly reconnect?: ReconnectPauses;
  /** Reported besides processor and system. */
  readonly labels?: readonly string[];
  readonly transport?: TransportPreference;
  /** COMPRESSION_DEFLATE. */
  readonly compression?: boolean;
  /** The identity, in the original's format; our own files lie beside it. */
  readonly stateFile: string;
  /** Keeps the identity in place of that file; everything else lies beside it all the same. */
  readonly stateStore?: StateStore | undefined;
  /** Reads the configured services, their signatures checked; undefined: none are. */
  readonly loadServices?: LoadServices;
  /** Reads communicator.txt again, for reload. */
  readonly loadCommunicator?: () => Promise<CommunicatorSettings>;
  readonly outbox?: Partial<OutboxOptions>;
  readonly communicator?: Partial<CommunicatorTimers>;
  readonly timers?: Partial<ClientTimers>;
  /** Sent as `Fleet-Client` with every request. */
  readonly version: string;
  readonly log: Log;
  /** Those of the process; undefined: nobody reads any. */
  readonly metrics?: ClientMetrics | undefined;
  readonly clock?: Clock;
  readonly random?: Random;
}
