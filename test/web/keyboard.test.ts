/** The page without a mouse, and the addresses of its views. */
import { afterAll, beforeAll, expect, test } from "bun:test";

import { WebFleet } from "../helpers/web-fleet.ts";

let fleet: WebFleet;
const ids: string[] = [];

beforeAll(async () => {
  fleet = await WebFleet.start();
  for (const label of ["alpha", "beta", "gamma"]) {
    const { clientId } = await fleet.poll({}, [label]);
    ids.push(clientId);
  }
}, 60_000);

afterAll(() => fleet[Symbol.asyncDispose]());

test("search, walk, open, and back to where one was", async () => {
  await using view = await fleet.open("/clients");
  const { page } = view;
  await page.getByText("3 clients").waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("bet");
  await page.getByText("1 match").waitFor();
  await page.getByRole("link", { name: ids[1]! }).waitFor();
  await page.keyboard.press("Enter");
  expect(new URL(page.url()).search).toBe("?query=bet");
  expect(await page.evaluate("document.activeElement.textContent")).toBe(ids[1]);
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/clients/${ids[1]}`);
  await page.goBack();
  await page.getByText("1 match").waitFor();
  expect(await page.getByLabel("Search clients").inputValue()).toBe("bet");
  expect(view.faults).toEqual([]);
});

test("j and k go from row to row, in the order that is shown", async () => {
  await using view = await fleet.open("/clients?sort=client_id");
  const { page } = view;
  await page.locator("[data-row-link]").nth(2).waitFor();
  const focused = () => page.evaluate<string>("document.activeElement.textContent");
  const sorted = ids.toSorted();
  await page.keyboard.press("j");
  expect(await focused()).toBe(sorted[0]!);
  await page.keyboard.press("j");
  await page.keyboard.press("j");
  expect(await focused()).toBe(sorted[2]!);
  await page.keyboard.press("k");
  expect(await focused()).toBe(sorted[1]!);
  await page.getByRole("button", { name: "Client", exact: true }).click();
  await page.waitForURL("**/clients?sort=-client_id");
  await page
    .getByRole("columnheader", { name: "Client" })
    .and(page.locator("[aria-sort=descending]"))
    .waitFor();
});

test("letters lead to the views, and ? tells of them", async () => {
  await using view = await fleet.open("/");
  const { page } = view;
  await page.getByText("Connections by transport").waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard" }).waitFor();
  await view.screenshot("help-light");
  expect(await view.seriousFindings()).toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  await page.keyboard.press("g");
  await page.keyboard.press("m");
  await page.waitForURL("**/messages");
  await page.locator("#main:focus").waitFor();
});

test("a letter counts as soon as a dialog is closed, though its button still has the focus", async () => {
  await using view = await fleet.open("/");
  const { page } = view;
  await page.getByText("Connections by transport").waitFor();
  await page.keyboard.press("?");
  await page.getByRole("dialog", { name: "Keyboard" }).waitFor();
  const focused = await page.evaluate<string>(`(() => {
    document.querySelector("dialog").close();
    const { activeElement } = document;
    for (const key of ["g", "m"])
      activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    return activeElement.textContent;
  })()`);
  expect(focused).toBe("Close");
  await page.waitForURL("**/messages");
});

test("the first Tab skips the navigation", async () => {
  await using view = await fleet.open("/server");
  const { page } = view;
  await page.getByText("Listeners").waitFor();
  await page.keyboard.press("Tab");
  expect(await page.evaluate<string>("document.activeElement.textContent")).toBe(
    "Skip to the content",
  );
  await page.keyboard.press("Enter");
  expect(await page.evaluate<string>("document.activeElement.id")).toBe("main");
});

test("the colours that were chosen stay", async () => {
  await using view = await fleet.open("/", { theme: "light" });
  const { page } = view;
  const ground = () => page.evaluate<string>("getComputedStyle(document.body).backgroundColor");
  const light = await ground();
  await page.getByRole("button", { name: "Dark" }).click();
  const dark = await ground();
  expect(dark).not.toBe(light);
  await page.reload();
  await page.getByRole("button", { name: "Dark", pressed: true }).waitFor();
  expect(await ground()).toBe(dark);
});
