/**
 * What a proxy did wrong: errors that name it, never its credentials, and count by cause.
 */
import type { ContactFailure } from "../../core/contact-failure.ts";
import { FleetError } from "../../core/errors.ts";
import { formatHostPort } from "../address.ts";
import type { ClientProxy } from "./proxy.ts";

/** @param what follows its name: "refuses …". */
export function proxyFailure(
  { address }: ClientProxy,
  failure: ContactFailure,
  what: string,
  options: { readonly hint?: string; readonly cause?: unknown } = {},
): FleetError {
  // Credentials do not become right by trying on; everything else may pass.
  const code = failure === "proxy_credentials" ? "refused" : "unavailable";
  const message = `the proxy ${formatHostPort(address)} ${what}`;
  return new FleetError(code, message, { ...options, failure });
}
