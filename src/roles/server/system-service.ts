/**
 * The server's own service "system": what clients report of messages and of themselves (protocol.md 7).
 */
import type { Clock } from "../../core/clock.ts";
import { FleetError, toFleetError } from "../../core/errors.ts";
import { type ClientId, type MessageId, messageIdFromBytes } from "../../core/ids.ts";
import { clientLabelService } from "../../core/labels.ts";
import {
  type IdentifiedMessage,
  type MessageResult,
  failureAt,
  successAt,
} from "../../core/message.ts";
import { timestampFromMs } from "../../core/time.ts";
import type { Events } from "../../observability/events.ts";
import {
  decodeClientInfo,
  decodeMessageAck,
  decodeMessageError,
} from "../../proto/system-codec.ts";
import type { ResultOutcome, Store } from "../../store/store.ts";
import { checkedLabels } from "./peers.ts";

const rekeyType = "RekeyRequest";

export class SystemService {
  readonly #store: Store;
  readonly #events: Events;
  readonly #clock: Clock;

  constructor(store: Store, events: Events, clock: Clock) {
    this.#store = store;
    this.#events = events;
    this.#clock = clock;
  }

  /** Carries out what a client reports. @returns each message's own result. */
  async process(
    clientId: ClientId,
    messages: readonly IdentifiedMessage[],
  ): Promise<Map<IdentifiedMessage, MessageResult>> {
    const results = new Map<IdentifiedMessage, MessageResult>();
    for (const message of messages) {
      const time = timestampFromMs(this.#clock.now());
      try {
        await this.#processOne(clientId, message);
        results.set(message, successAt(time));
      } catch (thrown) {
        const error = toFleetError(thrown);
        // A store that fails must not turn into a lost acknowledgement: the record as a whole fails.
        if (error.code !== "invalid_data" && error.code !== "refused") throw error;
        this.#events.messageInvalid({ clientId, reason: error.message });
        results.set(message, failureAt(time, error.message));
      }
    }
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
        return this.#setLabels(clientId, decodeClientInfo(value).labels);
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

  async #setResults(
    clientId: ClientId,
    ids: readonly MessageId[],
    result: MessageResult,
  ): Promise<void> {
    const changes = ids.map((messageId) => ({ messageId, result, onlyForClient: clientId }));
    const outcomes = await this.#store.messages.setResults(changes);
    const odd = ids.filter((_, index) => isOdd(outcomes[index]));
    if (odd.length > 0) await this.#settleForeign(clientId, odd, result);
  }

  /** A RekeyRequest may be acknowledged by the new identity, as nobody else can; the rest is refused. */
  async #settleForeign(
    clientId: ClientId,
    ids: readonly MessageId[],
    result: MessageResult,
  ): Promise<void> {
    const messages = await this.#store.messages.get(ids);
    const refused: MessageId[] = [];
    for (const messageId of ids) {
      if (messages.get(messageId)?.messageType === rekeyType) {
        await this.#store.messages.setResults([{ messageId, result, onlyForClient: undefined }]);
      } else refused.push(messageId);
    }
    for (const messageId of refused) {
      const reason = messages.has(messageId) ? "it is for another client" : "it is unknown";
      this.#events.resultRefused({ clientId, messageId, reason });
    }
    if (refused.length > 0) {
      throw new FleetError(
        "refused",
        `${refused.length} of the reported messages are not this client's`,
      );
    }
  }

  #setLabels(
    clientId: ClientId,
    labels: readonly { serviceName: string; label: string }[],
  ): Promise<void> {
    const own = labels.filter(({ serviceName }) => serviceName === clientLabelService);
    const checked = checkedLabels(own.map(({ label }) => label));
    return this.#store.clients.setLabels([
      { clientId, serviceName: clientLabelService, labels: checked },
    ]);
  }
}

function isOdd(outcome: ResultOutcome | undefined): boolean {
  return outcome === "foreign" || outcome === "unknown";
}
