import { describe, expect, test } from "bun:test";
import { chmodSync, chownSync, mkdirSync } from "node:fs";
import { join } from "node:path";

import { FleetError } from "../../../src/core/errors.ts";
import {
  loadClientConfig,
  loadCommunicatorConfig,
  loadComponentsConfig,
  loadServicesConfig,
} from "../../../src/config/load.ts";
import { checkConfigFile } from "../../../src/config/check.ts";
import { makeCertificateAuthority, makeServerCertificate } from "../../../src/net/certificates.ts";
import { makeConfigFolder, messageOf, quoted } from "../../helpers/config-files.ts";
import { runFleet } from "../../helpers/fake-terminal.ts";

const now = Date.parse("2026-05-01T12:00:00Z");
const day = 24 * 3600 * 1000;
const authority = await makeCertificateAuthority({ name: "Demo", now });
const server = await makeServerCertificate({ name: "Demo", hosts: ["localhost"], authority, now });
const components = `https_config { listen_address: ":443" certificates: ${quoted(server.certificate)} key: ${quoted(server.key)} }`;
const client = `trusted_certs: ${quoted(authority.certificate)} server: "h:1" filesystem_handler { state_file: "/s" }`;
const asRoot = test.if(process.geteuid?.() === 0);

describe("the file beside it", () => {
  test("holds our part", () => {
    using folder = makeConfigFolder();
    const path = folder.write("client.config", client);
    folder.write("client.config.fleet", "transport: POLL\n");
    expect(loadClientConfig(path).transport).toBe("POLL");
  });

  test("may say the same as the block, and nothing else", () => {
    using folder = makeConfigFolder();
    const path = folder.write("c", `${client} fleet { transport: POLL allow_override: true }`);
    folder.write("c.fleet", "allow_override: true transport: POLL");
    expect(loadClientConfig(path).allowOverride).toBe(true);
    folder.write("c.fleet", "transport: STREAM");
    expect(messageOf(() => loadClientConfig(path))).toContain(
      `"fleet" stands here and, with other content, in "${path}.fleet"`,
    );
  });

  test("its faults carry its name and place", () => {
    using folder = makeConfigFolder();
    const path = folder.write("server.config", `${components}\nproxy_protocol: perhaps`);
    folder.write(
      "server.config.fleet",
      'database_path: "d"\nlimits { connections: 0 conections: 1 }\nsweep: 1',
    );
    const message = messageOf(() => loadComponentsConfig(path));
    expect(message).toStartWith(`components file "${path}" has 3 problems:\n`);
    expect(message).toContain(`${path}:2:17: proxy_protocol: "perhaps" is not true or false`);
    expect(message).toContain(`${path}.fleet:2:25: fleet.limits.conections:`);
    expect(message).toContain(`${path}.fleet:3:1: fleet.sweep:`);
  });
});

describe("files", () => {
  test("one that is missing", () => {
    try {
      loadServicesConfig("/nonexistent/x.config");
      expect.unreachable();
    } catch (thrown) {
      expect(thrown).toBeInstanceOf(FleetError);
      expect(thrown).toMatchObject({ code: "configuration" });
      expect((thrown as FleetError).message).toBe(
        'services file "/nonexistent/x.config" does not exist',
      );
    }
  });

  test("a folder, and bytes that are no text", () => {
    using folder = makeConfigFolder();
    expect(messageOf(() => loadServicesConfig(folder.path))).toContain("is not a regular file");
    const path = folder.write("x", Uint8Array.of(0x22, 0xff));
    expect(messageOf(() => loadServicesConfig(path))).toContain("is not UTF-8 text");
  });

  asRoot("root follows no client file that others may write, or own", () => {
    using folder = makeConfigFolder();
    const path = folder.write("c", client);
    chmodSync(path, 0o666);
    expect(messageOf(() => loadClientConfig(path))).toContain("may be written by every user");
    chmodSync(path, 0o644);
    chownSync(path, 65_534, 65_534);
    expect(messageOf(() => loadClientConfig(path))).toContain("belongs to user 65534");
    chownSync(path, 0, 0);
    expect(loadClientConfig(path).servers).toEqual(["h:1"]);
  });

  test("communicator.txt by folder, by path, and absent", () => {
    using folder = makeConfigFolder();
    expect(loadCommunicatorConfig(folder.path).maxPollDelayMs).toBe(300_000);
    const path = folder.write("communicator.txt", "max_poll_delay_seconds: 3 unknown: 1");
    expect(loadCommunicatorConfig(folder.path).maxPollDelayMs).toBe(3000);
    expect(loadCommunicatorConfig(path).maxPollDelayMs).toBe(3000);
  });
});

