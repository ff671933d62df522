/**
 * The address of a client behind proxies, from the header that they keep (`client_address_header`, ours.md 5).
 */
import { isIP } from "node:net";

import type { Headers } from "../../../net/http1/headers.ts";
import { withoutMapping } from "../../../net/proxy-rules.ts";

/**
 * The last address in the header that is no trusted proxy's: what stands before it was written by the client itself.
 * @param name of a header like X-Forwarded-For. @returns undefined where it names none.
 */
export function clientAddressIn(
  headers: Headers,
  name: string,
  isTrusted: ((address: string) => boolean) | undefined,
): string | undefined {
  const entries = headers.all(name.toLowerCase()).flatMap((value) => value.split(","));
  for (const entry of entries.toReversed()) {
    const address = addressOf(entry.trim());
    if (address === undefined) return undefined;
    if (!isTrusted?.(address)) return address;
  }
  return undefined;
}

/** With or without a port, IPv6 with or without brackets. */
function addressOf(text: string): string | undefined {
  const bare =
    /^\[([^\]]*)\](?::\d+)?$/.exec(text)?.[1] ?? /^([\d.]+):\d+$/.exec(text)?.[1] ?? text;
  return isIP(bare) === 0 ? undefined : withoutMapping(bare);
}
