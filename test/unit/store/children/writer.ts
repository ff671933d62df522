/**
 * Stores messages for ever from several callers, and prints the number of each batch once it was acknowledged.
 *
 * Arguments: the database.
 */
import { openSqliteStore } from "../../../../src/store/sqlite/store.ts";
import { toServer } from "../../../conformance/fixtures.ts";

const store = await openSqliteStore({ path: process.argv[2] ?? "" });
let next = 0;

async function write(): Promise<void> {
  while (true) {
    const batch = next++;
    const numbers = Array.from({ length: 10 }, (_, index) => batch * 10 + index);
    await store.messages.store(numbers.map((n) => toServer(n)));
    process.stdout.write(`${batch}\n`);
  }
}

await Promise.all(Array.from({ length: 8 }, write));
