/**
 * fleetspeak-config of the original and ours, on the same file: what each writes says the same and runs the other's programs.
 * A server of the original needs MySQL.
 */
import { expect, test } from "bun:test";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import type { PlainMessage } from "../../src/config/plain-message.ts";
import { parseText } from "../../src/config/text-format.ts";
import { printText } from "../../src/config/text-printer.ts";
import { makeTemporaryFolder, type RunOptions, runBinary, startBinary } from "../helpers/binary.ts";
import { linkOriginalPrograms, withoutGlogHeads } from "../helpers/original-programs.ts";
import { pickPort } from "../helpers/ports.ts";
import { stockPrograms } from "../helpers/stock/programs.ts";
import { waitFor } from "../helpers/wait-for.ts";

const dataSource = "user:password@tcp(127.0.0.1:9)/db";
const clientType = "fleetspeak.client.generic.Config";
const componentsType = "fleetspeak.components.Config";
const platforms = ["linux", "darwin", "windows"] as const;

/** A folder with the files that one configurator made. */
async function configure(executable: string, extra: PlainMessage = {}) {
  const folder = makeTemporaryFolder();
  const at = (name: string) => join(folder.path, name);
  const [port, adminPort] = [await pickPort(), await pickPort()];
  const clientFiles = platforms.map((name) => [`${name}_client_configuration_file`, at(name)]);
  const text = printText("fleetspeak.config.Config", {
    configuration_name: "Test",
    components_config: {
      mysql_data_source_name: dataSource,
      https_config: { listen_address: `127.0.0.1:${port}`, ...extra },
      admin_config: { listen_address: `127.0.0.1:${adminPort}` },
      required_label: "ours",
    },
    public_host_port: [`127.0.0.1:${port}`, `localhost:${port}`],
    ...{ trusted_cert_file: at("ca.pem"), trusted_cert_key_file: at("ca.key") },
    ...{ server_cert_file: at("server.pem"), server_cert_key_file: at("server.key") },
    server_component_configuration_file: at("components"),
    ...Object.fromEntries(clientFiles),
  });
  writeFileSync(at("configurator.config"), text);
  writeFileSync(at("services"), 'services { name: "sink" factory: "NOOP" }\n');
  const run = () =>
    runBinary(["-config", at("configurator.config")], { executable, env: { TMPDIR: folder.path } });
  const read = (type: string, name: string): PlainMessage => {
    const { value, faults } = parseText(type, readFileSync(at(name), "utf8"));
    expect(faults).toEqual([]);
    return value;
  };
  const dispose = () => folder[Symbol.dispose]();
  const first = await run();
  return { at, port, adminPort, run, read, first, [Symbol.dispose]: dispose };
}

type Configured = Awaited<ReturnType<typeof configure>>;

const links = makeTemporaryFolder();
const own = linkOriginalPrograms(links.path);

/** Without what no two deployments have in common; a flag that is off is one that is not there. */
function anonymous(message: PlainMessage, { port, adminPort }: Configured): unknown {
  const text = JSON.stringify(message)
    .replaceAll(/,"[a-z_]+":false/g, "")
    .replaceAll(/-----BEGIN [^-]*-----[^-]*-----END [^-]*-----\\n/g, "PEM")
    .replaceAll(String(port), "PORT")
    .replaceAll(String(adminPort), "ADMIN");
  return JSON.parse(text) as unknown;
}

test.each([
  ["streaming", {}],
  ["polling", { disable_streaming: true }],
])("both write the same: %s", async (_, extra) => {
  using original = await configure(stockPrograms.config, extra);
  using ours = await configure(own["fleetspeak-config"], extra);
  expect(original.first).toEqual({ status: 0, stdout: "", stderr: "" });
  expect(ours.first).toEqual(original.first);
  const components = (from: Configured) => anonymous(from.read(componentsType, "components"), from);
  expect(components(ours)).toEqual(components(original));
  for (const platform of platforms) {
    const client = (from: Configured) => anonymous(from.read(clientType, platform), from);
    expect(client(ours)).toEqual(client(original));
  }
  const modes = (from: Configured) =>
    ["ca.pem", "ca.key", "server.pem", "server.key", "components", ...platforms].map(
      (name) => `${name} ${(statSync(from.at(name)).mode & 0o777).toString(8)}`,
    );
  expect(modes(ours)).toEqual(modes(original));
});

