/** The page follows what happens, without being loaded again, also across a restart of the server. */
import { afterAll, beforeAll, expect, test } from "bun:test";

import { WebFleet, stdinService } from "../helpers/web-fleet.ts";
import type { CompiledClient } from "../helpers/compiled-client.ts";
import { waitFor } from "../helpers/wait-for.ts";

let fleet: WebFleet;
let client: CompiledClient;

beforeAll(async () => {
  fleet = await WebFleet.start();
  client = await fleet.startClient({
    labels: ["first"],
    services: { ls: stdinService("ls", "/bin/ls") },
  });
}, 60_000);

afterAll(() => fleet[Symbol.asyncDispose]());

test("a client that connects appears, and one that leaves is no longer connected", async () => {
  await using view = await fleet.open("/clients");
  const { page } = view;
  await page.getByText(client.clientId).waitFor();
  const second = await fleet.startClient({ labels: ["second"] });
  const row = page.getByRole("row").filter({ hasText: second.clientId });
  await row.waitFor();
  await row.getByText("connected", { exact: true }).waitFor();
  await second.stop();
  await row.getByText("connected", { exact: true }).waitFor({ state: "hidden" });
  expect(view.faults).toEqual([]);
});

test("an event is on the page within 100 ms of its commit", async () => {
  await using view = await fleet.open("/");
  const { page } = view;
  await page.locator("#side").getByText("Live", { exact: true }).waitFor();
  // Both clocks are this machine's: the event's time is that of its commit.
  const delays: number[] = [];
  await page.exposeFunction("noteDelay", (delay: number) => {
    delays.push(delay);
  });
  await page.evaluate(`
    new MutationObserver((changes) => {
      for (const { addedNodes } of changes)
        for (const node of addedNodes) {
          const time = node.querySelector?.("[data-event='message.stored'] time, :scope > time");
          if (time) noteDelay(Date.now() - Date.parse(time.dateTime));
        }
    }).observe(document.getElementById("main"), { childList: true, subtree: true })`);
  for (let round = 0; round < 20; round += 1) {
    const seen = delays.length;
    await fleet.change("POST", "/messages", { client_id: client.clientId, service_name: "ls" });
    await waitFor(() => delays.length > seen, { what: "the event on the page" });
  }
  delays.sort((a, b) => a - b);
  console.log(
    `event to page: median ${delays[delays.length >> 1]} ms, slowest ${delays.at(-1)} ms`,
  );
  expect(delays[delays.length >> 1]).toBeLessThan(100);
}, 60_000);

test("a message's life goes on before one's eyes", async () => {
  const services = { cat: stdinService("cat", "/bin/cat") };
  const quiet = await fleet.startClient({ labels: ["quiet"], services });
  await quiet.stop();
  const { message_id: id } = await fleet.change<{ message_id: string }>("POST", "/messages", {
    ...{ client_id: quiet.clientId, service_name: "cat", message_type: "Later" },
  });
  await using view = await fleet.open(`/messages/${id}`);
  const { page } = view;
  await page.getByText("Waiting", { exact: true }).waitFor();
  await quiet.restart();
  await page.getByText("Failed", { exact: true }).waitFor({ timeout: 20_000 });
  await page.getByText("Handed out", { exact: true }).waitFor();
  expect(view.faults).toEqual([]);
}, 60_000);

test("a server that is gone is said, and what happened meanwhile is there after its return", async () => {
  await using view = await fleet.open("/messages");
  const { page } = view;
  await page.locator("#side").getByText("Live", { exact: true }).waitFor();
  await fleet.server.kill();
  await page.getByText("The connection to the server is lost.").waitFor();
  await view.screenshot("connection-lost-light");
  await fleet.server.resume();
  await fleet.change("POST", "/messages", {
    ...{ client_id: client.clientId, service_name: "ls", message_type: "Meanwhile" },
  });
  await page
    .getByText("The connection to the server is lost.")
    .waitFor({ state: "hidden", timeout: 30_000 });
  await page.getByRole("link", { name: "Meanwhile" }).waitFor();
}, 90_000);

test("a view that follows no events is read again, too", async () => {
  await using view = await fleet.open("/files");
  const { page } = view;
  await page.getByText("No file is stored").waitFor();
  await fleet.server.kill();
  await page.getByText("The connection to the server is lost.").waitFor();
  await fleet.server.resume();
  const data = Buffer.from("a line\n").toString("base64");
  await fleet.change("PUT", "/files/updater/meanwhile.txt", { data });
  await page.getByText("meanwhile.txt").waitFor({ timeout: 30_000 });
}, 90_000);

test("a clock is as right as when it was read, however long the client has been connected since", async () => {
  await using view = await fleet.open("/login");
  const { page } = view;
  const path = `/clients/${client.clientId}`;
  await page.route(`**/api/v1${path}`, async (route) => {
    const response = await route.fetch();
    const detail = (await response.json()) as Record<string, unknown>;
    const later = new Date(Date.now() + 600_000).toISOString();
    await route.fulfill({ response, json: { ...detail, last_contact_time: later } });
  });
  await page.goto(path);
  await page.getByText("Its clock").waitFor();
  await page.getByText("right", { exact: true }).waitFor();
});

test("a client that begins anew splits its chain, which is drawn and explained", async () => {
  const { clientId, ...keys } = await fleet.poll({}, ["restored"]);
  await using view = await fleet.open(`/clients/${clientId}?tab=contacts`);
  const { page } = view;
  await page.locator(".chain-knot.first").waitFor();
  expect(await page.locator(".chain-knot.split").count()).toBe(0);
  // Without the nonce that it was given: as a machine would whose state was taken back.
  await fleet.poll({}, ["restored"], { clientId, ...keys });
  await page.reload();
  await page.locator(".chain-knot.split").waitFor();
  await page.getByText("The chain splits once.").waitFor();
  await page.getByRole("img", { name: "1 of 2 contacts split off" }).waitFor();
  await view.screenshot("chain-split-light");
  expect(await view.seriousFindings()).toEqual([]);
  expect(view.faults).toEqual([]);
});
