/** The day's work, done with the page. */
import { afterAll, beforeAll, expect, test } from "bun:test";
import { readFileSync } from "node:fs";

import type { CompiledClient } from "../helpers/compiled-client.ts";
import { WebFleet, stdinService } from "../helpers/web-fleet.ts";

let fleet: WebFleet;
let client: CompiledClient;

beforeAll(async () => {
  fleet = await WebFleet.start();
  const services = {
    sh: stdinService("sh", "/bin/sh"),
    cat: stdinService("cat", "/bin/cat"),
  };
  client = await fleet.startClient({ labels: ["worker"], services });
}, 60_000);

afterAll(() => fleet[Symbol.asyncDispose]());

test("a command is run, and what it writes arrives", async () => {
  await using view = await fleet.open(`/clients/${client.clientId}?tab=run`);
  const { page } = view;
  await page.getByLabel("Service").fill("sh");
  await page
    .getByLabel("Arguments")
    .fill(`-c "echo out; printf '\\\\033[31mred\\\\n'; echo wrong >&2; exit 3"`);
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByText("ended with status 3").waitFor();
  const output = page.getByLabel("Output");
  expect(await output.innerText()).toContain("out\n");
  // What would colour a terminal is shown as what it is.
  expect(await output.innerText()).toContain("\\x1b[31mred");
  expect(await output.locator(".stderr").innerText()).toContain("wrong");
  await page.getByText("Failed", { exact: true }).waitFor();
  await view.screenshot("command-run-light");
  expect(await view.seriousFindings()).toEqual([]);
  expect(view.faults).toEqual([]);
});

test("what is written to a command's input comes back", async () => {
  await using view = await fleet.open("/send?what=command");
  const { page } = view;
  await page.getByLabel("Client").fill("worker");
  await page.getByRole("button", { name: client.clientId }).click();
  await page.getByLabel("Service").fill("cat");
  await page.getByLabel("Standard input").fill("grüße\n");
  await page.getByRole("button", { name: "Run", exact: true }).click();
  await page.getByLabel("Output").getByText("grüße").waitFor();
  await page.getByText("ended with status 0").waitFor();
  await page.getByText("Processed", { exact: true }).waitFor();
  expect(view.faults).toEqual([]);
});

test("a message is sent, and its failure says why", async () => {
  await using view = await fleet.open(`/send?client_id=${client.clientId}`);
  const { page } = view;
  await page.getByLabel("Service").fill("cat");
  await page.getByLabel("Message type").fill("Question");
  await page.getByRole("button", { name: "JSON", exact: true }).click();
  await page.getByLabel("Type", { exact: true }).fill("google.protobuf.Struct");
  await page.getByLabel("Content").fill("{");
  await page.getByText("This is not JSON").waitFor();
  expect(await page.getByRole("button", { name: "Send", exact: true }).isDisabled()).toBe(true);
  await page.getByLabel("Content").fill('{ "answer": 42 }');
  await page.getByRole("button", { name: "Send", exact: true }).click();
  await page.getByText("Failed", { exact: true }).waitFor();
  await page.getByText('service "cat" takes').waitFor();
  await view.screenshot("message-sent-light");
  expect(view.faults).toEqual([]);
});

test("messages that wait are taken back, after a question that says how many", async () => {
  const away = await fleet.startClient({ labels: ["away"] });
  await away.stop();
  for (const type of ["One", "Two"])
    await fleet.change("POST", "/messages", {
      ...{ client_id: away.clientId, service_name: "echo", message_type: type },
    });
  await using view = await fleet.open(`/clients/${away.clientId}`);
  const { page } = view;
  await page.getByText("2 messages on the way").first().waitFor();
  await page.getByRole("button", { name: "Delete pending" }).click();
  await view.screenshot("delete-pending-light");
  expect(await view.seriousFindings()).toEqual([]);
  await page.getByRole("button", { name: "Delete 2 messages" }).click();
  await page.getByText("The waiting messages are deleted.").waitFor();
  await page.getByText("0 messages on the way to it").waitFor();
  expect(view.faults).toEqual([]);
}, 60_000);

test("a client is blacklisted, which the audit log has", async () => {
  const clone = await fleet.startClient({ labels: ["clone"] });
  const { clientId } = clone;
  await using view = await fleet.open(`/clients/${clientId}`);
  const { page } = view;
  await page.getByRole("button", { name: "Blacklist" }).click();
  await page.getByText("told to make a new key").waitFor();
  await page.keyboard.press("Escape");
  await page.getByText("told to make a new key").waitFor({ state: "hidden" });
  await page.getByRole("button", { name: "Blacklist" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Blacklist" }).click();
  await page.getByText("The client is blacklisted.").waitFor();
  await page.getByText("blacklisted", { exact: true }).first().waitFor();
  await page.goto("/server?tab=audit");
  await page.getByText(clientId).first().waitFor();
  expect(view.faults).toEqual([]);
}, 60_000);

test("a broadcast is created, is followed and is stopped", async () => {
  await using view = await fleet.open("/broadcasts");
  const { page } = view;
  await page.getByRole("button", { name: "New broadcast" }).first().click();
  await page.getByLabel("Service").fill("cat");
  await page.getByLabel("Message type").fill("Broadcast");
  await page.getByLabel("Clients with all of these labels").fill("worker");
  await page.getByLabel("Clients with all of these labels").press("Enter");
  await page.getByText("1 client has this label").waitFor();
  await page.getByLabel("Limit").fill("5");
  await view.screenshot("new-broadcast-light");
  expect(await view.seriousFindings()).toEqual([]);
  await page.getByRole("button", { name: "Send to clients with these labels" }).click();
  await page.getByText("1 of 5 clients").waitFor();
  await page.getByRole("button", { name: "Stop" }).click();
  await page.getByRole("button", { name: "Stop it" }).click();
  await page.getByText("stopped", { exact: true }).waitFor();
  await page.goto("/broadcasts");
  await page.getByText("No broadcast is active").waitFor();
  await page.getByText("All", { exact: true }).click();
  await page.getByRole("link", { name: "Broadcast for cat" }).waitFor();
  await view.screenshot("broadcasts-all-light");
  expect(view.faults).toEqual([]);
}, 60_000);

test("a file is stored, comes back as it was, and is deleted", async () => {
  const content = Buffer.from(Array.from({ length: 70_000 }, (_, index) => index % 251));
  await using view = await fleet.open("/files");
  const { page } = view;
  await page.getByText("No file is stored").waitFor();
  await page
    .getByLabel("File", { exact: true })
    .setInputFiles({ name: "tool.bin", mimeType: "application/octet-stream", buffer: content });
  await page.getByLabel("Service").fill("updater");
  await page.getByRole("button", { name: "Store" }).click();
  await page.getByText("The file is stored.").waitFor();
  const row = page.getByRole("row").filter({ hasText: "tool.bin" });
  await row.getByText("70 KB").waitFor();
  const downloading = page.waitForEvent("download");
  await row.getByRole("button", { name: "Download tool.bin" }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe("tool.bin");
  expect(readFileSync(await download.path()).equals(content)).toBe(true);
  await row.getByRole("button", { name: "Delete tool.bin" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await page.getByText("No file is stored").waitFor();
  expect(view.faults).toEqual([]);
});
