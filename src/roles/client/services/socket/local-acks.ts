/**
 * LocalAcks of a socket's peer: the source_message_ids of what was accepted, batched (protocol.md 9).
 */
import type { Clock } from "../../../../core/clock.ts";
import { clientLabelService } from "../../../../core/labels.ts";
import { type Message, makeMessage } from "../../../../core/message.ts";
import { packAny } from "../../../../proto/codec.ts";
import { encodeLocalAck } from "../../../../proto/service-codec.ts";
import { typeNames } from "../../../../proto/system-codec.ts";

/** A batch leaves at once when it holds so many: a fast peer's acknowledgements stay small. */
const maxBatch = 1000;

export class LocalAcks implements Disposable {
  readonly #clock: Clock;
  readonly #batchMs: number;
  readonly #send: (message: Message) => void;
  #ids: string[] = [];
  #timer: Disposable | undefined;

  /** @param send must not throw. */
  constructor(clock: Clock, batchMs: number, send: (message: Message) => void) {
    this.#clock = clock;
    this.#batchMs = batchMs;
    this.#send = send;
  }

  /** @param sourceMessageId hex; what has none cannot be acknowledged. */
  add(sourceMessageId: string): void {
    if (sourceMessageId === "") return;
    this.#ids.push(sourceMessageId);
    if (this.#ids.length >= maxBatch) this.#flush();
    else this.#timer ??= this.#clock.after(this.#batchMs, () => this.#flush());
  }

  [Symbol.dispose](): void {
    this.#timer?.[Symbol.dispose]();
    this.#timer = undefined;
  }

  #flush(): void {
    this[Symbol.dispose]();
    const ids = this.#ids;
    this.#ids = [];
    this.#send(ackOf(ids));
  }
}

function ackOf(ids: readonly string[]): Message {
  const address = { clientId: undefined, serviceName: clientLabelService };
  return makeMessage({
    source: address,
    destination: { clientId: undefined, serviceName: "" },
    messageType: "LocalAck",
    data: packAny(typeNames.messageAck, encodeLocalAck(ids)),
  });
}
