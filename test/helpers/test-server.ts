/**
 * The whole server role on loopback with the memory store, and what a test asks of it.
 */
import { type ClientId, type MessageId, newMessageId } from "../../src/core/ids.ts";
import { type IdentifiedMessage, makeMessage } from "../../src/core/message.ts";
import { microsFromMs, timestampFromMs } from "../../src/core/time.ts";
import { Events } from "../../src/observability/events.ts";
import { getLog } from "../../src/observability/log.ts";
import type { ServerOptions } from "../../src/roles/server/server.ts";
import { createNoopService } from "../../src/roles/server/services/noop.ts";
import { createMemoryStore } from "../../src/store/memory/store.ts";
import type { Store } from "../../src/store/store.ts";
import { type ServerRun, runServer } from "./running-server.ts";

export class TestServer implements AsyncDisposable {
  readonly store: Store = createMemoryStore();
  readonly events = new Events(getLog("test"));
  /** Source message ids of what clients sent to "sink", as often as it was stored. */
  readonly received: string[] = [];
  #run: ServerRun | undefined;

  static async start(
    changed: Partial<ServerOptions> = {},
    listen: Partial<ServerOptions["listen"]> = {},
  ): Promise<TestServer> {
    const test = new TestServer();
    test.events.watch((messages) => {
      for (const { destination, sourceMessageId } of messages) {
        if (destination.serviceName === "sink") test.received.push(sourceMessageId);
      }
    });
    test.#run = await runServer(
      {
        ...{ store: test.store, events: test.events },
        services: new Map([["sink", { service: createNoopService(), maxParallelism: 100 }]]),
        ...changed,
      },
      { maxConnections: 1000, maxPerAddress: 1000, ...listen },
    );
    return test;
  }

  get address(): string {
    return this.#run?.server.address ?? "";
  }

  get connectedCount(): number {
    return this.#run?.server.connectedCount ?? 0;
  }

  /** Stores messages for a client, in one go, and notifies as the admin API does. */
  async send(clientId: ClientId, count: number, serviceName = "noop"): Promise<MessageId[]> {
    const rows = Array.from({ length: count }, () => ({
      message: messageTo(clientId, serviceName),
      contactId: undefined,
      dueTime: microsFromMs(Date.now()),
    }));
    await this.store.messages.store(rows);
    this.#run?.server.notify([clientId]);
    return rows.map(({ message }) => message.messageId);
  }

  /** How many of these messages the client has acknowledged. */
  async acknowledged(ids: readonly MessageId[]): Promise<number> {
    const found = await this.store.messages.get(ids);
    return [...found.values()].filter(({ result }) => result !== undefined).length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#run?.[Symbol.asyncDispose]();
    await this.store[Symbol.asyncDispose]();
  }
}

function messageTo(clientId: ClientId, serviceName: string): IdentifiedMessage {
  return {
    ...makeMessage({
      source: { clientId: undefined, serviceName: "admin" },
      destination: { clientId, serviceName },
      messageType: "Test",
      data: { typeUrl: "type.googleapis.com/test", value: new Uint8Array(300).fill(7) },
    }),
    messageId: newMessageId(),
    creationTime: timestampFromMs(Date.now()),
  };
}
