/**
 * The server role without its listener, on the memory store: contacts are fed through FakeConnections.
 */
import { generateKeyPairSync } from "node:crypto";

import { type ContactData, makeContactData } from "../../src/core/contact.ts";
import { type ClientId, deriveClientId, newMessageId } from "../../src/core/ids.ts";
import { type IdentifiedMessage, type Message, makeMessage } from "../../src/core/message.ts";
import { microsFromMs, timestampFromMs } from "../../src/core/time.ts";
import type { PeerIdentity } from "../../src/net/connection.ts";
import { Events } from "../../src/observability/events.ts";
import { LiveFeed } from "../../src/observability/live-feed.ts";
import { getLog } from "../../src/observability/log.ts";
import {
  decodeContactData,
  encodeContactData,
  encodeWrappedContact,
} from "../../src/proto/codec.ts";
import { type Authorizer, acceptAll } from "../../src/roles/server/authorizer.ts";
import { Broadcasts } from "../../src/roles/server/broadcasts.ts";
import { serveConnection } from "../../src/roles/server/contact.ts";
import type { ContactOptions } from "../../src/roles/server/open-contact.ts";
import { Delivery } from "../../src/roles/server/delivery.ts";
import { Ingest } from "../../src/roles/server/ingest.ts";
import {
  type ConfiguredService,
  ServicesManager,
} from "../../src/roles/server/services/manager.ts";
import { createNoopService } from "../../src/roles/server/services/noop.ts";
import { SystemService } from "../../src/roles/server/system-service.ts";
import { createMemoryStore } from "../../src/store/memory/store.ts";
import type { Store } from "../../src/store/store.ts";
import { FakeClock } from "./fake-clock.ts";
import { FakeConnection, type FakeConnectionOptions } from "./fake-connection.ts";
import { waitFor } from "./wait-for.ts";

export function newIdentity(): PeerIdentity {
  const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const spki = publicKey.export({ type: "spki", format: "der" });
  return { clientId: deriveClientId(spki), publicKey: spki };
}

/** A record of a client. */
export function contactRecord(
  fields: Partial<ContactData>,
  clientLabels: readonly string[] = [],
): Uint8Array {
  return encodeWrappedContact({
    contactData: encodeContactData(makeContactData(fields)),
    signatures: [],
    clientLabels,
  });
}

let nextSourceId = 1;

/** A message of a client's service to a server service. */
export function clientMessage(serviceName: string, fields: Partial<Message> = {}): Message {
  nextSourceId += 1;
  return makeMessage({
    source: { clientId: undefined, serviceName: "endpoint" },
    destination: { clientId: undefined, serviceName },
    messageType: "Test",
    sourceMessageId: nextSourceId.toString(16).padStart(32, "0"),
    data: { typeUrl: "type.googleapis.com/test", value: new Uint8Array([1, 2, 3]) },
    ...fields,
  });
}

export class ServerFixture implements AsyncDisposable {
  readonly clock = new FakeClock();
  readonly store: Store;
  readonly live = new LiveFeed(this.clock);
  readonly events = new Events(getLog("test"), this.clock, undefined, this.live);
  readonly services: ServicesManager;
  readonly delivery: Delivery;
  readonly broadcasts: Broadcasts;
  readonly options: ContactOptions;

  constructor(
    services: Record<string, ConfiguredService> = {},
    store: Store = createMemoryStore(),
    authorizer: Authorizer = acceptAll,
  ) {
    this.store = store;
    const { clock, events } = this;
    const log = getLog("test");
    this.services = new ServicesManager({
      ...{ store, events, log, clock, random: () => 0, server: "here", retryBaseMs: 60_000 },
      services: new Map(
        Object.entries({
          sink: { service: createNoopService(), maxParallelism: 100 },
          ...services,
        }),
      ),
    });
    this.delivery = new Delivery({ store, clock, log, sweepMs: 30_000 });
    this.broadcasts = new Broadcasts({
      store,
      delivery: this.delivery,
      events,
      clock,
      log,
      pollMs: 60_000,
    });
    const { broadcasts } = this;
    const system = new SystemService({ store, events, clock, broadcasts });
    let nonce = 0n;
    this.options = {
      ...{
        store,
        events,
        clock,
        random: () => 0,
        delivery: this.delivery,
        broadcasts,
        server: "here",
      },
      authorizer,
      ingest: new Ingest({ store, events, clock, services: this.services, system }),
      notificationAddress: () => "127.0.0.1:1",
      newNonce: () => (nonce += 1n),
      timers: { contactLifetimeMs: 600_000, doneSendingLeadMs: 30_000, reofferMs: 900_000 },
    };
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.delivery.endAll();
    await this.broadcasts[Symbol.asyncDispose]();
    await this.delivery[Symbol.asyncDispose]();
    await this.services[Symbol.asyncDispose]();
    await this.store[Symbol.asyncDispose]();
    this.live[Symbol.dispose]();
  }

  /** A connection that is being served. */
  connect(options: FakeConnectionOptions): Served {
    const connection = new FakeConnection(options);
    return new Served(connection, serveConnection(connection, this.options));
  }

  /** One poll, and the error it ended with. */
  async poll(
    identity: PeerIdentity,
    record: Uint8Array,
    options: Partial<FakeConnectionOptions> = {},
  ): Promise<{ answer: ContactData | undefined; error: Error | undefined }> {
    const served = this.connect({ identity, kind: "poll", ...options });
    served.connection.feed(record);
    served.connection.end();
    await served.done;
    return { answer: served.answers()[0], error: served.connection.closeError };
  }

  /** Stores a message for a client as an administrator would, without notifying. */
  async insert(clientId: ClientId, serviceName = "endpoint"): Promise<IdentifiedMessage> {
    const message: IdentifiedMessage = {
      ...makeMessage({
        source: { clientId: undefined, serviceName: "admin" },
        destination: { clientId, serviceName },
        messageType: "Test",
        data: { typeUrl: "type.googleapis.com/test", value: new Uint8Array([9]) },
      }),
      messageId: newMessageId(),
      creationTime: timestampFromMs(this.clock.now()),
    };
    const dueTime = microsFromMs(this.clock.now());
    const [outcome] = await this.store.messages.store([{ message, contactId: undefined, dueTime }]);
    if (outcome !== "stored") throw new Error(`the message was not stored: ${outcome}`);
    return message;
  }
}

/** A connection under way, and what came of it. */
export class Served {
  readonly connection: FakeConnection;
  readonly done: Promise<void>;

  constructor(connection: FakeConnection, done: Promise<void>) {
    this.connection = connection;
    this.done = done;
  }

  answers(): ContactData[] {
    return this.connection.written.map((record) => decodeContactData(record).data);
  }

  /** The first `count` answers, as soon as they are there. */
  async waitForAnswers(count: number): Promise<ContactData[]> {
    await waitFor(() => this.connection.written.length >= count, { what: `${count} answers` });
    return this.answers();
  }
}
