/**
 * Who this client is: its key, its id and the last sequencing nonce, kept in the state file in the original's
 * format so that either client can take over from the other (protocol.md 1 and 2, ClientState).
 *
 * A state file that is there and cannot be used is an error: a new identity is made only where there is no file,
 * or when the server asks for one.
 */
import {
  type KeyObject,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
} from "node:crypto";

import type { Clock } from "../../../core/clock.ts";
import { FleetError, describeThrown } from "../../../core/errors.ts";
import { type ClientId, deriveClientId } from "../../../core/ids.ts";
import type { Log } from "../../../observability/log.ts";
import {
  type ClientState,
  decodeClientState,
  encodeClientState,
} from "../../../proto/system-codec.ts";
import { makeClientCertificate, toPem } from "./certificate.ts";
import { type StateStore, stateInFile } from "./state-store.ts";

/** What TLS needs to prove the identity. */
export interface ClientCredentials {
  readonly clientId: ClientId;
  readonly certificatePem: string;
  readonly privateKeyPem: string;
}

/** A poll brings a new nonce each time; one write per so many milliseconds is enough. */
const nonceWriteMs = 1000;

export interface IdentityOptions {
  /** The state file. */
  readonly path: string;
  /** In place of that file. */
  readonly store?: StateStore | undefined;
  readonly clock: Clock;
  readonly log: Log;
}

export class Identity implements Disposable {
  readonly #store: StateStore;
  readonly #clock: Clock;
  readonly #log: Log;
  #state: ClientState;
  #credentials: ClientCredentials;
  #writtenAt = Number.NEGATIVE_INFINITY;
  #timer: Disposable | undefined;

  private constructor(
    options: IdentityOptions,
    state: ClientState,
    credentials: ClientCredentials,
  ) {
    this.#store = storeOf(options);
    this.#clock = options.clock;
    this.#log = options.log;
    this.#state = state;
    this.#credentials = credentials;
  }

  /**
   * Reads the state file, or makes a key and the file where there is none.
   * @throws configuration when there is one that cannot be read or holds no usable key.
   */
  static open(options: IdentityOptions): Identity {
    const store = storeOf(options);
    const content = store.read();
    if (content !== undefined) {
      const state = parseState(store.name, content);
      return new Identity(options, state, credentialsOf(readKey(store.name, state)));
    }
    const { state, credentials } = newIdentity();
    store.write(encodeClientState(state), true);
    return new Identity(options, state, credentials);
  }

  get clientId(): ClientId {
    return this.#credentials.clientId;
  }

  get credentials(): ClientCredentials {
    return this.#credentials;
  }

  /** The nonce of the server's last answer; 0 before the first. */
  get sequencingNonce(): bigint {
    return this.#state.sequencingNonce;
  }

  /** Serial numbers of revoked certificates, hex (protocol.md 10). */
  get revokedSerials(): readonly string[] {
    return this.#state.revokedCertSerials;
  }

  /**
   * Takes over the nonce of an answer. Written at once, or within a second of the last write. Where it cannot be
   * written, the log says so and the contact goes on: an old nonce only looks like a restored machine.
   */
  saveNonce(nonce: bigint): void {
    if (nonce === this.#state.sequencingNonce) return;
    this.#state = { ...this.#state, sequencingNonce: nonce };
    const dueMs = this.#writtenAt + nonceWriteMs - this.#clock.elapsed();
    if (dueMs <= 0) this.#write();
    else this.#timer ??= this.#clock.after(dueMs, () => this.#write());
  }

  /** Takes over the list, on the disk when this returns. @throws configuration when it cannot be written. */
  saveRevokedSerials(serials: readonly string[]): void {
    const next = { ...this.#state, revokedCertSerials: serials };
    this.#store.write(encodeClientState(next), true);
    this.#state = next;
  }

  /** Becomes somebody else, as the server asked: a new key, on the disk when this returns. */
  rekey(): void {
    const { state, credentials } = newIdentity();
    const { revokedCertSerials, unknownFields = [] } = this.#state;
    const next = { ...state, revokedCertSerials, unknownFields };
    this.#store.write(encodeClientState(next), true);
    this.#state = next;
    this.#credentials = credentials;
  }

  /** Writes what is not written yet. */
  [Symbol.dispose](): void {
    if (this.#timer) this.#write();
  }

  #write(): void {
    this.#timer?.[Symbol.dispose]();
    this.#timer = undefined;
    this.#writtenAt = this.#clock.elapsed();
    try {
      this.#store.write(encodeClientState(this.#state), false);
    } catch (thrown) {
      this.#log.warn("sequencing nonce not saved: {error}", { error: describeThrown(thrown) });
    }
  }
}

function newIdentity(): { state: ClientState; credentials: ClientCredentials } {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const clientKey = privateKey.export({ type: "sec1", format: "der" });
  return {
    state: { clientKey, sequencingNonce: 0n, revokedCertSerials: [] },
    credentials: credentialsOf(privateKey),
  };
}

function credentialsOf(privateKey: KeyObject): ClientCredentials {
  const spki = createPublicKey(privateKey).export({ type: "spki", format: "der" });
  const clientId = deriveClientId(spki);
  return {
    clientId,
    certificatePem: toPem("CERTIFICATE", makeClientCertificate(privateKey, clientId)),
    privateKeyPem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

function storeOf({ store, path }: IdentityOptions): StateStore {
  return store ?? stateInFile(path);
}

function parseState(name: string, content: Uint8Array): ClientState {
  try {
    const state = decodeClientState(content);
    return { ...state, revokedCertSerials: [...new Set(state.revokedCertSerials)] };
  } catch (thrown) {
    throw corrupt(name, describeThrown(thrown), thrown);
  }
}

function readKey(name: string, state: ClientState): KeyObject {
  if (state.clientKey.length === 0) throw corrupt(name, "it holds no key");
  let key: KeyObject;
  try {
    key = createPrivateKey({ key: Buffer.from(state.clientKey), format: "der", type: "sec1" });
  } catch (thrown) {
    // What the crypto library says could quote key material.
    throw corrupt(name, "its key is no SEC1 DER private key", thrown);
  }
  const curve = key.asymmetricKeyDetails?.namedCurve;
  if (curve !== "prime256v1") throw corrupt(name, `its key is on the curve ${curve}, not P-256`);
  return key;
}

function corrupt(name: string, reason: string, cause?: unknown): FleetError {
  return new FleetError("configuration", `${name} cannot be used: ${reason}`, {
    hint: "Restore it from a copy; or move it away, and the client enrols anew with another id.",
    cause,
  });
}
