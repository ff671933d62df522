/** Where the page of an installation is served, and with which certificate. */
import { afterEach, beforeAll, beforeEach, expect, test } from "bun:test";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

import { makeComponentsConfig } from "../../../../src/config/load.ts";
import type { PlainMessage } from "../../../../src/config/plain-message.ts";
import { FleetError } from "../../../../src/core/errors.ts";
import { makeServerCertificate } from "../../../../src/net/certificates.ts";
import { configureLog } from "../../../../src/observability/log.ts";
import { type Installation, startInstallation } from "../../../../src/roles/all/installation.ts";
import {
  type AdminCertificates,
  makeAdminCertificates,
} from "../../../helpers/admin-certificates.ts";

let made: AdminCertificates;
let folder = "";
let log = "";
let running: Installation | undefined;

beforeAll(async () => {
  made = await makeAdminCertificates();
});

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "fleet-web-"));
  log = "";
  configureLog({ level: "info", format: "console", write: (line) => void (log += line) });
});

afterEach(async () => {
  await running?.[Symbol.asyncDispose]();
  running = undefined;
  configureLog({ level: "error", format: "console", write: () => {} });
  rmSync(folder, { recursive: true, force: true });
});

/** Of a server without a clients' port, and so without a certificate of its own. */
const componentsOf = (web: PlainMessage) =>
  makeComponentsConfig(
    {
      admin_config: { listen_address: here },
      fleet: { database_path: join(folder, "fleet.sqlite"), web },
    },
    "a test",
  );

async function start(web: PlainMessage): Promise<Installation> {
  const components = componentsOf(web);
  running = await startInstallation({ components, services: undefined, fromFile: true });
  return running;
}

async function failureOf(web: PlainMessage): Promise<FleetError> {
  const thrown = await start(web).catch((error: unknown) => error);
  if (thrown instanceof FleetError) return thrown;
  throw new Error("it started");
}

const here = "127.0.0.1:0";
const everywhere = "0.0.0.0:0";
const health = (url: string, ca?: string) =>
  fetch(`${url}/healthz`, ca === undefined ? {} : { tls: { ca } }).then(({ status }) => status);

test("on this machine it is plain, and run.json says where", async () => {
  const { web } = await start({ listen_address: here });
  expect(web?.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(await health(web?.url ?? "")).toBe(200);
  const run: unknown = JSON.parse(readFileSync(join(folder, "fleet.sqlite.d/run.json"), "utf8"));
  expect(run).toMatchObject({ web: web?.address });
});

test("to other machines it is not served without a certificate, unless that is accepted", async () => {
  const failure = await failureOf({ listen_address: everywhere });
  expect([failure.code, failure.hint]).toEqual([
    "configuration",
    expect.stringContaining("allow_plain"),
  ]);
  expect(failure.message).toContain("without TLS");
  const { web } = await start({ listen_address: everywhere, allow_plain: true });
  expect(log).toContain("the page is served without TLS to everybody who reaches 0.0.0.0:0");
  expect(web?.url).toMatch(/^http:\/\/localhost:\d+$/);
  expect(await health(web?.url ?? "")).toBe(200);
});

test("it is reached by the names in its certificate, and says so where it listens on every interface", async () => {
  const names = { name: "test", hosts: ["localhost", "fleet.example.com", "*.example.org"] };
  const authority = made.clientsCa;
  const { certificate, key } = await makeServerCertificate({
    ...names,
    authority,
    now: Date.now(),
  });
  const { web } = await start({ listen_address: everywhere, certificates: certificate, key });
  const [, port = ""] = /^https:\/\/fleet\.example\.com:(\d+)$/.exec(web?.url ?? "") ?? [];
  const statusFor = async (host: string) => {
    const options = { headers: { host: `${host}:${port}` }, tls: { ca: authority.certificate } };
    return (await fetch(`https://localhost:${port}/healthz`, options)).status;
  };
  expect(await statusFor("fleet.example.com")).toBe(200);
  expect(await statusFor("other.example.com")).toBe(403);
  expect(await statusFor("a.example.org")).toBe(403);
});

test("its certificate is replaced by a reload, and one that does not fit changes nothing", async () => {
  const { certificate: ca } = made.clientsCa;
  const settings = ({ certificate, key }: { certificate: string; key: string }) => ({
    ...{ listen_address: here, certificates: certificate, key },
  });
  const installation = await start(settings(made.server));
  const url = installation.web?.url.replace("127.0.0.1", "localhost") ?? "";
  expect(await health(url, ca)).toBe(200);
  const reload = (web: PlainMessage) =>
    installation.reload({ components: componentsOf(web), services: undefined });

  const other = await makeAdminCertificates();
  const mixed = settings({ certificate: other.server.certificate, key: made.server.key });
  expect(await reload(mixed).catch((error: unknown) => error)).toBeInstanceOf(FleetError);
  expect(await health(url, ca)).toBe(200);

  const authority = other.clientsCa;
  const options = { name: "test", hosts: ["localhost"], authority, now: Date.now() };
  await reload(settings(await makeServerCertificate(options)));
  expect(log).toContain("the page's certificate was replaced");
  expect(await health(url, authority.certificate)).toBe(200);
  expect(await health(url, ca).catch(() => "refused")).toBe("refused");
});

test.each([
  [{ certificates: "set" }, "certificates"],
  [{ public_url: ["fleet.example"] }, "is not the address of a page"],
  [{ public_url: ["https://fleet.example/path"] }, "is not the address of a page"],
])("%p is a mistake of the configuration", async (fields, said) => {
  const certificates = made.server.certificate;
  const web = {
    listen_address: here,
    ...fields,
    ...("certificates" in fields && { certificates }),
  };
  const failure = await failureOf(web);
  expect([failure.code, failure.message]).toEqual(["configuration", expect.stringContaining(said)]);
});
