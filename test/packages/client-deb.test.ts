/**
 * A client from its deb on a clean Debian under systemd: installed, enrolled with nothing but itself, upgraded with its
 * identity kept, removed with and without its state.
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { statSync } from "node:fs";
import { join } from "node:path";

import {
  type RunningProgram,
  makeTemporaryFolder,
  runBinary,
  startBinary,
} from "../helpers/binary.ts";
import { CleanRoot } from "../helpers/clean-root.ts";
import { waitFor } from "../helpers/wait-for.ts";

const minutes = 60_000;
const unit = "fleet-client.service";
const stateFolder = "var/lib/fleetspeak-client";

let folder: ReturnType<typeof makeTemporaryFolder>;
let all: RunningProgram;
let root: CleanRoot;
let ownClient = "";
const at = (...names: string[]) => join(folder.path, ...names);

async function fleet(...args: string[]): Promise<string> {
  const run = await runBinary(args, { cwd: folder.path, deadlineMs: 8 * minutes });
  if (run.status === 0) return run.stdout;
  throw new Error(`fleet ${args.join(" ")} ended with ${run.status}:\n${run.stdout}${run.stderr}`);
}

interface Made {
  readonly output: string;
  readonly bytes: number;
  readonly sha256: string;
}

async function makeDeb(version: string, ...more: string[]): Promise<Made> {
  const output = at(`fleet-client_${version}.deb`);
  const args = ["--format", "deb", "--database_path", "demo.sqlite", "--output", output];
  const made = await fleet("package", ...args, "--package_version", version, "--json", ...more);
  return JSON.parse(made) as Made;
}

beforeAll(async () => {
  folder = makeTemporaryFolder();
  const addresses = [
    "--https_addr",
    "127.0.0.1:0",
    "--admin_addr",
    "127.0.0.1:0",
    "--web_addr",
    "127.0.0.1:0",
  ];
  all = startBinary(["all", "--database_path", "demo.sqlite", ...addresses, "--json"], {
    cwd: folder.path,
  });
  await all.waitForLine(/serving/);
  ownClient = (JSON.parse(all.stdout()) as { client_id: string }).client_id;
  root = await CleanRoot.unpack();
  await root.boot();
}, 3 * minutes);

afterAll(async () => {
  await root[Symbol.asyncDispose]();
  await all[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
}, minutes);

interface ListedClient {
  readonly client_id: string;
  readonly last_contact_streaming_to?: string;
  readonly labels: readonly { readonly label: string }[];
}

/** The installed client, once it is connected and as is wanted. */
async function waitForClient(wanted: (client: ListedClient) => boolean = () => true) {
  const found = await waitFor(
    async () => {
      const listed = await fleet("clients", "list", "--database_path", "demo.sqlite", "--json");
      return (JSON.parse(listed) as ListedClient[]).find(
        (each) => each.client_id !== ownClient && each.last_contact_streaming_to && wanted(each),
      );
    },
    { what: "the installed client to be connected", deadlineMs: 30_000 },
  );
  return found.client_id;
}

const echo = async (client: string, text: string) =>
  await fleet("exec", client, "echo", "--database_path", "demo.sqlite", "--", text);
const isActive = async () => (await root.tryRun("systemctl", "is-active", unit)).stdout.trim();
const processOf = async () =>
  (await root.run("systemctl", "show", "--property=MainPID", "--value", unit)).trim();

describe("a client's deb", () => {
  let client = "";

  test(
    "is under 45 MB, and dpkg finds nothing wrong",
    async () => {
      const { output, bytes } = await makeDeb("1.0.0");
      expect(bytes).toBe(statSync(output).size);
      expect(bytes).toBeLessThan(45_000_000);
      const tool = async (...args: string[]) =>
        (await runBinary(args, { executable: "/usr/bin/dpkg-deb", deadlineMs: minutes })).stdout;
      expect(await tool("--field", output, "Package", "Version", "Architecture")).toBe(
        `Package: fleet-client\nVersion: 1.0.0\nArchitecture: ${process.arch === "x64" ? "amd64" : process.arch}\n`,
      );
      const contents = await tool("--contents", output);
      expect(contents).toMatch(/^-rwxr-xr-x root\/root +\d+ .* \.\/usr\/bin\/fleet-client$/m);
      expect(contents).toMatch(
        /^-rw-r--r-- root\/root .*\/systemd\/system\/fleet-client\.service$/m,
      );
    },
    10 * minutes,
  );

  test(
    "installed, it is enabled, runs, enrols with nothing but itself, and answers",
    async () => {
      expect(await root.dpkg(at("fleet-client_1.0.0.deb"))).toContain("Setting up fleet-client");
      expect(await isActive()).toBe("active");
      expect((await root.run("systemctl", "is-enabled", unit)).trim()).toBe("enabled");
      client = await waitForClient();
      expect(await echo(client, "from the package")).toBe("from the package\n");
      // Every installed file is as the package says.
      expect(await root.run("dpkg", "--verify", "fleet-client")).toBe("");
      const status = await root.run("fleet-client", "client", "status", "--json");
      expect(JSON.parse(status)).toMatchObject({ clientId: client, state: "connected" });
      expect(root.list("etc/fleetspeak-client")).toEqual([]);
      expect(root.list(stateFolder)).toContain("state");
    },
    2 * minutes,
  );

  test(
    "an upgrade replaces what runs, and keeps the identity",
    async () => {
      await makeDeb("1.0.1", "--label", "upgraded", "--compression", "gzip");
      const before = await processOf();
      await root.dpkg(at("fleet-client_1.0.1.deb"));
      const after = await waitForClient(({ labels }) =>
        labels.some(({ label }) => label === "upgraded"),
      );
      expect(after).toBe(client);
      expect(await processOf()).not.toBe(before);
      expect(await echo(client, "still here")).toBe("still here\n");
      expect(await root.run("dpkg-query", "-W", "-f", "${Version} ${Status}", "fleet-client")).toBe(
        "1.0.1 install ok installed",
      );
    },
    3 * minutes,
  );

  test(
    "who disables it is obeyed by the next upgrade",
    async () => {
      await root.run("systemctl", "disable", "--now", unit);
      await root.dpkg(at("fleet-client_1.0.1.deb"));
      expect(await isActive()).toBe("inactive");
      expect((await root.tryRun("systemctl", "is-enabled", unit)).stdout.trim()).toBe("disabled");
      await root.run("systemctl", "enable", "--now", unit);
      expect(await waitForClient()).toBe(client);
    },
    2 * minutes,
  );

  test(
    "removed, it stops and leaves its identity to the next installation",
    async () => {
      await root.run("dpkg", "--remove", "fleet-client");
      expect(await isActive()).toBe("inactive");
      expect(root.exists("usr/bin/fleet-client")).toBe(false);
      expect(root.list(stateFolder)).toContain("state");
      await root.dpkg(at("fleet-client_1.0.1.deb"));
      expect(await waitForClient()).toBe(client);
    },
    2 * minutes,
  );

  test(
    "purged, nothing of it is left",
    async () => {
      await root.run("dpkg", "--purge", "fleet-client");
      expect(await isActive()).toBe("inactive");
      expect(root.exists(stateFolder)).toBe(false);
      expect(root.exists("etc/fleetspeak-client")).toBe(false);
      const left = await root.run("find", "/etc", "/usr", "/var/lib", "-name", "*fleet*");
      expect(left).toBe("");
    },
    minutes,
  );
});
