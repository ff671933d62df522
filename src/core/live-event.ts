/**
 * Live events as scripts, the page and `fleet watch` read them: JSON with stable names.
 *
 * An event is a hint that something became true; the store has the truth. Payloads are never in one, and every text that
 * a client chose is cut to `maxEventText` characters.
 */

/** Characters of a text in an event that somebody else chose. */
export const maxEventText = 200;

/** Of `client.enrolled`. */
export const maxEventLabels = 20;

/** A client as it makes contact. */
interface ClientFacts {
  readonly client_id: string;
  /** "address:port" as the server sees it. */
  readonly address: string;
  /** "websocket", "stream", "long_poll" or "poll". */
  readonly transport: string;
}

/** A message on its way: what is known of it without asking the store. */
export interface LiveMessage {
  readonly message_id: string;
  /** The client that it is from or for; absent between the server's own services. */
  readonly client_id?: string;
  /** Of its destination. */
  readonly service_name?: string;
  readonly message_type?: string;
  readonly direction?: "to_client" | "to_server";
}

/** How many messages came to each point of their life; too many to be told one by one, or told of as a group. */
export interface MessageTotals {
  readonly stored: number;
  readonly delivered: number;
  readonly acknowledged: number;
  readonly processed: number;
  readonly failed: number;
}

export type AlertSeverity = "info" | "warning" | "critical";

/** Something that somebody should look at, for as long as it lasts. */
export interface Alert {
  /** The same for as long as the alert stands: "<kind>:<key>". */
  readonly id: string;
  readonly kind: string;
  readonly severity: AlertSeverity;
  readonly text: string;
  /** The next step. */
  readonly hint?: string;
  /** RFC 3339. */
  readonly since: string;
  readonly client_id?: string;
}

/** What happened, without its place in the sequence of events. */
export type LiveFact =
  | ({ readonly type: "client.connected" } & ClientFacts)
  | ({
      readonly type: "client.disconnected";
      /** What broke the stream; absent where it was ended in order. */
      readonly reason?: string;
      readonly ended_by: "client" | "server" | "fault";
    } & ClientFacts)
  | ({ readonly type: "client.enrolled"; readonly labels: readonly string[] } & ClientFacts)
  /** A client has taken a new identity, and said so under it. */
  | {
      readonly type: "client.rekeyed";
      readonly client_id: string;
      readonly old_client_id: string;
      readonly message_id: string;
    }
  /**
   * `message.acknowledged` is a client's word that it has dealt with a message; processed or failed says how that ended.
   * Told again where the client repeats itself.
   */
  | ({
      readonly type:
        "message.stored" | "message.delivered" | "message.acknowledged" | "message.processed";
    } & LiveMessage)
  | ({
      readonly type: "message.failed";
      readonly reason: string;
      /** The service gets it again; it is still pending. */
      readonly will_retry: boolean;
    } & LiveMessage)
  /** @see MessageTotals. Read again what is shown of messages. */
  | ({ readonly type: "messages.summary"; readonly client_id?: string } & MessageTotals)
  | {
      readonly type: "broadcast.progress";
      readonly broadcast_id: string;
      readonly state: "active" | "ended";
      /** Messages saved for it, as far as this server knows. */
      readonly sent: number;
      /** Absent: no limit. */
      readonly limit?: number;
    }
  | { readonly type: "alert.raised"; readonly alert: Alert; readonly client_id?: string }
  | { readonly type: "alert.cleared"; readonly alert: Alert; readonly client_id?: string }
  /** Events may be missing before this one: read again what is shown. Always the first of a subscription, if at all. */
  | { readonly type: "reset"; readonly reason: "unknown_id" | "too_old" | "other_start" };

export type LiveEventType = LiveFact["type"];

/** One event. `id` is "<start of the server>-<number>"; `time` is RFC 3339 with microseconds. */
export type LiveEvent = { readonly id: string; readonly time: string } & LiveFact;

/** All of them, as filters and the command line name them. `reset` comes whatever is asked for. */
export const liveEventTypes = [
  "client.connected",
  "client.disconnected",
  "client.enrolled",
  "client.rekeyed",
  "message.stored",
  "message.delivered",
  "message.acknowledged",
  "message.processed",
  "message.failed",
  "messages.summary",
  "broadcast.progress",
  "alert.raised",
  "alert.cleared",
] as const satisfies readonly LiveEventType[];

/** Which events are wanted: those that match every list that is not empty. */
export interface LiveFilter {
  /** Types, or what stands before their dot: "message" for everything about messages, the summaries too. */
  readonly types?: readonly string[];
  readonly clientIds?: readonly string[];
  readonly serviceNames?: readonly string[];
}

/** Whether events of this name, or with this first half of one, exist. */
export function isEventType(name: string): boolean {
  return liveEventTypes.some((type) => type === name || groupOf(type) === name);
}

/**
 * Whether an event is for somebody who asked for this. A summary names no service and mostly no client: it is let through
 * to everybody who asked for messages, as any of them may be among its.
 */
export function matchesFilter(event: LiveEvent, filter: LiveFilter): boolean {
  if (event.type === "reset") return true;
  if (!matchesType(event.type, filter.types)) return false;
  const isSummary = event.type === "messages.summary";
  return (
    matchesOne(clientOf(event), filter.clientIds, isSummary) &&
    matchesOne(
      "service_name" in event ? event.service_name : undefined,
      filter.serviceNames,
      isSummary,
    )
  );
}

function matchesType(type: LiveEventType, wanted: readonly string[] | undefined): boolean {
  if (wanted === undefined || wanted.length === 0) return true;
  return wanted.some(
    (one) =>
      one === type ||
      one === groupOf(type) ||
      (type === "messages.summary" && one.startsWith("message.")),
  );
}

function clientOf(event: LiveEvent): string | undefined {
  return "client_id" in event ? event.client_id : undefined;
}

function matchesOne(
  value: string | undefined,
  wanted: readonly string[] | undefined,
  passUnknown: boolean,
): boolean {
  if (wanted === undefined || wanted.length === 0) return true;
  return value === undefined ? passUnknown : wanted.includes(value);
}

/** "message" of both "message.stored" and "messages.summary". */
function groupOf(type: LiveEventType): string {
  return type === "messages.summary" ? "message" : (type.split(".")[0] ?? type);
}

/** A text as an event carries it. */
export function eventText(text: string): string {
  return text.length <= maxEventText ? text : `${text.slice(0, maxEventText - 1)}…`;
}
