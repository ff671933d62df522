/** The Windows file under Debian's wine: repacked there, a service of Windows, and an exchange with a server on Linux. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

import { printText } from "../../src/config/text-printer.ts";
import {
  type RunningProgram,
  makeTemporaryFolder,
  runBinary,
  startBinary,
} from "../helpers/binary.ts";
import { waitFor } from "../helpers/wait-for.ts";
import { WindowsMachine } from "./wine.ts";

const folder = makeTemporaryFolder();
const database = join(folder.path, "fleet.sqlite");
const state = `${database}.d`;
let server: RunningProgram;
let windows: WindowsMachine;
let https = "";

const registryKey = "HKEY_LOCAL_MACHINE\\SOFTWARE\\FleetspeakClient";
const serviceLog = "C:\\ProgramData\\fleetspeak-client\\fleet-client.log";
const installed = "C:\\Program Files\\fleetspeak-client\\fleet-client.exe";

beforeAll(async () => {
  const anyPort = [
    "--https_addr",
    "127.0.0.1:0",
    "--admin_addr",
    "127.0.0.1:0",
    "--web_addr",
    "127.0.0.1:0",
  ];
  server = startBinary(["server", "--database_path", database, ...anyPort, "--json"]);
  await waitFor(() => existsSync(join(state, "run.json")), { what: "the server" });
  https = (JSON.parse(readFileSync(join(state, "run.json"), "utf8")) as { https: string }).https;
  windows = new WindowsMachine();
}, 60_000);

afterAll(async () => {
  windows?.[Symbol.dispose]();
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
}, 60_000);

/** @param handler of persistence. @returns its path in Windows. */
function writeConfig(name: string, handler: Parameters<typeof printText>[1]): string {
  const path = `C:\\${name}.config`;
  const config = printText("fleetspeak.client.generic.Config", {
    trusted_certs: readFileSync(join(state, "ca.pem"), "utf8"),
    server: [https],
    ...handler,
    fleet: {
      transport: "AUTO",
      deployment_public_key: [readFileSync(join(state, "deployment.pub"), "utf8")],
    },
  });
  writeFileSync(windows.path(path), config);
  return path;
}

/** Signs a service that runs cmd.exe. @param path in Windows. */
async function signService(name: string, path: string): Promise<void> {
  mkdirSync(dirname(windows.path(path)), { recursive: true });
  const { status, stderr } = await runBinary([
    ...["service", "sign", "--key", join(state, "deployment.key"), "--out", windows.path(path)],
    ...["--name", name, "--cmd", "C:\\windows\\system32\\cmd.exe"],
  ]);
  expect({ status, stderr }).toMatchObject({ status: 0 });
}

interface Status {
  readonly state?: string;
  readonly clientId: string;
  readonly running: boolean;
}

const readStatus = (program: string, ...args: string[]) => {
  const { status, out } = windows.run(program, "client", "status", ...args, "--json");
  return status === 0 ? (JSON.parse(out) as Status) : undefined;
};

async function waitForState(wanted: string, program: string, ...args: string[]): Promise<Status> {
  const isThere = () => {
    const status = readStatus(program, ...args);
    return status?.state === wanted ? status : undefined;
  };
  return await waitFor(isThere, { what: wanted, deadlineMs: 20_000 });
}

const exec = (id: string, service: string) =>
  runBinary(["exec", id, service, "--database_path", database, "--", "/c", "echo hello"]);

function outcomes(json: string): Record<string, string> {
  const steps = JSON.parse(json) as { outcome: string; what: string }[];
  return Object.fromEntries(steps.map(({ what, outcome }) => [what, outcome]));
}

