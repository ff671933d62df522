/** Files that a command line names wrongly: the message says which file, and what would be right. */
import { join } from "node:path";
import { expect, test } from "bun:test";

import { printText } from "../../../src/config/text-printer.ts";
import { makeDeploymentKey } from "../../../src/net/certificates.ts";
import { makeConfigFolder } from "../../helpers/config-files.ts";
import { readCertificate } from "../../helpers/net-certificates.ts";
import { runFleet } from "../../helpers/fake-terminal.ts";

const { privateKey, publicKey } = makeDeploymentKey();

test("fleet service sign names the file that is no private key", async () => {
  using folder = makeConfigFolder();
  const key = folder.write("deployment.pub", publicKey);
  const { error, exitCode } = await sign("--key", key, "--out", join(folder.path, "a.signed"));
  expect([exitCode, error]).toEqual([
    3,
    expect.stringContaining(`--key "${key}" holds no private key`),
  ]);
});

test("a file that is not there is said so in words", async () => {
  const { error, exitCode } = await sign("--key", "/nowhere/deployment.key", "--out", "a.signed");
  expect(exitCode).toBe(3);
  expect(error).toStartWith(
    'error: --key "/nowhere/deployment.key" cannot be read: no such file or directory\n',
  );
});

test("fleet inspect names the file that is no executable, or is not there", async () => {
  using folder = makeConfigFolder();
  const text = folder.write("server.config", "https_config {}");
  const wrong = await runFleet(["inspect", text]);
  expect(wrong.error).toStartWith(`error: "${text}": this file is no executable`);
  const missing = await runFleet(["inspect", `${text}.none`]);
  expect(missing.error).toContain("hint: There is no such file");
});

test("fleet repack names the service that is not signed", async () => {
  using folder = makeConfigFolder();
  const places = { configuration_directory: folder.path, state_file: join(folder.path, "state") };
  const config = folder.write(
    "client.config",
    printText("fleetspeak.client.generic.Config", {
      server: ["localhost:6060"],
      trusted_certs: readCertificate("ca").certificates,
      filesystem_handler: places,
    }),
  );
  const service = folder.write("ls.service", 'name: "ls" factory: "NOOP"');
  const output = join(folder.path, "client");
  const { error, exitCode } = await runFleet([
    ...["repack", "--config", config, "--service", service, "--output", output],
  ]);
  expect([exitCode, error]).toEqual([
    3,
    expect.stringContaining(`--service "${service}" is no signed service`),
  ]);
  expect(error).toContain(`${service}\n`);
});

test("a public host is a name or an address, without a port", async () => {
  const start = (host: string) =>
    runFleet(["server", "--database_path", "a.sqlite", "--public_host", host]);
  const { error, exitCode } = await start("fleet.example.com:6060");
  expect([exitCode, error]).toEqual([2, expect.stringContaining("without a port")]);
});

test("a wrong address of a server is named without a place in a file", async () => {
  using folder = makeConfigFolder();
  const ca = folder.write("ca.pem", readCertificate("ca").certificates);
  const { error, exitCode } = await runFleet([
    ...["client", "--server", "localhost", "--trusted_cert_file", ca],
    ...["--config_path", folder.path],
  ]);
  expect(exitCode).toBe(3);
  expect(error).toStartWith(
    'error: the command line has 1 problem:\n- server[0]: "localhost" is not the address of a server. ',
  );
});

function sign(...flags: readonly string[]) {
  return runFleet(["service", "sign", ...flags, "--name", "a", "--cmd", "/bin/a"]);
}

test("a good key signs", async () => {
  using folder = makeConfigFolder();
  const key = folder.write("deployment.key", privateKey);
  expect((await sign("--key", key, "--out", join(folder.path, "a.signed"))).exitCode).toBe(0);
});
