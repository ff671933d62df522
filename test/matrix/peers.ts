/**
 * The four programs of the matrix behind two interfaces: what a cell asks of a server and of a client.
 */
import { join } from "node:path";

import { OurClient } from "../helpers/stock/our-client.ts";
import { CompiledServer } from "../helpers/compiled-server.ts";
import { pickPort } from "../helpers/ports.ts";
import type { MariaDb } from "../helpers/stock/maria-db.ts";
import { StockClient } from "../helpers/stock/stock-client.ts";
import { StockServer } from "../helpers/stock/stock-server.ts";

/** On both sides. */
export const serviceName = "matrix";

export interface MatrixServer extends AsyncDisposable {
  /** "host:port" of the clients' port, the same after a restart. */
  readonly address: string;
  /** "host:port" of the admin API, the same after a restart. */
  readonly adminAddress: string;
  /** PEM. */
  readonly caCertificate: string;
  readonly log: string;
  /** How often it is killed in a cell. Nothing that it acknowledged may be lost. */
  readonly kills: number;
  /** InsertMessage calls at a time: more of them run into deadlocks of the original's database. */
  readonly insertsAtOnce: number;
  restart(): Promise<void>;
  /**
   * Makes due again what the client was given and did not acknowledge; undefined where the server does so by itself,
   * soon enough for a test.
   */
  readonly offerAgain: (() => Promise<void>) | undefined;
}

export interface MatrixClient extends AsyncDisposable {
  /** api_proxy_path of its service. */
  readonly socketPath: string;
  readonly log: string;
  /** Whether what its service handed over outlives it. */
  readonly keepsQueue: boolean;
  /** undefined where it does not say. */
  readonly transport: string | undefined;
  /** Messages that it has and the server has not; undefined where it does not say. */
  readonly outbox: number | undefined;
  /** Ours is killed, the original's is ended in order. Resolves when it has ended and was started again. */
  restart(): Promise<void>;
}

/**
 * Few large messages at a time: a processor that gets a hundred of 2 MiB at once is late for all of them.
 * @param target "host:port" of the Processor that takes the clients' messages.
 */
function servicesText(target: string): string {
  return `services { name: "${serviceName}" factory: "GRPC" max_parallelism: 8
    config { [type.googleapis.com/fleetspeak.grpcservice.Config] { target: "${target}" insecure: true } } }\n`;
}

export async function startOurServer(target: string): Promise<MatrixServer> {
  const adminAddress = `127.0.0.1:${await pickPort()}`;
  const server = await CompiledServer.start({
    services: servicesText(target),
    listenAddress: `127.0.0.1:${await pickPort()}`,
    sections: `admin_config { listen_address: "${adminAddress}" }`,
    extension:
      "timers { requeue_stock { seconds: 5 } retry_base { seconds: 1 } sweep { seconds: 1 } }",
  });
  return {
    adminAddress,
    address: `127.0.0.1:${server.port}`,
    caCertificate: server.caCertificate,
    kills: 2,
    insertsAtOnce: 2,
    get log() {
      return server.log;
    },
    restart: () => server.restart("SIGKILL"),
    offerAgain: undefined,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

export async function startStockServer(target: string, mariaDb: MariaDb): Promise<MatrixServer> {
  const database = await mariaDb.makeDatabase();
  const server = await StockServer.start({ database, services: servicesText(target) });
  return {
    adminAddress: server.adminAddress,
    address: server.address,
    caCertificate: server.caCertificate,
    kills: 0,
    insertsAtOnce: 1,
    get log() {
      return server.log;
    },
    restart: () => server.restart(),
    offerAgain: () => server.offerAgain(),
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

export interface ClientChoice {
  readonly streaming: boolean;
  /** Of communicator.txt. */
  readonly communicator?: string;
  /** Text format of fleet.v1.ClientExtension; for ours. */
  readonly extension?: string;
}

function clientOptions({ address, caCertificate }: MatrixServer, choice: ClientChoice) {
  const services = (folder: string) => ({
    [serviceName]: `name: "${serviceName}" factory: "Socket"
      config { [type.googleapis.com/fleetspeak.socketservice.Config] { api_proxy_path: "${socketIn(folder)}" } }\n`,
  });
  return { server: address, caCertificate, services, ...choice };
}

function socketIn(folder: string): string {
  return join(folder, "matrix.sock");
}

export function startOurClient(server: MatrixServer, choice: ClientChoice): MatrixClient {
  const client = new OurClient(clientOptions(server, choice));
  return {
    socketPath: socketIn(client.folder),
    keepsQueue: true,
    get log() {
      return client.log;
    },
    get transport() {
      return client.status?.transport ?? "";
    },
    get outbox() {
      return client.status?.outbox.messages ?? Number.NaN;
    },
    restart: () => client.restart("SIGKILL"),
    [Symbol.asyncDispose]: () => client[Symbol.asyncDispose](),
  };
}

export function startStockClient(server: MatrixServer, choice: ClientChoice): MatrixClient {
  const client = new StockClient(clientOptions(server, choice));
  return {
    socketPath: socketIn(client.folder),
    keepsQueue: false,
    transport: undefined,
    outbox: undefined,
    get log() {
      return client.log;
    },
    restart: () => client.restart(),
    [Symbol.asyncDispose]: () => client[Symbol.asyncDispose](),
  };
}