describe("a repacked client", () => {
  const agent = "C:\\agent.exe";
  let id = "";

  test("is made on Windows", async () => {
    const config = writeConfig("files", {
      filesystem_handler: {
        configuration_directory: "C:\\Program Files\\fleetspeak-client",
        state_file: "C:\\ProgramData\\fleetspeak-client\\state",
      },
    });
    await signService("cmd", "C:\\Program Files\\fleetspeak-client\\services\\cmd.signed");
    windows.must("repack", "--config", config, "--output", agent);
    expect(windows.run(agent, "inspect", agent, "--json").out).toContain(https);
  }, 60_000);

  test("is installed as a service, enrols and answers", async () => {
    const { status, out, error } = windows.run(agent, "install", "--json");
    expect({ status, error }).toEqual({ status: 0, error: "" });
    expect(outcomes(out)).toEqual({ executable: "made", service: "made", process: "started" });
    const found = await waitForState("connected", agent);
    expect(found.running).toBe(true);
    id = found.clientId;
    expect(await exec(id, "cmd")).toMatchObject({ status: 0, stdout: "hello\r\n" });
    expect(windows.read(serviceLog)).toContain(`client ${id} connected`);
  }, 60_000);

  test("is left alone by a second install", () => {
    expect(outcomes(windows.run(agent, "install", "--json").out)).toEqual({
      executable: "kept",
      service: "kept",
      process: "running",
    });
  }, 60_000);

  test("takes no other configuration, and is no server", () => {
    expect(windows.run(agent, "client", "--config", "C:\\files.config").status).toBe(6);
    expect(windows.run(agent, "server").status).toBe(6);
  }, 60_000);

  test("ends in order when the service is stopped, and keeps its identity", async () => {
    expect(windows.run("net", "stop", "fleet-client").status).toBe(0);
    expect(readStatus(agent)).toMatchObject({ state: "stopped", running: false, clientId: id });
    expect(windows.run("net", "start", "fleet-client").status).toBe(0);
    expect((await waitForState("connected", agent)).clientId).toBe(id);
  }, 60_000);

  test("is removed, and purged", () => {
    const uninstall = (...more: string[]) =>
      outcomes(windows.run(agent, "uninstall", "--json", ...more).out);
    expect(uninstall()).toMatchObject({ process: "stopped", service: "removed" });
    expect(existsSync(windows.path(installed))).toBe(false);
    expect(readStatus(agent)).toMatchObject({ clientId: id });
    expect(uninstall("--purge")).toMatchObject({ process: "absent", service: "absent" });
    expect(readStatus(agent)).toBeUndefined();
  }, 60_000);
});

describe("registry_handler", () => {
  test("keeps the identity in the registry, which names the files of services", async () => {
    const config = writeConfig("registry", {
      registry_handler: { configuration_key: registryKey },
    });
    await signService("from-registry", "C:\\services\\cmd.signed");
    const add = (key: string, name: string, value: string) =>
      windows.run("reg", "add", key, "/v", name, "/t", "REG_SZ", "/d", value, "/f").status;
    expect(add(`${registryKey}\\services`, "cmd", "C:\\services\\cmd.signed")).toBe(0);
    const ids: string[] = [];
    for (let start = 0; start < 2; start += 1) {
      const client = windows.start("C:\\fleet.exe", "client", "--config", config);
      const { clientId } = await waitForState("connected", "C:\\fleet.exe", "--config", config);
      expect(await exec(clientId, "from-registry")).toMatchObject({ stdout: "hello\r\n" });
      ids.push(clientId);
      client.kill("SIGKILL");
      windows.run("taskkill", "/f", "/im", "fleet.exe");
    }
    expect(ids[1]).toBe(ids[0] ?? "none");
    expect(windows.run("reg", "query", registryKey, "/v", "writeback").out).toContain("REG_BINARY");
    expect(existsSync(windows.path("C:\\ProgramData\\fleetspeak-client\\state"))).toBe(false);
  }, 90_000);
});

describe("what is refused", () => {
  test("a second client on the same state", async () => {
    const config = "C:\\registry.config";
    const client = windows.start("C:\\fleet.exe", "client", "--config", config);
    await waitForState("connected", "C:\\fleet.exe", "--config", config);
    const second = windows.fleet("client", "--config", config);
    client.kill("SIGKILL");
    windows.run("taskkill", "/f", "/im", "fleet.exe");
    expect(second).toMatchObject({ status: 8 });
    expect(second.error).toContain("another process holds it");
  }, 60_000);

  test("a server as a service", () => {
    const { status, error } = windows.fleet("install", "--role", "server", "--https_addr", ":1");
    expect(status).toBe(3);
    expect(error).toContain("a server is no service on Windows");
    expect(existsSync(windows.path("C:\\Program Files\\fleetspeak-client\\fleet-server.exe"))).toBe(
      false,
    );
  }, 60_000);

  test("a client whose file is not there", () => {
    const { status, error } = windows.fleet("install", "--role", "client", "--config", "C:\\no");
    expect({ status, error }).toMatchObject({ status: 3 });
    expect(windows.run("net", "start", "fleet-client").status).not.toBe(0);
  }, 60_000);
});
