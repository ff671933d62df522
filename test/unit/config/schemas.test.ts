import { describe, expect, test } from "bun:test";

import { checkDocument } from "../../../src/config/document.ts";
import type { FileKind } from "../../../src/config/file-kind.ts";
import { encodePlainMessage } from "../../../src/config/message-wire.ts";
import { makeClientConfig, makeComponentsConfig } from "../../../src/config/load.ts";
import { clientServiceKind } from "../../../src/config/schemas/client-service.ts";
import { clientKind } from "../../../src/config/schemas/client.ts";
import { communicatorKind } from "../../../src/config/schemas/communicator.ts";
import { componentsKind } from "../../../src/config/schemas/components.ts";
import { servicesKind } from "../../../src/config/schemas/services.ts";
import { makeCertificateAuthority, makeServerCertificate } from "../../../src/net/certificates.ts";
import { messageOf, quoted } from "../../helpers/config-files.ts";

const now = Date.now();
const authority = await makeCertificateAuthority({ name: "Demo", now });
const server = await makeServerCertificate({ name: "Demo", hosts: ["localhost"], authority, now });
const pair = `certificates: ${quoted(server.certificate)} key: ${quoted(server.key)}`;
const database = 'fleet { database_path: "data/x.sqlite" }';
const client = `trusted_certs: ${quoted(authority.certificate)} server: "h:1" filesystem_handler { state_file: "/s" }`;

function problemsOf<T>(kind: FileKind<T>, text: string): string[] {
  return checkDocument(kind, { file: "f", text }).problems.map(
    ({ path, message }) => `${path}: ${message}`,
  );
}

function valueOf<T>(kind: FileKind<T>, text: string): T {
  const { value, problems } = checkDocument(kind, { file: "f", text });
  expect(problems).toEqual([]);
  return value as T;
}

