/**
 * Ingest: what becomes of the messages that one record of a client brought (protocol.md 4, steps 5 and 6).
 *
 * Resolves once all of them are durable; only then may the record be acknowledged.
 */
import type { Clock } from "../../core/clock.ts";
import { deriveMessageId, hexToBytes } from "../../core/ids.ts";
import {
  type Annotation,
  type IdentifiedMessage,
  type Message,
  systemService,
} from "../../core/message.ts";
import { timestampFromMs } from "../../core/time.ts";
import type { Events } from "../../observability/events.ts";
import { maxBlobBytes } from "../../store/checks.ts";
import type { ClientRecord, ContactId, NewMessage, Store } from "../../store/store.ts";
import type { ServicesManager } from "./services/manager.ts";
import type { SystemService } from "./system-service.ts";

/** Annotations are kept for as long as the message is, so they are no place for payload. */
const maxAnnotations = 32;
/** Of keys and values together. */
const maxAnnotationBytes = 16 * 1024;

export interface IngestOptions {
  readonly store: Store;
  readonly events: Events;
  readonly clock: Clock;
  readonly services: ServicesManager;
  readonly system: SystemService;
}

export class Ingest {
  readonly #options: IngestOptions;

  constructor(options: IngestOptions) {
    this.#options = options;
  }

  /**
   * Stores a client's messages and hands them to their services.
   *
   * @param validationTags what the authorizer noted about this contact.
   */
  async accept(
    client: ClientRecord,
    contactId: ContactId,
    messages: readonly Message[],
    validationTags: Readonly<Record<string, string>>,
  ): Promise<void> {
    const identified = this.#identify(client, messages, validationTags);
    if (identified.length === 0) return;
    const forSystem = identified.filter(isForSystem);
    const systemResults = await this.#options.system.process(client.clientId, forSystem);
    const rows = identified.map((message) =>
      isForSystem(message)
        ? { message: { ...message, result: systemResults.get(message) }, contactId, dueTime: 0 }
        : this.#admit(message, contactId),
    );
    await this.#store(client, rows);
  }

  /** Stores messages for server services that an administrator sent, and hands them on. */
  async acceptFromAdmin(message: IdentifiedMessage): Promise<void> {
    this.#options.events.messagesInserted(await this.#storeRows([this.#admit(message, undefined)]));
  }

  #identify(
    client: ClientRecord,
    messages: readonly Message[],
    validationTags: Readonly<Record<string, string>>,
  ): IdentifiedMessage[] {
    const creationTime = timestampFromMs(this.#options.clock.now());
    const identified: IdentifiedMessage[] = [];
    const faults: string[] = [];
    for (const message of messages) {
      const reason = faultOf(message);
      if (reason !== undefined) {
        faults.push(reason);
        continue;
      }
      const { serviceName } = message.source;
      identified.push({
        ...message,
        messageId: deriveMessageId(
          client.clientId,
          serviceName,
          hexToBytes(message.sourceMessageId),
        ),
        source: { clientId: client.clientId, serviceName },
        creationTime,
        validationTags,
        result: undefined,
        isBlocklistedSource: client.blacklisted,
      });
    }
    this.#options.events.messagesInvalid(client.clientId, faults);
    return identified;
  }

  #admit(
    message: IdentifiedMessage,
    contactId: ContactId | undefined,
  ): NewMessage & { process: boolean } {
    const { result, dueTime, process } = this.#options.services.admit(message);
    return { message: result ? { ...message, result } : message, contactId, dueTime, process };
  }

  async #store(
    client: ClientRecord,
    rows: readonly (NewMessage & { process?: boolean })[],
  ): Promise<void> {
    const stored = await this.#storeRows(rows);
    if (stored.length > 0) this.#options.events.messagesStored(client.clientId, stored);
  }

  /** @returns the messages that are new. */
  async #storeRows(
    rows: readonly (NewMessage & { process?: boolean })[],
  ): Promise<IdentifiedMessage[]> {
    const { store, services } = this.#options;
    const admitted = rows.filter((row) => row.process);
    try {
      const outcomes = await store.messages.store(rows);
      const isNew = (_: unknown, index: number) => outcomes[index] === "stored";
      const stored = rows.filter(isNew);
      const toProcess = new Set(stored);
      for (const row of admitted) {
        if (toProcess.has(row)) services.process(row.message);
        else services.forget(row.message);
      }
      return stored.map((row) => row.message);
    } catch (thrown) {
      for (const row of admitted) services.forget(row.message);
      throw thrown;
    }
  }
}

function isForSystem(message: Message): boolean {
  return message.destination.serviceName === systemService;
}

/** Why a message of a client cannot be taken; undefined if it can. Its source id is not read: the server sets it. */
function faultOf(message: Message): string | undefined {
  if (message.destination.clientId !== undefined) return "its destination names a client";
  if (message.source.serviceName === "") return "it has no source service";
  if (message.sourceMessageId === "") return "it has no source_message_id";
  if (message.sourceMessageId.length > 2 * 16) return "its source_message_id is over 16 bytes";
  for (const name of [
    message.source.serviceName,
    message.destination.serviceName,
    message.messageType,
  ]) {
    if (name.length > 128) return "a name in it is over 128 characters";
  }
  if (message.data && message.data.value.length > maxBlobBytes) {
    return `its data is over ${maxBlobBytes} bytes`;
  }
  return annotationFaultOf(message.annotations);
}

function annotationFaultOf(annotations: readonly Annotation[]): string | undefined {
  if (annotations.length > maxAnnotations) return `it has over ${maxAnnotations} annotations`;
  let bytes = 0;
  for (const { key, value } of annotations) {
    bytes += Buffer.byteLength(key) + Buffer.byteLength(value);
  }
  if (bytes > maxAnnotationBytes) return `its annotations are over ${maxAnnotationBytes} bytes`;
  return undefined;
}
