/** A server that is killed while its services work: what they were given comes to them again when it is back, at once. */
import { expect, test } from "bun:test";

import { SimulatedClient, makeLoadMessage } from "../../benchmarks/lib/simulated-client.ts";
import { CompiledServer } from "../helpers/compiled-server.ts";
import { startProcessor } from "../helpers/processor.ts";
import { waitFor } from "../helpers/wait-for.ts";

test("messages that a service had not finished come again after the start, and not a minute later", async () => {
  const never = Promise.withResolvers<undefined>();
  let isBack = false;
  await using processor = await startProcessor({
    answer: () => (isBack ? undefined : never.promise),
  });
  const config = `[type.googleapis.com/fleetspeak.grpcservice.Config] { target: "${processor.target}" insecure: true }`;
  // The pause before another attempt is the usual one, of a minute and more.
  await using server = await CompiledServer.start({
    services: `services { name: "work" factory: "GRPC" max_parallelism: 2 config { ${config} } }`,
    extension: "",
  });
  await using client = await SimulatedClient.connect({
    server: `127.0.0.1:${server.port}`,
    trustedRoots: server.caCertificate,
  });
  const sent = Array.from({ length: 5 }, () => makeLoadMessage("work", 100));
  await client.send(sent);
  await waitFor(() => processor.received.length === 2, { what: "two messages at the service" });
  await server.stop("SIGKILL");
  isBack = true;
  processor.received.length = 0;
  await server.restart();
  await waitFor(() => processor.received.length >= 5, { what: "all five messages" });
  const ids = new Set(processor.received.map(({ messageId }) => messageId));
  expect(ids.size).toBe(5);
  never.resolve(undefined);
});
