/**
 * The way to one server, step by step as a client goes it: name, TCP, TLS with the server's certificate, the proxy where
 * there is one, and what the server answers. It ends at the first step that fails.
 *
 * It makes no contact: the certificate that it shows is made for this one question, and the server stores nothing.
 */
import { generateKeyPairSync } from "node:crypto";
import { TLSSocket } from "node:tls";

import type { ClientConfig } from "../../../config/schemas/client.ts";
import { buildInfo } from "../../../core/build-info.ts";
import type { Clock } from "../../../core/clock.ts";
import { toFleetError } from "../../../core/errors.ts";
import {
  type Finding,
  doubtful,
  examine,
  failed,
  failedBy,
  hasFailed,
  passed,
} from "../../../core/finding.ts";
import { deriveClientId } from "../../../core/ids.ts";
import { type HostPort, formatHostPort, parseHostPort } from "../../../net/address.ts";
import type { ClientProxy } from "../../../net/client-proxy/proxy.ts";
import { makeTunnelOpener } from "../../../net/client-proxy/tunnel.ts";
import { ClientConnection } from "../../../net/http1/client-connection.ts";
import { resolveHost, tryConnect } from "../../../net/reach.ts";
import { connectTls } from "../../../net/tls-client.ts";
import { readSystemRoots } from "../../../platform/system-roots.ts";
import { makeClientCertificate, toPem } from "../state/certificate.ts";
import { nameProxy } from "./proxy.ts";

export interface ServerQuestion {
  /** "host:port" */
  readonly server: string;
  readonly config: ClientConfig;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly proxy?: ClientProxy;
  readonly isProxied?: (server: string) => boolean;
}

const tcpTimeoutMs = 5000;
const tlsTimeoutMs = 15_000;
const answerMs = 10_000;
const dayMs = 86_400_000;
const soonMs = 14 * dayMs;
const slightSkewMs = 60_000;
const severeSkewMs = 3_600_000;
/** Any client may ask for it. */
const route = "/files/system/RevokedCertificates";

export async function examineServer(question: ServerQuestion): Promise<Finding[]> {
  const { server, proxy, isProxied = () => true } = question;
  const isThrough = proxy !== undefined && isProxied(server);
  const first = isThrough ? proxy.address : parseHostPort(server);
  const network = await examineNetwork(first);
  if (hasFailed(network)) return network;
  const through = isThrough ? proxy : undefined;
  return [...network, ...(await examine("tls", () => examineSecured(question, through)))];
}

async function examineNetwork(address: HostPort): Promise<Finding[]> {
  let addresses: string[] = [];
  const names = await examine("dns", async () => {
    addresses = await resolveHost(address.host);
    return passed("dns", `${address.host} is ${addresses.join(", ")}`);
  });
  if (hasFailed(names)) return names;
  return [...names, ...(await examineAddresses(address, addresses))];
}

/** One that answers is enough; the others are worth a word, as a client may try them first. */
async function examineAddresses(
  { port }: HostPort,
  addresses: readonly string[],
): Promise<Finding[]> {
  const results = await Promise.all(
    addresses.map((host) =>
      examine("tcp", async () => {
        await tryConnect({ host, port }, tcpTimeoutMs);
        return passed("tcp", `${formatHostPort({ host, port })} takes connections`);
      }),
    ),
  );
  const all = results.flat();
  const isReached = all.some(({ status }) => status === "ok");
  return isReached ? all.map(soften) : all;
}

function soften(finding: Finding): Finding {
  return finding.status === "fail" ? { ...finding, status: "warn" } : finding;
}

async function examineSecured(
  question: ServerQuestion,
  proxy: ClientProxy | undefined,
): Promise<Finding[]> {
  const { server, clock } = question;
  const socket = await openTls(question, proxy).catch((thrown: unknown) => thrown);
  if (!(socket instanceof TLSSocket)) return [blame(socket)];
  using connection = new ClientConnection(socket, { clock });
  const way = proxy ? ` through ${nameProxy(proxy)}` : "";
  const certificate = judgeCertificate(`${server}${way}`, socket, clock.now());
  return [certificate, ...(await examine("http", () => askServer(connection, question)))];
}

