/** Every view of the page against a running fleet, in both colours and on three screens: it is complete, it is accessible. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";

import type { TestPage, ViewOptions } from "../helpers/browser.ts";
import { WebFleet, stdinService } from "../helpers/web-fleet.ts";

interface Things {
  readonly clientId: string;
  readonly pendingId: string;
  readonly doneId: string;
  readonly broadcastId: string;
}

let fleet: WebFleet;
let things: Things;

beforeAll(async () => {
  fleet = await WebFleet.start();
  things = await fill(fleet);
}, 120_000);

afterAll(() => fleet[Symbol.asyncDispose]());

/** A client that is there, one that is gone, messages of every kind, broadcasts, files. */
async function fill(to: WebFleet): Promise<Things> {
  const services = { ls: stdinService("ls", "/bin/ls"), cat: stdinService("cat", "/bin/cat") };
  const client = await to.startClient({ labels: ["laptop", "berlin"], services });
  const gone = await to.startClient({ labels: ["server", "lyon"] });
  const { clientId } = client;
  await gone.stop();
  const run = { service_name: "ls", args: ["/"] };
  const done = await to.change<{ message_id: string }>(
    "POST",
    `/clients/${clientId}/commands`,
    run,
  );
  await to.waitForAnswer<{ state: string }>(
    `/messages/${done.message_id}`,
    ({ state }) => state === "processed",
    "the command's acknowledgement",
  );
  const pending = await to.change<{ message_id: string }>("POST", "/messages", {
    ...{ client_id: gone.clientId, service_name: "echo", message_type: "Greeting" },
    data: {
      type_url: "google.protobuf.Struct",
      json: { hello: "world", list: [1, 2, { a: null }] },
    },
  });
  await to.change("POST", "/messages", {
    ...{ client_id: clientId, service_name: "cat", message_type: "Wrong" },
  });
  const broadcast = await to.change<{ broadcast_id: string }>("POST", "/broadcasts", {
    ...{ service_name: "echo", message_type: "News", limit: 10 },
    required_labels: [{ service_name: "client", label: "laptop" }],
    data: { text: "news" },
  });
  const file = { data: Buffer.from("a line\n").toString("base64") };
  await to.change("PUT", "/files/updater/news.txt", file);
  const ids = { pendingId: pending.message_id, doneId: done.message_id };
  return { clientId, ...ids, broadcastId: broadcast.broadcast_id };
}

/** By name: its address, its heading, and a text that only its content has. */
const views = {
  overview: [() => "/", "Overview", "Connections by transport"],
  clients: [() => "/clients", "Clients", "berlin"],
  client: [() => `/clients/${things.clientId}`, "", "Public key"],
  "client-messages": [() => `/clients/${things.clientId}?tab=messages`, "", "StdinService"],
  "client-contacts": [() => `/clients/${things.clientId}?tab=contacts`, "", "first"],
  "client-usage": [() => `/clients/${things.clientId}?tab=usage`, "", "Last day"],
  "client-run": [() => `/clients/${things.clientId}?tab=run`, "", "Standard input"],
  messages: [() => "/messages", "Messages", "Greeting"],
  "message-done": [() => `/messages/${things.doneId}`, "StdinServiceInputMessage", "Handed out"],
  "message-pending": [() => `/messages/${things.pendingId}`, "Greeting", "hello"],
  counts: [() => "/counts", "Counts", "StdinServiceInputMessage"],
  send: [() => "/send", "Send", "Choose a client"],
  "send-to": [() => `/send?client_id=${things.clientId}`, "Send", "Priority"],
  "send-command": [() => `/send?what=command&client_id=${things.clientId}`, "Send", "Arguments"],
  broadcasts: [() => "/broadcasts", "Broadcasts", "News for echo"],
  broadcast: [() => `/broadcasts/${things.broadcastId}`, "Broadcast", "From service"],
  files: [() => "/files", "Files", "news.txt"],
  server: [() => "/server", "Server", "Listeners"],
  "server-log": [() => "/server?tab=log", "Server", "enrolled"],
  "server-tokens": [() => "/server?tab=tokens", "Server", "There is no token"],
  "server-audit": [() => "/server?tab=audit", "Server", "Head of the chain"],
  "not-found": [() => "/nowhere", "Not found", "There is no such view"],
} as const satisfies Record<string, readonly [() => string, string, string]>;

interface Screen extends ViewOptions {
  /** Colours and structure are those of the other screens. */
  readonly isAudited: boolean;
}

const screens = {
  light: { theme: "light", isAudited: true },
  dark: { theme: "dark", isAudited: true },
  phone: { theme: "light", width: 360, height: 740, isAudited: false },
  wall: { theme: "dark", width: 3840, height: 2160, isAudited: false },
} as const satisfies Record<string, Screen>;

/** The browser itself tells of an answer that is not a success, as this one is meant to be. */
const expectedFault = /status of 404.*\/nowhere\)$/;

describe.each(Object.keys(screens) as (keyof typeof screens)[])("%s", (screen) => {
  const { isAudited, ...options } = screens[screen];
  let view: TestPage;

  beforeAll(async () => {
    view = await fleet.open("/login", options);
  });

  afterAll(() => view[Symbol.asyncDispose]());

  test.each(Object.keys(views) as (keyof typeof views)[])("%s", async (name) => {
    const [address, heading, content] = views[name];
    const { page } = view;
    await page.goto(address());
    await page.getByText(content, { exact: false }).first().waitFor();
    await view.settle();
    expect(await page.getByRole("heading", { level: 1 }).innerText()).toContain(heading);
    expect(await page.title()).toMatch(/ – Fleet$/);
    await view.screenshot(`${name}-${screen}`);
    expect(await view.overflow()).toBe(0);
    if (isAudited) expect(await view.seriousFindings()).toEqual([]);
    expect(view.faults.splice(0).filter((fault) => !expectedFault.test(fault))).toEqual([]);
  });
});
