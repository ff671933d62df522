/**
 * Search among clients in SQLite. Every client is looked at: a fleet has many thousands, not millions, and no index
 * serves words in the middle of a label.
 */
import type { SQLQueryBindings } from "bun:sqlite";

import { hexToBytes, type ClientId } from "../../core/ids.ts";
import type { Micros } from "../../core/time.ts";
import { checkCount, checkMicros } from "../checks.ts";
import {
  addressesOf,
  checkSearch,
  formatClientPlace,
  parseClientPlace,
  type ClientPlace,
} from "../searching.ts";
import type {
  AddressHistory,
  ClientSearch,
  ClientSearchPage,
  ClientSort,
  ListedClient,
} from "../reports.ts";
import {
  clientColumns,
  factsOf,
  labelsQuery,
  type ClientFacts,
  type LabelRow,
} from "./client-rows.ts";
import type { Query, Session } from "./session.ts";

interface Condition {
  readonly sql: string;
  readonly values: readonly SQLQueryBindings[];
}

interface FoundRow extends ClientFacts {
  online: number;
}

const sortColumn = {
  last_contact: "last_contact_time",
  client_id: "client_id",
  address: "last_contact_address",
  added: "added_time",
} as const satisfies Record<ClientSort, string>;

const isOnline = "(streaming_to IS NOT NULL OR last_contact_time >= ?)";

export class SqliteClientSearch {
  readonly #session: Session;
  readonly #labels: Query<LabelRow>;
  readonly #one: Query<FoundRow>;
  readonly #contacts: Query<{ address: string; time: number }>;

  constructor(session: Session) {
    this.#session = session;
    this.#labels = session.prepare(labelsQuery);
    this.#one = session.prepare(
      `SELECT ${clientColumns}, ${isOnline} AS online FROM client_rows WHERE client_id = ?`,
    );
    this.#contacts = session.prepare(
      "SELECT address, time FROM contact_rows WHERE client = ? ORDER BY contact DESC LIMIT ?",
    );
  }

  search(search: ClientSearch): Promise<ClientSearchPage> {
    return this.#session.read("search clients", () => {
      checkSearch(search);
      const { matching, total } = this.#matching(search);
      const rows = this.#page(search, matching);
      const clients = rows.slice(0, search.limit).map((row) => this.#listed(row));
      const last = rows.length > search.limit ? clients.at(-1) : undefined;
      return {
        clients,
        total,
        next: last && formatClientPlace(search.sort, last),
      };
    });
  }

  /** Words are looked for once, and not again for the page. */
  #matching(search: ClientSearch): { matching: Condition; total: number } {
    const matching = all(conditionsOf(search));
    const from = `FROM client_rows WHERE ${matching.sql}`;
    if ((search.words ?? []).length === 0) {
      const counted = this.#session.once<{ count: number }>(
        `SELECT count(*) AS count ${from}`,
        matching.values,
      );
      return { matching, total: counted[0]?.count ?? 0 };
    }
    const rows = this.#session.once<{ client: number }>(`SELECT client ${from}`, matching.values);
    const found = JSON.stringify(rows.map(({ client }) => client));
    const sql = "client IN (SELECT value FROM json_each(?))";
    return { matching: { sql, values: [found] }, total: rows.length };
  }

  #page(search: ClientSearch, matching: Condition): FoundRow[] {
    const { sort, descending, after, limit, onlineSince } = search;
    const column = sortColumn[sort];
    const place =
      after === undefined ? [] : [placeCondition(search, parseClientPlace(sort, after))];
    const { sql, values } = all([matching, ...place]);
    const order = descending ? "DESC" : "ASC";
    const query = `SELECT ${clientColumns}, ${isOnline} AS online FROM client_rows WHERE ${sql}
      ORDER BY ${column} ${order}${column === "client_id" ? "" : `, client_id ${order}`} LIMIT ?`;
    return this.#session.once<FoundRow>(query, [onlineSince, ...values, limit + 1]);
  }

  client(clientId: ClientId, onlineSince: Micros): Promise<ListedClient | undefined> {
    return this.#session.read("read a client", () => {
      checkMicros("a time", onlineSince);
      const row = this.#one.get(onlineSince, hexToBytes(clientId));
      return row ? this.#listed(row) : undefined;
    });
  }

  #listed(row: FoundRow): ListedClient {
    return { ...factsOf(row, this.#labels.all(row.client)), online: row.online !== 0 };
  }

  addresses(clientId: ClientId, maxContacts: number): Promise<AddressHistory> {
    return this.#session.read("list a client's addresses", () => {
      checkCount("maxContacts", maxContacts);
      const client = this.#session.clientRow(clientId);
      if (client === undefined) return { addresses: [], more: false };
      const rows = this.#contacts.all(client, maxContacts + 1);
      return {
        addresses: addressesOf(rows.slice(0, maxContacts)),
        more: rows.length > maxContacts,
      };
    });
  }
}

function conditionsOf(search: ClientSearch): Condition[] {
  const { words = [], label, state, seenAfter, onlineSince } = search;
  const conditions: Condition[] = [];
  if (label !== undefined) {
    const sql =
      "client IN (SELECT client FROM label_rows INDEXED BY clients_with_label WHERE service_name = ? AND label = ?)";
    conditions.push({ sql, values: [label.serviceName, label.label] });
  }
  if (state === "blacklisted") conditions.push({ sql: "blacklisted = 1", values: [] });
  if (state === "online") conditions.push({ sql: isOnline, values: [onlineSince] });
  if (state === "offline") conditions.push({ sql: `NOT ${isOnline}`, values: [onlineSince] });
  if (seenAfter !== undefined)
    conditions.push({ sql: "last_contact_time > ?", values: [seenAfter] });
  const [first, ...others] = words.toSorted((left, right) => right.length - left.length);
  if (first !== undefined) conditions.push(wordCondition(first, labelled));
  conditions.push(...others.map((word) => wordCondition(word, hasLabel)));
  return conditions;
}

/** The longest word leaves the fewest clients: all labels are gone through for it, and only theirs for the others. */
const labelled = "client IN (SELECT client FROM label_rows WHERE";
const hasLabel =
  "EXISTS (SELECT 1 FROM label_rows WHERE label_rows.client = client_rows.client AND";

function wordCondition(word: string, inLabels: string): Condition {
  const literal = word.replaceAll(/[\\%_]/g, "\\$&");
  const like = (column: string) => `${column} LIKE ? ESCAPE '\\'`;
  const sql = `(${like("hex(client_id)")} OR ${like("last_contact_address")}
    OR ${inLabels} ${like("service_name || ':' || label")}))`;
  return { sql, values: [`${literal}%`, `%${literal}%`, `%${literal}%`] };
}

function placeCondition({ sort, descending }: ClientSearch, place: ClientPlace): Condition {
  const sign = descending ? "<" : ">";
  const clientId = hexToBytes(place.clientId);
  if (sort === "client_id") return { sql: `client_id ${sign} ?`, values: [clientId] };
  const sql = `(${sortColumn[sort]}, client_id) ${sign} (?, ?)`;
  return { sql, values: [place.value, clientId] };
}

function all(conditions: readonly Condition[]): Condition {
  return {
    sql: ["TRUE", ...conditions.map(({ sql }) => sql)].join(" AND "),
    values: conditions.flatMap(({ values }) => values),
  };
}
