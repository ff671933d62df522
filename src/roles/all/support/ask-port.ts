/** What a port of the server on this machine answers: its metrics, its readiness. */
import { type ListenAddress, formatListenAddress } from "../../../config/addresses.ts";
import type { Clock } from "../../../core/clock.ts";
import { connectHttp } from "../../../net/http-connect.ts";
import { ClientConnection } from "../../../net/http1/client-connection.ts";
import { readWholeBody } from "../../../net/read-body.ts";
import { localAddress } from "../doctor/ports.ts";

const answerMs = 10_000;
const maxBytes = 8 * 1024 * 1024;

/** @returns the body; another status than 200 stands before it. @throws FleetError where nothing answers. */
export async function askPort(listen: ListenAddress, path: string, clock: Clock): Promise<string> {
  const where = formatListenAddress(localAddress(listen));
  const url = new URL(`http://${where}${path}`);
  const socket = await connectHttp({ url, trustedRoots: undefined }, AbortSignal.timeout(answerMs));
  using connection = new ClientConnection(socket, { clock });
  const request = { method: "GET", target: path, headers: { Host: where } };
  const response = await connection.request(request, undefined, answerMs);
  const body = Buffer.from(await readWholeBody(response, { maxBytes, clock })).toString("utf8");
  return response.status === 200 ? body : `status ${response.status}\n${body}`;
}
