import { Database } from "bun:sqlite";
import { afterAll, beforeAll, describe, expect, test } from "bun:test";

import { openSqliteStore } from "../../../src/store/sqlite/store.ts";
import { views } from "../../../src/store/sqlite/views.ts";
import {
  addClients,
  broadcastOf,
  claimOf,
  clientId,
  contact,
  failure,
  messageId,
  start,
  toClient,
  toServer,
} from "../../conformance/fixtures.ts";
import { makeFolder, type Folder } from "./support.ts";

const program = Bun.which("sqlite3");
let folder: Folder;

/** With the machine's own sqlite3 where there is one: it may be years older than ours. */
function select(sql: string): unknown[] {
  if (program !== null) {
    const { stdout, stderr } = Bun.spawnSync([program, "-readonly", "-json", folder.database, sql]);
    if (stderr.length > 0) throw new Error(stderr.toString());
    return stdout.length === 0 ? [] : (JSON.parse(stdout.toString()) as unknown[]);
  }
  using db = new Database(folder.database, { readonly: true });
  return db.query(sql).all();
}

beforeAll(async () => {
  folder = makeFolder();
  await using store = await openSqliteStore({ path: folder.database });
  const one = clientId(1);
  await addClients(store, 1);
  await store.clients.setLabels([{ clientId: one, serviceName: "client", labels: ["linux"] }]);
  await store.clients.setServices(one, [{ serviceName: "Files", signed: true }], start);
  await store.clients.noteVersion(one, { serviceName: "Files", version: "1.2" }, start);
  const contactId = await contact(store, one, {
    sentNonce: 1n,
    clientClock: { seconds: 1, nanos: 500_000_000 },
  });
  await store.messages.store([
    toClient(1, one),
    { ...toServer(2, { result: failure }), contactId },
  ]);
  await store.messages.claimForClients([claimOf(one, { contactId })]);
  await store.contacts.end([contactId], start);
  await store.broadcasts.create(broadcastOf(1), 5n);
  await store.files.put(
    { serviceName: "s", fileName: "f" },
    { data: Uint8Array.of(1, 2), modifiedTime: start },
  );
});

afterAll(() => folder[Symbol.dispose]());

describe("views for people", () => {
  test.each(Object.keys(views))("%s can be read", (name) => {
    expect(select(`SELECT * FROM ${name}`)).toBeArray();
  });

  test("clients", () => {
    expect(select("SELECT * FROM clients")).toEqual([
      {
        client_id: clientId(1),
        blacklisted: 0,
        added_time: "2023-11-14T22:13:20.000Z",
        last_contact_time: "2023-11-14T22:13:20.000Z",
        last_contact_address: "192.0.2.1:1000",
        last_contact_streaming_to: null,
        last_clock: "1970-01-01T00:00:01.500Z",
        labels: "client:linux",
      },
    ]);
  });

  test("messages", () => {
    const columns =
      "message_id, source_client_id, destination_client_id, state, failed_reason, tries, handed_out_by";
    expect(select(`SELECT ${columns} FROM messages ORDER BY message_id`)).toEqual([
      {
        message_id: messageId(1),
        source_client_id: null,
        destination_client_id: clientId(1),
        state: "pending",
        failed_reason: null,
        tries: 1,
        handed_out_by: "server one",
      },
      {
        message_id: messageId(2),
        source_client_id: clientId(1),
        destination_client_id: null,
        state: "failed",
        failed_reason: "it did not work",
        tries: 0,
        handed_out_by: null,
      },
    ]);
  });

  test("counts of messages", () => {
    expect(select("SELECT * FROM message_counts ORDER BY direction")).toEqual([
      {
        ...{ day: "2023-11-14", direction: "to_client", service: "Main", message_type: "Test" },
        ...{ stored: 1, processed: 0, failed: 0, pending: 1 },
      },
      {
        ...{ day: "2023-11-14", direction: "to_server", service: "Main", message_type: "Test" },
        ...{ stored: 1, processed: 0, failed: 1, pending: 0 },
      },
    ]);
  });

  test("services of clients", () => {
    expect(select("SELECT client_id, service_name, signed, version FROM client_services")).toEqual([
      { client_id: clientId(1), service_name: "Files", signed: 1, version: "1.2" },
    ]);
  });

  test("pending messages", () => {
    expect(
      select("SELECT message_id, due_time, data_type, data_bytes FROM pending_messages"),
    ).toEqual([
      {
        message_id: messageId(1),
        due_time: "2023-11-14T22:23:20.000Z",
        data_type: "type.googleapis.com/test.Data",
        data_bytes: 3,
      },
    ]);
  });

  test("contacts, broadcasts, files", () => {
    expect(select("SELECT client_id, sent_nonce_le, ended_time FROM contacts")).toEqual([
      {
        client_id: clientId(1),
        sent_nonce_le: "0100000000000000",
        ended_time: "2023-11-14T22:13:20.000Z",
      },
    ]);
    expect(select("SELECT send_limit, required_labels FROM broadcasts")).toEqual([
      { send_limit: 5, required_labels: "[]" },
    ]);
    expect(select("SELECT file_name, size_bytes FROM files")).toEqual([
      { file_name: "f", size_bytes: 2 },
    ]);
  });
});
