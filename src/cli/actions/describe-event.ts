/** A live event in words, for a terminal: everything that somebody else chose is made harmless. */
import type { OutputOf } from "../../roles/admin/api/grpc-methods.ts";
import { showText } from "../../observability/log-lines.ts";

export type WatchedEvent = OutputOf<"watch_events">;

export type Tone = "good" | "bad" | "odd" | "plain";

export interface DescribedEvent {
  /** "message failed" */
  readonly what: string;
  readonly tone: Tone;
  readonly details: string;
}

type Of<Type extends WatchedEvent["type"]> = Extract<WatchedEvent, { type: Type }>;
type MessageEvent = Of<
  | "message.stored"
  | "message.failed"
  | "message.delivered"
  | "message.acknowledged"
  | "message.processed"
>;

const resets: Readonly<Record<Of<"reset">["reason"], string>> = {
  unknown_id: "events may be missing here",
  too_old: "events are missing here: the server keeps no older ones",
  other_start: "the server was started anew: events may be missing here",
};

export function describeEvent(event: WatchedEvent): DescribedEvent {
  switch (event.type) {
    case "client.connected":
      return about("client connected", "good", [event.client_id, ...where(event)]);
    case "client.enrolled":
      return about("client enrolled", "good", [
        ...[event.client_id, ...where(event)],
        ...event.labels.map(showText),
      ]);
    case "client.disconnected":
      return about("client disconnected", event.ended_by === "fault" ? "odd" : "plain", [
        ...[event.client_id, ...where(event)],
        event.reason === undefined ? `by the ${event.ended_by}` : showText(event.reason),
      ]);
    case "client.rekeyed":
      return about("client rekeyed", "plain", [event.client_id, `was ${event.old_client_id}`]);
    case "message.stored":
    case "message.delivered":
    case "message.acknowledged":
      return about(words(event.type), "plain", message(event));
    case "message.processed":
      return about("message processed", "good", message(event));
    case "message.failed":
      return about("message failed", "bad", [
        ...message(event),
        showText(event.reason),
        ...(event.will_retry ? ["(is tried again)"] : []),
      ]);
    case "messages.summary":
      return about("messages", event.failed > 0 ? "bad" : "plain", totals(event));
    case "broadcast.progress":
      return about(event.state === "active" ? "broadcast" : "broadcast ended", "plain", [
        event.broadcast_id,
        `sent ${event.sent}${event.limit === undefined ? "" : ` of ${event.limit}`}`,
      ]);
    case "alert.raised":
      return about(`alert: ${showText(event.alert.severity)}`, "bad", [
        showText(event.alert.text),
        ...(event.alert.hint === undefined ? [] : [showText(event.alert.hint)]),
      ]);
    case "alert.cleared":
      return about("alert is over", "good", [showText(event.alert.text)]);
    case "reset":
      return about("gap", "odd", [resets[event.reason]]);
    default:
      return ofNewerServer(event);
  }
}

function ofNewerServer(event: { readonly type: string }): DescribedEvent {
  return about(showText(event.type), "plain", [showText(JSON.stringify(event))]);
}

function about(what: string, tone: Tone, details: readonly string[]): DescribedEvent {
  return { what, tone, details: details.join("  ") };
}

function words(type: string): string {
  return type.replace(".", " ");
}

function where({ address, transport }: { address: string; transport: string }): string[] {
  return [showText(address), showText(transport)];
}

/** Which way, which service, what, and the id to trace it by. */
function message(event: MessageEvent): string[] {
  const { client_id: client, service_name: service, message_type: type } = event;
  const arrow = event.direction === "to_server" ? "->" : "<-";
  return [
    ...(client === undefined ? [] : [`${client} ${arrow}`]),
    ...(service === undefined ? [] : [showText(service)]),
    ...(type === undefined || type === "" ? [] : [showText(type)]),
    event.message_id,
  ];
}

function totals(event: Of<"messages.summary">): string[] {
  const { stored, delivered, acknowledged, processed, failed } = event;
  const counts = Object.entries({ stored, delivered, acknowledged, processed, failed })
    .filter(([, count]) => count > 0)
    .map(([point, count]) => `${count} ${point}`);
  return [...(event.client_id === undefined ? [] : [event.client_id]), counts.join(", ")];
}