test("what is there is kept, by both", async () => {
  for (const executable of [stockPrograms.config, own["fleetspeak-config"]]) {
    using made = await configure(executable);
    const before = readFileSync(made.at("components"), "utf8");
    expect(await made.run()).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(made.read(componentsType, "components")).toEqual(
      parseText(componentsType, before).value,
    );
  }
});

test("keys that the original made, ours goes on with", async () => {
  using made = await configure(stockPrograms.config);
  const before = made.read(componentsType, "components");
  const options = { executable: own["fleetspeak-config"], env: { TMPDIR: links.path } };
  const { status, stderr } = await runBinary(["-config", made.at("configurator.config")], options);
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  expect(made.read(componentsType, "components")).toEqual(before);
});

test("without a name there is nothing to make, for both", async () => {
  for (const executable of [stockPrograms.config, own["fleetspeak-config"]]) {
    using folder = makeTemporaryFolder();
    const file = join(folder.path, "c");
    writeFileSync(file, "public_host_port: 'localhost:1'\n");
    const options = { executable, env: { TMPDIR: folder.path } };
    const { status, stderr } = await runBinary(["-config", file], options);
    expect(status).toBe(1);
    expect(stderr).toContain("configuration_name");
  }
});

/** The client's file with folders of its own. */
function installClient({ at }: Configured, name: string): string {
  const folder = at(name);
  mkdirSync(folder, { mode: 0o700 });
  const handler = `filesystem_handler { configuration_directory: "${folder}" state_file: "${folder}/state" }`;
  const file = join(folder, "client.config");
  const text = readFileSync(at("linux"), "utf8");
  writeFileSync(
    file,
    text.replace(/filesystem_handler: *\{[^}]*\}|filesystem_handler \{[^}]*\}/, handler),
  );
  const failures =
    "max_poll_delay_seconds: 1 max_buffer_delay_seconds: 1 min_failure_delay_seconds: 1";
  writeFileSync(join(folder, "communicator.txt"), `${failures}\n`);
  return file;
}

/** As docs say for a server of ours on files of the original: MySQL gives way to a file. */
function useSqlite({ at }: Configured): void {
  const text = readFileSync(at("components"), "utf8");
  const changed = text.replace(/mysql_data_source_name: *"[^"]*"/, "");
  expect(changed).not.toBe(text);
  writeFileSync(at("components"), `${changed} fleet { database_path: "${at("fleet.sqlite")}" }\n`);
}

test.each([
  ["the original's files", stockPrograms.config],
  ["ours", own["fleetspeak-config"]],
])(
  "%s: our server serves both clients",
  async (_, configurator) => {
    using made = await configure(configurator);
    const options = (executable: string): RunOptions => ({
      executable,
      env: { TMPDIR: links.path },
    });
    const args = [
      "--services_config",
      made.at("services"),
      "--components_config",
      made.at("components"),
    ];
    const refused = await runBinary(args, options(own["fleetspeak-server"]));
    expect(refused.status).toBe(1);
    expect(withoutGlogHeads(refused.stderr)).toContain("MySQL is not supported by this version");
    expect(refused.stderr).not.toContain("password");
    useSqlite(made);
    await using _server = startBinary(args, options(own["fleetspeak-server"]));
    const clients = [stockPrograms.client, own["fleetspeak-client"]].map((program, index) =>
      startBinary(["-config", installClient(made, `client${index}`)], options(program)),
    );
    await using _clients = new AsyncDisposableStack();
    for (const client of clients) _clients.use(client);
    const listed = async () => {
      const list = ["-admin_addr", `127.0.0.1:${made.adminPort}`, "listclients"];
      const { stdout } = await runBinary(list, options(stockPrograms.admin));
      return stdout.match(/^[0-9a-f]{16} .*client:ours/gm)?.length === 2;
    };
    await waitFor(listed, { what: "both clients, with their label", deadlineMs: 20_000 });
  },
  60_000,
);

test("the original's server takes our components file as far as its database", async () => {
  using made = await configure(own["fleetspeak-config"]);
  const { status, stderr } = await runBinary(
    ["-services_config", made.at("services"), "-components_config", made.at("components")],
    { executable: stockPrograms.server, env: { TMPDIR: links.path } },
  );
  expect(status).toBe(1);
  expect(withoutGlogHeads(stderr)).toMatch(/dial tcp 127\.0\.0\.1:9: connect: connection refused/);
  expect(existsSync(made.at("components.fleet"))).toBe(false);
});