describe("config check", () => {
  test.each([
    ["server.config", components, "components"],
    ["broken.config", "https_config { a: 1 b: 2 c: 3 } admin_config { x: 1 }", "components"],
    ["s.config", 'services { name: "n" factory: "NOOP" }', "services"],
    ["c.config", client, "client"],
    ["f.config", 'configuration_name: "x" public_host_port: "h:1"', "configurator"],
    ["communicator.txt", "", "communicator"],
    ["ls.txt", 'name: "ls" factory: "NOOP"', "client_service"],
  ] as const)("knows the kind of %s", (name, text, kind) => {
    using folder = makeConfigFolder();
    expect(checkConfigFile(folder.write(name, text), now).kind).toBe(kind);
  });

  test("knows a service by its folder", () => {
    using folder = makeConfigFolder();
    mkdirSync(join(folder.path, "textservices"));
    expect(checkConfigFile(folder.write("textservices/x", ""), now).kind).toBe("client_service");
  });

  test("reports what is passed over at run time", () => {
    using folder = makeConfigFolder();
    const path = folder.write("communicator.txt", "max_poll_delay_second: 3");
    const { problems } = checkConfigFile(path, now);
    expect(problems[0]).toMatchObject({
      line: 1,
      column: 1,
      hint: 'Did you mean "max_poll_delay_seconds"?',
    });
  });

  test("warns of what an operator should know", () => {
    using folder = makeConfigFolder();
    const rest = `admin_config { listen_address: ":6061" } required_label: "x" proxy_protocol: true fleet { database_path: "d" }`;
    const path = folder.write("server.config", `${components} ${rest}`, 0o644);
    const { problems, warnings } = checkConfigFile(path, now + 364 * day);
    expect(problems).toEqual([]);
    const said = warnings.map(({ message }) => message).join("\n");
    expect(said).toContain("expires on 2027-05-01, in 1 day");
    expect(said).toContain(":6061 is reached from other machines");
    expect(said).toContain("labels are claimed by clients");
    expect(said).toContain("blacklisting a client is undone");
    expect(said).toContain("PROXY header");
    expect(said).toContain("other users may read");
  });

  test("notes what no file can change, and warns of what it can", async () => {
    using folder = makeConfigFolder();
    const path = folder.write("x", `${components} fleet { database_path: "d" }`, 0o644);
    const { out, error, exitCode } = await runFleet(["config", "check", path]);
    expect([exitCode, out]).toEqual([0, `${path}: a components file that can be used\n`]);
    expect(error).toContain("note: blacklisting a client is undone");
    expect(error).toContain("warning: other users may read");
    const json: unknown = JSON.parse((await runFleet(["config", "check", path, "--json"])).out);
    expect(json).toMatchObject({ kind: "components", kind_name: "components file", problems: [] });
  });

  test("is content with a good file", () => {
    using folder = makeConfigFolder();
    const rest = 'admin_config { listen_address: "localhost:6061" } fleet { database_path: "d" }';
    const { warnings } = checkConfigFile(
      folder.write("server.config", `${components} ${rest}`),
      now,
    );
    expect(warnings.map(({ path }) => path)).toEqual([""]);
  });
});
