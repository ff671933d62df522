/**
 * The server's own service "system": what clients report of messages and of themselves (protocol.md 7).
 */
import { setImmediate } from "node:timers/promises";

import type { Clock } from "../../core/clock.ts";
import { type ErrorCode, FleetError, toFleetError } from "../../core/errors.ts";
import { type ClientId, type MessageId, messageIdFromBytes } from "../../core/ids.ts";
import { clientLabelService } from "../../core/labels.ts";
import {
  type IdentifiedMessage,
  type MessageResult,
  failureAt,
  successAt,
} from "../../core/message.ts";
import { microsFromMs, timestampFromMs } from "../../core/time.ts";
import type { Events } from "../../observability/events.ts";
import {
  type KillReport,
  type ResourceUsageReport,
  decodeKillNotification,
  decodeResourceUsage,
} from "../../proto/monitoring-codec.ts";
import {
  type ClientInfo,
  decodeClientInfo,
  decodeMessageAck,
  decodeMessageError,
} from "../../proto/system-codec.ts";
import type { ResultOutcome, Store } from "../../store/store.ts";
import type { Broadcasts } from "./broadcasts.ts";
import { checkedLabels } from "./peers.ts";
import { checkReportName, usageRecordOf } from "./resource-usage.ts";

const rekeyType = "RekeyRequest";

/** Ids of one report that are settled at a time; everything else has its turn in between. */
const idsPerTurn = 500;

/** Faults of what a client reports: its own message fails by them, and nothing else. */
const reportFaults: ReadonlySet<ErrorCode> = new Set([
  "invalid_data",
  "invalid_argument",
  "refused",
]);

interface Refused {
  readonly messageId: MessageId;
  readonly reason: string;
}

export interface SystemServiceOptions {
  readonly store: Store;
  readonly events: Events;
  readonly clock: Clock;
  /** Told of clients whose labels have changed. */
  readonly broadcasts: Pick<Broadcasts, "offer">;
}

export class SystemService {
  readonly #store: Store;
  readonly #events: Events;
  readonly #clock: Clock;
  readonly #broadcasts: Pick<Broadcasts, "offer">;

  constructor(options: SystemServiceOptions) {
    this.#store = options.store;
    this.#events = options.events;
    this.#clock = options.clock;
    this.#broadcasts = options.broadcasts;
  }

  /** Carries out what a client reports. @returns each message's own result. */
  async process(
    clientId: ClientId,
    messages: readonly IdentifiedMessage[],
  ): Promise<Map<IdentifiedMessage, MessageResult>> {
    const results = new Map<IdentifiedMessage, MessageResult>();
    const faults: string[] = [];
    for (const message of messages) {
      const time = timestampFromMs(this.#clock.now());
      try {
        await this.#processOne(clientId, message);
        results.set(message, successAt(time));
      } catch (thrown) {
        const error = toFleetError(thrown);
        // A store that fails must not turn into a lost acknowledgement: the record as a whole fails.
        if (!reportFaults.has(error.code)) throw error;
        faults.push(error.message);
        results.set(message, failureAt(time, error.message));
      }
    }
    this.#events.messagesInvalid(clientId, faults);
    return results;
  }

  #processOne(clientId: ClientId, message: IdentifiedMessage): Promise<void> {
    const value = message.data?.value ?? new Uint8Array();
    switch (message.messageType) {
      case "MessageAck":
        return this.#acknowledge(clientId, decodeMessageAck(value));
      case "MessageError":
        return this.#fail(clientId, decodeMessageError(value));
      case "ClientInfo":
        return this.#noteInfo(clientId, decodeClientInfo(value));
      case "ResourceUsage":
        return this.#recordUsage(clientId, decodeResourceUsage(value));
      case "KillNotification":
        return this.#noteKill(clientId, decodeKillNotification(value));
      default:
        return Promise.reject(
          new FleetError(
            "refused",
            `the system service knows no message type "${message.messageType}"`,
          ),
        );
    }
  }

