/**
 * The server role, wired in the order things happen: services, ingest, delivery, contacts, listener.
 */
import { randomBytes } from "node:crypto";

import type { Clock } from "../../core/clock.ts";
import type { ClientId } from "../../core/ids.ts";
import type { IdentifiedMessage } from "../../core/message.ts";
import type { Random } from "../../core/retry.ts";
import { microsFromMs } from "../../core/time.ts";
import { BodyBudget } from "../../net/body-budget.ts";
import type { HttpTimers } from "../../net/http1/server-connection.ts";
import type { ServerCertificate } from "../../net/tls-listener.ts";
import type { Pace } from "../../net/pace.ts";
import type { Events } from "../../observability/events.ts";
import type { Log } from "../../observability/log.ts";
import type { Store } from "../../store/store.ts";
import type { Authorizer } from "./authorizer.ts";
import { Broadcasts } from "./broadcasts.ts";
import { FileReader } from "./comms/file-reader.ts";
import { type Frontend, type FrontendListen, startFrontend } from "./comms/frontend.ts";
import { serveConnection } from "./contact.ts";
import { Delivery } from "./delivery.ts";
import { DiskFloor } from "./disk-floor.ts";
import { Ingest } from "./ingest.ts";
import type { ContactTimers } from "./open-contact.ts";
import { isKnown } from "./peers.ts";
import { type RetentionAges, startRetention } from "./retention.ts";
import { type ConfiguredService, ServicesManager } from "./services/manager.ts";
import { SystemService } from "./system-service.ts";

export interface ServerTimers extends ContactTimers {
  /** The pause before a server service is tried again for the first time. */
  readonly retryBaseMs: number;
  /** How often connected clients are asked after in the store. */
  readonly sweepMs: number;
  /** How often the store is asked for broadcasts that other servers made. */
  readonly broadcastPollMs: number;
  readonly http: HttpTimers;
  readonly pace: Pace;
}

export interface ServerLimits {
  /** Bytes of one contact. */
  readonly contactBytes: number;
  /** Bytes of a contact of a client that is not stored yet. */
  readonly newIdentityBytes: number;
  /** Bytes of all unfinished bodies together. */
  readonly unfinishedBytes: number;
}

export interface ServerOptions {
  /** Open; the caller closes it after the server. */
  readonly store: Store;
  readonly events: Events;
  readonly log: Log;
  readonly clock: Clock;
  readonly random: Random;
  readonly services: ReadonlyMap<string, ConfiguredService>;
  readonly authorizer: Authorizer;
  /** Whether the authorizer is asked before a file is given out. */
  readonly authorizeFiles: boolean;
  readonly listen: FrontendListen;
  /** Whether the stream routes are served. */
  readonly streaming: boolean;
  readonly timers: ServerTimers;
  readonly limits: ServerLimits;
  readonly retention: RetentionAges;
  /** What is kept free beside the database; undefined: its disk is not this server's affair. */
  readonly disk?: { readonly folder: string; readonly minFreeBytes: number } | undefined;
  /** Names this server in the store, the same at every start. */
  readonly server: string;
  /** Where other servers reach this one with notifications; undefined: nowhere, and the clients' port is recorded. */
  readonly notificationAddress: string | undefined;
}

export interface RunningServer extends AsyncDisposable {
  /** "host:port" that clients reach, with the port that was chosen. */
  readonly address: string;
  /** @throws unavailable where a client that connects now would be turned away. */
  checkAccepting(): void;
  /** @throws resource_exhausted while too little of the database's disk is free. */
  checkDisk(): void;
  /** There may be something for these clients. */
  notify(clientIds: Iterable<ClientId>): void;
  /** A broadcast was created or disabled. */
  broadcastsChanged(): void;
  /** Ends these clients' streams: what they may have has changed. */
  endStreams(clientIds: Iterable<ClientId>): void;
  /** For handshakes from now on. @throws configuration when the two do not fit. */
  replaceCertificate(certificate: ServerCertificate): void;
  /** Has these services from now on; those before are ended once they are done with what they have. */
  replaceServices(services: ReadonlyMap<string, ConfiguredService>): void;
  /** Stores a message for a server service and hands it on. */
  accept(message: IdentifiedMessage): Promise<void>;
  /** How many streams are open. */
  readonly connectedCount: number;
}

/** Starts the server. Disposing ends it in order: streams are told, what is under way is stored. */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { store, events, log, clock, random, timers, limits, server, authorizer } = options;
  await using cleanup = new AsyncDisposableStack();
  const startTime = microsFromMs(clock.now());
  await store.contacts.endAllOf(server, startTime);
  await store.messages.takeUpAgain(server, startTime);

  const { retryBaseMs, sweepMs } = timers;
  const services = cleanup.use(
    new ServicesManager({
      store,
      events,
      log,
      clock,
      random,
      server,
      retryBaseMs,
      services: options.services,
    }),
  );
  const delivery = cleanup.use(new Delivery({ store, clock, log, sweepMs }));
  const broadcasts = cleanup.use(
    new Broadcasts({ store, delivery, events, clock, log, pollMs: timers.broadcastPollMs }),
  );
  const system = new SystemService({ store, events, clock, broadcasts });
  const ingest = new Ingest({ store, events, clock, services, system });
  const disk = options.disk && new DiskFloor({ ...options.disk, clock, log, events });
  const contactOptions = {
    ...{ store, events, clock, random, ingest, delivery, broadcasts, server, timers },
    ...{ authorizer, disk },
    notificationAddress: () => options.notificationAddress ?? frontend.address,
    newNonce: () => randomBytes(8).readBigUInt64LE(),
  };
  const budget = new BodyBudget({ maxBytes: limits.unfinishedBytes });
  const frontend: Frontend = cleanup.use(
    await startFrontend({
      ...{ clock, events, log, authorizer, listen: options.listen, httpTimers: timers.http },
      routes: {
        rules: { clock, pace: timers.pace, budget, maxContactBytes: limits.contactBytes },
        newIdentityBytes: limits.newIdentityBytes,
        isKnown: (clientId) => isKnown(store, clientId),
        serve: (connection) => serveConnection(connection, contactOptions),
        files: {
          ...{ store, clock, reader: new FileReader(store) },
          authorizer: options.authorizeFiles ? authorizer : undefined,
        },
        streaming: options.streaming,
      },
    }),
  );
  services.start();
  cleanup.use(startRetention({ store, clock, log, ages: options.retention }));

  const owned = cleanup.move();
  return {
    address: frontend.address,
    checkAccepting: () => frontend.checkAccepting(),
    checkDisk: () => disk?.check(),
    notify: (clientIds) => delivery.notify(clientIds),
    broadcastsChanged: () => void broadcasts.refresh(),
    endStreams: (clientIds) => delivery.endStreams(clientIds),
    replaceCertificate: (certificate) => frontend.replaceCertificate(certificate),
    replaceServices: (configured) => services.replace(configured),
    accept: (message) => ingest.acceptFromAdmin(message),
    get connectedCount() {
      return delivery.connectedCount;
    },
    [Symbol.asyncDispose]: () => {
      delivery.endAll();
      return owned.disposeAsync();
    },
  };
}
