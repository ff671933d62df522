/**
 * What a client's contacts tell about its past: each carries the nonce that the server sent with it and the one that the
 * client had received last, so a machine that was cloned or restored from a backup refers to an old one.
 */
import { FleetError } from "../../core/errors.ts";
import type { Timestamp } from "../../core/time.ts";
import type { ClientContact } from "../../proto/admin-types.ts";
import { goTime } from "./go-time.ts";

export interface ContactSummary {
  readonly start: Timestamp;
  readonly end: Timestamp;
  readonly count: number;
  readonly addresses: number;
  /** References to a nonce beyond the first. */
  readonly splits: number;
  /** Nonces with more than one reference; all that are older than the contacts count as one. */
  readonly splitPoints: number;
  /** Contacts that refer to another than the one before. */
  readonly skips: number;
}

export const epoch: Timestamp = { seconds: 0, nanos: 0 };

/**
 * @param contacts at least one, in any order.
 * @param warn told of addresses that are none, which do not count.
 * @throws invalid_data for contacts that contradict one another.
 */
export function summarizeContacts(
  contacts: readonly ClientContact[],
  warn: (text: string) => void,
): ContactSummary {
  checkUnique(contacts);
  const sorted = contacts.toSorted((a, b) => compareTimes(a.timestamp, b.timestamp));
  const byNonce = new Map(sorted.map((contact) => [contact.sentNonce, contact]));
  checkOrder(sorted, byNonce);
  return {
    start: sorted[0]?.timestamp ?? epoch,
    end: sorted.at(-1)?.timestamp ?? epoch,
    count: sorted.length,
    addresses: countAddresses(sorted, warn),
    ...countSplits(sorted, byNonce),
    skips: sorted.filter((contact, index) => isSkip(contact, sorted[index - 1])).length,
  };
}

export function compareTimes(a: Timestamp = epoch, b: Timestamp = epoch): number {
  return a.seconds - b.seconds || a.nanos - b.nanos;
}

function checkUnique(contacts: readonly ClientContact[]): void {
  const times = new Set<string>();
  const nonces = new Set<bigint>();
  for (const { timestamp = epoch, sentNonce } of contacts) {
    const time = goTime(timestamp);
    if (times.has(time)) throw contradiction(`duplicate timestamp: ${time}`);
    if (nonces.has(sentNonce)) throw contradiction(`duplicate sent nonce: ${sentNonce}`);
    times.add(time);
    nonces.add(sentNonce);
  }
}

function checkOrder(
  contacts: readonly ClientContact[],
  byNonce: ReadonlyMap<bigint, ClientContact>,
): void {
  for (const { receivedNonce, timestamp } of contacts) {
    const previous = receivedNonce === 0n ? undefined : byNonce.get(receivedNonce);
    if (previous && compareTimes(previous.timestamp, timestamp) >= 0) {
      const [at, future] = [timestamp, previous.timestamp].map(showTimestamp);
      throw contradiction(`Nonce at [${at}] references future time [${future}].`);
    }
  }
}

function showTimestamp({ seconds, nanos }: Timestamp = epoch): string {
  return nanos === 0 ? `seconds:${seconds}` : `seconds:${seconds} nanos:${nanos}`;
}

function countAddresses(contacts: readonly ClientContact[], warn: (text: string) => void): number {
  const hosts = new Set<string>();
  for (const { observedAddress } of contacts) {
    const host = /^(?:\[([^[\]]*)\]|([^[\]:]*)):[^:]*$/.exec(observedAddress);
    if (host) hosts.add(host[1] ?? host[2] ?? "");
    else warn(`Unable to parse ObservedAddress [${observedAddress}], ignoring`);
  }
  return hosts.size;
}

function countSplits(
  contacts: readonly ClientContact[],
  byNonce: ReadonlyMap<bigint, ClientContact>,
): Pick<ContactSummary, "splits" | "splitPoints"> {
  const references = new Map<bigint, number>();
  for (const { receivedNonce } of contacts) {
    const nonce = byNonce.has(receivedNonce) ? receivedNonce : 0n;
    references.set(nonce, (references.get(nonce) ?? 0) + 1);
  }
  const several = [...references.values()].filter((count) => count > 1);
  const splits = several.reduce((sum, count) => sum + count - 1, 0);
  return { splits, splitPoints: several.length };
}

function isSkip(contact: ClientContact, previous: ClientContact | undefined): boolean {
  return previous !== undefined && contact.receivedNonce !== previous.sentNonce;
}

function contradiction(message: string): FleetError {
  return new FleetError("invalid_data", `Error creating summary: ${message}`);
}
