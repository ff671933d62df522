/**
 * Who may come in by showing something: tokens of scripts, sessions of browsers, and the one-time logins that become
 * sessions. Where it is shown (a cookie, a header, metadata of a call) is the doors' business; what the holder may do is
 * decided by scope, with every operation.
 *
 * The store is asked at every request: what is revoked is worth nothing at once, also for streams that are open, which
 * are cut by the signal of their credential.
 */
import { setMaxListeners } from "node:events";

import type { Caller, Door, Scope } from "../../../core/caller.ts";
import type { Clock } from "../../../core/clock.ts";
import {
  type CredentialId,
  type CredentialKind,
  formatCredential,
  hashSecret,
  isSecretOf,
  newCredential,
  readCredential,
} from "../../../core/credential.ts";
import { FleetError } from "../../../core/errors.ts";
import { microsFromMs } from "../../../core/time.ts";
import type { Log } from "../../../observability/log.ts";
import type { CredentialRecord } from "../../../store/access.ts";
import type { Store } from "../../../store/store.ts";
import type { Admitted, NewSession, WebAccess } from "../../../web/access.ts";
import { entryOf } from "./audit-entry.ts";
import { FailureLimit } from "./failure-limit.ts";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A session that nobody used for so long is over. */
const sessionIdleMs = 12 * hourMs;
const sessionLifetimeMs = 7 * dayMs;
const loginLifetimeMs = 5 * minuteMs;
/** Uses are noted so often. */
const touchMs = minuteMs;
/** What is worth nothing is shown for so long, and then forgotten. */
const keptMs = 30 * dayMs;
/** What an address may show in vain in a minute. */
const maxFailures = 10;
/** Longer waits are made of shorter ones. */
const maxTimerMs = dayMs;

export interface AccessOptions {
  readonly store: Pick<Store, "credentials" | "audit" | "idempotency">;
  readonly clock: Clock;
  readonly log: Log;
  /** Told of each token, session or link that was not taken. */
  readonly onRefused?: () => void;
}

export interface CreatedToken {
  readonly credentialId: CredentialId;
  /** "fleet_…": a secret, shown once. */
  readonly token: string;
  /** Milliseconds since the epoch; undefined: never. */
  readonly expiresMs: number | undefined;
}

/** What an open stream or a repeated request of a credential shares with the others. */
interface Use {
  readonly revoked: AbortController;
  /** When the use was noted last, by the clock's elapsed time. */
  touched: number | undefined;
  expiry: Disposable | undefined;
}

export class Access implements WebAccess, Disposable {
  readonly #options: AccessOptions;
  readonly #failures: FailureLimit;
  readonly #uses = new Map<CredentialId, Use>();
  /** How many credentials were ended. */
  #cuts = 0;

  constructor(options: AccessOptions) {
    this.#options = options;
    this.#failures = new FailureLimit(options.clock);
  }

