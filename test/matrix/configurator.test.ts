/** What our configurator writes for MySQL, run by the original's server with both clients. Needs MariaDB. */
import { expect, test } from "bun:test";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { printText } from "../../src/config/text-printer.ts";
import { makeTemporaryFolder, runBinary, startBinary } from "../helpers/binary.ts";
import { linkOriginalPrograms } from "../helpers/original-programs.ts";
import { pickPort } from "../helpers/ports.ts";
import { MariaDb } from "../helpers/stock/maria-db.ts";
import { stockPrograms } from "../helpers/stock/programs.ts";
import { waitFor } from "../helpers/wait-for.ts";

test("the original's server and both clients run on what fleet config init wrote", async () => {
  using folder = makeTemporaryFolder();
  const own = linkOriginalPrograms(folder.path);
  const env = { TMPDIR: folder.path };
  const at = (name: string) => join(folder.path, name);
  await using mariaDb = await MariaDb.start();
  const { dataSourceName } = await mariaDb.makeDatabase();
  const [port, admin] = [await pickPort(), `127.0.0.1:${await pickPort()}`];
  const notification = `127.0.0.1:${await pickPort()}`;
  const file = printText("fleetspeak.config.Config", {
    configuration_name: "Test",
    components_config: {
      mysql_data_source_name: dataSourceName,
      https_config: { listen_address: `127.0.0.1:${port}` },
      admin_config: { listen_address: admin },
      notification_use_http_notifier: true,
      notification_listen_address: notification,
      notification_public_address: notification,
    },
    public_host_port: [`127.0.0.1:${port}`],
    ...{ trusted_cert_file: at("ca.pem"), trusted_cert_key_file: at("ca.key") },
    ...{ server_cert_file: at("server.pem"), server_cert_key_file: at("server.key") },
    server_component_configuration_file: at("components"),
    linux_client_configuration_file: at("linux.client"),
  });
  writeFileSync(at("configurator.config"), file);
  writeFileSync(at("services"), 'services { name: "sink" factory: "NOOP" }\n');
  const init = await runBinary(["config", "init", "--config", at("configurator.config")]);
  expect(init).toMatchObject({ status: 0, stderr: "" });

  const files = ["-services_config", at("services"), "-components_config", at("components")];
  await using _server = startBinary(files, { executable: stockPrograms.server, env });
  await using clients = new AsyncDisposableStack();
  for (const [name, executable] of [
    ["original", stockPrograms.client],
    ["ours", own["fleetspeak-client"]],
  ] as const) {
    mkdirSync(at(name), { mode: 0o700 });
    const text = readFileSync(at("linux.client"), "utf8").replace(
      /filesystem_handler \{[^}]*\}/,
      `filesystem_handler { configuration_directory: "${at(name)}" state_file: "${at(name)}/state" }`,
    );
    const delays = "max_poll_delay_seconds: 1 max_buffer_delay_seconds: 1";
    writeFileSync(at(`${name}/communicator.txt`), `${delays} min_failure_delay_seconds: 1\n`);
    writeFileSync(at(`${name}/client.config`), text, { mode: 0o600 });
    clients.use(startBinary(["-config", at(`${name}/client.config`)], { executable, env }));
  }
  const listed = (executable: string) =>
    runBinary(["-admin_addr", admin, "listclients"], { executable, env, deadlineMs: 60_000 });
  await waitFor(
    async () => {
      const { stdout } = await listed(own["fleetspeak-admin"]);
      return stdout.match(/^[0-9a-f]{16} /gm)?.length === 2;
    },
    { what: "both clients at the original's server", deadlineMs: 60_000 },
  );
  // A contact may fall between the two.
  await waitFor(
    async () => {
      const [stock, ours] = [
        await listed(stockPrograms.admin),
        await listed(own["fleetspeak-admin"]),
      ];
      return stock.stdout !== "" && Bun.deepEquals(stock, ours);
    },
    { what: "both admin tools to print the same", deadlineMs: 20_000 },
  );
}, 120_000);
