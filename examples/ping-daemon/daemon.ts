/** The endpoint's half of the ping example: answers each Ping with a Pong. See README.md. */
import { connectDaemon, textData, textOf } from "../../packages/connector/src/endpoint.ts";

const fleet = connectDaemon({ version: "1.0" });
const beating = setInterval(() => void fleet.heartbeat().catch(() => {}), 10_000);
for await (const message of fleet.messages()) {
  if (message.messageType !== "Ping") continue;
  await fleet.send({ messageType: "Pong", data: textData(`pong: ${textOf(message.data)}`) });
}
clearInterval(beating);
