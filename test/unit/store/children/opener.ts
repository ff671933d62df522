/**
 * Opens the database, says how that went as one line of JSON, and stays.
 *
 * Arguments: the database.
 */
import { FleetError } from "../../../../src/core/errors.ts";
import { openSqliteStore } from "../../../../src/store/sqlite/store.ts";

async function open() {
  try {
    await openSqliteStore({ path: process.argv[2] ?? "" });
    return { code: "opened" };
  } catch (thrown) {
    if (!(thrown instanceof FleetError)) throw thrown;
    return { code: thrown.code, message: thrown.message, hint: thrown.hint };
  }
}

process.stdout.write(`${JSON.stringify(await open())}\n`);
setInterval(() => {}, 1000);