describe("components", () => {
  test("defaults are the figures of the specification", () => {
    const config = valueOf(
      componentsKind,
      `admin_config { listen_address: "localhost:6061" } ${database}`,
    );
    expect(config).toMatchObject({
      databasePath: "data/x.sqlite",
      stateDirectory: "data/x.sqlite.d",
      admin: { listen: { host: "localhost", port: 6061 } },
      https: undefined,
      timers: { contactLifetimeMs: 600_000, doneSendingLeadMs: 30_000, requeueStockMs: 900_000 },
      limits: { contactBytes: 20 << 20, newIdentityBytes: 1 << 20, unfinishedBytes: 256 << 20 },
      log: { level: "info", format: "console", file: undefined, maxBytes: 10 << 20, keep: 5 },
      xfccElement: "ONLY",
    });
  });

  test("every section arrives", () => {
    const config = valueOf(
      componentsKind,
      `https_config { listen_address: "[::]:443" ${pair} disable_streaming: true
         frontend_config { https_header_checksum_config { client_certificate_header: "a" client_certificate_checksum_header: "b" } } }
       stats_config { address: ":9090" } proxy_protocol: true required_label: "x"
       fleet { database_path: "d" state_directory: "s" timers { contact_lifetime { seconds: 2 nanos: 500000000 } }
         retention { messages {} } trusted_proxies: ["10.0.0.0/8", "::1"] log { level: DEBUG format: JSON file: "l" max_bytes: 65536 keep: 2 }
         client_config { ${client} } }`,
    );
    expect(config).toMatchObject({
      https: {
        listen: { host: "::", port: 443 },
        streaming: false,
        frontend: { kind: "https_header_checksum", certificateHeader: "a", checksumHeader: "b" },
      },
      stats: { listen: { host: "", port: 9090 } },
      stateDirectory: "s",
      timers: { contactLifetimeMs: 2500 },
      retention: { messagesMs: undefined, contactsMs: 90 * 24 * 3600 * 1000 },
      log: { level: "debug", format: "json", file: "l", maxBytes: 65_536, keep: 2 },
      client: { servers: ["h:1"], transport: "LONG_POLL" },
    });
  });

  test.each([
    ["", ": the file names no role"],
    ["admin_config { listen_address: ':1' }", "fleet.database_path: is required"],
    [`admin_config {} ${database}`, "admin_config.listen_address: is required"],
    [
      `admin_config { listen_address: '6061' } ${database}`,
      'admin_config.listen_address: "6061" is not an address',
    ],
    [
      `admin_config { listen_address: 'h:70000' } ${database}`,
      'admin_config.listen_address: "h:70000" is not an address',
    ],
    [`https_config { listen_address: ':1' } ${database}`, "https_config.certificates: is required"],
    [
      `https_config { listen_address: ':1' certificates: 'x' key: 'y' } ${database}`,
      "https_config.certificates: holds no PEM certificate",
    ],
    [
      `https_config { listen_address: ':1' certificates: ${quoted(server.certificate)} key: ${quoted(authority.key)} } ${database}`,
      "https_config.key: is not the key of the first certificate in https_config.certificates",
    ],
    [
      "admin_config { listen_address: ':1' } spanner_config {}",
      "spanner_config: Spanner is not supported",
    ],
    [
      `admin_config { listen_address: ':1' } mysql_data_source_name: 'u:secret@/d' ${database}`,
      "mysql_data_source_name: mysql_data_source_name and fleet.database_path exclude each other",
    ],
    [
      "admin_config { listen_address: ':1' } fleet { database_path: 'd' trusted_proxies: '10.0.0.0/33' }",
      'fleet.trusted_proxies[0]: "10.0.0.0/33" is not a range of addresses',
    ],
    [
      "admin_config { listen_address: ':1' } fleet { database_path: 'd' client_config {} }",
      "fleet.client_config.filesystem_handler: is required",
    ],
  ])("%#", (text, problem) => {
    expect(problemsOf(componentsKind, text)).toContain(problem);
  });

  test("a MySQL data source is refused for now, and its password not shown", () => {
    const text = `https_config { listen_address: ':1' ${pair} } mysql_data_source_name: 'u:secret@/d'`;
    const problems = problemsOf(componentsKind, text);
    expect(problems).toEqual([
      "mysql_data_source_name: MySQL is not supported by this version, which keeps its data in SQLite",
    ]);
    expect(JSON.stringify(checkDocument(componentsKind, { file: "f", text }))).not.toContain(
      "secret",
    );
  });

  test("behind a proxy that does TLS no certificate is needed", () => {
    const mode = "frontend_config { cleartext_xfcc_config { client_certificate_header: 'X' } }";
    const config = valueOf(
      componentsKind,
      `https_config { listen_address: ':1' ${mode} } ${database}`,
    );
    expect(config.https?.frontend).toEqual({ kind: "cleartext_xfcc", certificateHeader: "X" });
  });

  test("syntax and meaning are reported together, each once", () => {
    const text = `https_config {\n  listen_adress: ":1"\n  ${pair} }\nfleet { timers { sweep { seconds: -1 } } log { level: LOUD } }`;
    const { problems } = checkDocument(componentsKind, { file: "f", text });
    expect(problems.map(({ line, path }) => `${line} ${path}`)).toEqual([
      "1 https_config.listen_address",
      "2 https_config.listen_adress",
      "4 fleet.database_path",
      "4 fleet.timers.sweep",
      "4 fleet.log.level",
    ]);
  });

  test("without a file the same rules hold", () => {
    const message = {
      admin_config: { listen_address: "127.0.0.1:0" },
      fleet: { database_path: "d" },
    };
    expect(makeComponentsConfig(message, "flags").admin?.listen.port).toBe(0);
    expect(messageOf(() => makeComponentsConfig({}, "flags"))).toStartWith("flags has 1 problem");
  });
});

