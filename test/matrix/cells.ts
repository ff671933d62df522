/**
 * The cells of the matrix: each pair of programs by each transport that they have in common.
 */
import type { MariaDb } from "../helpers/stock/maria-db.ts";
import {
  type ClientChoice,
  type MatrixClient,
  type MatrixServer,
  startOurClient,
  startOurServer,
  startStockClient,
  startStockServer,
} from "./peers.ts";

export interface Cell {
  readonly name: string;
  readonly startServer: (target: string, mariaDb: MariaDb) => Promise<MatrixServer>;
  readonly startClient: (server: MatrixServer) => MatrixClient;
  /** By which our client has to be connected in the end. */
  readonly transport?: string;
  /** More than one only where the original is on both sides: it then loses a batch for minutes now and then. */
  readonly tries: number;
}

const compressed = "compression: COMPRESSION_DEFLATE";

function ourClient(choice: ClientChoice): Cell["startClient"] {
  return (server) => startOurClient(server, choice);
}

function stockClient(choice: ClientChoice): Cell["startClient"] {
  return (server) => startStockClient(server, choice);
}

const ours = ["websocket", "stream", "long_poll", "poll"].flatMap((transport) =>
  ["", compressed].map((communicator) => ({
    name: `our client, our server: ${transport}${communicator === "" ? "" : ", compressed"}`,
    startServer: startOurServer,
    startClient: ourClient({
      ...{ streaming: true, communicator },
      extension: `transport: ${transport.toUpperCase()}`,
    }),
    ...{ transport, tries: 1 },
  })),
);

const autoOrNamed: readonly (readonly [string, string, Partial<ClientChoice>])[] = [
  ["AUTO ends in stream", "stream", {}],
  ["poll", "poll", { extension: "transport: POLL" }],
  ["stream, compressed", "stream", { extension: "transport: STREAM", communicator: compressed }],
];

const ourClients: readonly Cell[] = autoOrNamed.map(([how, transport, choice]) => ({
  name: `our client, stock server: ${how}`,
  startServer: startStockServer,
  startClient: ourClient({ streaming: true, ...choice }),
  ...{ transport, tries: 1 },
}));

const stockChoices: readonly (readonly [string, ClientChoice])[] = [
  ["stream", { streaming: true }],
  ["poll", { streaming: false }],
  ["stream, compressed", { streaming: true, communicator: compressed }],
  ["poll, compressed", { streaming: false, communicator: compressed }],
  ["prefer_http2 falls back", { streaming: true, communicator: "prefer_http2: true" }],
];

const stockClients: readonly Cell[] = stockChoices.map(([how, choice]) => ({
  name: `stock client, our server: ${how}`,
  startServer: startOurServer,
  startClient: stockClient(choice),
  tries: 1,
}));

const baseline: readonly Cell[] = stockChoices.slice(0, 2).map(([how, choice]) => ({
  name: `stock client, stock server: ${how}`,
  startServer: startStockServer,
  startClient: stockClient(choice),
  tries: 3,
}));

export const cells: readonly Cell[] = [...ours, ...ourClients, ...stockClients, ...baseline];
