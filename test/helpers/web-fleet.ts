/**
 * A compiled server with its status page, compiled clients that are connected to it, and a browser that is signed in: what
 * the tests of the page look at.
 */
import { contactRecord } from "./server-fixture.ts";
import type { ContactData } from "../../src/core/contact.ts";
import { parseHostPort } from "../../src/net/address.ts";
import { TestBrowser, type TestPage, type ViewOptions } from "./browser.ts";
import { CompiledClient, type CompiledClientOptions } from "./compiled-client.ts";
import { RawClient, type TestIdentity, newTestIdentity } from "./raw-client.ts";
import { ServerProcess } from "./server-process.ts";
import { waitFor } from "./wait-for.ts";

interface Cookie {
  readonly name: string;
  readonly value: string;
}

/** A service that runs a program for each message. */
export function stdinService(name: string, command: string): string {
  const config = `[type.googleapis.com/fleetspeak.stdinservice.Config] { cmd: "${command}" }`;
  return `name: "${name}" factory: "Stdin" config { ${config} }\n`;
}

export class WebFleet implements AsyncDisposable {
  readonly server: ServerProcess;
  readonly browser: TestBrowser;
  readonly #stack: AsyncDisposableStack;
  #cookie: Cookie | undefined;

  private constructor(server: ServerProcess, browser: TestBrowser, stack: AsyncDisposableStack) {
    this.server = server;
    this.browser = browser;
    this.#stack = stack;
  }

  /** @param prepare what is done before with the path of the server's database. */
  static async start(prepare?: (databasePath: string) => Promise<unknown>): Promise<WebFleet> {
    const stack = new AsyncDisposableStack();
    const browser = stack.use(await TestBrowser.start());
    const server = stack.use(await ServerProcess.start({}, prepare));
    return new WebFleet(server, browser, stack);
  }

  /** A one-time link, as an operator gets it on the server's machine. */
  async loginLink(scope = "admin"): Promise<string> {
    const { stdout, stderr } = await this.server.command(["web", "login", "--scope", scope]);
    const link = /https?:\/\/\S+#\S+/.exec(stdout)?.[0];
    if (link === undefined) throw new Error(`fleet web login printed no link: ${stdout}${stderr}`);
    return link;
  }

  /** A window that is signed in, at this address of the page. */
  async open(path: string, options: ViewOptions = {}): Promise<TestPage> {
    const page = await this.browser.open(this.server.webUrl, options);
    const cookie = await this.#session();
    await page.context.addCookies([
      { ...cookie, url: this.server.webUrl, httpOnly: true, sameSite: "Strict" },
    ]);
    await page.page.goto(path);
    return page;
  }

  /** What the API answers to somebody who is signed in. @throws for an answer that is no success. */
  async read<T>(path: string): Promise<T> {
    return await this.#call<T>(path, { method: "GET" });
  }

  async change<T>(method: "POST" | "PUT" | "DELETE", path: string, body: unknown): Promise<T> {
    const headers = { "content-type": "application/json", origin: this.server.webUrl };
    return await this.#call<T>(path, { method, headers, body: JSON.stringify(body) });
  }

  /** Connected when this resolves; it goes with the fleet. */
  async startClient(options: Partial<CompiledClientOptions> = {}): Promise<CompiledClient> {
    const { address, caCertificate } = this.server;
    const started = CompiledClient.start({ server: address, caCertificate, ...options });
    const client = this.#stack.use(await started);
    await client.waitForContact("websocket");
    return client;
  }

  /** One poll of a client that is written by hand. */
  async poll(
    fields: Partial<ContactData>,
    labels: readonly string[],
    identity = newTestIdentity(),
  ): Promise<TestIdentity> {
    const { port } = parseHostPort(this.server.address);
    using raw = await RawClient.connect({
      port,
      trustedRoots: this.server.caCertificate,
      identity,
    });
    const record = contactRecord(fields, labels);
    const head = `POST /message HTTP/1.1\r\nHost: a\r\nContent-Length: ${record.byteLength}\r\n\r\n`;
    raw.socket.write(Buffer.concat([Buffer.from(head), record]));
    const status = await raw.status(20_000);
    if (status !== 200) throw new Error(`the poll was answered with ${status}: ${raw.received}`);
    return identity;
  }

  /** Until the API's answer is as it should be. */
  async waitForAnswer<T>(path: string, isRight: (answer: T) => boolean, what: string): Promise<T> {
    return await waitFor(
      async () => {
        const answer = await this.read<T>(path);
        return isRight(answer) ? { answer } : undefined;
      },
      { what },
    ).then(({ answer }) => answer);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stack.disposeAsync();
  }

  async #call<T>(path: string, init: RequestInit): Promise<T> {
    const { name, value } = await this.#session();
    const headers = new Headers(init.headers);
    headers.set("cookie", `${name}=${value}`);
    const response = await fetch(`${this.server.webUrl}/api/v1${path}`, { ...init, headers });
    const text = await response.text();
    if (!response.ok) throw new Error(`${init.method ?? ""} ${path}: ${response.status} ${text}`);
    return JSON.parse(text) as T;
  }

  async #session(): Promise<Cookie> {
    this.#cookie ??= await this.#login();
    return this.#cookie;
  }

  async #login(): Promise<Cookie> {
    const link = new URL(await this.loginLink());
    const answer = await fetch(`${this.server.webUrl}/link`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ login: link.hash.slice(1) }),
    });
    const [pair = ""] = (answer.headers.get("set-cookie") ?? "").split(";");
    const [name = "", value = ""] = pair.split("=");
    if (value === "") throw new Error(`the login was answered with ${answer.status}`);
    return { name, value };
  }
}
