/**
 * A deployment as the original's configurator makes it: CA, server certificate (a CA, too), components file and client
 * file. It names a database that is not there, unless it is told of one.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { quoted } from "./config-files.ts";
import { makeTemporaryFolder, runBinary } from "./binary.ts";
import { stockPrograms } from "./stock/programs.ts";
import { pickPort } from "./ports.ts";

const noDatabase = "fleetspeak:secret@tcp(127.0.0.1:3306)/fleetspeak";
const mysql = /mysql_data_source_name:\s*"[^"]*"/;

export class StockDeployment implements Disposable {
  readonly folder: string;
  /** The clients' port. */
  readonly port: number;
  readonly adminPort: number;
  readonly #temporary: ReturnType<typeof makeTemporaryFolder>;

  private constructor(
    temporary: ReturnType<typeof makeTemporaryFolder>,
    [port, adminPort]: readonly [number, number],
  ) {
    this.adminPort = adminPort;
    this.#temporary = temporary;
    this.folder = temporary.path;
    this.port = port;
  }

  /** @param dataSourceName mysql_data_source_name */
  static async make(dataSourceName = noDatabase): Promise<StockDeployment> {
    const deployment = new StockDeployment(makeTemporaryFolder(), [
      await pickPort(),
      await pickPort(),
    ]);
    writeFileSync(
      deployment.path("configurator.txt"),
      deployment.#configuratorFile(dataSourceName, await pickPort()),
    );
    const args = ["-config", deployment.path("configurator.txt"), "-logtostderr"];
    const { status, stderr } = await runBinary(args, { executable: stockPrograms.config });
    if (status !== 0) throw new Error(`fleetspeak-config failed: ${stderr}`);
    const client = deployment.read("client.config");
    const folder = deployment.folder;
    // As it is for an installed client, and as it is for one in this folder.
    deployment.write("client.installed", client);
    deployment.write(
      "client.config",
      client
        .replace('"/etc/fleetspeak-client"', quoted(folder))
        .replace('"/var/lib/misc/fleetspeak-client.state"', quoted(join(folder, "state"))),
    );
    return deployment;
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  read(name: string): string {
    return readFileSync(this.path(name), "utf8");
  }

  write(name: string, text: string): void {
    writeFileSync(this.path(name), text, { mode: 0o600 });
  }

  /**
   * Has the components file name a SQLite database for our server, in place of the original's.
   * @param more of our block, in text format.
   */
  useSqlite(more = ""): void {
    const sqlite = `fleet { database_path: ${quoted(this.path("fleet.sqlite"))} ${more} }`;
    const text = this.read("server.config");
    this.write(
      "server.config",
      text.replace(mysql, () => `${sqlite} `),
    );
  }

  [Symbol.dispose](): void {
    this.#temporary[Symbol.dispose]();
  }

  #configuratorFile(dataSourceName: string, notificationPort: number): string {
    const file = (name: string) => quoted(this.path(name));
    const address = quoted(`127.0.0.1:${this.port}`);
    const notification = quoted(`127.0.0.1:${notificationPort}`);
    return `configuration_name: "Example"
      components_config {
        mysql_data_source_name: ${quoted(dataSourceName)}
        https_config { listen_address: ${address} }
        admin_config { listen_address: "127.0.0.1:${this.adminPort}" }
        notification_use_http_notifier: true
        notification_listen_address: ${notification} notification_public_address: ${notification}
      }
      public_host_port: ${address}
      trusted_cert_file: ${file("ca.pem")} trusted_cert_key_file: ${file("ca.key")}
      server_cert_file: ${file("server.pem")} server_cert_key_file: ${file("server.key")}
      server_component_configuration_file: ${file("server.config")}
      linux_client_configuration_file: ${file("client.config")}\n`;
  }
}
