/** The token that the command line shows to a server that it reaches over TCP: from the file that FLEET_TOKEN_FILE names. */
import { readCredential } from "../../core/credential.ts";
import { FleetError } from "../../core/errors.ts";
import { parseHostPort } from "../../net/address.ts";
import { isLoopback } from "../../roles/admin/listeners/tcp.ts";
import { readPrivateFile } from "../../platform/private-file.ts";
import type { FleetEnvironment } from "../terminal/terminal.ts";
import type { AdminAddress } from "./admin-address.ts";

const maxTokenBytes = 1024;

/**
 * undefined where no file is named, or the server is reached over its Unix socket, which needs none.
 * @param isTls whether the server is spoken to over TLS.
 * @throws configuration for a file that others can read or that holds no token; refused where it would be read on the way.
 */
export function readAdminToken(
  { tokenFile }: FleetEnvironment,
  { target, foundBy }: AdminAddress,
  isTls: boolean,
): string | undefined {
  if (tokenFile === undefined || target.startsWith("unix:")) return undefined;
  if (!isTls && !isLoopback(parseHostPort(target).host)) {
    throw new FleetError("refused", `a token is not sent in clear text to ${target} (${foundBy})`, {
      hint: "Name the server's CA with --admin_ca: it is then spoken to over TLS.",
    });
  }
  const content = readPrivateFile(tokenFile, "token", maxTokenBytes, { secret: true });
  const token = content?.toString("latin1").trim() ?? "";
  if (readCredential(token)) return token;
  const fault = content === undefined ? "does not exist" : "holds no token";
  throw new FleetError("configuration", `"${tokenFile}" (from FLEET_TOKEN_FILE) ${fault}`, {
    hint: "Make one on the server's machine: fleet token create --name NAME --scope read --out FILE",
  });
}
