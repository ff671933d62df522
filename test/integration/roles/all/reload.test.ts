/** A configuration that is read again while its server runs: taken over whole, or not at all. */
import { X509Certificate } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import tls from "node:tls";
import { afterEach, beforeAll, describe, expect, test } from "bun:test";

import { AdminClient } from "../../../../src/cli/server/admin-client.ts";
import { makeComponentsConfig } from "../../../../src/config/load.ts";
import type { PlainMessage } from "../../../../src/config/plain-message.ts";
import type { ComponentsConfig } from "../../../../src/config/schemas/components.ts";
import type {
  ServerServiceConfig,
  ServicesConfig,
} from "../../../../src/config/schemas/services.ts";
import { toFleetError } from "../../../../src/core/errors.ts";
import { makeMessage } from "../../../../src/core/message.ts";
import { parseHostPort } from "../../../../src/net/address.ts";
import type { CertifiedKey } from "../../../../src/net/certificates.ts";
import { configureLog } from "../../../../src/observability/log.ts";
import { adminMethods } from "../../../../src/proto/admin-methods.ts";
import { type Installation, startInstallation } from "../../../../src/roles/all/installation.ts";
import {
  type AdminCertificates,
  makeAdminCertificates,
} from "../../../helpers/admin-certificates.ts";
import { waitFor } from "../../../helpers/wait-for.ts";

let made: AdminCertificates;
let others: AdminCertificates;
let log = "";

beforeAll(async () => {
  made = await makeAdminCertificates();
  others = await makeAdminCertificates();
});

afterEach(() => configureLog({ level: "error", format: "console", write: () => {} }));

interface Started extends AsyncDisposable {
  readonly folder: string;
  readonly installation: Installation;
  components(from?: AdminCertificates, changed?: PlainMessage): ComponentsConfig;
  /** Of the administrator of one set of certificates. */
  admin(from: AdminCertificates, serverCa?: CertifiedKey): AdminClient;
}

