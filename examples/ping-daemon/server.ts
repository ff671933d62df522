/** The server's half of the ping example: sends one Ping and prints the Pong. See README.md. */
import { connectServer, textData, textOf } from "../../packages/connector/src/server.ts";

const [clientId = "", admin = "127.0.0.1:6061", listen = "127.0.0.1:7001"] = process.argv.slice(2);
const nobody = new Uint8Array();
const fleet = await connectServer({ admin, listen });
const answered = Promise.withResolvers<string>();
fleet.serve((message) => {
  answered.resolve(textOf(message.data));
  return Promise.resolve();
});
await fleet.send({
  messageType: "Ping",
  source: { clientId: nobody, serviceName: "ping" },
  destination: { clientId: Buffer.from(clientId, "hex"), serviceName: "ping" },
  data: textData("hello"),
});
console.log(await answered.promise);
await fleet.close();
