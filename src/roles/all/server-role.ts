/**
 * The server role with what stands beside it in an installation: notifications, and the renewal of its certificate.
 */
import { findCertificates } from "../../config/pem.ts";
import { readSecretFile } from "../../config/secret-file.ts";
import type { ComponentsConfig } from "../../config/schemas/components.ts";
import type { ServicesConfig } from "../../config/schemas/services.ts";
import { isLoopback } from "../../config/addresses.ts";
import type { Clock } from "../../core/clock.ts";
import type { ClientId } from "../../core/ids.ts";
import { FleetError } from "../../core/errors.ts";
import type { CertifiedKey } from "../../net/certificates.ts";
import type { ServerCertificate } from "../../net/tls-listener.ts";
import type { Events } from "../../observability/events.ts";
import { getLog } from "../../observability/log.ts";
import type { Store } from "../../store/store.ts";
import { startNotificationListener } from "../server/notification-listener.ts";
import { type RunningServer, startServer } from "../server/server.ts";
import { createServices } from "../server/services/factories.ts";
import { startCertificateRenewal } from "./certificate-renewal.ts";
import type { CertificateDates } from "./readiness-checks.ts";
import { serverSettings, trustWarnings } from "./server-settings.ts";

export interface ServerRoleOptions {
  readonly components: ComponentsConfig;
  readonly services: ServicesConfig | undefined;
  readonly store: Store;
  readonly events: Events;
  readonly clock: Clock;
  /** The certificate to be used now, issued anew if it is due; undefined: an operator's own, never replaced. */
  readonly renewCertificate: (() => Promise<CertifiedKey>) | undefined;
  /** Told of a certificate that took the place of the one before, for what else shows it. */
  readonly certificateReplaced: (certificate: ServerCertificate) => void;
}

export interface ServerRole extends AsyncDisposable {
  readonly server: RunningServer;
  /** Of the certificate that clients are shown now; undefined where a proxy shows one. */
  certificateDates(): CertificateDates | undefined;
  /** For handshakes from now on. @throws configuration when the two do not fit. */
  replaceCertificate(certificate: ServerCertificate): void;
}

/** @throws FleetError configuration or conflict; nothing is left running then. */
export async function startServerRole(options: ServerRoleOptions): Promise<ServerRole> {
  const { components, services, store, events, clock } = options;
  const { https } = components;
  if (https === undefined) throw new FleetError("internal", "the server role is not configured");
  const log = getLog("server");
  for (const warning of trustWarnings(components)) log.warn("{warning}", { warning });
  await using cleanup = new AsyncDisposableStack();
  const server = cleanup.use(
    await startServer({
      ...serverSettings(components, https, services),
      ...{ store, events, clock, log, random: Math.random },
      services: createServices(services?.services ?? [], clock, log),
    }),
  );
  let dates = reportCertificate(events, https.certificates);
  await listenForNotifications(options, server, cleanup);
  const replaceCertificate = (certificate: ServerCertificate) => {
    server.replaceCertificate(certificate);
    options.certificateReplaced(certificate);
    dates = reportCertificate(events, certificate.certificates);
  };
  if (options.renewCertificate) {
    const { certificateRenewalMs: intervalMs } = components.timers;
    const current = options.renewCertificate;
    const replace = ({ certificate: certificates, key }: CertifiedKey) =>
      replaceCertificate({ certificates, key });
    const renewal = { clock, log, intervalMs, current, replace };
    cleanup.use(startCertificateRenewal(renewal, https.certificates));
  }
  const owned = cleanup.move();
  return {
    ...{ server, replaceCertificate, certificateDates: () => dates },
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

/** None in the modes in which a proxy does TLS. */
function reportCertificate(events: Events, certificates: string): CertificateDates | undefined {
  const [certificate] = findCertificates(certificates).certificates;
  if (!certificate) return undefined;
  const { validFromDate, validToDate } = certificate;
  events.serverCertificateUsed(validToDate.getTime());
  return { from: validFromDate.getTime(), to: validToDate.getTime() };
}

async function listenForNotifications(
  { components, clock }: ServerRoleOptions,
  server: RunningServer,
  cleanup: AsyncDisposableStack,
): Promise<void> {
  const { listen, keyFile } = components.notifications;
  if (listen === undefined) return;
  const key = readNotificationKey(keyFile);
  if (!isLoopback(listen) && !key) {
    getLog("server").warn(
      "notifications are taken from everybody who reaches {host}:{port}: keep the public away from it, or set notification_key_file",
      { host: listen.host, port: listen.port },
    );
  }
  const onNotification = (clientId: ClientId) => server.notify([clientId]);
  cleanup.use(await startNotificationListener({ address: listen, clock, key, onNotification }));
}

/** What servers of one installation sign notifications with. @throws configuration */
export function readNotificationKey(path: string | undefined): Uint8Array | undefined {
  return path === undefined ? undefined : readSecretFile(path, "notification key");
}
