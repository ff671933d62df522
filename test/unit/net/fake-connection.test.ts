import type { TransportKind } from "../../../src/net/connection.ts";
import { testConnections } from "../../helpers/connection-suite.ts";
import { FakeConnection } from "../../helpers/fake-connection.ts";
import { newIdentity } from "../../helpers/server-fixture.ts";
import { waitFor } from "../../helpers/wait-for.ts";

function openFake(kind: TransportKind, first: Uint8Array) {
  const connection = new FakeConnection({ identity: newIdentity(), kind });
  connection.feed(first);
  let received = 0;
  const receive = async (): Promise<Uint8Array | undefined> => {
    await waitFor(() => received < connection.written.length || connection.closed.aborted, {
      what: "a record of the server",
    });
    const record = connection.written[received++];
    if (record) return record;
    if (connection.closeError) throw connection.closeError;
    return undefined;
  };
  return Promise.resolve({
    connection,
    peer: {
      send: async (record: Uint8Array) => connection.feed(record.slice()),
      end: async () => connection.end(),
      break: async () => connection.break(),
      receive,
    },
    [Symbol.asyncDispose]: () => connection.close(),
  });
}

for (const kind of ["poll", "long_poll", "stream", "websocket"] as const) {
  testConnections({ name: `a fake ${kind}`, kind, open: (first) => openFake(kind, first) });
}
