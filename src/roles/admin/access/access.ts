/**
 * Who may come in by showing something: tokens of scripts, sessions of browsers, and the one-time logins that become
 * sessions. Where it is shown (a cookie, a header, metadata of a call) is the doors' business; what the holder may do is
 * decided by scope, with every operation.
 *
 * The store is asked at every request: what is revoked is worth nothing at once, also for streams that are open, which
 * are cut by the signal of their credential.
 */
import type { Caller, Door, Scope } from "../../../core/caller.ts";
import type { Clock } from "../../../core/clock.ts";
import {
  type CredentialId,
  type CredentialKind,
  type PresentedCredential,
  formatCredential,
  hashSecret,
  newCredential,
  readCredential,
} from "../../../core/credential.ts";
import { FleetError, describeThrown } from "../../../core/errors.ts";
import { microsFromMs } from "../../../core/time.ts";
import type { Log } from "../../../observability/log.ts";
import type { CredentialRecord } from "../../../store/access.ts";
import type { Store } from "../../../store/store.ts";
import type { Admitted, NewSession, WebAccess } from "../../../web/access.ts";
import { entryOf } from "./audit-entry.ts";
import { faultOf, nextStep } from "./credential-fault.ts";
import { CredentialUses } from "./credential-uses.ts";
import { FailureLimit } from "./failure-limit.ts";

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

const sessionLifetimeMs = 7 * dayMs;
const loginLifetimeMs = 5 * minuteMs;
/** What is worth nothing is shown for so long, and then forgotten. */
const keptMs = 30 * dayMs;
/** What an address may show in vain in a minute. */
const maxFailures = 10;

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

export class Access implements WebAccess, Disposable {
  readonly #options: AccessOptions;
  readonly #failures: FailureLimit;
  readonly #uses: CredentialUses;

  constructor(options: AccessOptions) {
    this.#options = options;
    this.#failures = new FailureLimit(options.clock);
    this.#uses = new CredentialUses(options.clock);
  }

  async admit(
    kind: "token" | "session",
    text: string,
    address: string,
    door: Door = "http",
  ): Promise<Admitted> {
    const shown = readCredential(text);
    const held = shown && this.#uses.hold(shown.credentialId);
    const record = await this.#find(kind, shown, address).catch((thrown: unknown) => {
      held?.undo();
      throw thrown;
    });
    held?.signal.throwIfAborted();
    const { credentialId, name, scope, expiresTime } = record;
    const expiresMs = expiresTime === undefined ? undefined : expiresTime / 1000;
    this.#uses.expireAt(credentialId, expiresMs);
    this.#note(credentialId, address);
    const caller: Caller = { door, name, serial: undefined, address, credentialId, scope };
    return { caller, kind, expiresMs, signal: held?.signal ?? AbortSignal.abort() };
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
    const record = await this.#find("login", readCredential(text), address);
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
    if (outcome === "unusable") throw this.#failed("login", "this link was used already", address);
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
    this.#uses.cut(credentialId);
  }

  /** Forgets what has been worth nothing for long, and the answers of repeated writes. @param maxRows removed at once. */
  async prune(maxRows: number): Promise<void> {
    const { credentials, idempotency } = this.#options.store;
    await credentials.prune(this.#now() - keptMs * 1000, maxRows);
    const before = this.#now() - dayMs * 1000;
    // Callers may bring more of them in an hour than are removed at once.
    while ((await idempotency.prune(before, maxRows)) === maxRows);
  }

  [Symbol.dispose](): void {
    this.#uses[Symbol.dispose]();
  }

  /** @throws unauthenticated for one that lets nobody in. */
  async #find(
    kind: CredentialKind,
    shown: PresentedCredential | undefined,
    address: string,
  ): Promise<CredentialRecord> {
    const { credentials } = this.#options.store;
    const record = shown && (await credentials.get(shown.credentialId));
    const fault = faultOf(kind, shown?.secret, record, this.#now());
    if (record && fault === undefined) return record;
    throw this.#failed(kind, fault ?? "", address);
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

  #failed(kind: CredentialKind, fault: string, address: string): FleetError {
    const { log, onRefused } = this.#options;
    onRefused?.();
    const failures = this.#failures.count(address);
    if (failures > maxFailures) return tooMany(address);
    log.warn("refused {address}: {fault}", { address, fault });
    if (failures === maxFailures)
      log.warn("refused {address} too often: not logged any more for a minute", { address });
    return new FleetError("unauthenticated", fault, { hint: nextStep(kind) });
  }

  /** Not waited for: who was let in is let in. */
  #note(credentialId: CredentialId, address: string): void {
    if (!this.#uses.isToBeNoted(credentialId)) return;
    const { store, log } = this.#options;
    const noted = store.credentials.touch([{ credentialId, time: this.#now(), from: address }]);
    noted.catch((thrown: unknown) =>
      log.warn("the use of a credential is not noted: {error}", { error: describeThrown(thrown) }),
    );
  }

  #now(): number {
    return microsFromMs(this.#options.clock.now());
  }
}

function tooMany(address: string): FleetError {
  return new FleetError("resource_exhausted", `too many wrong attempts from ${address}`, {
    hint: "Wait for a minute.",
  });
}
