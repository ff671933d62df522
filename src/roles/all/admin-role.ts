/** The admin role of an installation: who is told of what it changes, and where it listens. */
import { dirname } from "node:path";

import type { ComponentsConfig } from "../../config/schemas/components.ts";
import type { Clock } from "../../core/clock.ts";
import { formatHostPort } from "../../net/address.ts";
import type { Events } from "../../observability/events.ts";
import type { LiveFeed } from "../../observability/live-feed.ts";
import { getLog } from "../../observability/log.ts";
import { ensureSafeFolder } from "../../platform/private-file.ts";
import type { Store } from "../../store/store.ts";
import type { Access } from "../admin/access/access.ts";
import { startAdmin } from "../admin/admin.ts";
import { HttpNotifier } from "../admin/http-notifier.ts";
import type {
  AdminListener,
  AdminOptions,
  AdminTls,
  Notifier,
  RunningAdmin,
} from "../admin/options.ts";
import type { RunningServer } from "../server/server.ts";
import { readNotificationKey as readKey } from "./server-role.ts";

export interface AdminRoleOptions extends Pick<AdminOptions, "webLinks"> {
  readonly components: ComponentsConfig;
  /** Whether the components come from a file of the operator's, whose plain admin port stays allowed (ours.md 5). */
  readonly fromFile: boolean;
  /** Path of the Unix socket. */
  readonly socket: string;
  readonly tls: AdminTls | undefined;
  readonly store: Store;
  readonly access: Access;
  readonly clock: Clock;
  readonly events: Events;
  readonly live: LiveFeed;
  /** What the API tells of this server. */
  readonly facts: AdminOptions["server"];
  /** undefined: this process has no clients' port. */
  readonly server: RunningServer | undefined;
}

/** @throws as startAdmin. */
export async function startAdminRole(options: AdminRoleOptions): Promise<RunningAdmin> {
  const { store, access, clock, events, live, facts, server, webLinks } = options;
  await using cleanup = new AsyncDisposableStack();
  const admin = cleanup.use(
    await startAdmin({
      ...{ store, access, clock, webLinks, log: getLog("admin") },
      ...{ server: facts, messageFeed: events, messageEvents: events },
      ...{ live: live.events, alerts: live.alerts, rates: live.rates },
      notifier: notifiers(options, cleanup),
      broadcastsChanged: () => server?.broadcastsChanged(),
      clientsBlacklisted: (clientIds) => server?.endStreams(clientIds),
      acceptServerMessage: server && ((message) => server.accept(message)),
      changed: (change) => events.adminChanged(change),
      listeners: adminListeners(options),
    }),
  );
  const owned = cleanup.move();
  return { ...admin, [Symbol.asyncDispose]: () => owned.disposeAsync() };
}

/** Those who hold clients' streams: this process, and others where HTTP notifications are configured. */
function notifiers(
  { components, store, clock, server }: AdminRoleOptions,
  cleanup: AsyncDisposableStack,
): Notifier {
  const { useHttp, publicAddress, keyFile } = components.notifications;
  const ownAddress = () => server && (publicAddress ?? server.address);
  const log = getLog("admin");
  const others = useHttp
    ? cleanup.use(new HttpNotifier({ store, clock, log, ownAddress, key: readKey(keyFile) }))
    : undefined;
  return {
    notify: (clientIds) => {
      server?.notify(clientIds);
      others?.notify(clientIds);
    },
  };
}

function adminListeners({ components, fromFile, socket, tls }: AdminRoleOptions): AdminListener[] {
  ensureSafeFolder(dirname(socket), "folder of the admin socket");
  const unix: AdminListener = { kind: "unix", path: socket };
  if (components.admin === undefined) return [unix];
  const { allowUnauthenticated } = components.adminAccess;
  const address = formatHostPort(components.admin.listen);
  if (tls) {
    const { handshakeTimeoutMs } = components.timers;
    return [{ kind: "tls", address, tls, handshakeTimeoutMs }, unix];
  }
  return [{ kind: "tcp", address, allowUnauthenticated, fromExistingFile: fromFile }, unix];
}
