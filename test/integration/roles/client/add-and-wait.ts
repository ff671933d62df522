/** A process of its own: puts a message into the outbox, says so, and waits to be killed. Argument: the state file. */
import { Bell } from "../../../../src/roles/client/bell.ts";
import { Outbox } from "../../../../src/roles/client/outbox.ts";
import { ClientDatabase } from "../../../../src/roles/client/state/database.ts";
import { clientPaths } from "../../../../src/roles/client/state/paths.ts";
import { outgoing } from "../../../unit/roles/client/support.ts";

const database = ClientDatabase.open(clientPaths(process.argv[2] ?? ""), "NORMAL");
const outbox = new Outbox(database, { maxMessages: 10, maxBytes: 1 << 20 }, new Bell());
await outbox.add([outgoing("HandedOver", { sourceMessageId: "00112233445566778899aabbccddeeff" })]);
process.stdout.write("kept\n");
setInterval(() => {}, 1000);
