/** Whether what the server's services hand messages to can be reached: GRPC targets and webhooks, with their secrets. */
import type { ServerServiceConfig, ServicesConfig } from "../../../config/schemas/services.ts";
import { readSecretFile } from "../../../config/secret-file.ts";
import { errorAbout } from "../../../core/errors.ts";
import { type Finding, examine, passed } from "../../../core/finding.ts";
import { type HostPort, parseHostPort } from "../../../net/address.ts";
import { connectHttp } from "../../../net/http-connect.ts";
import { resolveHost, tryConnect } from "../../../net/reach.ts";
import { readRoots } from "../../server/services/factories.ts";

const check = "services";
const connectMs = 5000;
const tlsMs = 10_000;

export async function examineServices({ services }: ServicesConfig): Promise<Finding[]> {
  const found = await Promise.all(
    services.map((service) => examine(check, () => examineService(service))),
  );
  const count = services.length === 1 ? "1 service" : `${services.length} services`;
  return [passed(check, `${count} on the server`), ...found.flat()];
}

/** @throws what keeps its messages waiting, with its name. */
async function examineService(service: ServerServiceConfig): Promise<Finding[]> {
  try {
    const where = await reach(service);
    return where === undefined ? [] : [passed(check, `"${service.name}" reaches ${where}`)];
  } catch (thrown) {
    throw errorAbout(`service "${service.name}"`, thrown);
  }
}

/** @returns where it hands messages to; undefined for one that keeps them here. */
async function reach({ name, settings }: ServerServiceConfig): Promise<string | undefined> {
  switch (settings.factory) {
    case "NOOP":
    case "MessageSaver":
      return undefined;
    case "GRPC":
      readRoots(settings.certFile);
      await connectAny(parseHostPort(settings.target));
      return settings.target;
    case "Webhook":
      readSecretFile(settings.secretFile, `secret of service "${name}"`);
      return await reachUrl(new URL(settings.url), readRoots(settings.caFile));
  }
}

/** Nothing is asked there: a TLS handshake says enough. @returns "https://host:port" */
async function reachUrl(url: URL, trustedRoots: string | undefined): Promise<string> {
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const port = Number(url.port) || (url.protocol === "https:" ? 443 : 80);
  await connectAny({ host, port });
  const socket = await connectHttp({ url, trustedRoots }, AbortSignal.timeout(tlsMs));
  socket.destroy();
  return url.origin;
}

/** One of its addresses is enough. @throws what the last one said */
async function connectAny({ host, port }: HostPort): Promise<void> {
  let fault: unknown;
  for (const address of await resolveHost(host)) {
    try {
      await tryConnect({ host: address, port }, connectMs);
      return;
    } catch (thrown) {
      fault = thrown;
    }
  }
  throw fault;
}