async function start(services?: (folder: string) => ServicesConfig): Promise<Started> {
  log = "";
  configureLog({ level: "info", format: "console", write: (line) => void (log += line) });
  const stack = new AsyncDisposableStack();
  const folder = mkdtempSync(join(tmpdir(), "fleet-reload-"));
  stack.defer(() => rmSync(folder, { recursive: true, force: true }));
  const components = (from = made, changed: PlainMessage = {}) =>
    makeComponentsConfig(
      {
        https_config: {
          listen_address: "127.0.0.1:0",
          certificates: from.server.certificate,
          key: from.server.key,
        },
        admin_config: { listen_address: "127.0.0.1:0" },
        fleet: {
          database_path: join(folder, "x.sqlite"),
          admin: { client_ca: from.adminCa.certificate },
        },
        ...changed,
      },
      "a test",
    );
  const started = { components: components(), services: services?.(folder), fromFile: true };
  const installation = stack.use(await startInstallation(started));
  const admin = (from: AdminCertificates, serverCa = from.clientsCa) =>
    stack.use(
      new AdminClient({
        address: { target: installation.admin ?? "", foundBy: "a test" },
        tls: {
          ca: serverCa.certificate,
          certificate: from.alice.certificate,
          key: from.alice.key,
        },
        signal: new AbortController().signal,
      }),
    );
  return {
    ...{ folder, installation, components, admin },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}

function saver(name: string, path: string): ServerServiceConfig {
  return { name, maxParallelism: 1, settings: { factory: "MessageSaver", path, format: "text" } };
}

function servicesOf(...services: readonly ServerServiceConfig[]): ServicesConfig {
  return { services, broadcastPollMs: 60_000 };
}

function messageTo(serviceName: string) {
  return makeMessage({
    source: { clientId: undefined, serviceName: "tool" },
    destination: { clientId: undefined, serviceName },
    messageType: "Test",
  });
}

function savedIn(path: string): number {
  return existsSync(path) ? readdirSync(path, { recursive: true }).filter(isText).length : 0;
}

function isText(name: string | Buffer): boolean {
  return name.toString().endsWith(".txt");
}

function presentedBy(address: string): Promise<X509Certificate> {
  const { host, port } = parseHostPort(address);
  return new Promise((resolve, reject) => {
    const socket = tls.connect({ host, port, rejectUnauthorized: false }, () => {
      const certificate = socket.getPeerX509Certificate();
      socket.destroy();
      if (certificate) resolve(certificate);
      else reject(new Error("no certificate was presented"));
    });
    socket.once("error", reject);
  });
}

describe("read again", () => {
  test("the certificates of server and administrators are those of the new file", async () => {
    await using started = await start();
    const { installation, admin, components } = started;
    await admin(made).call(adminMethods.keepAlive, {});
    await installation.reload({ components: components(others), services: undefined });
    const shown = await presentedBy(installation.https ?? "");
    expect(shown.serialNumber).toBe(new X509Certificate(others.server.certificate).serialNumber);
    await admin(others).call(adminMethods.keepAlive, {});
    const old = admin(made, others.clientsCa).call(adminMethods.keepAlive, {});
    expect(await old.catch((thrown: unknown) => thrown)).toHaveProperty("code", "unavailable");
    expect(log).not.toContain("before a restart");
  });

  test("services come, go, and are changed in their place", async () => {
    const at = (folder: string, name: string) => join(folder, name);
    await using started = await start((folder) =>
      servicesOf(saver("stays", at(folder, "one")), saver("goes", at(folder, "gone"))),
    );
    const { folder, installation, components, admin } = started;
    const client = admin(made);
    await client.call(adminMethods.insertMessage, messageTo("stays"));
    await waitFor(() => savedIn(at(folder, "one")) === 1, { what: "a saved message" });
    const services = servicesOf(
      saver("stays", at(folder, "two")),
      saver("comes", at(folder, "three")),
    );
    await installation.reload({ components: components(), services });
    expect(log).toContain("services: stays, comes");
    for (const name of ["stays", "comes", "goes"])
      await client.call(adminMethods.insertMessage, messageTo(name));
    const saved = () => ["one", "two", "three", "gone"].map((name) => savedIn(at(folder, name)));
    await waitFor(() => saved().join() === "1,1,1,0", { what: "each at its new place" });
  });

  test("what only a start can take over is named in one warning", async () => {
    await using started = await start();
    const { installation, components, folder } = started;
    const changed = components(made, {
      required_label: "x",
      stats_config: { address: "127.0.0.1:0" },
      fleet: {
        database_path: join(folder, "x.sqlite"),
        timers: { sweep: { seconds: 3n } },
      },
    });
    const services = { services: [], broadcastPollMs: 5 };
    await installation.reload({ components: changed, services });
    const warnings = log.split("\n").filter((line) => line.includes("before a restart"));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toEndWith(
      "taken over before a restart: fleet.admin, stats_config, required_label, fleet.timers, broadcast_poll_time",
    );
    // TLS goes on, also for a file that no longer asks for it.
    await started.admin(made).call(adminMethods.keepAlive, {});
  });

  test("what cannot be used changes nothing at all", async () => {
    await using started = await start((folder) => servicesOf(saver("stays", join(folder, "one"))));
    const { folder, installation, components, admin } = started;
    const next = components(others);
    const https = next.https && { ...next.https, key: others.alice.key };
    const clientsCa = { ...next.adminAccess, clientCa: others.clientsCa.certificate };
    const webhook: ServerServiceConfig = {
      ...{ name: "hook", maxParallelism: 1 },
      settings: {
        ...{ factory: "Webhook", url: "https://localhost/", secretFile: join(folder, "none") },
        ...{ timeoutMs: 1000, caFile: undefined },
      },
    };
    for (const [configuration, fault] of [
      [{ components: { ...next, https }, services: servicesOf() }, "certificate and key"],
      [{ components: { ...next, adminAccess: clientsCa }, services: servicesOf() }, "client_ca"],
      [{ components: next, services: servicesOf(webhook) }, 'secret of service "hook"'],
    ] as const) {
      const thrown = await installation.reload(configuration).catch((error: unknown) => error);
      expect(toFleetError(thrown).code).toBe("configuration");
      expect(toFleetError(thrown).message).toContain(fault);
    }
    const shown = await presentedBy(installation.https ?? "");
    expect(shown.serialNumber).toBe(new X509Certificate(made.server.certificate).serialNumber);
    await admin(made).call(adminMethods.insertMessage, messageTo("stays"));
    await waitFor(() => savedIn(join(folder, "one")) === 1, { what: "a saved message" });
  });
});
