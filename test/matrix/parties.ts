/**
 * Who takes part in one run of a cell: the two programs, and this process as the service on either side.
 */
import { type Endpoint, connectSocket } from "../../packages/connector/src/endpoint.ts";
import { type ServerConnection, connectServer } from "../../packages/connector/src/server.ts";
import { AdminClient } from "../../src/cli/server/admin-client.ts";
import type { ClientId } from "../../src/core/ids.ts";
import { adminMethods } from "../../src/proto/admin-methods.ts";
import { waitFor } from "../helpers/wait-for.ts";
import type { MatrixClient, MatrixServer } from "./peers.ts";

export interface Parties {
  readonly server: MatrixServer;
  readonly client: MatrixClient;
  readonly admin: AdminClient;
  readonly clientId: ClientId;
  /** The service on the server. */
  readonly fleet: ServerConnection;
  /** The service on the endpoint. */
  readonly endpoint: Endpoint;
}

/** For any one step of a cell; a step is longer the more messages there are. */
export const stepMs = 60_000;

/** @param target "host:port" where the server finds its service. */
export async function connectParties(
  stack: AsyncDisposableStack,
  server: MatrixServer,
  client: MatrixClient,
  target: string,
): Promise<Parties> {
  const address = { target: server.adminAddress, foundBy: "from the test" };
  const admin = stack.use(new AdminClient({ address, signal: new AbortController().signal }));
  const clientId = await waitForClient(admin);
  const retryMs = 2 * stepMs;
  const fleet = await connectServer({ admin: server.adminAddress, listen: target, retryMs });
  // The server is ended first, so that nothing holds this up.
  stack.defer(async () => {
    await server[Symbol.asyncDispose]();
    await fleet.close();
  });
  const endpoint = connectSocket({ path: client.socketPath, retryMs: 100 });
  stack.defer(() => endpoint.close());
  return { server, client, admin, clientId, fleet, endpoint };
}

function waitForClient(admin: AdminClient): Promise<ClientId> {
  return waitFor(
    async () =>
      (await admin.call(adminMethods.listClients, { clientIds: [] })).clients[0]?.clientId,
    { what: "the client's first contact", deadlineMs: stepMs },
  );
}