/** Before the server is heard at all, it is the proxy's fault. */
function blame(thrown: unknown): Finding {
  const { failure = "", message, hint } = toFleetError(thrown);
  if (!failure.startsWith("proxy_")) return failedBy("tls", thrown);
  return failed("proxy", message, hint ?? proxyFixes[failure] ?? seeProxy);
}

const seeProxy = "See the log of the proxy, and whether this is the right one.";
const proxyFixes: Readonly<Record<string, string>> = {
  proxy_refused: "Have the proxy allow connections to this server and port.",
};

function openTls(
  { server, config, clock, signal }: ServerQuestion,
  proxy: ClientProxy | undefined,
): Promise<TLSSocket> {
  const tunnel =
    proxy && makeTunnelOpener(proxy, { clock, answerMs, trustedRoots: readSystemRoots });
  return connectTls({
    ...{ address: parseHostPort(server), clock, signal, timeoutMs: tlsTimeoutMs },
    ...throwawayIdentity(),
    trustedRoots: config.trustedCertificates,
    ...(config.serverName !== undefined && { serverName: config.serverName }),
    ...(tunnel && { openSocket: tunnel }),
  });
}

function throwawayIdentity() {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const clientId = deriveClientId(publicKey.export({ type: "spki", format: "der" }));
  return {
    clientCertificate: toPem("CERTIFICATE", makeClientCertificate(privateKey, clientId)),
    clientKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

function judgeCertificate(where: string, socket: TLSSocket, now: number): Finding {
  const leaf = socket.getPeerX509Certificate();
  if (!leaf) return failed("tls", `${where} shows no certificate`, "Give the server one.");
  const issuer = leaf.issuer.replaceAll("\n", ", ");
  const until = leaf.validToDate.toISOString().slice(0, 10);
  const leftMs = leaf.validToDate.getTime() - now;
  const days = Math.floor(leftMs / dayMs);
  const text = `${where} is trusted: its certificate is by "${issuer}", until ${until} (${days} days)`;
  if (leftMs > soonMs) return passed("tls", text);
  return doubtful("tls", text, "Renew the server's certificate before then.");
}

async function askServer(
  connection: ClientConnection,
  { server, clock }: ServerQuestion,
): Promise<Finding[]> {
  const headers = { Host: server, "Fleet-Client": buildInfo.version, Connection: "close" };
  const asked = clock.now();
  const request = { method: "GET", target: route, headers };
  const response = await connection.request(request, undefined, answerMs);
  const now = (asked + clock.now()) / 2;
  const date = response.headers.all("date")[0];
  return [judgeStatus(server, response.status), ...judgeClock(date, now)];
}

function judgeStatus(server: string, status: number): Finding {
  const text = `${server} answers with status ${status}`;
  if ([200, 304, 404].includes(status)) return passed("http", `${server} answers`);
  if (status >= 500) {
    return doubtful("http", text, "The server, or a proxy before it, is overloaded: see its log.");
  }
  return doubtful("http", text, "Is this the clients' port of a Fleetspeak server? See its log.");
}

/** @param date of the server's answer, a whole second. */
function judgeClock(date: string | undefined, now: number): Finding[] {
  const serverTime = Date.parse(date ?? "");
  if (Number.isNaN(serverTime)) return [];
  const aheadMs = now - serverTime;
  const seconds = Math.round(Math.abs(aheadMs) / 1000);
  if (Math.abs(aheadMs) < slightSkewMs) {
    return [passed("clock", "this machine's clock and the server's agree")];
  }
  const text = `this machine's clock is ${seconds} s ${aheadMs > 0 ? "ahead of" : "behind"} the server's`;
  const fix = "Set the one that is wrong: timedatectl set-ntp true";
  const isSevere = Math.abs(aheadMs) >= severeSkewMs;
  return [isSevere ? failed("clock", text, fix) : doubtful("clock", text, fix)];
}