describe("client", () => {
  test("a stock file", () => {
    const config = valueOf(
      clientKind,
      `${client} client_label: "" client_label: "a" streaming: true`,
    );
    expect(config).toMatchObject({
      servers: ["h:1"],
      labels: ["a"],
      transport: "AUTO",
      persistence: { kind: "filesystem", configurationDirectory: undefined, stateFile: "/s" },
      allowUnsignedServices: false,
      outbox: { maxMessages: 100_000, durability: "NORMAL" },
    });
  });

  test.each([
    ["", "LONG_POLL"],
    ["streaming: true", "AUTO"],
    ["streaming: true fleet { transport: POLL }", "POLL"],
    ["fleet { transport: AUTO }", "AUTO"],
    ["streaming: true fleet {}", "AUTO"],
  ] as const)("transport of %j", (text, transport) => {
    expect(valueOf(clientKind, `${client} ${text}`).transport).toBe(transport);
  });

  test("everything that is missing is named", () => {
    expect(problemsOf(clientKind, "")).toEqual([
      "filesystem_handler: is required",
      "server: is required",
      "trusted_certs: is required",
    ]);
  });

  test.each([
    ['server: "h"', 'server[1]: "h" is not the address of a server'],
    ['server: ":1"', 'server[1]: ":1" is not the address of a server'],
    ['proxy: "h"', "proxy: is not a URL of a proxy"],
    ['proxy: "socks4://user:secret@h:1"', "proxy: is not a URL of a proxy"],
    [
      'fleet { deployment_public_key: "x" }',
      "fleet.deployment_public_key[0]: holds no public key that can be read",
    ],
    [
      "fleet { outbox { max_disk_percent: 101 } }",
      "fleet.outbox.max_disk_percent: 101 is out of range: from 1 to 100",
    ],
  ])("%j", (text, problem) => {
    expect(problemsOf(clientKind, `${client} ${text}`)).toEqual([problem]);
  });

  test.each(["10.0.0.1:3128", "[::1]:3128", "me:secret@proxy.example:3128"])(
    "a proxy may stand without a scheme: %s",
    (proxy) => {
      expect(valueOf(clientKind, `${client} proxy: "${proxy}"`).proxy).toBe(proxy);
    },
  );

  test("a password in a proxy's URL is not shown", () => {
    const text = `${client} proxy: "user:pass word@h"`;
    expect(JSON.stringify(checkDocument(clientKind, { file: "f", text }).problems)).not.toContain(
      "pass word",
    );
  });

  test("the same from a message", () => {
    const message = {
      trusted_certs: authority.certificate,
      server: ["h:1"],
      filesystem_handler: { state_file: "/s" },
    };
    expect(makeClientConfig(message, "flags").servers).toEqual(["h:1"]);
  });
});

describe("communicator", () => {
  test("0 and absent are the defaults", () => {
    expect(valueOf(communicatorKind, "max_poll_delay_seconds: 0 what: 1")).toEqual({
      maxPollDelayMs: 300_000,
      maxBufferDelayMs: 5_000,
      minFailureDelayMs: 300_000,
      failureSuicideTimeMs: 604_800_000,
      compression: false,
      preferHttp2: false,
    });
  });

  test("what is said counts", () => {
    const text = "max_poll_delay_seconds: 2 compression: COMPRESSION_DEFLATE";
    expect(valueOf(communicatorKind, text)).toMatchObject({
      maxPollDelayMs: 2000,
      compression: true,
    });
    expect(problemsOf(communicatorKind, "max_poll_delay_seconds: -1")).toHaveLength(1);
    expect(problemsOf(communicatorKind, "compression: 7")).toEqual([
      "compression: 7 is none of COMPRESSION_NONE, COMPRESSION_DEFLATE",
    ]);
  });
});