  async #acknowledge(clientId: ClientId, rawIds: readonly Uint8Array[]): Promise<void> {
    const result = successAt(timestampFromMs(this.#clock.now()));
    const ids = rawIds.map(messageIdFromBytes);
    await this.#setResults(clientId, ids, result);
    this.#events.messagesAcknowledged(clientId, ids.length);
  }

  async #fail(clientId: ClientId, report: { messageId: Uint8Array; error: string }): Promise<void> {
    const messageId = messageIdFromBytes(report.messageId);
    const result = failureAt(timestampFromMs(this.#clock.now()), report.error);
    await this.#setResults(clientId, [messageId], result);
    this.#events.messageErrored({ clientId, messageId, error: result.failedReason });
  }

  /** @throws refused when some of the messages are not this client's; the others have their result then. */
  async #setResults(
    clientId: ClientId,
    ids: readonly MessageId[],
    result: MessageResult,
  ): Promise<void> {
    const refused: Refused[] = [];
    for (let start = 0; start < ids.length; start += idsPerTurn) {
      if (start > 0) await setImmediate();
      const some = ids.slice(start, start + idsPerTurn);
      refused.push(...(await this.#settle(clientId, some, result)));
    }
    const [first] = refused;
    if (first === undefined) return;
    this.#events.resultsRefused({ clientId, count: refused.length, ...first });
    throw new FleetError(
      "refused",
      `among the reported messages are others than this client's: ${refused.length}`,
    );
  }

  async #settle(
    clientId: ClientId,
    ids: readonly MessageId[],
    result: MessageResult,
  ): Promise<Refused[]> {
    const changes = ids.map((messageId) => ({ messageId, result, onlyForClient: clientId }));
    const outcomes = await this.#store.messages.setResults(changes);
    const changed = ids.filter((_, index) => outcomes[index] === "set");
    this.#events.resultsReported(clientId, changed, result);
    const odd = ids.filter((_, index) => isOdd(outcomes[index]));
    return odd.length > 0 ? this.#settleForeign(clientId, odd, result) : [];
  }

  /** A RekeyRequest may be acknowledged by the new identity, as nobody else can; the rest is refused. */
  async #settleForeign(
    clientId: ClientId,
    ids: readonly MessageId[],
    result: MessageResult,
  ): Promise<Refused[]> {
    const messages = await this.#store.messages.get(ids);
    const isRekey = (messageId: MessageId) => messages.get(messageId)?.messageType === rekeyType;
    const rekeys = ids.filter(isRekey);
    const outcomes = await this.#store.messages.setResults(
      rekeys.map((messageId) => ({ messageId, result, onlyForClient: undefined })),
    );
    for (const [index, messageId] of rekeys.entries()) {
      const oldClientId = messages.get(messageId)?.destination.clientId;
      if (outcomes[index] !== "set" || oldClientId === undefined) continue;
      this.#events.resultsReported(oldClientId, [messageId], result);
      if (!result.failed) this.#events.clientRekeyed({ clientId, oldClientId, messageId });
    }
    return ids
      .filter((messageId) => !isRekey(messageId))
      .map((messageId) => ({
        messageId,
        reason: messages.has(messageId) ? "it is for another client" : "it is unknown",
      }));
  }

  async #recordUsage(clientId: ClientId, report: ResourceUsageReport): Promise<void> {
    const now = microsFromMs(this.#clock.now());
    const record = usageRecordOf(clientId, report, now);
    const { scope: serviceName, version } = report;
    checkReportName("a version", version);
    await Promise.all([
      this.#store.resourceUsage.record([record]),
      ...(version === ""
        ? []
        : [this.#store.clients.noteVersion(clientId, { serviceName, version }, now)]),
    ]);
    this.#events.resourceUsageReceived({
      ...{ clientId, scope: record.scope, version: report.version },
      figures: { ...report.usage, maxResidentMemory: Number(report.usage.maxResidentMemory) },
    });
  }

  /** Kept as the message that brought it; what is counted and logged is the event. */
  async #noteKill(clientId: ClientId, report: KillReport): Promise<void> {
    checkReportName("a service name", report.service);
    this.#events.serviceKilled({ clientId, ...report });
  }

  /** Labels and services are set in one transaction; nothing is, if some of it cannot be kept. */
  async #noteInfo(clientId: ClientId, { labels, services }: ClientInfo): Promise<void> {
    const own = labels.filter(({ serviceName }) => serviceName === clientLabelService);
    const checked = checkedLabels(own.map(({ label }) => label));
    for (const { name } of services) checkReportName("a service name", name);
    const named = services.map(({ name, signature }) => {
      return { serviceName: name, signed: signature.byteLength > 0 };
    });
    const now = microsFromMs(this.#clock.now());
    await Promise.all([
      this.#store.clients.setLabels([
        { clientId, serviceName: clientLabelService, labels: checked },
      ]),
      this.#store.clients.setServices(clientId, named, now),
    ]);
    await this.#broadcasts.offer([clientId]);
  }
}

function isOdd(outcome: ResultOutcome | undefined): boolean {
  return outcome === "foreign" || outcome === "unknown";
}
