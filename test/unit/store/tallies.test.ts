/**
 * Counts that are added up in memory are always those of the rows, whatever fails in between.
 */
import { Database } from "bun:sqlite";
import { expect, test } from "bun:test";

import type { ClientId } from "../../../src/core/ids.ts";
import { BroughtMessages } from "../../../src/store/sqlite/brought-messages.ts";
import { openDatabase } from "../../../src/store/sqlite/database.ts";
import { MessageWriter, prepareMessage } from "../../../src/store/sqlite/message-writer.ts";
import { SqliteMessages } from "../../../src/store/sqlite/messages.ts";
import { Session } from "../../../src/store/sqlite/session.ts";
import { openSqliteStore } from "../../../src/store/sqlite/store.ts";
import { Tallies } from "../../../src/store/sqlite/tallies.ts";
import type { Store } from "../../../src/store/store.ts";
import {
  addClients,
  allocated,
  at,
  clientId,
  contact,
  failure,
  messageId,
  sendOf,
  start,
  success,
  toClient,
  toServer,
} from "../../conformance/fixtures.ts";
import { makeFolder } from "./support.ts";

const day = 86_400e6;

/** The same numbers at every run. */
class Numbers {
  #state = 1;

  below(count: number): number {
    this.#state = (Math.imul(this.#state, 1664525) + 1013904223) >>> 0;
    return Math.floor((this.#state / 2 ** 32) * count);
  }
}

/** Some call or other, on few messages, so that they meet again and again. */
function someCall(store: Store, numbers: Numbers, contacts: readonly number[]): Promise<unknown> {
  const n = numbers.below(200);
  const result = [undefined, success, failure][numbers.below(3)];
  const fields = {
    messageType: `type ${numbers.below(3)}`,
    creationTime: at(start - numbers.below(3) * day),
    result,
  };
  const client = clientId(1 + numbers.below(2));
  const removed = { messages: start - day / 2, contacts: start + day };
  switch (numbers.below(7)) {
    case 0:
    case 1: {
      const contactId = contacts[numbers.below(contacts.length)];
      return store.messages.store([
        toClient(n + 200, client, fields),
        { ...toServer(n, fields), contactId },
      ]);
    }
    case 2:
      return store.messages.setResults(
        [n, n + 200].map((id) => ({
          messageId: messageId(id),
          result: result ?? success,
          onlyForClient: undefined,
        })),
      );
    case 3:
      return store.messages.deletePending([client], failure);
    case 4: {
      // Fails at the second one mostly, when the first is counted already, maybe as the first of its type.
      const [one, two] = [3 + numbers.below(400), 3 + numbers.below(400)].map(clientId) as [
        ClientId,
        ClientId,
      ];
      const messageType = `type ${numbers.below(400)}`;
      const first = toClient(1000 + numbers.below(100_000), one, { messageType }).message;
      return store.broadcasts.send([{ ...sendOf(1, one), message: first }, sendOf(n + 200, two)]);
    }
    case 5:
      return store.clients.blacklist([client, clientId(999)]);
    default:
      return store.prune({
        ...removed,
        resourceUsage: undefined,
        broadcasts: undefined,
        maxRows: 5,
      });
  }
}

/** What the rows say, and what was counted of them: both as text. */
function compare(db: Database): { rows: unknown; counted: unknown } {
  const select = (sql: string) => db.query(sql).all();
  return {
    rows: [
      select(
        `SELECT t.tally, count(m.message) AS kept, coalesce(sum(m.failed IS NULL AND m.message IS NOT NULL), 0) AS pending
         FROM tally_rows t LEFT JOIN message_rows m USING (tally) GROUP BY 1 ORDER BY 1`,
      ),
      select(
        `SELECT k.contact, count(m.message) AS messages FROM contact_rows k LEFT JOIN message_rows m ON m.contact = k.contact
         GROUP BY 1 ORDER BY 1`,
      ),
      select("SELECT 0 AS strangers"),
    ],
    counted: [
      select(
        "SELECT tally, kept, stored - processed - failed AS pending FROM tally_rows ORDER BY tally",
      ),
      select("SELECT contact, messages FROM contact_rows ORDER BY contact"),
      // Messages that stand in a tally of another name.
      select(
        `SELECT count(*) AS strangers FROM message_rows m JOIN tally_rows t USING (tally)
         WHERE t.service <> m.service OR t.message_type <> m.message_type OR t.to_client <> (m.client IS NOT NULL)
           OR t.day <> m.creation_seconds / 86400`,
      ),
    ],
  };
}

test("counts stay those of the rows through calls that fail, turns that fail, and a restart", async () => {
  using folder = makeFolder();
  const numbers = new Numbers();
  using other = new Database(folder.database, { create: true });
  other.run("PRAGMA busy_timeout = 0");
  let store = await openSqliteStore({ path: folder.database });
  await addClients(store, 405);
  await allocated(store);
  const contacts = [await contact(store, clientId(1)), await contact(store, clientId(1))];
  const outcomes = { fulfilled: 0, rejected: 0, lost: 0 };
  for (let turn = 0; turn < 300; turn++) {
    const locked = turn % 10 === 9;
    const calls = Array.from({ length: 1 + numbers.below(5) }, () =>
      someCall(store, numbers, contacts),
    );
    if (locked) other.run("BEGIN IMMEDIATE");
    const settled = await Promise.allSettled(calls);
    if (locked) other.run("COMMIT");
    for (const { status } of settled) outcomes[locked ? "lost" : status] += 1;
    if (turn === 150) {
      await store[Symbol.asyncDispose]();
      store = await openSqliteStore({ path: folder.database });
    }
    if (turn % 20 === 19) {
      const { rows, counted } = compare(other);
      expect(counted).toEqual(rows);
    }
  }
  // All of it happened: calls that did something, calls that failed alone, turns that failed as a whole.
  expect(Math.min(...Object.values(outcomes))).toBeGreaterThan(40);
  const [sum] = await store.reports.counts({ by: [] });
  expect(sum?.stored).toBeGreaterThan(300);
  await store[Symbol.asyncDispose]();
});

test("calls, turns and commits that fail have counted nothing, and made no tally", async () => {
  using folder = makeFolder();
  const db = openDatabase({ path: folder.database, exclusive: false });
  const session = new Session(db, undefined);
  const brought = new BroughtMessages(session);
  const writer = new MessageWriter(session, new Tallies(session), brought);
  const messages = new SqliteMessages(session, writer);
  db.run(
    "INSERT INTO client_rows (client, client_id, public_key, last_contact_time) VALUES (1, x'01', x'', 0)",
  );
  db.run(
    `INSERT INTO contact_rows (contact, client, time, sent_nonce, received_nonce, address, server, reoffer)
     VALUES (1, 1, 0, x'', x'', '', '', 0)`,
  );
  const fromContact = (n: number, messageType = "New") => ({
    ...toServer(n, { messageType }),
    contactId: 1,
  });
  const holds = (tallies: number, stored: number) => {
    const { rows, counted } = compare(db);
    expect(counted).toEqual(rows);
    const sums = db.query("SELECT count(*) AS tallies, sum(stored) AS stored FROM tally_rows");
    expect(sums.get()).toEqual({ tallies, stored });
  };

  const failing = session.write("store and fail", () => {
    writer.store(prepareMessage(fromContact(9)));
    throw new Error("the call fails");
  });
  const other = fromContact(1, "Other");
  expect(await statuses([failing, messages.store([other])])).toEqual(["rejected", "fulfilled"]);
  await messages.store([fromContact(2)]);
  holds(2, 2);

  const lost = ["rejected", "rejected"];
  const breaking = () =>
    session.write("break the commit", () => {
      db.run("PRAGMA defer_foreign_keys = ON");
      db.run("INSERT INTO label_rows VALUES (99, 'service', 'label of nobody')");
    });
  expect(await statuses([messages.store([fromContact(9, "Third")]), breaking()])).toEqual(lost);
  await messages.store([fromContact(3, "Third")]);
  holds(3, 3);

  const givingUp = () =>
    session.write("give up", () => {
      db.run("ROLLBACK");
      throw new Error("the disk is full");
    });
  expect(await statuses([messages.store([fromContact(9)]), givingUp()])).toEqual(lost);
  await messages.store([fromContact(4)]);
  holds(3, 4);
  session.close();
});

async function statuses(calls: readonly Promise<unknown>[]): Promise<string[]> {
  return (await Promise.allSettled(calls)).map(({ status }) => status);
}
