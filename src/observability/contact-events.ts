/** What happens as clients make contact, stream and leave: the first half of events.ts, which has the rest. */
import { type Clock, systemClock } from "../core/clock.ts";
import type { ClientId, MessageId } from "../core/ids.ts";
import type { OpenedContact } from "./alert-rules.ts";
import { type LeftOut, LineLimit } from "./line-limit.ts";
import type { LiveFeed } from "./live-feed.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";

interface ContactFacts {
  readonly clientId: ClientId;
  readonly address: string;
  readonly transport: string;
}

export class ContactEvents {
  protected readonly log: Log;
  protected readonly metrics: Metrics | undefined;
  protected readonly live: LiveFeed | undefined;
  /** For lines that a client causes by what its messages are, as many as it likes. */
  protected readonly limit: LineLimit;
  /** For lines that requests cause which never became a contact, by address without port. */
  readonly #addressLimit: LineLimit<string>;

  /**
   * @param metrics undefined: nobody reads any.
   * @param live as metrics.
   */
  constructor(log: Log, clock: Clock = systemClock, metrics?: Metrics, live?: LiveFeed) {
    this.log = log;
    this.metrics = metrics;
    this.live = live;
    this.limit = new LineLimit(clock, (leftOut) => this.#linesLeftOut(leftOut));
    this.#addressLimit = new LineLimit<string>(clock, ({ clientId: address = "others", count }) =>
      this.log.warn("{count} more lines on requests from {address} were left out", {
        count,
        address,
      }),
    );
  }

  clientEnrolled(facts: ContactFacts & { readonly labels: readonly string[] }): void {
    this.metrics?.clientEnrolled();
    this.live?.clientEnrolled(facts);
    this.log.info("client {clientId} enrolled from {address}, labels {labels}", { ...facts });
  }

  streamStarted(facts: ContactFacts): void {
    this.metrics?.contactMade(facts.transport);
    this.metrics?.streamOpened(facts.transport);
    this.live?.streamStarted(facts);
    this.log.info("client {clientId} connected from {address} by {transport}", { ...facts });
  }

  /** @param facts with the reason where it broke; else who ended it in order. */
  streamEnded(
    facts: ContactFacts & { readonly reason?: string | undefined; readonly endedHere: boolean },
  ): void {
    this.metrics?.streamClosed(facts.transport);
    this.live?.streamEnded(facts);
    if (facts.reason !== undefined)
      this.log.info("client {clientId} disconnected: {reason}", { ...facts });
    else if (facts.endedHere)
      this.log.debug("the stream of client {clientId} is over", { ...facts });
    else this.log.debug("client {clientId} ended its stream", { ...facts });
  }

  /** A client opened a second stream while one was alive: repeated, a sign of a clone. */
  streamReplaced(facts: ContactFacts): void {
    this.metrics?.streamReplaced();
    this.live?.rules.streamReplaced(facts.clientId, facts.address);
    if (!this.limit.admit(facts.clientId)) return;
    this.log.warn(
      "client {clientId} opened another stream from {address}: the older one is ended; repeated, it is a sign of a clone",
      {
        ...facts,
      },
    );
  }

  /** A client's first record is on record, with the nonce that it gave back and the one that it is sent. */
  contactOpened(contact: OpenedContact): void {
    this.live?.rules.contactOpened(contact);
  }

  /** A client has taken a new identity, as a RekeyRequest told it to, and says so under it. */
  clientRekeyed(facts: {
    readonly clientId: ClientId;
    readonly oldClientId: ClientId;
    readonly messageId: MessageId;
  }): void {
    this.live?.clientRekeyed(facts.clientId, facts.oldClientId, facts.messageId);
    this.log.info("client {oldClientId} has taken a new key and is client {clientId}", {
      ...facts,
    });
  }

  /** A long poll waits for messages, until disposed. */
  longPollWaits(): Disposable {
    this.live?.rates.opened("long_poll");
    return { [Symbol.dispose]: () => this.live?.rates.closed("long_poll") };
  }

  polled(facts: ContactFacts): void {
    this.metrics?.contactMade(facts.transport);
    if (facts.transport === "poll") this.live?.rates.polled();
    this.log.debug("client {clientId} polled from {address}", { ...facts });
  }

  /** A record of a client has arrived. @param ms how long it took; undefined where it was waited for. */
  recordRead(transport: string, bytes: number, ms?: number): void {
    this.metrics?.recordRead(transport, bytes, ms);
  }

  /** A record to a client is on its way. @param ms how long that took. */
  recordWritten(transport: string, bytes: number, ms: number): void {
    this.metrics?.recordWritten(transport, bytes, ms);
  }

  /** A record of a client was dealt with and answered. @param ms since it had arrived. */
  recordAnswered(transport: string, ms: number): void {
    this.metrics?.recordAnswered(transport, ms);
  }

  /** A contact that was refused or broke off for what it carried. */
  contactRejected(facts: ContactFacts & { readonly reason: string }): void {
    this.metrics?.rejected("contact");
    if (!this.limit.admit(facts.clientId)) return;
    this.log.warn("contact of client {clientId} from {address} rejected: {reason}", { ...facts });
  }

  /** Another key than the stored one has the same id: an attack on the id, or a one in 2^64 chance. */
  keyMismatch(facts: ContactFacts): void {
    this.metrics?.keyMismatch();
    this.live?.rules.keyMismatch(facts.clientId, facts.address);
    this.log.error("client {clientId} from {address} presents another key than the one stored", {
      ...facts,
    });
  }

  /** A request for a file that is not there. */
  nothingFound(facts: { readonly address: string; readonly reason: string }): void {
    this.log.debug("request from {address}: {reason}", { ...facts });
  }

  /** A request that never became a contact. */
  requestRejected(facts: { readonly address: string; readonly reason: string }): void {
    this.metrics?.rejected("request");
    if (!this.#addressLimit.admit(hostOf(facts.address))) return;
    this.log.warn("request from {address} rejected: {reason}", { ...facts });
  }

  #linesLeftOut({ clientId, count }: LeftOut): void {
    this.log.warn("{count} more lines on client {clientId} were left out", {
      clientId: clientId ?? "others",
      count,
    });
  }
}

/** "address" of "address:port". */
function hostOf(address: string): string {
  return address.replace(/:\d+$/, "");
}
