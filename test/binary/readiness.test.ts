/** /healthz and /readyz of the compiled server, while what they look at really fails. */
import { Database } from "bun:sqlite";
import { expect, test } from "bun:test";

import { CompiledServer, type CompiledServerOptions } from "../helpers/compiled-server.ts";
import { RawClient, newTestIdentity } from "../helpers/raw-client.ts";
import { waitFor } from "../helpers/wait-for.ts";

const sections = 'health_check_config { listen_address: "127.0.0.1:0" }';

const dayMs = 24 * 3_600_000;

interface Answer {
  readonly status: number;
  /** By check that failed. */
  readonly reasons: Readonly<Record<string, string>>;
  readonly names: readonly string[];
}

interface Report {
  readonly checks: readonly { readonly name: string; readonly reason?: string }[];
}

async function start(options: CompiledServerOptions = {}) {
  const server = await CompiledServer.start({ sections, ...options });
  const base = await waitFor(() => /health on (http:\S+)\/readyz/.exec(server.log)?.[1], {
    what: "the address",
  });
  return { server, base };
}

async function ask(base: string): Promise<Answer> {
  const answer = await fetch(`${base}/readyz`);
  const { checks } = (await answer.json()) as Report;
  const failed = checks.flatMap(({ name, reason }) =>
    reason === undefined ? [] : [[name, reason]],
  );
  return {
    status: answer.status,
    reasons: Object.fromEntries(failed),
    names: checks.map(({ name }) => name),
  };
}

const isReady = (base: string) => async () => (await ask(base)).status === 200;

function waitForFailure(base: string, name: string): Promise<string> {
  return waitFor(async () => (await ask(base)).reasons[name], { what: `${name} to fail` });
}

test("a server in order is ready; another program's open transaction makes it unready for as long as it lasts", async () => {
  const { server, base } = await start();
  await using _server = server;
  expect(await ask(base)).toEqual({
    status: 200,
    reasons: {},
    names: ["store", "listener", "certificate", "disk", "event_loop"],
  });
  const other = new Database(server.databasePath);
  other.run("BEGIN IMMEDIATE");
  expect(await waitForFailure(base, "store")).toBe(
    "cannot write to the database: another program holds the database",
  );
  expect((await fetch(`${base}/healthz`)).status).toBe(200);
  other.run("ROLLBACK");
  other.close();
  await waitFor(isReady(base), { what: "the server to be ready again" });
});

test("a process that was stopped for a while says how late its event loop was", async () => {
  const { server, base } = await start();
  await using _server = server;
  await waitFor(isReady(base), { what: "the server to be ready" });
  process.kill(server.pid, "SIGSTOP");
  const stoppedAt = performance.now();
  await waitFor(() => performance.now() - stoppedAt > 2500, { what: "the pause to be over" });
  process.kill(server.pid, "SIGCONT");
  const { status, reasons } = await ask(base);
  expect([status, Object.keys(reasons)]).toEqual([503, ["event_loop"]]);
  expect(Number(/was (\d+) ms late/.exec(reasons["event_loop"] ?? "")?.[1])).toBeGreaterThan(1500);
});

test("a disk below its floor, a certificate about to end and a full port are each named", async () => {
  const { server, base } = await start({
    certificateMadeAt: Date.now() - 365 * dayMs + dayMs / 48,
    extension: "disk { min_free_bytes: 1125899906842624 } limits { connections: 1 }",
  });
  await using _server = server;
  const trustedRoots = server.caCertificate;
  using _client = await RawClient.connect({
    ...{ port: server.port, trustedRoots, identity: newTestIdentity() },
  });
  expect(await waitForFailure(base, "listener")).toStartWith("all 1 connections of 127.0.0.1:");
  const { status, reasons } = await ask(base);
  expect([status, Object.keys(reasons)]).toEqual([503, ["listener", "certificate", "disk"]]);
  expect(reasons["certificate"]).toStartWith("the server's certificate ends on 20");
  expect(reasons["disk"]).toContain("bytes are free in");
});

test("the web listener says to everybody which check fails, and to nobody why; a token that is none is counted", async () => {
  const { server, base } = await start({
    extension: 'web { listen_address: "127.0.0.1:0" } disk { min_free_bytes: 1125899906842624 }',
    sections: `${sections} stats_config { address: "127.0.0.1:0" }`,
  });
  await using _server = server;
  const web = await waitFor(() => /page on (http:\S+)/.exec(server.log)?.[1], {
    what: "the address of the page",
  });
  expect(await (await fetch(`${web}/healthz`)).text()).toBe("ok\n");
  const open = await fetch(`${web}/readyz`);
  const text = await open.text();
  expect([open.status, text.includes("min"), text.includes(server.folder)]).toEqual([
    ...[503, false, false],
  ]);
  const { checks } = JSON.parse(text) as { checks: { name: string; status: string }[] };
  expect(checks.filter(({ status }) => status === "failed")).toEqual([
    { name: "disk", status: "failed" },
  ]);
  expect((await ask(base)).reasons["disk"]).toContain(server.folder);

  const stats = /metrics on (http:\S+)/.exec(server.log)?.[1] ?? "";
  const authorization = `Bearer fleet_${"0".repeat(16)}_${"A".repeat(43)}`;
  const refused = await fetch(`${web}/api/v1/overview`, { headers: { authorization } });
  expect(refused.status).toBe(401);
  expect(await (await fetch(stats)).text()).toContain("fleet_access_refused_total 1\n");
});
