/** How a client is described, in a listing and alone. */
import type { AdminClient as ClientDescription } from "../../proto/admin-types.ts";
import { isoTime } from "../terminal/output.ts";

export function clientState({ blacklisted, lastContactStreamingTo }: ClientDescription): string {
  if (blacklisted) return "blacklisted";
  return lastContactStreamingTo === "" ? "idle" : "connected";
}

/** Named as in the protocol (protocol.md 2, Client). */
export function clientJson(client: ClientDescription) {
  return {
    client_id: client.clientId,
    labels: client.labels.map(({ serviceName, label }) => ({ service_name: serviceName, label })),
    last_contact_time: isoTime(client.lastContactTime),
    last_contact_address: client.lastContactAddress,
    last_contact_streaming_to: client.lastContactStreamingTo,
    last_clock: isoTime(client.lastClock),
    blacklisted: client.blacklisted,
  };
}
