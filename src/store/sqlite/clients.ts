/**
 * Clients and their labels in SQLite.
 */
import { hexToBytes, type ClientId } from "../../core/ids.ts";
import type { Label } from "../../core/labels.ts";
import { checkCount, checkLabels, checkMicros } from "../checks.ts";
import type { Micros } from "../../core/time.ts";
import type { ClientPage, ClientRecord, ClientStore, NewClient } from "../store.ts";
import {
  clientColumns,
  factsOf,
  labelsQuery,
  type ClientFacts,
  type LabelRow,
} from "./client-rows.ts";
import { ClientServices } from "./client-services.ts";
import type { Query, Session } from "./session.ts";

interface ClientRow extends ClientFacts {
  public_key: Uint8Array;
}

const columns = `${clientColumns}, public_key`;

export class SqliteClients implements ClientStore {
  readonly #session: Session;
  readonly #byId: Query<ClientRow>;
  readonly #page: Query<ClientRow>;
  readonly #labels: Query<LabelRow>;
  readonly #services: ClientServices;
  readonly #insert: Query<unknown>;
  readonly #insertLabel: Query<unknown>;
  readonly #deleteLabels: Query<unknown>;
  readonly #blacklist: Query<unknown>;

  constructor(session: Session) {
    this.#session = session;
    this.#byId = session.prepare(`SELECT ${columns} FROM client_rows WHERE client_id = ?`);
    this.#page = session.prepare(
      `SELECT ${columns} FROM client_rows WHERE client_id > ? AND blacklisted <= ? AND last_contact_time > ?
       ORDER BY client_id LIMIT ?`,
    );
    this.#labels = session.prepare(labelsQuery);
    this.#services = new ClientServices(session);
    this.#insert = session.prepare(
      `INSERT INTO client_rows (client_id, public_key, added_time, last_contact_time) VALUES (?1, ?2, ?3, ?3)
       ON CONFLICT DO NOTHING`,
    );
    this.#insertLabel = session.prepare(
      "INSERT INTO label_rows VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
    );
    this.#deleteLabels = session.prepare(
      "DELETE FROM label_rows WHERE client = ? AND service_name = ?",
    );
    this.#blacklist = session.prepare("UPDATE client_rows SET blacklisted = 1 WHERE client_id = ?");
  }

  get(clientIds: readonly ClientId[]): Promise<Map<ClientId, ClientRecord>> {
    return this.#session.read("read clients", () => {
      const found = new Map<ClientId, ClientRecord>();
      for (const clientId of clientIds) {
        const row = this.#byId.get(hexToBytes(clientId));
        if (row) found.set(clientId, this.#record(row));
      }
      return found;
    });
  }

  page({
    after,
    limit,
    includeBlacklisted,
    lastContactAfter,
  }: ClientPage): Promise<ClientRecord[]> {
    return this.#session.read("list clients", () => {
      checkCount("the page limit", limit);
      checkMicros("a last contact time", lastContactAfter);
      const rows = this.#page.all(
        hexToBytes(after ?? ""),
        includeBlacklisted ? 1 : 0,
        lastContactAfter ?? Number.MIN_SAFE_INTEGER,
        limit,
      );
      return rows.map((row) => this.#record(row));
    });
  }

  async add(clients: readonly NewClient[]): Promise<("added" | "exists")[]> {
    const rows = clients.map(({ clientId, publicKey, labels, time }) => {
      checkLabels(labels);
      checkMicros("a client's time", time);
      return {
        labels,
        values: [hexToBytes(clientId), publicKey.slice(), time] as const,
      };
    });
    return this.#session.write("add clients", () =>
      rows.map(({ labels, values }) => this.#add(values, labels)),
    );
  }

  #add(
    values: readonly [Uint8Array, Uint8Array, number],
    labels: readonly Label[],
  ): "added" | "exists" {
    const { changes, lastInsertRowid } = this.#insert.run(...values);
    if (changes === 0) return "exists";
    for (const { serviceName, label } of labels)
      this.#insertLabel.run(lastInsertRowid, serviceName, label);
    return "added";
  }

  async setLabels(
    changes: readonly {
      readonly clientId: ClientId;
      readonly serviceName: string;
      readonly labels: readonly string[];
    }[],
  ): Promise<void> {
    for (const { serviceName, labels } of changes)
      checkLabels(labels.map((label) => ({ serviceName, label })));
    return this.#session.write("set labels", () => {
      for (const { clientId, serviceName, labels } of changes) {
        const client = this.#session.requireClientRow(clientId, "set labels");
        this.#deleteLabels.run(client, serviceName);
        for (const label of labels) this.#insertLabel.run(client, serviceName, label);
      }
    });
  }

  blacklist(clientIds: readonly ClientId[]): Promise<void> {
    return this.#session.write("blacklist clients", () => {
      for (const clientId of clientIds) {
        this.#session.requireClientRow(clientId, "blacklist clients");
        this.#blacklist.run(hexToBytes(clientId));
      }
    });
  }

  async setServices(
    clientId: ClientId,
    services: readonly { readonly serviceName: string; readonly signed: boolean }[],
    time: Micros,
  ): Promise<void> {
    return this.#services.set(clientId, services, time);
  }

  async noteVersion(
    clientId: ClientId,
    service: { readonly serviceName: string; readonly version: string },
    time: Micros,
  ): Promise<void> {
    return this.#services.noteVersion(clientId, service, time);
  }

  #record(row: ClientRow): ClientRecord {
    return { ...factsOf(row, this.#labels.all(row.client)), publicKey: row.public_key };
  }
}