describe("server services", () => {
  test("factories and their settings", () => {
    const text = `services { name: "g" factory: "GRPC" max_parallelism: 7 config { [type.googleapis.com/fleetspeak.grpcservice.Config] { target: "h:1" insecure: true } } }
      services { name: "n" factory: "NOOP" }
      services { name: "s" factory: "MessageSaver" config { [type.googleapis.com/fleet.v1.MessageSaverConfig] { path: "/p" format: JSON } } }`;
    expect(valueOf(servicesKind, text)).toEqual({
      broadcastPollMs: 60_000,
      services: [
        {
          name: "g",
          maxParallelism: 7,
          settings: { factory: "GRPC", target: "h:1", insecure: true, certFile: undefined },
        },
        { name: "n", maxParallelism: 100, settings: { factory: "NOOP" } },
        {
          name: "s",
          maxParallelism: 100,
          settings: { factory: "MessageSaver", path: "/p", format: "json" },
        },
      ],
    });
  });

  test("all that is wrong with them, at its place", () => {
    const text = `services { name: "a" factory: "GRCP" }
services { name: "a" factory: "NOOP" }
services { name: "system" factory: "constructor" }
services { factory: "GRPC" config {
  [type.googleapis.com/fleetspeak.grpcservice.Config] { } } }
services { name: "m" factory: "MessageSaver" config { [type.googleapis.com/fleetspeak.Label] {} } }`;
    const { problems } = checkDocument(servicesKind, { file: "f", text });
    expect(problems.map(({ line, path }) => `${line} ${path}`)).toEqual([
      "1 services[0].factory",
      "2 services[1].name",
      "3 services[2].name",
      "3 services[2].factory",
      "4 services[3].name",
      "4 services[3].config.target",
      "6 services[4].config",
    ]);
    expect(problems[0]?.hint).toBe('Did you mean "GRPC"?');
  });
});

describe("client services", () => {
  test("Stdin", () => {
    const text = `name: "ls" factory: "Stdin" config { [type.googleapis.com/fleetspeak.stdinservice.Config] { cmd: "/bin/ls" args: "-l" } }
      required_labels { service_name: "client" label: "linux" } signed_time { seconds: 5 } ignored: true`;
    expect(valueOf(clientServiceKind, text)).toEqual({
      name: "ls",
      settings: { factory: "Stdin", cmd: "/bin/ls", args: ["-l"], logLevel: "none" },
      config: {
        typeUrl: "type.googleapis.com/fleetspeak.stdinservice.Config",
        value: encodePlainMessage("fleetspeak.stdinservice.Config", {
          cmd: "/bin/ls",
          args: ["-l"],
        }),
      },
      requiredLabels: [{ serviceName: "client", label: "linux" }],
      signedTime: { seconds: 5, nanos: 0 },
    });
  });

  test("Daemon: run_as in our block, a name or numbers", () => {
    const text = (value: string) => `name: "d" factory: "Daemon" config {
      [type.googleapis.com/fleetspeak.daemonservice.Config] { argv: "p" fleet { run_as: "${value}" } } }`;
    for (const user of ["nobody", "_svc-1", "65534:65534"]) {
      expect(valueOf(clientServiceKind, text(user)).settings).toMatchObject({ runAs: user });
    }
    for (const wrong of ["a b", "1000", "1:2:3", "../x"]) {
      expect(() => valueOf(clientServiceKind, text(wrong))).toThrow();
    }
  });

  test("Daemon: newer fields win over deprecated ones", () => {
    const text = `name: "d" factory: "Daemon" config { [type.googleapis.com/fleetspeak.daemonservice.Config] {
      argv: "p" resource_monitoring_sample_period_seconds: 7 resource_monitoring_sample_period { seconds: 9 }
      heartbeat_unresponsive_kill_period_seconds: 3 memory_limit: 5000000000 } }`;
    expect(valueOf(clientServiceKind, text).settings).toMatchObject({
      factory: "Daemon",
      argv: ["p"],
      resources: { enabled: true, sampleSize: 20, samplePeriodMs: 9000 },
      heartbeatKillMs: 3000,
      memoryLimitBytes: 5_000_000_000,
      inactivityTimeoutMs: undefined,
    });
  });

  test.each([
    ['name: "system" factory: "NOOP"', 'name: "system" is reserved, no service can be called so'],
    ['name: "a" factory: "Stdin"', "config.cmd: is required"],
    ['name: "a" factory: "Daemon"', "config.argv: is required"],
    ['name: "a"', "factory: is required"],
    ['name: "a" factory: "NOOP" signed_time { nanos: -1 }', "signed_time: is not a point in time"],
  ])("%j", (text, problem) => {
    expect(problemsOf(clientServiceKind, text)).toEqual([problem]);
  });
});
