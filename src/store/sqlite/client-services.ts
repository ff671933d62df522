/**
 * What clients say of the services that they run, in SQLite.
 */
import type { ClientId } from "../../core/ids.ts";
import type { Micros } from "../../core/time.ts";
import { checkMicros, checkName } from "../checks.ts";
import { maxClientServices, type ClientService } from "../reports.ts";
import type { Query, Session } from "./session.ts";

interface ServiceRow {
  service_name: string;
  signed: number | null;
  version: string | null;
  seen_time: number;
}

export class ClientServices {
  readonly #session: Session;
  readonly #list: Query<ServiceRow>;
  readonly #count: Query<{ count: number }>;
  readonly #delete: Query<unknown>;
  readonly #setSigned: Query<unknown>;
  readonly #insertSigned: Query<unknown>;
  readonly #setVersion: Query<unknown>;
  readonly #insertVersion: Query<unknown>;

  constructor(session: Session) {
    this.#session = session;
    this.#list = session.prepare(
      `SELECT service_name, signed, version, seen_time FROM client_service_rows WHERE client = ?
       ORDER BY service_name`,
    );
    this.#count = session.prepare(
      "SELECT count(*) AS count FROM client_service_rows WHERE client = ?",
    );
    this.#delete = session.prepare(
      "DELETE FROM client_service_rows WHERE client = ? AND service_name = ?",
    );
    this.#setSigned = session.prepare(
      "UPDATE client_service_rows SET signed = ?, seen_time = ? WHERE client = ? AND service_name = ?",
    );
    this.#insertSigned = session.prepare(
      "INSERT INTO client_service_rows (signed, seen_time, client, service_name) VALUES (?, ?, ?, ?)",
    );
    this.#setVersion = session.prepare(
      "UPDATE client_service_rows SET version = ?, seen_time = ? WHERE client = ? AND service_name = ?",
    );
    this.#insertVersion = session.prepare(
      "INSERT INTO client_service_rows (version, seen_time, client, service_name) VALUES (?, ?, ?, ?)",
    );
  }

  async set(
    clientId: ClientId,
    services: readonly { readonly serviceName: string; readonly signed: boolean }[],
    time: Micros,
  ): Promise<void> {
    checkMicros("the time of a report", time);
    for (const { serviceName } of services) checkName("a service name", serviceName);
    const named = new Map(services.map(({ serviceName, signed }) => [serviceName, signed ? 1 : 0]));
    return this.#session.write("set a client's services", () => {
      const client = this.#session.requireClientRow(clientId, "set a client's services");
      for (const { service_name, signed } of this.#list.all(client)) {
        if (signed !== null && !named.has(service_name)) this.#delete.run(client, service_name);
      }
      let room = maxClientServices - this.#countOf(client);
      for (const [name, signed] of named) {
        if (this.#setSigned.run(signed, time, client, name).changes > 0) continue;
        if (room-- > 0) this.#insertSigned.run(signed, time, client, name);
      }
    });
  }

  async noteVersion(
    clientId: ClientId,
    { serviceName, version }: { readonly serviceName: string; readonly version: string },
    time: Micros,
  ): Promise<void> {
    checkMicros("the time of a report", time);
    checkName("a service name", serviceName);
    checkName("a version", version);
    return this.#session.write("note a service's version", () => {
      const client = this.#session.requireClientRow(clientId, "note a service's version");
      const values = [version, time, client, serviceName];
      if (this.#setVersion.run(...values).changes > 0) return;
      if (this.#countOf(client) < maxClientServices) this.#insertVersion.run(...values);
    });
  }

  #countOf(client: number): number {
    return this.#count.get(client)?.count ?? 0;
  }

  list(clientId: ClientId): Promise<ClientService[]> {
    return this.#session.read("list a client's services", () => {
      const client = this.#session.clientRow(clientId);
      return client === undefined ? [] : this.#list.all(client).map(serviceOf);
    });
  }
}

function serviceOf({ service_name, signed, version, seen_time }: ServiceRow): ClientService {
  return {
    serviceName: service_name,
    signed: signed === null ? undefined : signed !== 0,
    version: version ?? undefined,
    seenTime: seen_time,
  };
}
