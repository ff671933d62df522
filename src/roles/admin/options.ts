/**
 * What the admin role is started with. Every dependency is an interface: the role knows no database and no transport of
 * clients.
 */
import type { Caller } from "../../core/caller.ts";
import type { Clock } from "../../core/clock.ts";
import type { ClientId } from "../../core/ids.ts";
import type { IdentifiedMessage } from "../../core/message.ts";
import type { ServerCertificate } from "../../net/tls-listener.ts";
import type { Alerts } from "../../observability/alerts.ts";
import type { Events, MessageFeed } from "../../observability/events.ts";
import type { LiveSource } from "../../observability/live-events.ts";
import type { Log } from "../../observability/log.ts";
import type { Rates } from "../../observability/rates.ts";
import type { Store } from "../../store/store.ts";
import type { ApiBackend } from "../../web/api/operation.ts";
import type { Access } from "./access/access.ts";
import type { ServerFacts } from "./api/server-facts.ts";

/** Tells whoever holds these clients' streams that there may be messages for them. Never waits, never fails. */
export interface Notifier {
  notify(clientIds: readonly ClientId[]): void;
}

export interface TcpListener {
  readonly kind: "tcp";
  /** "host:port"; port 0 takes a free one. */
  readonly address: string;
  /** Everybody who reaches the address may use it, and it need not be loopback (ours.md 5). */
  readonly allowUnauthenticated?: boolean;
  /** The address stands in a components file as the original has it: permitted, with the same warning. */
  readonly fromExistingFile?: boolean;
}

export interface UnixListener {
  readonly kind: "unix";
  /** Of the socket, 0600. Its folder has to exist. */
  readonly path: string;
}

/** PEM. */
export interface AdminTls {
  /** What the server shows: the same as to clients. */
  readonly certificate: ServerCertificate;
  /** One or more CAs, which issue administrators' certificates and nothing else; undefined: nobody is asked for one. */
  readonly clientCa: string | undefined;
  /** Whether a token will do in place of a certificate; it must where there is no CA. */
  readonly tokens?: boolean;
}

export interface TlsListener {
  readonly kind: "tls";
  /** "host:port"; port 0 takes a free one. */
  readonly address: string;
  readonly tls: AdminTls;
  /** Milliseconds. */
  readonly handshakeTimeoutMs?: number;
  /** At once; default 1000. */
  readonly maxConnections?: number;
}

export type AdminListener = TcpListener | TlsListener | UnixListener;

/** Where the page is. */
export interface WebLinks {
  /** The link that a login is behind. A secret. */
  linkOf(login: string): string;
}

/** Something that was changed through the admin API. */
export interface AdminChange {
  /** What was done, as the log says it: "blacklisted client 0123456789abcdef". */
  readonly action: string;
  /** Programs do it thousands of times. */
  readonly isFrequent?: boolean;
  readonly caller: Caller;
}

export type MessageEvents = Pick<Events, "messagesInserted" | "messagesRemoved" | "pendingRemoved">;

/** What the operations work on. */
export interface AdminContext {
  /** Required. */
  readonly store: Store;
  /** Required. */
  readonly notifier: Notifier;
  /** Required. Copies of clients' messages after commit, for WatchMessages. */
  readonly messageFeed: MessageFeed;
  /** Required. What happens, for WatchEvents. */
  readonly live: LiveSource;
  /** Required. What stands. */
  readonly alerts: Pick<Alerts, "list" | "raise">;
  /** Required. */
  readonly rates: Pick<Rates, "snapshot">;
  /**
   * Optional: stores an inserted message whose destination is a server service, and has it processed. Without it, such
   * a message is stored and pending until a server claims it.
   */
  readonly acceptServerMessage?: ((message: IdentifiedMessage) => Promise<void>) | undefined;
  /** Optional: told after a broadcast was created or disabled, so that connected clients need not wait for a poll. */
  readonly broadcastsChanged?: (() => void) | undefined;
  /** Optional: told after clients were blacklisted, so that their streams end and begin anew with a RekeyRequest. */
  readonly clientsBlacklisted?: ((clientIds: readonly ClientId[]) => void) | undefined;
  /** Optional: told of messages that an operation stored or ended, once it has. */
  readonly messageEvents?: MessageEvents | undefined;
  /** Optional: told of every change, once it was made. */
  readonly changed?: ((change: AdminChange) => void) | undefined;
  /** Required. What the API tells of this server. */
  readonly server: ServerFacts;
  /** Required. Tokens, sessions and logins. */
  readonly access: Access;
  /** Optional: the page, once it is served. */
  readonly webLinks?: (() => WebLinks | undefined) | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

export interface AdminOptions extends AdminContext {
  readonly listeners: readonly AdminListener[];
}

export interface RunningAdmin extends AsyncDisposable {
  /** Where each listener listens, in their order: "host:port" with the chosen port, or "unix:path". */
  readonly addresses: readonly string[];
  /** The operations, for the web listener. */
  readonly api: ApiBackend;
  /** For TLS handshakes from now on. @throws configuration for what does not fit; nothing is changed then. */
  replaceTls(settings: AdminTls): void;
}
