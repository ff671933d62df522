/** A client whose every field is an attack on whoever looks at it: every view shows it, and nothing happens. */
import { afterAll, beforeAll, expect, test } from "bun:test";

import { makeMessage } from "../../src/core/message.ts";
import { WebFleet } from "../helpers/web-fleet.ts";

const script = "<script>alert(1)</script><img src=x onerror=alert(2)>";
const override = "invoice\u202egnp.exe";
const ansi = "\x1b[31mred\x1b]0;title\x07";
const formula = '=cmd|"/C calc"!A0';
const link = "javascript:alert(3)";
const long = "L".repeat(100_000);
/** What may stand nowhere on a page as it is. */
const unsafe = ["\u202e", "\x1b", "\x07"];

interface Message {
  readonly message_id: string;
  readonly message_type: string;
}

let fleet: WebFleet;
let clientId = "";

beforeAll(async () => {
  fleet = await WebFleet.start();
  // Names have at most 128 characters; what is longer is refused before anybody sees it.
  const texts = [script, override, ansi, formula, link, `${"N".repeat(120)}\u202e`];
  const messages = texts.map((text, index) => {
    const much = index % 3 === 0 ? `${text}${long}` : text;
    return makeMessage({
      source: { clientId: undefined, serviceName: text },
      destination: { clientId: undefined, serviceName: index % 2 === 0 ? "echo" : text },
      messageType: text,
      sourceMessageId: (index + 1).toString(16).padStart(32, "0"),
      data: { typeUrl: `type.googleapis.com/${much}`, value: Buffer.from(much) },
      // Annotations have a limit of 16 KiB.
      annotations: [{ key: text, value: much.slice(0, 12_000) }],
    });
  });
  const labels = [...texts, "line\nbreak\0", "\u0301".repeat(60)];
  const identity = await fleet.poll({ messages }, labels);
  ({ clientId } = identity);
}, 60_000);

afterAll(() => fleet[Symbol.asyncDispose]());

test.each(["light", "dark"] as const)(
  "every view, %s",
  async (theme) => {
    const { messages } = await fleet.read<{ messages: Message[] }>("/messages");
    const client = `/clients/${clientId}`;
    const paths = [
      ...["/", "/clients", client, `${client}?tab=messages`, `${client}?tab=contacts`, "/messages"],
      ...["/counts", "/server?tab=log", `/send?client_id=${clientId}`],
      ...messages.map(({ message_id: id }) => `/messages/${id}`),
    ];
    await using view = await fleet.open("/", { theme, width: 1280 });
    const { page } = view;
    for (const path of paths) {
      await page.goto(path);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await view.settle();
      expect(await page.locator("#app script, #app img, #app iframe").count()).toBe(0);
      expect(await page.locator('#app a[href^="javascript" i]').count()).toBe(0);
      const text = await page.evaluate<string>("document.body.innerText");
      expect(unsafe.filter((character) => text.includes(character))).toEqual([]);
      const title = await page.title();
      expect(unsafe.filter((character) => title.includes(character))).toEqual([]);
      expect(await view.overflow()).toBe(0);
      expect(await page.evaluate<number>("document.body.innerText.length")).toBeLessThan(100_000);
    }
    expect(view.faults).toEqual([]);
  },
  120_000,
);

test("labels are shown as they are written, escapes visibly", async () => {
  await using view = await fleet.open(`/clients/${clientId}`, { width: 360 });
  const { page } = view;
  await page.getByText("<script>alert(1)</script>").first().waitFor();
  await page.getByText("\\u202e", { exact: true }).first().waitFor();
  await page.getByText("\\x1b", { exact: true }).first().waitFor();
  await page.getByText("=cmd|").first().waitFor();
  expect(await view.overflow()).toBe(0);
  await view.screenshot("hostile-phone");
});

test("what is long opens piece by piece", async () => {
  const { messages } = await fleet.read<{ messages: Message[] }>("/messages");
  const much = messages.find(({ message_type: type }) => type === script);
  await using view = await fleet.open(`/messages/${much?.message_id ?? ""}`);
  const { page } = view;
  const value = page.getByRole("definition").filter({ hasText: /L{50}/ }).first();
  await value.waitFor();
  expect((await value.innerText()).length).toBeLessThan(500);
  await value.getByRole("button").click();
  expect((await value.innerText()).length).toBeGreaterThan(10_000);
  expect(await view.overflow()).toBe(0);
});
