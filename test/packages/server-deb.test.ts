/** A server from its deb on a clean Debian under systemd, configured as the file says that comes with it. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { makeTemporaryFolder, runBinary, startBinary } from "../helpers/binary.ts";
import { CleanRoot } from "../helpers/clean-root.ts";
import { freePort } from "../helpers/free-port.ts";
import { waitFor } from "../helpers/wait-for.ts";

const minutes = 60_000;
const unit = "fleet-server.service";
const configuration = "etc/fleetspeak-server";
const database = ["--database_path", "/var/lib/fleet/fleet.sqlite"];

let folder: ReturnType<typeof makeTemporaryFolder>;
let root: CleanRoot;
const at = (...names: string[]) => join(folder.path, ...names);

async function makeDeb(version: string): Promise<string> {
  const output = at(`fleet-server_${version}.deb`);
  const args = ["package", "--format", "deb", "--role", "server", "--compression", "gzip"];
  const made = await runBinary([...args, "--package_version", version, "--output", output], {
    deadlineMs: 2 * minutes,
  });
  expect([made.stderr, made.status]).toEqual(["", 0]);
  return output;
}

beforeAll(async () => {
  folder = makeTemporaryFolder();
  root = await CleanRoot.unpack();
  await root.boot();
}, 3 * minutes);

afterAll(async () => {
  await root[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
}, minutes);

const stateOf = async (verb: "is-active" | "is-enabled") =>
  (await root.tryRun("systemctl", verb, unit)).stdout.trim();

describe("a server's deb", () => {
  test(
    "brings a user and a folder, and starts nothing",
    async () => {
      await root.dpkg(await makeDeb("1.0.0"));
      expect([await stateOf("is-enabled"), await stateOf("is-active")]).toEqual([
        "disabled",
        "inactive",
      ]);
      expect(await root.run("getent", "passwd", "fleet")).toMatch(
        /^fleet:x:\d+:\d+::\/var\/lib\/fleet:\/usr\/sbin\/nologin\n$/,
      );
      expect(await root.run("stat", "-c", "%U:%G %a", `/${configuration}`)).toBe(
        "root:fleet 750\n",
      );
    },
    3 * minutes,
  );

  test(
    "configured as its example says, it serves as that user, and clients enrol",
    async () => {
      const example = root.read("usr/share/doc/fleet-server/deployment.txt");
      const port = freePort();
      const deployment = example
        .replace("fleet.example.com:6060", `127.0.0.1:${port}`)
        .replace('":6060"', `"127.0.0.1:${port}"`);
      writeFileSync(root.at(configuration, "deployment.txt"), deployment);
      const steps = [...example.matchAll(/^# {3}(.+)$/gm)].map(([, step]) => step ?? "");
      expect(steps).toHaveLength(3);
      await root.run("sh", "-ec", [`cd /${configuration}`, ...steps].join("\n"));
      expect([await stateOf("is-enabled"), await stateOf("is-active")]).toEqual([
        "enabled",
        "active",
      ]);
      expect(await userOfServer()).toBe("fleet\n");
      await enrolOne();
    },
    2 * minutes,
  );

  test(
    "an upgrade restarts it",
    async () => {
      const before = await root.run("systemctl", "show", "--property=MainPID", unit);
      await root.dpkg(await makeDeb("1.0.1"));
      expect(await stateOf("is-active")).toBe("active");
      expect(await root.run("systemctl", "show", "--property=MainPID", unit)).not.toBe(before);
      expect(await root.run("fleet", "clients", "list", ...database)).not.toBe("");
    },
    3 * minutes,
  );

  test(
    "removed, it leaves its data; purged, only what the administrator wrote",
    async () => {
      await root.run("dpkg", "--remove", "fleet-server");
      expect(await stateOf("is-active")).toBe("inactive");
      expect(root.list("var/lib/fleet")).toContain("fleet.sqlite");
      await root.run("dpkg", "--purge", "fleet-server");
      expect(root.exists("var/lib/fleet")).toBe(false);
      expect(root.list(configuration)).toContain("ca.key");
      expect(root.list("etc/systemd/system/multi-user.target.wants")).not.toContain(unit);
    },
    minutes,
  );
});

/** Of the process that runs, by its number. */
async function userOfServer(): Promise<string> {
  const pid = (await root.run("systemctl", "show", "--property=MainPID", "--value", unit)).trim();
  return await root.run("stat", "-c", "%U", `/proc/${pid}`);
}

/** A client of the installation, repacked from the file that was made for it. */
async function enrolOne(): Promise<void> {
  const config = root.at(configuration, "client.config");
  expect(statSync(config).size).toBeGreaterThan(0);
  const places = ["--output", at("client"), "--state_file", at("state", "client")];
  const { status, stderr } = await runBinary(["repack", "--config", config, ...places]);
  expect([status, stderr.replaceAll(/^note: .*\n/gm, "")]).toEqual([0, ""]);
  await using running = startBinary([], { executable: at("client") });
  await waitFor(
    async () => /[0-9a-f]{16}/.test(await root.run("fleet", "clients", "list", ...database)),
    { what: "a client to have enrolled", deadlineMs: 30_000 },
  );
  running.kill("SIGTERM");
  await running.finished;
}
