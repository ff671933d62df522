/** `fleet doctor` on a server: things are broken one by one, and each time it names what is broken and what to do. */
import { Database } from "bun:sqlite";
import { describe, expect, test } from "bun:test";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { makeCertificateAuthority, makeServerCertificate } from "../../src/net/certificates.ts";
import { binaryPath, makeTemporaryFolder, runBinary, startBinary } from "../helpers/binary.ts";
import { CompiledServer, type CompiledServerOptions } from "../helpers/compiled-server.ts";
import { type Found, runDoctor } from "../helpers/doctor.ts";
import { freePort } from "../helpers/free-port.ts";

const dayMs = 24 * 3_600_000;
const sentence = ({ text, fix }: Found) => `${text}. ${fix}`;

/** A server on ports that are named in its file. */
async function start(options: CompiledServerOptions = {}) {
  const health = freePort();
  const server = await CompiledServer.start({
    listenAddress: `127.0.0.1:${freePort()}`,
    sections: `health_check_config { listen_address: "127.0.0.1:${health}" }`,
    ...options,
  });
  const file = join(server.folder, "server.components.config");
  const services = join(server.folder, "server.services.config");
  return {
    ...{ server, file, services, stateDirectory: `${server.databasePath}.d` },
    doctor: () => runDoctor(["--components_config", file, "--services_config", services]),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

describe("on a server in order", () => {
  test("that runs, everything is found good", async () => {
    await using run = await start();
    const { exitStatus, found, complaints } = await run.doctor();
    expect([exitStatus, complaints]).toEqual([0, []]);
    expect(found.map(({ check }) => check)).toEqual([
      ...["configuration", "configuration", "services", "server", "state", "database", "disk"],
      ...["clock", "certificate", "port", "port", "tls", "ready", "admin"],
    ]);
    expect(found[3]?.text).toBe(`process ${run.server.pid} serves "${run.server.databasePath}"`);
  });

  test("behind trusted proxies, its TLS is theirs to see", async () => {
    await using run = await start({ extension: 'trusted_proxies: "192.0.2.0/24"' });
    const { complaints, found } = await run.doctor();
    expect(complaints).toEqual([]);
    expect(found.map(({ check }) => check)).not.toContain("tls");
  });

  test("that does not run, that is told, and its ports are found free and left so", async () => {
    await using run = await start();
    await run.server.stop();
    const { exitStatus, complaints, of } = await run.doctor();
    expect([exitStatus, complaints]).toEqual([0, ["warn server"]]);
    expect(sentence(of("server"))).toMatch(/^no server runs on .*\. Start it/);
    expect(of("port").text).toBe(`clients' port 127.0.0.1:${run.server.port} is free`);
    await run.server.restart();
  });

  test("without files is found by its database, with its keys", async () => {
    using folder = makeTemporaryFolder();
    const path = join(folder.path, "fleet.sqlite");
    const ports = ["https_addr", "admin_addr", "web_addr"].flatMap((flag) => [
      `--${flag}`,
      "127.0.0.1:0",
    ]);
    await using all = startBinary(["all", "--database_path", path, ...ports], { cwd: folder.path });
    await all.waitForLine(/serving/);
    const good = await runDoctor(["--database_path", path]);
    expect([good.exitStatus, good.complaints]).toEqual([0, []]);
    const opened = good.found.filter(({ check }) => check === "port").map(({ text }) => text);
    expect(opened).toEqual([
      expect.stringMatching(/^clients' port 127\.0\.0\.1:\d+ takes connections$/),
      expect.stringMatching(/^admin API 127\.0\.0\.1:\d+ takes connections$/),
      expect.stringMatching(/^page 127\.0\.0\.1:\d+ takes connections$/),
    ]);
    expect(good.of("state").text).toContain("CA key, server key, deployment key");
    const byState = await runDoctor([], { env: { FLEET_STATE: `${path}.d` } });
    expect([byState.exitStatus, byState.found.length]).toEqual([0, good.found.length]);

    chmodSync(`${path}.d/ca.key`, 0o644);
    const open = await runDoctor(["--database_path", path]);
    expect([open.exitStatus, open.complaints]).toEqual([1, ["fail state"]]);
    expect(sentence(open.of("state"))).toMatch(/CA key .* is open to others\. .*chmod 600 '/);
    chmodSync(`${path}.d/ca.key`, 0o600);

    writeFileSync(`${path}.d/deployment.pub`, readFileSync(`${path}.d/ca.pem`));
    const other = await runDoctor(["--database_path", path]);
    expect([other.exitStatus, other.complaints]).toEqual([1, ["fail deployment"]]);
    expect(sentence(other.of("deployment"))).toMatch(/is not the public half.*openssl pkey/);
  });
});

test.skipIf(process.getuid?.() !== 0)(
  "root sees a server of another user with that user's eyes; a third one is sent to root",
  async () => {
    using folder = makeTemporaryFolder();
    chmodSync(folder.path, 0o755);
    const executable = join(folder.path, "fleet");
    copyFileSync(binaryPath, executable);
    const data = join(folder.path, "data");
    mkdirSync(data, { mode: 0o755 });
    chownSync(data, 12_345, 12_345);
    const path = join(data, "fleet.sqlite");
    const as = (user: number, ...args: string[]) => [
      ...["--reuid", `${user}`, "--regid", `${user}`, "--clear-groups", executable, ...args],
    ];
    const ports = ["https_addr", "admin_addr", "web_addr"].flatMap((flag) => [
      `--${flag}`,
      "127.0.0.1:0",
    ]);
    const setpriv = { executable: "/usr/bin/setpriv", cwd: folder.path };
    await using server = startBinary(
      as(12_345, "server", "--database_path", path, ...ports),
      setpriv,
    );
    await server.waitForLine(/admin API: /);
    const byRoot = await runDoctor(["--database_path", path]);
    expect([byRoot.exitStatus, byRoot.complaints]).toEqual([0, []]);
    expect(byRoot.of("tls").text).toContain("speaks TLS with this certificate");
    const third = await runBinary(as(23_456, "doctor", "--database_path", path), setpriv);
    expect(third.stdout).toMatch(
      /^server: .*\n {2}warn {2}state .* belongs to user 12345, .*Run fleet doctor as root\.\n\n0 ok, 1 to/,
    );
  },
);

describe("what keeps a server from its work", () => {
  test("a field that is misspelt, in either file", async () => {
    await using run = await start();
    appendFileSync(run.file, "public_hostport: 5\n");
    appendFileSync(run.services, 'services { name: "x" factory: "NOSUCH" }\n');
    const { exitStatus, complaints, found } = await run.doctor();
    expect([exitStatus, complaints]).toEqual([1, ["fail configuration"]]);
    expect(found.map(({ text }) => text)).toEqual([
      expect.stringMatching(/server\.components\.config:\d+: public_hostport: /),
      expect.stringMatching(/server\.services\.config:2: .*NOSUCH/),
    ]);
  });

  test("another program has its port: it is named", async () => {
    await using run = await start();
    await run.server.stop();
    const other = Bun.listen({
      ...{ hostname: "127.0.0.1", port: run.server.port },
      socket: { data: () => undefined },
    });
    const { exitStatus, complaints, of } = await run.doctor();
    other.stop(true);
    expect([exitStatus, complaints]).toEqual([1, ["fail port", "warn server"]]);
    expect(sentence(of("port"))).toMatch(
      new RegExp(
        `^clients' port 127\\.0\\.0\\.1:\\d+ is held by process ${process.pid} \\(.+\\)\\. End`,
      ),
    );
  });

  test("the disk is below its floor, which the running server says too", async () => {
    await using run = await start({ extension: "disk { min_free_bytes: 1125899906842624 }" });
    const { exitStatus, complaints, of } = await run.doctor();
    expect([exitStatus, complaints]).toEqual([1, ["fail disk", "fail ready"]]);
    expect(sentence(of("disk"))).toMatch(/MiB are kept: clients' messages are refused\. Free/);
    expect(of("ready").text).toStartWith("disk: less than");
  });

  test("this machine's clock was set back since it last wrote", async () => {
    await using run = await start();
    await run.server.stop();
    const later = new Date(Date.now() + 600_000);
    utimesSync(run.server.databasePath, later, later);
    const { exitStatus, complaints, of } = await run.doctor();
    expect([exitStatus, complaints]).toEqual([0, ["warn clock", "warn server"]]);
    expect(sentence(of("clock"))).toMatch(
      / (?:59\d|600) s in the future: .*\. Set it: timedatectl/,
    );
  });

  test("its services hand messages to nobody, or without their secret", async () => {
    await using run = await start();
    const port = freePort();
    const secret = join(run.server.folder, "secret");
    const grpc = `name: "frr" factory: "GRPC" config {
      [type.googleapis.com/fleetspeak.grpcservice.Config] { target: "127.0.0.1:${port}" insecure: true } }`;
    const hook = (url: string) => `name: "hook" factory: "Webhook" config {
      [type.googleapis.com/fleet.v1.WebhookConfig] { url: "${url}" secret_file: "${secret}" } }`;
    const look = async (...services: string[]) => {
      writeFileSync(run.services, services.map((one) => `services { ${one} }\n`).join(""));
      const { exitStatus, found } = await run.doctor();
      return [exitStatus, found.filter(({ check }) => check === "services").map(sentence)];
    };
    expect(await look(grpc, hook("https://hook.invalid/x"))).toEqual([
      1,
      [
        expect.stringMatching(/^2 services/),
        expect.stringMatching(
          /^service "frr": 127\.0\.0\.1:\d+ cannot be reached: nothing listens there\. /,
        ),
        expect.stringMatching(/^service "hook": secret .* does not exist\. /),
      ],
    ]);
    writeFileSync(secret, "0123456789abcdef0123456789abcdef", { mode: 0o600 });
    using listener = Bun.serve({ hostname: "127.0.0.1", port, fetch: () => new Response() });
    expect(await look(grpc, hook("https://hook.invalid/x"))).toEqual([
      1,
      [
        expect.stringMatching(/^2 services/),
        expect.stringMatching(/^"frr" reaches 127\.0\.0\.1:/),
        expect.stringMatching(/^service "hook": "hook\.invalid" has no address: .*\/etc\//),
      ],
    ]);
    expect((await look(hook(`http://127.0.0.1:${listener.port}/x`)))[0]).toBe(0);
  });

  test("its certificate has ended, or will soon", async () => {
    await using ended = await start({ certificateMadeAt: Date.now() - 366 * dayMs });
    const first = await ended.doctor();
    expect([first.exitStatus, first.complaints]).toEqual([1, ["fail certificate", "fail ready"]]);
    expect(sentence(first.of("certificate"))).toMatch(
      /was valid until .*no client connects\. .*SIGHUP/,
    );
    await using soon = await start({ certificateMadeAt: Date.now() - 360 * dayMs });
    const second = await soon.doctor();
    expect([second.exitStatus, second.complaints]).toEqual([0, ["warn certificate"]]);
    expect(second.of("certificate").text).toMatch(/, [45] days more$/);
  });

  test("it shows another certificate than its file has since", async () => {
    await using run = await start();
    const now = Date.now();
    const authority = await makeCertificateAuthority({ name: "next", now });
    const next = await makeServerCertificate({ name: "next", hosts: ["x"], authority, now });
    const asText = (pem: string) => JSON.stringify(pem);
    const text = readFileSync(run.file, "utf8")
      .replace(/certificates:\s*("[^"]*"\s*)+/, `certificates: ${asText(next.certificate)}\n`)
      .replace(/key:\s*("[^"]*"\s*)+/, `key: ${asText(next.key)}\n`);
    writeFileSync(run.file, text);
    const { exitStatus, complaints, of } = await run.doctor();
    expect([exitStatus, complaints]).toEqual([0, ["warn tls"]]);
    expect(sentence(of("tls"))).toMatch(/shows another certificate .*SIGHUP/);
  });

  test("its database is open to others, or another user's", async () => {
    await using run = await start();
    chmodSync(run.server.databasePath, 0o644);
    const open = await run.doctor();
    expect([open.exitStatus, open.complaints]).toEqual([0, ["warn database"]]);
    expect(sentence(open.of("database"))).toMatch(/may be read by others.*chmod 600 '/);
  });

  test.skipIf(process.getuid?.() !== 0)(
    "a part of its database is root's, since a start by hand",
    async () => {
      await using run = await start();
      await run.server.stop();
      chmodSync(run.server.folder, 0o755);
      chownSync(run.stateDirectory, 12_345, 12_345);
      const { exitStatus, complaints, of } = await run.doctor();
      expect([exitStatus, complaints]).toEqual([1, ["fail database", "warn server"]]);
      expect(sentence(of("database"))).toMatch(
        /not of the state directory's owner, user 12345\. Run: chown/,
      );
    },
  );

  test("its state directory may be written by others", async () => {
    await using run = await start();
    chmodSync(run.stateDirectory, 0o777);
    const { exitStatus, complaints, of } = await run.doctor();
    expect([exitStatus, complaints]).toEqual([1, ["fail state"]]);
    expect(sentence(of("state"))).toMatch(/may be written by others\. .*chmod go-w '/);
  });

  test("another program holds its database", async () => {
    await using run = await start();
    using other = new Database(run.server.databasePath);
    other.run("BEGIN IMMEDIATE");
    const { exitStatus, complaints, of } = await run.doctor();
    other.run("ROLLBACK");
    expect([exitStatus, complaints]).toEqual([1, ["fail ready"]]);
    expect(sentence(of("ready"))).toMatch(/^store: .*another program holds the database\. End/);
  });

  test("its admin API is not reached", async () => {
    await using run = await start();
    rmSync(run.server.socket);
    const { exitStatus, complaints, of } = await run.doctor();
    expect([exitStatus, complaints]).toEqual([1, ["fail admin"]]);
    expect(of("admin").text).toContain("admin.sock");
  });

  test("a database in a folder that is not there", async () => {
    const { exitStatus, complaints, of } = await runDoctor([
      "--database_path",
      "/no/such/fleet.sqlite",
    ]);
    expect([exitStatus, complaints]).toEqual([1, ["fail disk", "warn server", "warn state"]]);
    expect(sentence(of("disk"))).toBe(
      'there is no folder "/no/such" for the database. Make it, or correct database_path.',
    );
  });
});

test("files that exclude each other are a usage error", async () => {
  const both = ["doctor", "--components_config", "a", "--database_path", "b"];
  const { status, stderr } = await runBinary(both);
  expect([status, stderr]).toEqual([2, expect.stringContaining("exclude each other")]);
});
