/** The connector's server side over TLS: against our admin API, and called by our GRPC service. */
import { expect, test } from "bun:test";

import { connectServer, textData, textOf } from "../../../packages/connector/src/server.ts";
import { systemClock } from "../../../src/core/clock.ts";
import { bytesToHex, hexToBytes, newMessageId } from "../../../src/core/ids.ts";
import { makeMessage } from "../../../src/core/message.ts";
import { createGrpcService } from "../../../src/roles/server/services/grpc.ts";
import { makeAdminCertificates } from "../../helpers/admin-certificates.ts";
import { addClients, startFixture } from "../../helpers/admin-fixture.ts";

const ping = { clientId: undefined, serviceName: "ping" };

test("a server-side service sends and receives over TLS", async () => {
  const { server, clientsCa, adminCa, alice } = await makeAdminCertificates();
  const certificate = { certificates: server.certificate, key: server.key };
  const tls = { certificate, clientCa: adminCa.certificate };
  await using fixture = await startFixture([{ kind: "tls", address: "127.0.0.1:0", tls }]);
  const [clientId = ""] = await addClients(fixture.context.store, "one");
  const fleet = await connectServer({
    admin: fixture.admin.addresses[0] ?? "",
    adminTls: { ca: clientsCa.certificate, certificate: alice.certificate, key: alice.key },
    listen: "127.0.0.1:0",
    listenTls: { certificate: server.certificate, key: server.key },
  });
  const messageId = await fleet.send({
    messageType: "Ping",
    source: { clientId: new Uint8Array(), serviceName: "ping" },
    destination: { clientId: hexToBytes(clientId), serviceName: "ping" },
    data: textData("hello"),
  });
  expect(fixture.context.notified.map(String)).toEqual([clientId]);

  const received = Promise.withResolvers<string>();
  fleet.serve(({ data }) => Promise.resolve(received.resolve(textOf(data))));
  await using service = createGrpcService({
    target: `127.0.0.1:${fleet.port}`,
    insecure: false,
    trustedRoots: clientsCa.certificate,
    clock: systemClock,
  });
  const stored = await fixture.context.store.messages.pending({
    ...{ clientIds: fixture.context.notified, offset: 0, limit: undefined, wantData: true },
  });
  expect(stored.map((message) => message.messageId.toString())).toEqual([bytesToHex(messageId)]);
  const message = { ...makeMessage({ source: ping, destination: ping, messageType: "Pong" }) };
  await service.process(
    {
      ...message,
      messageId: newMessageId(),
      creationTime: { seconds: 1, nanos: 0 },
      data: stored[0]?.data,
    },
    AbortSignal.timeout(5_000),
  );
  expect(await received.promise).toBe("hello");
  await fleet.close();
});
