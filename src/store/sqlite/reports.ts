/**
 * Reports in SQLite, put together.
 */
import type { ClientId, MessageId } from "../../core/ids.ts";
import type { Micros } from "../../core/time.ts";
import type {
  AddressHistory,
  ClientSearch,
  ClientSearchPage,
  ClientService,
  CountQuery,
  ListedClient,
  MessageCount,
  MessagePage,
  MessageQuery,
  MessageTrace,
  Overview,
  OverviewQuery,
  ReplyQuery,
  ReportStore,
} from "../reports.ts";
import { SqliteClientSearch } from "./client-search.ts";
import { ClientServices } from "./client-services.ts";
import { SqliteCounts } from "./counts.ts";
import { SqliteMessageListing } from "./message-listing.ts";
import type { Session } from "./session.ts";
import { SqliteTraces } from "./traces.ts";

export class SqliteReports implements ReportStore {
  readonly #clients: SqliteClientSearch;
  readonly #services: ClientServices;
  readonly #listing: SqliteMessageListing;
  readonly #traces: SqliteTraces;
  readonly #counts: SqliteCounts;

  constructor(session: Session) {
    this.#clients = new SqliteClientSearch(session);
    this.#services = new ClientServices(session);
    this.#listing = new SqliteMessageListing(session);
    this.#traces = new SqliteTraces(session, this.#listing);
    this.#counts = new SqliteCounts(session);
  }

  searchClients(search: ClientSearch): Promise<ClientSearchPage> {
    return this.#clients.search(search);
  }

  client(clientId: ClientId, onlineSince: Micros): Promise<ListedClient | undefined> {
    return this.#clients.client(clientId, onlineSince);
  }

  clientAddresses(clientId: ClientId, maxContacts: number): Promise<AddressHistory> {
    return this.#clients.addresses(clientId, maxContacts);
  }

  clientServices(clientId: ClientId): Promise<ClientService[]> {
    return this.#services.list(clientId);
  }

  listMessages(query: MessageQuery): Promise<MessagePage> {
    return this.#listing.list(query);
  }

  replies(query: ReplyQuery): Promise<MessagePage> {
    return this.#traces.replies(query);
  }

  trace(messageId: MessageId): Promise<MessageTrace | undefined> {
    return this.#traces.trace(messageId);
  }

  counts(query: CountQuery): Promise<MessageCount[]> {
    return this.#counts.counts(query);
  }

  overview(query: OverviewQuery): Promise<Overview> {
    return this.#counts.overview(query);
  }
}
