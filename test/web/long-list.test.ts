/** A list of ten thousand clients feels like one of ten. */
import { afterAll, beforeAll, expect, test } from "bun:test";

import { makeBigDatabase } from "../../benchmarks/lib/big-database.ts";
import { waitFor } from "../helpers/wait-for.ts";
import { WebFleet } from "../helpers/web-fleet.ts";

const clients = 10_000;
/** Generous: what is measured exactly is in benchmarks/page.ts. */
const limitMs = 5000;

let fleet: WebFleet;
/** A client that has reported what it uses. */
let reporting: string;

beforeAll(async () => {
  fleet = await WebFleet.start(async (path) => {
    const made = makeBigDatabase({ path, clients, messages: 20_000, now: Date.now() });
    reporting = made.clientIds[0]!;
  });
}, 120_000);

afterAll(() => fleet[Symbol.asyncDispose]());

test("it opens with what is on the screen, and its end is one movement away", async () => {
  await using view = await fleet.open("/clients?sort=client_id");
  const { page } = view;
  await page.getByText("10,000 clients").waitFor();
  const rows = page.locator("[data-row-link]");
  await rows.first().waitFor();
  expect(await rows.count()).toBeLessThan(100);
  const begin = performance.now();
  await page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
  const last = page.locator(`[aria-rowindex="${clients + 1}"] [data-row-link]`);
  await last.waitFor();
  expect(performance.now() - begin).toBeLessThan(limitMs);
  expect(await rows.count()).toBeLessThan(100);
  const { clients: newest } = await fleet.read<{ clients: { client_id: string }[] }>(
    "/clients?sort=-client_id&limit=1",
  );
  expect(await last.innerText()).toBe(newest[0]!.client_id);
  await view.screenshot("long-list-end-light");
  expect(await view.seriousFindings()).toEqual([]);
  expect(view.faults).toEqual([]);
}, 60_000);

test("j goes on beyond the edge of the screen", async () => {
  await using view = await fleet.open("/clients?sort=client_id");
  const { page } = view;
  await page.getByText("10,000 clients").waitFor();
  await page.locator("[data-row-link]").first().waitFor();
  for (let row = 0; row < 70; row += 1) await page.keyboard.press("j");
  const focused = page.locator('[role="row"]').filter({ has: page.locator(":focus") });
  expect(await focused.getAttribute("aria-rowindex")).toBe("71");
  expect(view.faults).toEqual([]);
});

test("each letter of a search counts, and the last one wins", async () => {
  await using view = await fleet.open("/clients");
  const { page } = view;
  await page.getByText("10,000 clients").waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("darwin", { delay: 30 });
  await page.getByText(/^[\d,]+ match$/).waitFor();
  const { total } = await fleet.read<{ total: number }>("/clients?query=darwin&limit=1");
  await page.getByText(`${total.toLocaleString("en")} match`).waitFor();
  expect(await page.locator("[data-row-link]").count()).toBeGreaterThan(0);
  expect(view.faults).toEqual([]);
});

test("by last contact: as the API counts them, in the order that was chosen", async () => {
  await using view = await fleet.open("/clients");
  const { page } = view;
  await page.getByText("10,000 clients").waitFor();
  await page.getByLabel("Last contact").selectOption("day");
  await page.getByText(/^[\d,]+ match$/).waitFor();
  const after = new Date(Date.now() - 24 * 60 * 60 * 1000).toISOString();
  const { total } = await fleet.read<{ total: number }>(`/clients?seen_after=${after}&limit=1`);
  expect(total).toBeGreaterThan(0);
  expect(total).toBeLessThan(clients);
  await page.getByText(`${total.toLocaleString("en")} match`).waitFor();
  await page.getByRole("button", { name: "Last contact" }).click();
  await page.waitForURL("**/clients?seen=day&sort=last_contact");
  expect(view.faults).toEqual([]);
});

test("messages are read on as one goes down", async () => {
  await using view = await fleet.open("/messages");
  const { page } = view;
  await page.locator("[data-row-link]").first().waitFor();
  // Nobody knows how many there are: each arrival at the end makes the list longer.
  const goDown = async () => {
    await page.evaluate("scrollTo(0, document.documentElement.scrollHeight)");
    const shown = await page.locator('[role="row"]').last().getAttribute("aria-rowindex");
    return Number(shown) > 2000;
  };
  await waitFor(goDown, { what: "the two thousandth message" });
  expect(await page.locator("[data-row-link]").count()).toBeLessThan(100);
  expect(view.faults).toEqual([]);
});

test("charts and tables of a full fleet", async () => {
  await using view = await fleet.open("/counts?span=month", { theme: "dark" });
  const { page } = view;
  await page.locator(".chart-bar").first().waitFor();
  await view.screenshot("full-counts-dark");
  for (const tab of ["usage&span=week", "contacts", "messages"]) {
    await page.goto(`/clients/${reporting}?tab=${tab}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await view.settle();
    if (tab.startsWith("usage")) await page.getByText("Memory, resident").first().waitFor();
    await view.screenshot(`full-client-${tab.replaceAll(/\W/g, "-")}-dark`);
    expect(await view.overflow()).toBe(0);
    expect(await view.seriousFindings()).toEqual([]);
  }
  expect(view.faults).toEqual([]);
});
