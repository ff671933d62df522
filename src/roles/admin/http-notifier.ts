/**
 * Tells other servers that there may be messages for clients whose streams they hold: the client's
 * `last_contact_streaming_to` gets `POST /client/<id hex>` (protocol.md 14).
 *
 * A hint and no more: what is lost is found by the other server's own sweep.
 */
import type { Clock } from "../../core/clock.ts";
import { toFleetError } from "../../core/errors.ts";
import type { ClientId } from "../../core/ids.ts";
import { microsFromMs } from "../../core/time.ts";
import { formatHostPort, parseHostPort } from "../../net/address.ts";
import { connectHttp } from "../../net/http-connect.ts";
import { ClientConnection } from "../../net/http1/client-connection.ts";
import { proveNotification } from "../../net/notification-proof.ts";
import type { Log } from "../../observability/log.ts";
import type { ClientRecord, Store } from "../../store/store.ts";
import type { Notifier } from "./options.ts";

export interface HttpNotifierOptions {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  /** This process's own notification address, which needs no HTTP. */
  readonly ownAddress: () => string | undefined;
  /** A secret, the same on all servers; undefined: notifications are not signed. */
  readonly key?: Uint8Array | undefined;
}

/** protocol.md 14: an older contact's stream is over. */
const freshMs = 10 * 60 * 1000;
const timeoutMs = 5_000;
const maxAtOnce = 16;
/** Clients to be told of; more than that wait for the sweep. */
const maxWaiting = 10_000;
const maxLookup = 500;

export class HttpNotifier implements Notifier, AsyncDisposable {
  readonly #options: HttpNotifierOptions;
  readonly #waiting = new Set<ClientId>();
  readonly #stop = new AbortController();
  #running: Promise<void> | undefined;

  constructor(options: HttpNotifierOptions) {
    this.#options = options;
  }

  notify(clientIds: readonly ClientId[]): void {
    if (this.#stop.signal.aborted) return;
    for (const clientId of clientIds) {
      if (this.#waiting.size < maxWaiting) this.#waiting.add(clientId);
    }
    this.#running ??= this.#run();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  async #run(): Promise<void> {
    try {
      while (this.#waiting.size > 0 && !this.#stop.signal.aborted) await this.#sendSome();
    } catch (thrown) {
      this.#options.log.error("notifications cannot be sent: {error}", {
        error: toFleetError(thrown).message,
      });
    } finally {
      this.#running = undefined;
    }
  }

  async #sendSome(): Promise<void> {
    const clientIds = [...this.#waiting].slice(0, maxLookup);
    for (const clientId of clientIds) this.#waiting.delete(clientId);
    const records = await this.#options.store.clients.get(clientIds);
    const left = [...records.values()].flatMap((record) => this.#targetOf(record) ?? []);
    const workers = Array.from({ length: maxAtOnce }, async () => {
      for (let next = left.pop(); next; next = left.pop()) await this.#send(next);
    });
    await Promise.all(workers);
  }

  #targetOf(record: ClientRecord): { clientId: ClientId; address: string } | undefined {
    const { clock, ownAddress } = this.#options;
    const { clientId, lastContactStreamingTo: address } = record;
    const isFresh = record.lastContactTime > microsFromMs(clock.now() - freshMs);
    if (address === undefined || address === "" || !isFresh) return undefined;
    return address === ownAddress() ? undefined : { clientId, address };
  }

  async #send(target: { readonly clientId: ClientId; readonly address: string }): Promise<void> {
    const { clock, log, key } = this.#options;
    const giveUp = new AbortController();
    using _timer = clock.after(timeoutMs, () => giveUp.abort(new Error("no answer in time")));
    const signal = AbortSignal.any([giveUp.signal, this.#stop.signal]);
    try {
      const status = await post(target, { clock, key }, signal);
      if (status !== 200) throw new Error(refusal(status));
    } catch (thrown) {
      const error = toFleetError(thrown).message;
      log.warn("server {address} was not told of client {clientId}: {error}", { ...target, error });
    }
  }
}

function refusal(status: number): string {
  const hint = status === 403 ? ": notification_key_file must hold the same on both" : "";
  return `it answers ${status}${hint}`;
}

/** @returns the status. */
async function post(
  { clientId, address }: { readonly clientId: ClientId; readonly address: string },
  { clock, key }: { readonly clock: Clock; readonly key: Uint8Array | undefined },
  signal: AbortSignal,
): Promise<number> {
  // An address, and nothing more of a URL than that.
  const host = formatHostPort(parseHostPort(address));
  const url = new URL(`http://${host}/`);
  const socket = await connectHttp({ url, trustedRoots: undefined }, signal);
  using connection = new ClientConnection(socket, { clock });
  const onAbort = () => connection.destroy(toFleetError(signal.reason));
  signal.addEventListener("abort", onAbort, { once: true });
  try {
    const proof = key && proveNotification(key, clientId, clock.now());
    const headers = { Host: host, Connection: "close", ...proof };
    const request = { method: "POST", target: `/client/${clientId}`, headers };
    return (await connection.request(request, new Uint8Array())).status;
  } finally {
    signal.removeEventListener("abort", onAbort);
  }
}
