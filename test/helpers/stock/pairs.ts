/**
 * One client under one server, ours or the original's, with a GRPC service and services on the endpoint: the ground for
 * tests and measurements of the original's Python peers.
 */
import { AdminClient } from "../../../src/cli/server/admin-client.ts";
import type { ClientId } from "../../../src/core/ids.ts";
import { adminMethods } from "../../../src/proto/admin-methods.ts";
import { OurClient } from "./our-client.ts";
import { CompiledServer } from "../compiled-server.ts";
import { pickPort } from "../ports.ts";
import { waitFor } from "../wait-for.ts";
import type { MariaDb } from "./maria-db.ts";
import { stockPrograms } from "./programs.ts";
import { StockClient } from "./stock-client.ts";
import { StockServer } from "./stock-server.ts";

export type Maker = "ours" | "stock";

export interface PairOptions {
  readonly server: Maker;
  readonly client: Maker;
  /** Of a GRPC service of the server, whose processor the caller runs at `processorAddress`. */
  readonly serviceName: string;
  /** For a stock server. */
  readonly mariaDb?: MariaDb;
  /** By name: text format of fleetspeak.ClientServiceConfig; of the folder in which the client keeps everything. */
  readonly services: (folder: string) => Readonly<Record<string, string>>;
}

export interface Pair extends AsyncDisposable {
  readonly admin: AdminClient;
  /** "host:port" */
  readonly adminAddress: string;
  /** "host:port" */
  readonly processorAddress: string;
  readonly clientId: ClientId;
  /** Of the client. */
  readonly folder: string;
  readonly serverLog: () => string;
  readonly clientLog: () => string;
}

export async function startPair(options: PairOptions): Promise<Pair> {
  await using stack = new AsyncDisposableStack();
  const processorAddress = `127.0.0.1:${await pickPort()}`;
  const server = stack.use(await startServer(options, processorAddress));
  const { adminAddress } = server;
  const { address, caCertificate } = server;
  const { services } = options;
  const clientOptions = { server: address, caCertificate, streaming: true, services };
  const client = stack.use(
    options.client === "ours" ? new OurClient(clientOptions) : new StockClient(clientOptions),
  );
  const admin = stack.use(
    new AdminClient({
      address: { target: adminAddress, foundBy: "from the test" },
      signal: new AbortController().signal,
    }),
  );
  const clientId = await waitForClient(admin);
  const owned = stack.move();
  return {
    ...{ admin, adminAddress, processorAddress, clientId },
    folder: client.folder,
    serverLog: () => server.log,
    clientLog: () => client.log,
    [Symbol.asyncDispose]: () => owned.disposeAsync(),
  };
}

interface PairServer extends AsyncDisposable {
  readonly address: string;
  readonly adminAddress: string;
  readonly caCertificate: string;
  readonly log: string;
}

async function startServer(
  { server: maker, serviceName, mariaDb }: PairOptions,
  target: string,
): Promise<PairServer> {
  const services = `services { name: "${serviceName}" factory: "GRPC"
    config { [type.googleapis.com/fleetspeak.grpcservice.Config] { target: "${target}" insecure: true } } }\n`;
  if (maker === "stock") {
    if (mariaDb === undefined) throw new Error("a stock server needs MariaDB");
    return await StockServer.start({ services, database: await mariaDb.makeDatabase() });
  }
  const adminAddress = `127.0.0.1:${await pickPort()}`;
  const server = await CompiledServer.start({
    services,
    sections: `admin_config { listen_address: "${adminAddress}" }`,
    extension: "timers { retry_base { seconds: 1 } }",
  });
  return {
    adminAddress,
    address: `127.0.0.1:${server.port}`,
    caCertificate: server.caCertificate,
    get log() {
      return server.log;
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

function waitForClient(admin: AdminClient): Promise<ClientId> {
  return waitFor(
    async () =>
      (await admin.call(adminMethods.listClients, { clientIds: [] })).clients[0]?.clientId,
    { what: "the client's first contact", deadlineMs: 30_000 },
  );
}

/** A Daemon service that runs Python with the original's connector. @param more fields of its configuration. */
export function pythonDaemon(name: string, args: readonly string[], more = ""): string {
  const argv = [stockPrograms.python, ...args].map((arg) => `argv: ${JSON.stringify(arg)}`);
  return `name: "${name}" factory: "Daemon" config {
    [type.googleapis.com/fleetspeak.daemonservice.Config] { ${argv.join(" ")} ${more} } }\n`;
}
