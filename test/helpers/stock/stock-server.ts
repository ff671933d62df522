/**
 * The stock server on an installation of its own and a MariaDB database.
 *
 * It is always ended with SIGKILL: it does not end on SIGTERM while a stream is open.
 */
import { writeFileSync } from "node:fs";
import net from "node:net";
import { join } from "node:path";

import { parseHostPort } from "../../../src/net/address.ts";
import { type RunningProgram, startBinary } from "../binary.ts";
import { waitFor } from "../wait-for.ts";
import type { MariaDatabase } from "./maria-db.ts";
import { stockPrograms } from "./programs.ts";
import { StockInstallation } from "./stock-installation.ts";

export interface StockServerOptions {
  readonly database: MariaDatabase;
  /** Text format of fleetspeak.server.ServerConfig. */
  readonly services: string;
}

export class StockServer implements AsyncDisposable {
  readonly installation: StockInstallation;
  readonly database: MariaDatabase;
  #program: RunningProgram;

  private constructor(installation: StockInstallation, database: MariaDatabase) {
    this.installation = installation;
    this.database = database;
    this.#program = this.#spawn();
  }

  static async start({ database, services }: StockServerOptions): Promise<StockServer> {
    const { dataSourceName } = database;
    const installation = await StockInstallation.make({ dataSourceName });
    writeFileSync(join(installation.folder, "server.services.config"), services);
    const server = new StockServer(installation, database);
    try {
      await server.#waitForStart();
      return server;
    } catch (thrown) {
      await server[Symbol.asyncDispose]();
      throw thrown;
    }
  }

  /** "host:port" of the clients' port. */
  get address(): string {
    return this.installation.address;
  }

  /** "host:port" */
  get adminAddress(): string {
    return this.installation.adminAddress;
  }

  /** PEM. */
  get caCertificate(): string {
    return this.installation.caCertificate;
  }

  get log(): string {
    return this.#program.stderr();
  }

  /** Kills it and starts it again. */
  async restart(): Promise<void> {
    await this.#program[Symbol.asyncDispose]();
    this.#program = this.#spawn();
    await this.#waitForStart();
  }

  /**
   * What it has handed out and not been told of is due now, at the client's next contact, and what it put off is due for
   * its own services; by itself it offers a message to a client again after 15 minutes, and to a service after one or two.
   */
  async offerAgain(): Promise<void> {
    await this.database.run("UPDATE pending_messages SET scheduled_time = 0");
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#program[Symbol.asyncDispose]();
    this.installation[Symbol.dispose]();
  }

  #spawn(): RunningProgram {
    const { componentsFile, folder } = this.installation;
    const services = join(folder, "server.services.config");
    return startBinary(
      ["-logtostderr", "-components_config", componentsFile, "-services_config", services],
      { executable: stockPrograms.server },
    );
  }

  async #waitForStart(): Promise<void> {
    for (const address of [this.address, this.adminAddress]) {
      await waitFor(() => answers(address), {
        what: `the stock server to listen on ${address}; it wrote:\n${this.log}`,
        deadlineMs: 20_000,
      });
    }
  }
}

function answers(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = net.connect(parseHostPort(address));
    socket.once("connect", () => resolve(true));
    socket.once("error", () => resolve(false));
    socket.once("close", () => socket.destroy());
    socket.once("connect", () => socket.destroy());
  });
}
