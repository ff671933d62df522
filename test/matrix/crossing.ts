/**
 * One run of one cell, the same for all: messages cross both ways while programs are killed; then everything that was
 * handed over has arrived unchanged and is acknowledged.
 */
import { pickPort } from "../helpers/ports.ts";
import type { MariaDb } from "../helpers/stock/maria-db.ts";
import { waitFor } from "../helpers/wait-for.ts";
import type { Cell } from "./cells.ts";
import type { Ledger } from "./ledger.ts";
import { waitForArrival, waitForResults } from "./outcome.ts";
import { type Parties, connectParties, stepMs } from "./parties.ts";
import type { MatrixClient } from "./peers.ts";
import { Traffic, type TrafficOptions } from "./traffic.ts";

export interface CrossingOptions extends TrafficOptions {
  readonly mariaDb: MariaDb;
}

export interface CrossingReport {
  readonly up: Ledger;
  readonly down: Ledger;
  /** Messages that were with a client whose queue is memory, and went with it. */
  readonly lost: number;
  readonly serverKills: number;
}

/** @throws with the last lines of both programs' logs. */
export async function runCrossing(cell: Cell, options: CrossingOptions): Promise<CrossingReport> {
  await using stack = new AsyncDisposableStack();
  const target = `127.0.0.1:${await pickPort()}`;
  const server = stack.use(await cell.startServer(target, options.mariaDb));
  const client = stack.use(cell.startClient(server));
  try {
    const parties = await connectParties(stack, server, client, target);
    const traffic = new Traffic(parties, options);
    const [lost] = await Promise.all([cross(parties, traffic), traffic.receive()]);
    if (cell.transport !== undefined) await waitForTransport(client, cell.transport);
    const { up, down } = traffic;
    return { up, down, lost, serverKills: server.kills };
  } catch (cause) {
    const logs = `the server:\n${lastLines(server.log)}\nthe client:\n${lastLines(client.log)}`;
    throw new Error(`${String(cause)}\n${logs}`, { cause });
  }
}

async function cross(parties: Parties, traffic: Traffic): Promise<number> {
  try {
    await traffic.send();
    const lost = await waitForArrival(parties, traffic);
    await waitForResults(parties, traffic);
    return lost;
  } finally {
    parties.endpoint.close();
  }
}

async function waitForTransport(client: MatrixClient, transport: string): Promise<void> {
  await waitFor(() => client.transport === transport, {
    what: `the client to be connected by ${transport}; it is by "${client.transport}"`,
    deadlineMs: stepMs,
  });
}

function lastLines(log: string): string {
  return log.split("\n").slice(-30).join("\n");
}
