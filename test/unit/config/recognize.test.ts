/** Which kind of file somebody has given, and what is said when it is the wrong one. */
import { describe, expect, test } from "bun:test";
import { join } from "node:path";

import { runFleet } from "../../helpers/fake-terminal.ts";
import { type ConfigFolder, makeConfigFolder } from "../../helpers/config-files.ts";
import { recognizeFile } from "../../../src/config/recognize.ts";

const contents = {
  components: 'https_config { listen_address: ":1" } fleet { database_path: "x" }',
  services: 'services { name: "a" factory: "NOOP" }',
  client: 'trusted_certs: "x" server: "a:1" streaming: true',
  client_service: 'name: "a" factory: "Stdin" config {}',
  configurator: 'configuration_name: "x" trusted_cert_file: "ca.pem" public_host_port: "a:1"',
} as const;

function write(folder: ConfigFolder, kind: keyof typeof contents): string {
  return folder.write(`${kind}.config`, contents[kind]);
}

describe("a file is recognized", () => {
  test.each(Object.keys(contents) as (keyof typeof contents)[])("as %s", (kind) => {
    using folder = makeConfigFolder();
    expect(recognizeFile(write(folder, kind))).toMatchObject({ kind });
  });

  test.each([
    ["-----BEGIN CERTIFICATE-----\n", "PEM file"],
    ["SQLite format 3\0\u0001", "SQLite database"],
  ])("as none that is configuration: %p", (content, name) => {
    using folder = makeConfigFolder();
    const found = recognizeFile(folder.write("x", content));
    expect(found).toEqual({ kind: undefined, name: expect.stringContaining(name) });
  });

  test.each(["root:x:0:0:root:/root:/bin/bash\n", "", "{}", "a = 1"])("as nothing: %p", (text) => {
    using folder = makeConfigFolder();
    expect(recognizeFile(folder.write("x", text))).toBeUndefined();
  });
});

describe("the wrong kind of file is told by what it is, with the command that takes it", () => {
  test.each([
    ["client", ["run", "--components_config"], "fleet client --config"],
    ["configurator", ["run", "--components_config"], "fleet config init --config"],
    ["components", ["client", "--config"], "fleet run --components_config"],
    ["components", ["config", "init", "--config"], "fleet run --components_config"],
    ["services", ["client", "--config"], "--services_config"],
    ["client_service", ["run", "--components_config"], "fleet service sign"],
  ] as const)("a %s file given to fleet %p", async (kind, argv, hint) => {
    using folder = makeConfigFolder();
    const path = write(folder, kind);
    const { exitCode, error } = await runFleet([...argv, path]);
    expect(exitCode).toBe(3);
    expect(error).toMatch(/^error: "\S+" is a .*, not a .*\nhint: /);
    expect(error).toContain(hint);
  });

  test("a file of the right kind keeps its problems", async () => {
    using folder = makeConfigFolder();
    const path = folder.write("x", `${contents.components} nonsense: 1`);
    const { error } = await runFleet(["run", "--components_config", path]);
    expect(error).toContain('has no field "nonsense"');
  });

  test("config check says so, and takes --kind", async () => {
    using folder = makeConfigFolder();
    const path = folder.write("x", "root:x:0\n");
    const unknown = await runFleet(["config", "check", path]);
    expect(unknown).toMatchObject({ exitCode: 3, out: "" });
    expect(unknown.error).toContain("is like no configuration file");
    const named = await runFleet(["config", "check", "--kind", "services", path]);
    expect(named.exitCode).toBe(3);
    expect(named.out).toContain(`${join(folder.path, "x")}:1:1`);
    const sibling = folder.write("client.config.fleet", "transport: AUTO\n");
    expect((await runFleet(["config", "check", sibling])).error).toContain(
      `fleet config check ${join(folder.path, "client.config")}`,
    );
  });
});
