/**
 * How long the status page takes until it is complete, in a real browser, on a server with a big database: each view in a
 * window that has never seen the page, and what came over the wire for it.
 *
 *   bun benchmarks/page.ts [--clients 10000] [--messages 1000000] [--rounds 7]
 *
 * Times begin before the browser is told to go, and end when the view's content is there. Exit status 1 if a median is over
 * one second, or a first load over 100 KB.
 */
import { parseArgs } from "node:util";

import { WebFleet } from "../test/helpers/web-fleet.ts";
import type { TestPage } from "../test/helpers/browser.ts";
import { makeBigDatabase } from "./lib/big-database.ts";
import { percentile } from "./lib/statistics.ts";

const { values } = parseArgs({
  options: {
    clients: { type: "string", default: "10000" },
    messages: { type: "string", default: "1000000" },
    rounds: { type: "string", default: "7" },
  },
});
const limitMs = 1000;
const limitBytes = 100_000;

interface Sample {
  readonly ms: number;
  /** Of the page's own files, as they came over the wire. */
  readonly bytes: number;
}

async function load(fleet: WebFleet, path: string, selector: string): Promise<Sample> {
  await using view = await fleet.open("about:blank");
  const start = performance.now();
  await view.page.goto(path, { waitUntil: "commit" });
  await view.page.locator(selector).first().waitFor();
  const ms = performance.now() - start;
  if (view.faults.length > 0) throw new Error(view.faults.join("\n"));
  return { ms, bytes: await transferredBytes(view) };
}

function transferredBytes({ page }: TestPage): Promise<number> {
  return page.evaluate(`
    [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
      .filter(({ name }) => !name.includes("/api/"))
      .reduce((sum, { transferSize }) => sum + transferSize, 0)`);
}

async function measure(fleet: WebFleet, name: string, path: string, selector: string) {
  const samples: Sample[] = [];
  for (let round = 0; round < Number(values.rounds); round += 1)
    samples.push(await load(fleet, path, selector));
  const times = samples.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const bytes = Math.max(...samples.map((sample) => sample.bytes));
  const [median, worst] = [percentile(times, 0.5), percentile(times, 1)];
  console.log(
    `${name.padEnd(24)}${median.toFixed(0).padStart(7)}${worst.toFixed(0).padStart(7)}${String(bytes).padStart(9)}`,
  );
  if (median > limitMs || bytes > limitBytes) process.exitCode = 1;
}

/** From the last letter to the rows that match, and from the top of the list to its end. */
async function measureList(fleet: WebFleet): Promise<void> {
  await using view = await fleet.open("/clients");
  const { page } = view;
  await page.locator("[data-row-link]").first().waitFor();
  const search = page.getByLabel("Search clients");
  let start = performance.now();
  await search.fill("windows");
  await page.getByText(/ match$/).waitFor();
  console.log(`search in ${values.clients} clients: ${(performance.now() - start).toFixed(0)} ms`);
  await search.fill("");
  await page.getByText(/ clients$/).waitFor();
  start = performance.now();
  await page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
  await page.locator(`[aria-rowindex="${Number(values.clients) + 1}"] [data-row-link]`).waitFor();
  console.log(`to the end of the list: ${(performance.now() - start).toFixed(0)} ms`);
}

const made = { clients: Number(values.clients), messages: Number(values.messages) };
await using fleet = await WebFleet.start((path) =>
  Promise.resolve(makeBigDatabase({ path, ...made, now: Date.now() })),
);
const { clients } = await fleet.read<{ clients: { client_id: string }[] }>("/clients?limit=1");
const { messages } = await fleet.read<{ messages: { message_id: string }[] }>("/messages?limit=1");
const client = `/clients/${clients[0]?.client_id ?? ""}`;
console.log(
  `${"view".padEnd(24)}${"median".padStart(7)}${"worst".padStart(7)}${"bytes".padStart(9)}`,
);
await measure(fleet, "overview", "/", ".figure");
await measure(fleet, "clients", "/clients", "[data-row-link]");
await measure(fleet, "client", client, ".facts");
await measure(fleet, "client's messages", `${client}?tab=messages`, "[data-row-link]");
await measure(fleet, "client's contacts", `${client}?tab=contacts`, ".chain-knot");
await measure(fleet, "messages", "/messages", "[data-row-link]");
await measure(fleet, "message", `/messages/${messages[0]?.message_id ?? ""}`, ".trace-mark");
await measure(fleet, "counts", "/counts", ".chart-bar");
await measure(fleet, "server", "/server", ".facts");
await measureList(fleet);
