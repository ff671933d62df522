/**
 * What `fleetspeak-config` makes for one deployment of stock Fleetspeak: its CA, a server certificate, the server's
 * components file and a client file, in a folder that goes with it.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { printText } from "../../../src/config/text-printer.ts";
import { makeTemporaryFolder, runBinary } from "../binary.ts";
import { pickPort } from "../ports.ts";
import { stockPrograms } from "./programs.ts";

export interface StockInstallationOptions {
  /** mysql_data_source_name */
  readonly dataSourceName: string;
}

export class StockInstallation implements Disposable {
  readonly folder: string;
  /** "host:port" of the clients' port. */
  readonly address: string;
  /** "host:port" */
  readonly adminAddress: string;
  readonly #dispose: () => void;

  private constructor(folder: string, ports: readonly number[], dispose: () => void) {
    this.folder = folder;
    this.address = `127.0.0.1:${ports[0]}`;
    this.adminAddress = `127.0.0.1:${ports[1]}`;
    this.#dispose = dispose;
  }

  static async make(options: StockInstallationOptions): Promise<StockInstallation> {
    const folder = makeTemporaryFolder();
    const ports = [await pickPort(), await pickPort(), await pickPort()];
    const made = new StockInstallation(folder.path, ports, () => folder[Symbol.dispose]());
    try {
      await made.#configure(options, `127.0.0.1:${ports[2]}`);
      return made;
    } catch (thrown) {
      made[Symbol.dispose]();
      throw thrown;
    }
  }

  get componentsFile(): string {
    return join(this.folder, "server.components.config");
  }

  /** As fleetspeak-config wrote it: its folders are those of an installed client. */
  get clientFile(): string {
    return join(this.folder, "linux_client.config");
  }

  /** PEM. */
  get caCertificate(): string {
    return readFileSync(join(this.folder, "ca.pem"), "utf8");
  }

  [Symbol.dispose](): void {
    this.#dispose();
  }

  async #configure(options: StockInstallationOptions, notification: string): Promise<void> {
    const file = (name: string) => join(this.folder, name);
    const text = printText("fleetspeak.config.Config", {
      configuration_name: "Stock",
      components_config: {
        mysql_data_source_name: options.dataSourceName,
        https_config: { listen_address: this.address },
        admin_config: { listen_address: this.adminAddress },
        notification_use_http_notifier: true,
        notification_listen_address: notification,
        notification_public_address: notification,
      },
      public_host_port: [this.address],
      ...{ trusted_cert_file: file("ca.pem"), trusted_cert_key_file: file("ca.key") },
      ...{ server_cert_file: file("server.pem"), server_cert_key_file: file("server.key") },
      server_component_configuration_file: this.componentsFile,
      linux_client_configuration_file: this.clientFile,
    });
    writeFileSync(file("configurator.config"), text);
    const args = ["-logtostderr", "-config", file("configurator.config")];
    const { status, stderr } = await runBinary(args, { executable: stockPrograms.config });
    if (status !== 0) throw new Error(`fleetspeak-config failed:\n${stderr}`);
  }
}
