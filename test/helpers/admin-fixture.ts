/** A running admin role on the memory store, with everything that it tells others kept. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import type { AdminAddress } from "../../src/cli/server/admin-address.ts";
import type { AdminTlsFiles } from "../../src/cli/server/admin-tls.ts";
import { AdminClient } from "../../src/cli/server/admin-client.ts";
import { systemClock } from "../../src/core/clock.ts";
import { type ClientId, deriveClientId } from "../../src/core/ids.ts";
import type { IdentifiedMessage } from "../../src/core/message.ts";
import { microsFromMs } from "../../src/core/time.ts";
import { type MessageFeed, type MessageListener } from "../../src/observability/events.ts";
import { LiveFeed } from "../../src/observability/live-feed.ts";
import { getLog } from "../../src/observability/log.ts";
import { Access } from "../../src/roles/admin/access/access.ts";
import { startAdmin } from "../../src/roles/admin/admin.ts";
import type { ServerFacts } from "../../src/roles/admin/api/server-facts.ts";
import type { AdminContext, AdminListener, RunningAdmin } from "../../src/roles/admin/options.ts";
import { createMemoryStore } from "../../src/store/memory/store.ts";
import type { Store } from "../../src/store/store.ts";

/** A feed that a test feeds. */
export class FakeFeed implements MessageFeed {
  readonly listeners = new Set<MessageListener>();

  watch(listener: MessageListener): Disposable {
    this.listeners.add(listener);
    return { [Symbol.dispose]: () => void this.listeners.delete(listener) };
  }

  send(...messages: readonly IdentifiedMessage[]): void {
    for (const listener of this.listeners) listener(messages);
  }
}

export interface FakeContext extends AdminContext {
  readonly feed: FakeFeed;
  readonly notified: ClientId[];
}

/** Of no server in particular. */
export const serverFacts: ServerFacts = {
  ...{ name: "a-server", version: "1.2.3", started: 0, instance: "here", recentLog: undefined },
  disk: () => ({ freeBytes: 10, totalBytes: 100, floorBytes: 1 }),
  certificateEndsAt: () => undefined,
  configuration: () => ({ listeners: [], services: [], settings: {} }),
};

export function makeContext(fields: Partial<AdminContext> = {}): FakeContext {
  const notified: ClientId[] = [];
  const feed = new FakeFeed();
  const live = new LiveFeed();
  const { store = createMemoryStore(), clock = systemClock } = fields;
  return {
    store,
    access: new Access({ store, clock, log: getLog("access") }),
    notifier: { notify: (clientIds) => void notified.push(...clientIds) },
    messageFeed: feed,
    ...{ live: live.events, alerts: live.alerts, rates: live.rates },
    server: serverFacts,
    clock,
    log: getLog("test"),
    feed,
    notified,
    ...fields,
  };
}

export interface AdminFixture extends AsyncDisposable {
  readonly context: FakeContext;
  readonly admin: RunningAdmin;
  readonly folder: string;
  readonly socket: string;
  /** A client of one of the listeners; closed with the fixture. */
  connect(target?: string, tls?: AdminTlsFiles, token?: string): AdminClient;
}

/** On a Unix socket and a TCP port, unless other listeners are given. */
export async function startFixture(
  listeners?: readonly AdminListener[],
  fields: Partial<AdminContext> = {},
): Promise<AdminFixture> {
  const stack = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), "fleet-admin-"));
  stack.defer(() => rmSync(folder, { recursive: true, force: true }));
  const socket = join(folder, "admin.sock");
  const context = makeContext(fields);
  stack.use(context.store);
  const admin = stack.use(
    await startAdmin({
      ...context,
      listeners: listeners ?? [
        { kind: "unix", path: socket },
        { kind: "tcp", address: "127.0.0.1:0" },
      ],
    }),
  );
  const connect = (target = admin.addresses[0] ?? "", tls?: AdminTlsFiles, token?: string) => {
    const address: AdminAddress = { target, foundBy: "from a test" };
    const { signal } = new AbortController();
    return stack.use(new AdminClient({ address, tls, token, signal }));
  };
  return {
    context,
    admin,
    folder,
    socket,
    connect,
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

/** Makes clients known to the store. @returns their ids. */
export async function addClients(store: Store, ...names: readonly string[]): Promise<ClientId[]> {
  const clients = names.map((name) => ({
    clientId: deriveClientId(Buffer.from(name)),
    publicKey: Buffer.from(name),
    labels: [],
    time: microsFromMs(Date.now()),
  }));
  await store.clients.add(clients);
  return clients.map(({ clientId }) => clientId);
}
