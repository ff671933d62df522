/**
 * A service that works for seconds on one message, over each transport of the compiled file: the message is handed out
 * once, and once more to a client that was killed over it.
 */
import { Database } from "bun:sqlite";
import { expect, test } from "bun:test";

import { Endpoint, stop } from "../helpers/endpoint.ts";
import { ServerProcess } from "../helpers/server-process.ts";
import { waitFor } from "../helpers/wait-for.ts";

function rowsIn<Row>(server: ServerProcess, sql: string): Row[] {
  using database = new Database(server.databasePath, { readonly: true });
  return database.query<Row, []>(sql).all();
}

function triesIn(server: ServerProcess): number {
  const sql = "SELECT tries FROM messages WHERE message_type = 'StdinServiceInputMessage'";
  return rowsIn<{ tries: number }>(server, sql)[0]?.tries ?? 0;
}

function contactsIn(server: ServerProcess): number {
  return rowsIn<{ n: number }>(server, "SELECT count(*) AS n FROM contact_rows")[0]?.n ?? 0;
}

test.each(["WEBSOCKET", "STREAM", "LONG_POLL", "POLL"])(
  "over %s a message that is worked on is not offered again, until its client was killed",
  async (transport) => {
    await using server = await ServerProcess.start();
    using endpoint = new Endpoint({
      server: server.address,
      trustedCertificates: server.caCertificate,
      fields: { streaming: !transport.endsWith("POLL") },
      extension: `allow_unsigned_services: true transport: ${transport} reconnect { jitter {} }`,
    });
    endpoint.addStdinService("echo", "/bin/sleep");
    const first = endpoint.start("ours");
    const clientId = await waitFor(
      async () => {
        const { stdout } = await server.command(["clients", "list", "--json"]);
        const [row] = JSON.parse(stdout || "[]") as { client_id: string; last_clock?: string }[];
        return row?.last_clock === undefined ? undefined : row.client_id;
      },
      { what: "the first contact", deadlineMs: 20_000 },
    );

    const before = contactsIn(server);
    const execute = () => server.command(["exec", clientId, "echo", "--timeout", "40s", "--", "4"]);
    const answer = execute();
    await waitFor(() => triesIn(server) === 1, { what: "the message is handed out" });
    // Two poll delays and more go by while the service sleeps.
    expect((await answer).status).toBe(0);
    expect(triesIn(server)).toBe(1);
    expect(contactsIn(server) - before).toBeLessThan(25);

    const second = execute();
    const sql =
      "SELECT 1 FROM messages WHERE message_type = 'StdinServiceInputMessage' AND tries > 0";
    await waitFor(() => rowsIn(server, sql).length === 2, { what: "the second is handed out" });
    await stop(first, "SIGKILL");
    await using _client = endpoint.start("ours");
    expect((await second).status).toBe(0);
    const tries = rowsIn<{ tries: number }>(server, sql.replace("1", "tries"));
    expect(tries.map((row) => row.tries).sort((a, b) => a - b)).toEqual([1, 2]);
  },
  90_000,
);