  async admit(
    kind: "token" | "session",
    text: string,
    address: string,
    door: Door = "http",
  ): Promise<Admitted> {
    const shown = readCredential(text);
    const record = shown && (await this.#read(shown.credentialId));
    const fault = this.#faultOf(kind, shown?.secret, record);
    if (fault !== undefined || record === undefined) throw this.#failed(fault ?? "", address);
    const use = this.#useOf(record);
    this.#note(record, use, address);
    const caller: Caller = {
      ...{ door, name: record.name, serial: undefined, address },
      ...{ credentialId: record.credentialId, scope: record.scope },
    };
    const expiresMs = record.expiresTime === undefined ? undefined : record.expiresTime / 1000;
    return { caller, kind, expiresMs, signal: use.revoked.signal };
  }

  /** Makes a token. @param by the local user of the socket; @param lifetimeMs undefined: for ever. */
  async createToken(
    { name, scope, lifetimeMs }: { name: string; scope: Scope; lifetimeMs: number | undefined },
    by: Caller,
  ): Promise<CreatedToken> {
    const credential = newCredential();
    const until = await this.#add(credential, { kind: "token", name, scope, lifetimeMs, by });
    const { credentialId } = credential;
    return { credentialId, token: formatCredential(credential), expiresMs: until };
  }

  /** Makes a login that works once, for five minutes. @returns what stands behind the "#" of its link: a secret. */
  async createLogin(
    { name, scope }: { name: string; scope: Scope },
    by: Caller,
  ): Promise<{ login: string; expiresMs: number }> {
    const credential = newCredential();
    const what = { kind: "login", name, scope, lifetimeMs: loginLifetimeMs, by } as const;
    const until = await this.#add(credential, what);
    return { login: formatCredential(credential), expiresMs: until ?? 0 };
  }

  async login(text: string, address: string): Promise<NewSession> {
    const { store, clock, log } = this.#options;
    const shown = readCredential(text);
    const record = shown && (await store.credentials.get(shown.credentialId));
    const fault = this.#faultOf("login", shown?.secret, record);
    if (fault !== undefined || record === undefined) throw this.#failed(fault ?? "", address);
    const session = newCredential();
    const { credentialId, name, scope } = record;
    const exchange = () =>
      store.credentials.exchange(credentialId, {
        ...{ credentialId: session.credentialId, kind: "session", name, scope },
        secretHash: hashSecret(session.secret),
        createdTime: this.#now(),
        createdFrom: address,
        expiresTime: this.#now() + sessionLifetimeMs * 1000,
      });
    const by: Caller = { door: "http", name, serial: undefined, credentialId, scope, address };
    const what = `logged in as ${JSON.stringify(name)} with scope ${scope}, session ${session.credentialId}`;
    const judge = (outcome: unknown) => (outcome === "unusable" ? "the link was used" : undefined);
    const outcome = await store.audit.record(entryOf("login", what, by, clock), exchange, judge);
    if (outcome === "unusable") throw this.#failed("this link was used already", address);
    log.info("{name} logged in from {address}", { name, address });
    return { text: formatCredential(session), lifetimeMs: sessionLifetimeMs };
  }

  async logout({ caller }: Admitted): Promise<void> {
    if (caller.credentialId !== undefined)
      await this.#revoke("session", caller.credentialId, caller, "logout");
  }

  list(kind: CredentialKind | undefined): Promise<CredentialRecord[]> {
    return this.#options.store.credentials.list(kind);
  }

  /** Ends a credential, and every stream that is open with it. @throws not_found for one that is not active. */
  async revoke(kind: "token" | "session", credentialId: CredentialId, by: Caller): Promise<void> {
    await this.#revoke(kind, credentialId, by, kind === "token" ? "revoke_token" : "end_session");
  }

  async #revoke(
    kind: "token" | "session",
    credentialId: CredentialId,
    by: Caller,
    action: string,
  ): Promise<void> {
    const { store, clock } = this.#options;
    const entry = entryOf(action, `ended ${kind} ${credentialId}`, by, clock);
    const judge = (wasActive: unknown) => (wasActive === false ? "it was not active" : undefined);
    const end = async () => {
      const isOne = (await store.credentials.get(credentialId))?.kind === kind;
      if (isOne && (await store.credentials.revoke(credentialId, this.#now()))) return;
      throw new FleetError("not_found", `there is no active ${kind} "${credentialId}"`, {
        hint: `fleet ${kind === "token" ? "token list" : "web sessions"} shows the ids.`,
      });
    };
    await store.audit.record(entry, end, judge);
    this.#cut(credentialId);
  }

  /** Read anew where one was ended meanwhile: what was read may be of before. */
  async #read(credentialId: CredentialId): Promise<CredentialRecord | undefined> {
    for (;;) {
      const cuts = this.#cuts;
      const record = await this.#options.store.credentials.get(credentialId);
      if (cuts === this.#cuts) return record;
    }
  }

  /** Ends the streams of a credential that was revoked. */
  #cut(credentialId: CredentialId): void {
    this.#cuts += 1;
    const use = this.#uses.get(credentialId);
    this.#uses.delete(credentialId);
    use?.expiry?.[Symbol.dispose]();
    use?.revoked.abort(
      new FleetError("unauthenticated", "the credential is worth nothing any more"),
    );
  }

  /** Forgets what has been worth nothing for long, and the answers of repeated writes. */
  async prune(maxRows: number): Promise<void> {
    const { store } = this.#options;
    await store.credentials.prune(this.#now() - keptMs * 1000, maxRows);
    await store.idempotency.prune(this.#now() - dayMs * 1000, maxRows);
  }

  [Symbol.dispose](): void {
    for (const credentialId of this.#uses.keys()) this.#cut(credentialId);
  }

  async #add(
    { credentialId, secret }: ReturnType<typeof newCredential>,
    what: {
      readonly kind: "token" | "login";
      readonly name: string;
      readonly scope: Scope;
      readonly lifetimeMs: number | undefined;
      readonly by: Caller;
    },
  ): Promise<number | undefined> {
    const { store, clock } = this.#options;
    const { kind, name, scope, lifetimeMs, by } = what;
    const expiresMs = lifetimeMs === undefined ? undefined : clock.now() + lifetimeMs;
    const until =
      expiresMs === undefined ? "for ever" : `until ${new Date(expiresMs).toISOString()}`;
    const words = `made ${kind} ${credentialId} ${JSON.stringify(name)} with scope ${scope}, ${until}`;
    await store.audit.record(entryOf(`create_${kind}`, words, by, clock), () =>
      store.credentials.add({
        ...{ credentialId, kind, name, scope, secretHash: hashSecret(secret) },
        ...{ createdTime: this.#now(), createdFrom: by.address },
        expiresTime: expiresMs === undefined ? undefined : microsFromMs(expiresMs),
      }),
    );
    return expiresMs;
  }

  /** Why a credential lets nobody in. Whoever does not know the secret learns nothing about the record. */
  #faultOf(
    kind: CredentialKind,
    secret: string | undefined,
    record: CredentialRecord | undefined,
  ): string | undefined {
    if (
      secret === undefined ||
      !record ||
      !isSecretOf(record.secretHash, secret) ||
      record.kind !== kind
    )
      return `this ${kind === "login" ? "link" : kind} is not known`;
    const word = kind === "login" ? "link" : kind;
    if (record.revokedTime !== undefined)
      return kind === "login" ? "this link was used already" : `this ${word} was revoked`;
    const now = this.#now();
    if ((record.expiresTime ?? Infinity) <= now) return `this ${word} has expired`;
    const usedTime = record.lastUsedTime ?? record.createdTime;
    if (kind === "session" && usedTime + sessionIdleMs * 1000 <= now)
      return "this session was not used for too long";
    return undefined;
  }

  #failed(fault: string, address: string): FleetError {
    const { log, onRefused } = this.#options;
    onRefused?.();
    const failures = this.#failures.count(address);
    if (failures > maxFailures) return tooMany(address);
    log.warn("refused {address}: {fault}", { address, fault });
    if (failures === maxFailures)
      log.warn("refused {address} too often: not logged any more for a minute", { address });
    return new FleetError("unauthenticated", fault, { hint: nextStep(fault) });
  }

  #useOf({ credentialId, expiresTime }: CredentialRecord): Use {
    const present = this.#uses.get(credentialId);
    if (present) return present;
    const use: Use = { revoked: new AbortController(), touched: undefined, expiry: undefined };
    // One listener for each stream that is open with it.
    setMaxListeners(0, use.revoked.signal);
    this.#uses.set(credentialId, use);
    if (expiresTime !== undefined) this.#expire(credentialId, use, expiresTime / 1000);
    return use;
  }

  #expire(credentialId: CredentialId, use: Use, expiresMs: number): void {
    const { clock } = this.#options;
    const leftMs = expiresMs - clock.now();
    if (leftMs <= 0) return this.#cut(credentialId);
    use.expiry = clock.after(Math.min(leftMs, maxTimerMs), () =>
      this.#expire(credentialId, use, expiresMs),
    );
  }

  /** Not waited for: who was let in is let in. */
  #note({ credentialId }: CredentialRecord, use: Use, address: string): void {
    const { store, clock, log } = this.#options;
    const now = clock.elapsed();
    if (use.touched !== undefined && now - use.touched < touchMs) return;
    use.touched = now;
    store.credentials
      .touch([{ credentialId, time: this.#now(), from: address }])
      .catch((error: unknown) =>
        log.warn("the use of a credential is not noted: {error}", { error }),
      );
  }

  #now(): number {
    return microsFromMs(this.#options.clock.now());
  }
}

function nextStep(fault: string): string {
  return fault.includes("token")
    ? "Make another on the server's machine: fleet token create"
    : "Make another on the server's machine: fleet web login";
}

function tooMany(address: string): FleetError {
  return new FleetError("resource_exhausted", `too many wrong attempts from ${address}`, {
    hint: "Wait for a minute.",
  });
}
