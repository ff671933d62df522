/**
 * What a client service is to its manager, and what the manager is to it (protocol.md 8).
 */
import type { Clock } from "../../../core/clock.ts";
import type { ClientId } from "../../../core/ids.ts";
import type { Message } from "../../../core/message.ts";
import type { Log } from "../../../observability/log.ts";
import type { ServiceTimers } from "./service-timers.ts";

/** A message that a service sends. Without a destination it goes to the server service of its own name. */
export type OutgoingMessage = Partial<Omit<Message, "source">> & Pick<Message, "messageType">;

/** What became of a message. */
export interface Processed {
  /** Sent, and on the disk, before the message counts as processed. */
  readonly replies?: readonly OutgoingMessage[];
  /** Reported to the server as a MessageError instead of an acknowledgement. */
  readonly failure?: string;
  /** Neither acknowledged nor reported: Die alone (protocol.md 7). */
  readonly unanswered?: true;
}

export interface ClientService extends AsyncDisposable {
  /**
   * Deals with one message; the next one comes when this is done. What it throws is reported as a MessageError.
   * @param signal aborted when the service is stopped: the message is then offered again later.
   */
  process(message: Message, signal: AbortSignal): Promise<Processed>;
}

/** What a service may use. */
export interface ServiceContext {
  readonly name: string;
  readonly clientId: ClientId;
  readonly clock: Clock;
  readonly log: Log;
  /**
   * Sends a message of the service's own accord. Resolves once it is on the disk; waits while the outbox is full.
   * @throws invalid_argument for another client's id as destination.
   */
  send(message: OutgoingMessage): Promise<void>;
  /** Sends a report of the client itself about the service. One that finds the outbox full is dropped. */
  readonly report: (message: Message) => void;
  readonly timers: ServiceTimers;
}

/** Makes the program part of a service. @throws FleetError configuration for settings that it cannot work with. */
export type MakeService = (context: ServiceContext) => Promise<ClientService>;
