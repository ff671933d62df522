/** One event in words. Pure. */
import type { LiveEvent } from "../../live/parse-event.ts";
import { isRecord } from "../../api/problem.ts";

export interface EventWords {
  /** Of its dot: "ok", "warn", "bad" or none. */
  readonly kind: string;
  readonly text: string;
  /** What it is about: text of the event, not yet made harmless. */
  readonly subject: string;
}

const words: Readonly<Record<string, readonly [kind: string, text: string]>> = {
  "client.connected": ["ok", "connected"],
  "client.disconnected": ["", "disconnected"],
  "client.enrolled": ["ok", "new client"],
  "client.rekeyed": ["warn", "new key for"],
  "message.stored": ["", "stored"],
  "message.delivered": ["", "handed out"],
  "message.acknowledged": ["ok", "acknowledged"],
  "message.processed": ["ok", "processed"],
  "message.failed": ["bad", "failed"],
  "broadcast.progress": ["", "broadcast"],
  "alert.raised": ["bad", "alert:"],
  "alert.cleared": ["ok", "over:"],
};

export function describeEvent(event: LiveEvent): EventWords {
  const { type, facts } = event;
  const field = (name: string) => {
    const value = facts[name];
    return typeof value === "string" || typeof value === "number" ? String(value) : "";
  };
  if (type === "messages.summary") {
    const parts = ["stored", "delivered", "acknowledged", "processed", "failed"]
      .filter((name) => field(name) !== "" && field(name) !== "0")
      .map((name) => `${field(name)} ${name}`);
    return { kind: "", text: "many messages:", subject: parts.join(", ") };
  }
  const [kind, text] = words[type] ?? ["", type];
  if (type.startsWith("message.")) {
    const what = field("message_type") || "message";
    return {
      kind,
      text,
      subject: `${what} for ${field("service_name") || "a service"}${reasonOf(field("reason"))}`,
    };
  }
  if (type.startsWith("alert.")) {
    const alert = facts["alert"];
    return {
      kind,
      text,
      subject: isRecord(alert) && typeof alert["text"] === "string" ? alert["text"] : "",
    };
  }
  if (type === "broadcast.progress")
    return { kind, text, subject: `${event.broadcast_id ?? ""}: ${field("sent")} sent` };
  const by = field("transport");
  return {
    kind,
    text,
    subject: `${event.client_id ?? ""}${by === "" ? "" : ` by ${by}`}${reasonOf(field("reason"))}`,
  };
}

function reasonOf(reason: string): string {
  return reason === "" ? "" : `: ${reason}`;
}
