/**
 * The event stream of the server. Events are hints: the page reads the API again where something has changed, and reads
 * everything again after a gap.
 */
import { read } from "../api/client.ts";
import { watched } from "../store.ts";
import { type LiveEvent, parseEvent } from "./parse-event.ts";

/** A listener gets what came in one frame; undefined after a gap. */
export type LiveListener = (events: readonly LiveEvent[] | undefined) => void;

export type FeedState = "connecting" | "live" | "lost";

export const feedState = watched<FeedState>("connecting");

export const eventTypes = [
  ...["client.connected", "client.disconnected", "client.enrolled", "client.rekeyed"],
  ...["message.stored", "message.delivered", "message.acknowledged", "message.processed"],
  ...["message.failed", "messages.summary", "broadcast.progress", "alert.raised", "alert.cleared"],
  "reset",
];

/** More than this between two frames is a gap: a page in the background does not pile up what happened. */
const maxBatch = 2000;
const retryMs = { first: 1000, most: 15_000 };

const listeners = new Set<LiveListener>();
let batch: LiveEvent[] | undefined = [];
let scheduled = false;
let source: EventSource | undefined;
let retry: ReturnType<typeof setTimeout> | undefined;
let pauseMs = retryMs.first;
let lastId = "";

/** @returns how to stop listening. */
export function listen(listener: LiveListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Opens the stream if none is open. */
export function startFeed(): void {
  if (source !== undefined) return;
  clearTimeout(retry);
  source = new EventSource(
    `/api/v1/events${lastId === "" ? "" : `?after=${encodeURIComponent(lastId)}`}`,
  );
  source.addEventListener("open", opened);
  source.addEventListener("error", failed);
  source.addEventListener("message", take);
  for (const type of eventTypes) source.addEventListener(type, take);
}

export function stopFeed(): void {
  clearTimeout(retry);
  source?.close();
  source = undefined;
}

function opened(): void {
  pauseMs = retryMs.first;
  // What happened before the first event of a stream is in no event.
  if (feedState.get() === "lost" && lastId === "") markGap();
  feedState.set("live");
}

/** The browser tries again by itself, except after an answer that is no stream. */
function failed(): void {
  feedState.set("lost");
  if (source?.readyState !== EventSource.CLOSED) return;
  stopFeed();
  // The browser does not tell why; whether the session has ended is seen from an answer.
  read("/session").catch(() => {});
  retry = setTimeout(startFeed, pauseMs);
  pauseMs = Math.min(pauseMs * 2, retryMs.most);
}

function take(message: MessageEvent<unknown>): void {
  if (message.lastEventId !== "") lastId = message.lastEventId;
  const event = parseEvent(message.data, message.type);
  if (event === undefined) return;
  if (event.type === "reset") markGap();
  else if (batch !== undefined && batch.length < maxBatch) batch.push(event);
  else batch = undefined;
  schedule();
}

function markGap(): void {
  batch = undefined;
  schedule();
}

function schedule(): void {
  if (scheduled) return;
  scheduled = true;
  // In the background there are no frames.
  if (document.hidden) setTimeout(deliver, 1000);
  else requestAnimationFrame(deliver);
}

function deliver(): void {
  scheduled = false;
  const events = batch;
  batch = [];
  for (const listener of listeners) listener(events);
}
