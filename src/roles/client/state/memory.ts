/**
 * What a client remembers besides messages: which transport worked with which server, and how new the newest accepted
 * configuration of each service was.
 */
import type { Micros } from "../../../core/time.ts";
import type { ClientDatabase } from "./database.ts";

export interface WorkingTransport {
  readonly kind: string;
  /** Since when it is the choice for this server. Milliseconds since the epoch. */
  readonly chosenAt: number;
}

export class ClientMemory {
  readonly #database: ClientDatabase;

  constructor(database: ClientDatabase) {
    this.#database = database;
  }

  /** @param server "host:port" as configured. */
  transportOf(server: string): WorkingTransport | undefined {
    const row = this.#database
      .sql<{ kind: string; chosen_at: number }>(
        "SELECT kind, chosen_at FROM transport WHERE server = ?",
      )
      .get(server);
    return row ? { kind: row.kind, chosenAt: row.chosen_at } : undefined;
  }

  /** The server that answered last, of those that ever did. */
  lastServer(): string | undefined {
    const row = this.#database
      .sql<{ server: string }>("SELECT server FROM transport ORDER BY worked_at DESC LIMIT 1")
      .get();
    return row?.server;
  }

  /** @param now milliseconds since the epoch. */
  rememberTransport(server: string, transport: WorkingTransport, now: number): Promise<void> {
    const text =
      "INSERT OR REPLACE INTO transport (server, kind, chosen_at, worked_at) VALUES (?, ?, ?, ?)";
    const { kind, chosenAt } = transport;
    return this.#database.write(
      () => void this.#database.sql(text).run(server, kind, chosenAt, now),
    );
  }

  /** undefined when no signed configuration of that name was ever accepted. */
  newestSignedTime(service: string): Micros | undefined {
    const row = this.#database
      .sql<{ micros: number }>("SELECT micros FROM signed_time WHERE service = ?")
      .get(service);
    return row?.micros;
  }

  /** Remembers when an accepted configuration was signed; an older time changes nothing. */
  acceptSignedTime(service: string, time: Micros): Promise<void> {
    const text =
      "INSERT INTO signed_time (service, micros) VALUES (?, ?) " +
      "ON CONFLICT (service) DO UPDATE SET micros = max(micros, excluded.micros)";
    return this.#database.write(() => void this.#database.sql(text).run(service, time));
  }
}
