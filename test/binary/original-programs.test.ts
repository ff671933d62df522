/** The executable under the names of the original's programs: files, signals, logs and exit codes. */
import { describe, expect, test } from "bun:test";
import {
  appendFileSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { printText } from "../../src/config/text-printer.ts";
import {
  type RunOptions,
  binaryPath,
  makeTemporaryFolder,
  runBinary,
  startBinary,
} from "../helpers/binary.ts";
import { CompiledServer } from "../helpers/compiled-server.ts";
import {
  adminAddressOf,
  linkOriginalPrograms,
  withoutGlogHeads,
} from "../helpers/original-programs.ts";
import { pickPort } from "../helpers/ports.ts";
import { waitFor } from "../helpers/wait-for.ts";

/** A folder with the links, and what a deployment needs in it. */
async function setUp() {
  const folder = makeTemporaryFolder();
  const programs = linkOriginalPrograms(folder.path);
  const at = (name: string) => join(folder.path, name);
  mkdirSync(at("tmp"));
  const port = await pickPort();
  const adminPort = await pickPort();
  writeFileSync(
    at("configurator.config"),
    printText("fleetspeak.config.Config", {
      configuration_name: "Test",
      components_config: {
        https_config: { listen_address: `127.0.0.1:${port}` },
        admin_config: { listen_address: `127.0.0.1:${adminPort}` },
        fleet: { database_path: at("fleet.sqlite") },
      },
      public_host_port: [`127.0.0.1:${port}`],
      ...{ trusted_cert_file: at("ca.pem"), trusted_cert_key_file: at("ca.key") },
      ...{ server_cert_file: at("server.pem"), server_cert_key_file: at("server.key") },
      server_component_configuration_file: at("server.components.config"),
      linux_client_configuration_file: at("linux.client"),
    }),
  );
  writeFileSync(at("server.services.config"), 'services { name: "sink" factory: "NOOP" }\n');
  const env = { TMPDIR: at("tmp") };
  const as = (program: keyof typeof programs): RunOptions => ({
    executable: programs[program],
    cwd: folder.path,
    env,
  });
  return {
    folder,
    at,
    as,
    admin: `127.0.0.1:${adminPort}`,
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

type Place = Awaited<ReturnType<typeof setUp>>;

/** As the unit file of the original's package has it. */
const serverArgs = ({ at }: Place) => [
  ...["--services_config", at("server.services.config")],
  ...["--components_config", at("server.components.config")],
];

/** The client's file as the configurator wrote it, with folders of the test's own. */
function installClient({ at }: Place, more = ""): string {
  mkdirSync(at("client/textservices"), { recursive: true, mode: 0o700 });
  const text = readFileSync(at("linux.client"), "utf8")
    .replace(
      /configuration_directory:.*/,
      `configuration_directory: ${JSON.stringify(at("client"))}`,
    )
    .replace(/state_file:.*/, `state_file: ${JSON.stringify(at("client/state"))}`);
  writeFileSync(at("client/client.config"), text + more, { mode: 0o600 });
  return at("client/client.config");
}

async function listed(place: Place): Promise<string> {
  const { stdout } = await runBinary(
    ["-admin_addr", place.admin, "listclients"],
    place.as("fleetspeak-admin"),
  );
  return stdout;
}

/** What the log of this severity says. */
function logOf({ at }: Place, program: string, severity: string): string {
  return readFileSync(at(`tmp/${program}.${severity}`), "utf8");
}

describe("a deployment with the original's commands only", () => {
  test("is made, serves, and ends with 0 when it is told to", async () => {
    using place = await setUp();
    const config = ["-config", place.at("configurator.config")];
    expect(await runBinary(config, place.as("fleetspeak-config"))).toEqual({
      ...{ status: 0, stdout: "", stderr: "" },
    });
    await using server = startBinary(serverArgs(place), place.as("fleetspeak-server"));
    const file = installClient(place);
    await using client = startBinary(["--config", file], place.as("fleetspeak-client"));
    const [id = ""] = await waitFor(async () => /^[0-9a-f]{16}/m.exec(await listed(place)), {
      what: "the client's first contact",
      deadlineMs: 15_000,
    });
    expect(await listed(place)).toMatch(
      new RegExp(`^${id} [\\d:.]{12} [\\d.]{10} \\[client:`, "m"),
    );
    // While a stream is open.
    server.kill("SIGINT");
    expect(await server.finished).toEqual({ status: 0, stdout: "", stderr: "" });
    client.kill("SIGTERM");
    expect(await client.finished).toEqual({ status: 0, stdout: "", stderr: "" });
    expect(logOf(place, "fleetspeak-server", "INFO")).toMatch(
      /^I\d{4} [\d:.]{15} +\d+ fleetspeak_server:0\] Fleetspeak server started\.$/m,
    );
    expect(logOf(place, "fleetspeak-client", "INFO")).toEndWith(
      "] Successfully stopped service.\n",
    );
    expect(readdirSync(place.at("tmp")).some((name) => name.includes("fleetspeak-config"))).toBe(
      true,
    );
  }, 40_000);

  test("-log_dir and -logtostderr say where the log goes", async () => {
    using place = await setUp();
    const config = ["-config", place.at("configurator.config")];
    mkdirSync(place.at("log"));
    await runBinary([...config, "-log_dir", place.at("log")], place.as("fleetspeak-config"));
    expect(readdirSync(place.at("log"))).toContain("fleetspeak-config.INFO");
    const { stderr } = await runBinary([...config, "-logtostderr"], place.as("fleetspeak-config"));
    expect(withoutGlogHeads(stderr)).toContain("I CA certificate kept: ");
    expect(readdirSync(place.at("tmp"))).toEqual([]);
  });
});

test("the admin tool waits until there is a server", async () => {
  using place = await setUp();
  await runBinary(["-config", "configurator.config"], place.as("fleetspeak-config"));
  const args = ["-admin_addr", place.admin, "listclients"];
  await using early = startBinary(args, place.as("fleetspeak-admin"));
  await using _server = startBinary(serverArgs(place), place.as("fleetspeak-server"));
  expect(await early.finished).toEqual({ status: 0, stdout: "No clients found.\n", stderr: "" });
}, 30_000);

test("the server reads its files again at SIGHUP; a wrong one changes nothing", async () => {
  using place = await setUp();
  await runBinary(["-config", "configurator.config"], place.as("fleetspeak-config"));
  const args = [...serverArgs(place), "-logtostderr"];
  await using server = startBinary(args, place.as("fleetspeak-server"));
  await server.waitForLine(/Fleetspeak server started\.$/);
  writeFileSync(place.at("server.services.config"), "nonsense\n");
  server.kill("SIGHUP");
  await server.waitForLine(/^E.* server:0\] not reloaded: .*nonsense/);
  expect(await listed(place)).toBe("No clients found.\n");
});

describe("the client", () => {
  test("SIGHUP reads its file again; a wrong one changes nothing; SIGUSR1 writes a profile", async () => {
    using place = await setUp();
    await runBinary(["-config", "configurator.config"], place.as("fleetspeak-config"));
    await using _server = startBinary(serverArgs(place), place.as("fleetspeak-server"));
    const file = installClient(place);
    const args = ["-config", file, "-logtostderr", "-profile_dir", place.at("tmp")];
    await using client = startBinary(args, place.as("fleetspeak-client"));
    const [, id] = await client.waitForLine(/client (\w{16}) connected/);
    appendFileSync(file, 'client_label: "new"\n');
    client.kill("SIGHUP");
    await waitFor(async () => (await listed(place)).includes("client:new"), {
      what: "the new label",
      deadlineMs: 15_000,
    });
    expect(await listed(place)).toContain(id ?? "-");
    appendFileSync(file, "nonsense\n");
    client.kill("SIGHUP");
    await client.waitForLine(/^E.*not reloaded: .*client\.config/);
    client.kill("SIGUSR1");
    const [, profile = ""] = await client.waitForLine(/heap profile dumped to "(.*)"\./);
    expect(JSON.parse(readFileSync(profile, "utf8"))).toHaveProperty("memory.rss");
    client.kill("SIGTERM");
    expect((await client.finished).status).toBe(0);
  }, 40_000);

  test("an unchanged file: services are read again", async () => {
    using place = await setUp();
    await runBinary(["-config", "configurator.config"], place.as("fleetspeak-config"));
    const file = installClient(place, "fleet { allow_unsigned_services: true }\n");
    await using client = startBinary(
      ["-config", file, "-logtostderr"],
      place.as("fleetspeak-client"),
    );
    await waitFor(() => readdirSync(place.at("client")).includes("state"), { what: "its state" });
    writeFileSync(place.at("client/textservices/late.txt"), 'name: "late" factory: "NOOP"\n', {
      mode: 0o600,
    });
    client.kill("SIGHUP");
    await client.waitForLine(/service late is installed/);
  }, 20_000);

  test("-std_forward: a daemon's program has the client's own streams", async () => {
    using place = await setUp();
    await runBinary(["-config", "configurator.config"], place.as("fleetspeak-config"));
    const file = installClient(place, "fleet { allow_unsigned_services: true }\n");
    writeFileSync(
      place.at("client/textservices/talks.txt"),
      `name: "talks" factory: "Daemon" config { [type.googleapis.com/fleetspeak.daemonservice.Config] {
         argv: "/bin/sh" argv: "-c" argv: "cat; echo said >&2; sleep 60" } }\n`,
      { mode: 0o600 },
    );
    const options = { ...place.as("fleetspeak-client"), stdin: "through\n" };
    await using client = startBinary(["-config", file, "-std_forward"], options);
    await client.waitForLine(/^said$/);
    expect(client.stdout()).toBe("through\n");
    // In order: killed, it would leave the program behind, which holds the streams.
    client.kill("SIGTERM");
    expect(await client.finished).toEqual({ status: 0, stdout: "through\n", stderr: "said\n" });
  }, 20_000);
});

describe("what goes wrong is the last line, and the exit code 1", () => {
  test.each([
    [
      "fleetspeak-server",
      [],
      "Unable to read services configuration file [/etc/fleetspeak-server/server.services.config]: open /etc/fleetspeak-server/server.services.config: no such file or directory",
    ],
    [
      "fleetspeak-server",
      ["-services_config", "server.services.config"],
      "Unable to read component config file [/etc/fleetspeak-server/server.components.config]: open /etc/fleetspeak-server/server.components.config: no such file or directory",
    ],
    [
      "fleetspeak-server",
      ["--services_config=tmp"],
      "Unable to read services configuration file [tmp]: read tmp: is a directory",
    ],
    [
      "fleetspeak-client",
      [],
      'Stopped due to unrecoverable error: unable to read configuration file "/etc/fleetspeak-client/client.config": open /etc/fleetspeak-client/client.config: no such file or directory',
    ],
    [
      "fleetspeak-config",
      [],
      "Unable to read configuration file []: open : no such file or directory",
    ],
  ] as const)("%s %j", async (program, args, message) => {
    using place = await setUp();
    const { status, stdout, stderr } = await runBinary(args, place.as(program));
    expect({ status, stdout, stderr: withoutGlogHeads(stderr) }).toEqual({
      status: 1,
      stdout: "",
      stderr: `F ${message}\n`,
    });
    expect(logOf(place, program, "FATAL")).toContain(message);
  });

  test("a components file for MySQL says what to write instead, and not its password", async () => {
    using place = await setUp();
    await runBinary(["-config", "configurator.config"], place.as("fleetspeak-config"));
    const file = place.at("server.components.config");
    const text = readFileSync(file, "utf8").replace(
      /fleet \{[^}]*\}/,
      'mysql_data_source_name: "u:secret@/d"',
    );
    writeFileSync(file, text, { mode: 0o600 });
    const { status, stderr } = await runBinary(serverArgs(place), place.as("fleetspeak-server"));
    expect(status).toBe(1);
    expect(withoutGlogHeads(stderr)).toStartWith(
      `F Unable to parse component config file [${file}]: `,
    );
    expect(stderr).toContain(
      "MySQL is not supported by this version, which keeps its data in SQLite.",
    );
    expect(stderr).toContain('In its place write fleet { database_path: "…" }');
    expect(stderr).not.toContain("secret");
  });
});

describe("the name decides", () => {
  test("also with .exe, and not that of the folder", async () => {
    using folder = makeTemporaryFolder();
    mkdirSync(join(folder.path, "fleetspeak-server"));
    const [exe, plain] = [
      join(folder.path, "fleetspeak-admin.exe"),
      join(folder.path, "fleetspeak-server/fleet"),
    ] as const;
    for (const link of [exe, plain]) symlinkSync(binaryPath, link);
    const { status, stderr } = await runBinary([], { executable: exe });
    expect({ status, stderr }).toMatchObject({ status: 1 });
    expect(stderr).toStartWith("A command is required.\nUsage:\n    fleetspeak-admin listclients");
    expect((await runBinary(["version"], { executable: plain })).stdout).toStartWith("fleet ");
  });

  test("fleet admin asks the server that it finds", async () => {
    await using server = await CompiledServer.start({
      sections: 'admin_config { listen_address: "127.0.0.1:0" }',
    });
    const address = adminAddressOf(server.databasePath);
    expect(await runBinary(["admin", "listclients", "--admin_addr", address])).toEqual({
      ...{ status: 0, stdout: "No clients found.\n", stderr: "" },
    });
  });
});
