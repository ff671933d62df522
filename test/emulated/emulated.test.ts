/**
 * The files for other processors under qemu, each as a client of a server on this machine: arm64, and the oldest x64 that
 * README promises (Nehalem, 2008: no AVX).
 */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { printText } from "../../src/config/text-printer.ts";
import {
  type RunningProgram,
  makeTemporaryFolder,
  runBinary,
  startBinary,
} from "../helpers/binary.ts";
import { waitFor } from "../helpers/wait-for.ts";

const dist = join(import.meta.dir, "../../dist");
const folder = makeTemporaryFolder();
const database = join(folder.path, "fleet.sqlite");
const state = `${database}.d`;
let server: RunningProgram;

beforeAll(async () => {
  const anyPort = [
    "--https_addr",
    "127.0.0.1:0",
    "--admin_addr",
    "127.0.0.1:0",
    "--web_addr",
    "127.0.0.1:0",
  ];
  server = startBinary(["server", "--database_path", database, ...anyPort]);
  await waitFor(() => existsSync(join(state, "run.json")), { what: "the server" });
});

afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  folder[Symbol.dispose]();
});

const cases = [
  {
    name: "arm64",
    emulator: ["/usr/bin/qemu-aarch64-static", "-L", "/usr/aarch64-linux-gnu"],
    file: "fleet-linux-arm64",
    label: "arm64",
  },
  {
    name: "x64 of 2008",
    emulator: ["/usr/bin/qemu-x86_64-static", "-cpu", "Nehalem"],
    file: "fleet-linux-x64",
    label: "amd64",
  },
] as const;

interface Status {
  readonly state: string;
  readonly clientId: string;
}

/** @returns the client's file; its services and state are in a folder of its own. */
async function writeClient(name: string): Promise<{ config: string; stateFile: string }> {
  const home = join(folder.path, name.replaceAll(" ", "-"));
  mkdirSync(join(home, "services"), { recursive: true, mode: 0o700 });
  const { https } = JSON.parse(readFileSync(join(state, "run.json"), "utf8")) as { https: string };
  const config = join(home, "client.config");
  const stateFile = join(home, "state");
  const text = printText("fleetspeak.client.generic.Config", {
    trusted_certs: readFileSync(join(state, "ca.pem"), "utf8"),
    server: [https],
    filesystem_handler: { configuration_directory: home, state_file: stateFile },
    fleet: {
      transport: "AUTO",
      deployment_public_key: [readFileSync(join(state, "deployment.pub"), "utf8")],
    },
  });
  writeFileSync(config, text, { mode: 0o600 });
  const signed = await runBinary([
    ...["service", "sign", "--key", join(state, "deployment.key"), "--name", "echo"],
    ...["--out", join(home, "services/echo.signed"), "--cmd", "/bin/echo"],
  ]);
  expect(signed).toMatchObject({ status: 0 });
  return { config, stateFile };
}

describe.each(cases)("$name", ({ name, emulator, file, label }) => {
  const [executable, ...flags] = emulator;
  const path = join(dist, file);

  test("enrols, answers, and ends in order", async () => {
    const { config, stateFile } = await writeClient(name);
    await using client = startBinary([...flags, path, "client", "--config", config], {
      executable,
    });
    const readStatus = () => {
      const statusFile = `${stateFile}.fleet.status.json`;
      if (!existsSync(statusFile)) return undefined;
      const status = JSON.parse(readFileSync(statusFile, "utf8")) as Status;
      return status.state === "connected" ? status : undefined;
    };
    const { clientId } = await waitFor(readStatus, { what: "contact", deadlineMs: 60_000 });
    const answer = await runBinary(
      ["exec", clientId, "echo", "--database_path", database, "--", "hello"],
      { deadlineMs: 60_000 },
    );
    expect(answer).toMatchObject({ status: 0, stdout: "hello\n" });
    const shown = await runBinary(["clients", "show", clientId, "--database_path", database]);
    expect(shown.stdout).toContain(`client:${label}`);
    client.kill("SIGTERM");
    expect(await client.finished).toMatchObject({ status: 143 });
  }, 180_000);
});
