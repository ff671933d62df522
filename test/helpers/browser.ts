/**
 * The distribution's Chromium, driven by playwright-core (test/install/chromium.sh installs it), and pages in it that
 * note whatever goes wrong in them.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

import { type Browser, type BrowserContext, type Page, chromium } from "playwright-core";

export type Theme = "light" | "dark";

export interface ViewOptions {
  readonly theme?: Theme;
  readonly width?: number;
  readonly height?: number;
}

/** Screenshots are kept where this says, for somebody who wants to look at them; nowhere without it. */
const screenshotFolder = process.env["FLEET_SCREENSHOTS"];

/** Of everything that a test waits for in a page. */
const deadlineMs = 15_000;

const axeSource = readFileSync(
  createRequire(import.meta.url).resolve("axe-core/axe.min.js"),
  "utf8",
);

export class TestBrowser implements AsyncDisposable {
  readonly #browser: Browser;

  private constructor(browser: Browser) {
    this.#browser = browser;
  }

  static async start(): Promise<TestBrowser> {
    // The sandbox needs what a container does not give; what is opened here is ours.
    const args = ["--no-sandbox", "--disable-dev-shm-usage"];
    return new TestBrowser(await chromium.launch({ executablePath: findChromium(), args }));
  }

  /** A window without any session. @param url of the server: "http://127.0.0.1:1234" */
  async open(url: string, options: ViewOptions = {}): Promise<TestPage> {
    const { theme = "light", width = 1280, height = 800 } = options;
    const context = await this.#browser.newContext({
      baseURL: url,
      colorScheme: theme,
      viewport: { width, height },
      reducedMotion: "reduce",
    });
    context.setDefaultTimeout(deadlineMs);
    return new TestPage(url, context, await context.newPage());
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#browser.close();
  }
}

function findChromium(): string {
  const found = Bun.which("chromium") ?? Bun.which("chromium-browser");
  if (found === null) throw new Error("chromium is missing: bash test/install/chromium.sh");
  return found;
}

interface AxeViolation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

export class TestPage implements AsyncDisposable {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Errors of scripts, refused resources, violated policies, requests to elsewhere, dialogs. */
  readonly faults: string[] = [];

  constructor(url: string, context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
    page.on("pageerror", (error) => this.faults.push(`error: ${error.message}`));
    page.on("console", (message) => {
      if (["error", "warning"].includes(message.type()))
        this.faults.push(`console: ${message.text()} (${message.location().url})`);
    });
    page.on("request", (request) => {
      const target = request.url();
      if (
        !target.startsWith(`${url}/`) &&
        !target.startsWith("blob:") &&
        !target.startsWith("data:")
      )
        this.faults.push(`request to ${target}`);
    });
    page.on("dialog", (dialog) => {
      this.faults.push(`dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
  }

  /** Until nothing is on its way that the view waits for. */
  async settle(): Promise<void> {
    await this.page.locator(".loading").first().waitFor({ state: "hidden" });
  }

  /** What axe-core calls serious or critical, in words; empty when all is well. */
  async seriousFindings(): Promise<string[]> {
    // The policy of the page lets no script in: this one comes by the debugger, as an isolated world would.
    const session = await this.context.newCDPSession(this.page);
    await session.send("Runtime.evaluate", { expression: axeSource });
    await session.detach();
    const violations: string = await this.page.evaluate(
      "axe.run().then(({ violations }) => JSON.stringify(violations))",
    );
    return (JSON.parse(violations) as readonly AxeViolation[])
      .filter(({ impact }) => impact === "serious" || impact === "critical")
      .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(" | ")}`);
  }

  /** Pixels by which the view is wider than the window. */
  async overflow(): Promise<number> {
    return await this.page.evaluate(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
  }

  async screenshot(name: string): Promise<void> {
    if (screenshotFolder === undefined) return;
    mkdirSync(screenshotFolder, { recursive: true });
    await this.page.screenshot({ path: join(screenshotFolder, `${name}.png`) });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.context.close();
  }
}
