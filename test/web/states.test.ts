/** What the page shows when there is nothing, or something is wrong: each says what to do next. */
import { afterAll, beforeAll, describe, expect, test } from "bun:test";

import { WebFleet } from "../helpers/web-fleet.ts";

let fleet: WebFleet;

beforeAll(async () => {
  fleet = await WebFleet.start();
}, 60_000);

afterAll(() => fleet[Symbol.asyncDispose]());

describe("an empty fleet", () => {
  test.each([
    ["/clients", "No client has connected yet", "fleet config init"],
    ["/messages", "There is no message yet", "Send a message"],
    ["/messages?state=failed", "No message matches", "Show all messages"],
    ["/clients?query=nothing", "No client matches", "Show all clients"],
    ["/counts", "Nothing was counted", "Choose a longer time"],
    ["/broadcasts", "No broadcast is active", "New broadcast"],
    ["/files", "No file is stored", "Choose a file"],
    ["/server?tab=tokens", "There is no token", "fleet token create"],
    ["/", "All is well", "Nothing has happened since"],
  ])("%s", async (path, said, next) => {
    await using view = await fleet.open(path);
    await view.page.getByText(said).first().waitFor();
    await view.page.getByText(next).first().waitFor();
    await view.screenshot(`empty${path.replaceAll(/\W+/g, "-")}-light`);
    expect(await view.seriousFindings()).toEqual([]);
    expect(view.faults).toEqual([]);
  });
});

describe("without a session", () => {
  test("every view says how to get one, and shows nothing", async () => {
    await using view = await fleet.browser.open(fleet.server.webUrl);
    const { page } = view;
    await page.goto("/clients");
    await page.getByText("fleet web login").waitFor();
    expect(await page.getByRole("navigation").count()).toBe(0);
    await view.screenshot("login-light");
    expect(await view.seriousFindings()).toEqual([]);
  });

  test("the link of the command line lets in, once", async () => {
    const link = await fleet.loginLink();
    await using first = await fleet.browser.open(fleet.server.webUrl);
    await first.page.goto(link);
    await first.screenshot("link-light");
    await first.page.getByRole("button", { name: "Sign in" }).click();
    await first.page.getByText("Connections by transport").waitFor();
    expect(await first.page.evaluate<string>("document.cookie")).toBe("");
    await using second = await fleet.browser.open(fleet.server.webUrl);
    await second.page.goto(link);
    await second.page.getByRole("button", { name: "Sign in" }).click();
    await second.page.getByText(/used/).first().waitFor();
    await second.screenshot("link-used-light");
  });

  test("who signs out is out", async () => {
    await using view = await fleet.browser.open(fleet.server.webUrl);
    const { page } = view;
    await page.goto(await fleet.loginLink());
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByText("You have signed out.").waitFor();
    await page.reload();
    await page.getByText("fleet web login").waitFor();
  });
});

describe("something wrong", () => {
  test("an id that nobody has", async () => {
    await using view = await fleet.open("/clients/0123456789abcdef");
    await view.page.getByRole("alert").getByText("has no client 0123456789abcdef").waitFor();
    await view.page.getByText("fleet clients list").waitFor();
    await view.screenshot("unknown-client-light");
    expect(await view.seriousFindings()).toEqual([]);
  });

  test("an answer that is a problem, until it is none", async () => {
    await using view = await fleet.open("/login");
    const { page } = view;
    const problem = {
      type: "urn:fleet:error:unavailable",
      ...{ title: "Unavailable", status: 503, code: "unavailable" },
      detail: "the store does not answer: \u202e<b>disk</b>",
      hint: "Look at the disk.",
    };
    const path = "**/api/v1/message_counts*";
    await page.route(path, (route) =>
      route.fulfill({ status: 503, contentType: "application/problem+json", json: problem }),
    );
    await page.goto("/counts");
    const alert = page.getByRole("alert").last();
    await alert.waitFor();
    expect(await alert.innerText()).toContain("the store does not answer: \\u202e<b>disk</b>");
    expect(await alert.innerText()).toContain("Look at the disk.");
    await view.screenshot("problem-light");
    expect(await view.seriousFindings()).toEqual([]);
    await page.unroute(path);
    await alert.getByRole("button", { name: "Try again" }).click();
    await page.getByText("Nothing was counted").waitFor();
  });

  test("an answer that is no answer of the API", async () => {
    await using view = await fleet.open("/login");
    const { page } = view;
    await page.route("**/api/v1/server", (route) => route.fulfill({ body: "<h1>Proxy</h1>" }));
    await page.goto("/server");
    await page.getByText("the answer is not JSON").waitFor();
    await page.getByText("Does a proxy between here and the server").waitFor();
  });

  test("a session that is ended elsewhere", async () => {
    await using view = await fleet.open("/login");
    const { page } = view;
    await page.goto(await fleet.loginLink());
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText("Connections by transport").waitFor();
    await view.context.clearCookies();
    await page.getByRole("link", { name: "Clients", exact: true }).click();
    await page.getByText("fleet web login").waitFor();
  });

  test("a session that is revoked while nobody clicks", async () => {
    await using view = await fleet.open("/login");
    const { page } = view;
    await page.goto(await fleet.loginLink());
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText("Connections by transport").waitFor();
    // As another window of the same browser would.
    await page.evaluate('fetch("/api/v1/session", { method: "DELETE" })');
    await page.getByText("fleet web login").waitFor();
  });

  test("who may only look is told so before filling in a form", async () => {
    await using view = await fleet.browser.open(fleet.server.webUrl);
    const { page } = view;
    await page.goto(await fleet.loginLink("read"));
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByText("Connections by transport").waitFor();
    await page.goto("/files");
    await page.getByText("Storing and deleting needs the scope admin").waitFor();
    await page.goto("/server?tab=tokens");
    await page.getByRole("alert").getByText('needs the scope "admin"').waitFor();
    await view.screenshot("read-only-light");
    expect(await view.seriousFindings()).toEqual([]);
  });
});
