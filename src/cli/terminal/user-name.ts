/** Who runs this program, for the log of what is done with it: no proof of anything. */
import { userInfo } from "node:os";

/** What the runtime says where it finds no name: it asks the environment. */
const nameless = "unknown";

export function userName(): string {
  const { username, uid } = userInfo();
  if (username !== "" && username !== nameless) return username;
  return uid < 0 ? "somebody" : `user ${uid}`;
}
