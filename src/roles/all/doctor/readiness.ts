/** What a running server says of itself at /readyz, where it has a health check. */
import { type ListenAddress, formatListenAddress } from "../../../config/addresses.ts";
import type { Clock } from "../../../core/clock.ts";
import { type Finding, failed, passed } from "../../../core/finding.ts";
import { fieldOf, parseJson, textFieldOf } from "../../../core/json-fields.ts";
import { ClientConnection } from "../../../net/http1/client-connection.ts";
import { connectHttp } from "../../../net/http-connect.ts";
import { readWholeBody } from "../../../net/read-body.ts";
import { localAddress } from "./ports.ts";

const check = "ready";
const answerMs = 10_000;
const maxBytes = 64 * 1024;

/** @throws FleetError where the port does not answer. */
export async function examineReadiness(listen: ListenAddress, clock: Clock): Promise<Finding[]> {
  const where = formatListenAddress(localAddress(listen));
  const url = new URL(`http://${where}/readyz`);
  const socket = await connectHttp({ url, trustedRoots: undefined }, AbortSignal.timeout(answerMs));
  using connection = new ClientConnection(socket, { clock });
  const request = { method: "GET", target: "/readyz", headers: { Host: where } };
  const response = await connection.request(request, undefined, answerMs);
  const body = await readWholeBody(response, { maxBytes, clock });
  const failures = failuresIn(Buffer.from(body).toString("utf8"));
  if (response.status === 200)
    return [passed(check, `http://${where}/readyz: the server is ready`)];
  if (failures.length > 0) return failures;
  return [failed(check, `http://${where}/readyz answers ${response.status}`, noReason)];
}

const noReason = "Is this a server of fleet? The original's answers otherwise.";
const noHint = "The server's log says more.";

function failuresIn(text: string): Finding[] {
  const checks = fieldOf(parseJson(text), "checks");
  if (!Array.isArray(checks)) return [];
  return checks
    .filter((each: unknown) => textFieldOf(each, "status") === "failed")
    .map((each: unknown) => {
      const what = `${textFieldOf(each, "name")}: ${textFieldOf(each, "reason")}`;
      return failed(check, what, textFieldOf(each, "hint") ?? noHint);
    });
}
