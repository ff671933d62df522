/** A web listener on a free port, with its access control on a store in memory. */
import { type Context, Hono } from "hono";

import type { Caller } from "../../src/core/caller.ts";
import { getLog } from "../../src/observability/log.ts";
import { Access } from "../../src/roles/admin/access/access.ts";
import { createMemoryStore } from "../../src/store/memory/store.ts";
import type { Store } from "../../src/store/store.ts";
import { type WebEnv, admittedOf, signalOf } from "../../src/web/access.ts";
import { problemOf } from "../../src/web/api/problem.ts";
import { type RunningWeb, type WebOptions, startWeb } from "../../src/web/server.ts";
import { FakeClock } from "./fake-clock.ts";

export const operator: Caller = {
  ...{ door: "socket", name: undefined, serial: undefined, scope: "admin" },
  address: "the admin socket",
};

export class WebFixture implements AsyncDisposable {
  readonly clock = new FakeClock();
  readonly store: Store = createMemoryStore();
  readonly access: Access;
  readonly web: RunningWeb;
  readonly url: string;
  /** What the API was asked for, by whom. */
  readonly calls: string[] = [];

  constructor(options: Partial<WebOptions> = {}) {
    const { clock, store } = this;
    this.access = new Access({ store, clock, log: getLog("access") });
    this.web = startWeb({
      ...{ listen: { host: "127.0.0.1", port: 0 }, tls: undefined, access: this.access },
      ...{ hosts: { names: ["127.0.0.1"], publicUrls: [] }, log: getLog("web") },
      api: this.#makeApi(),
      page: new Hono().get("*", (context) => context.html("<!doctype html><title>page</title>")),
      ...options,
    });
    this.url = `${options.tls ? "https" : "http"}://127.0.0.1:${this.web.port}`;
  }

  async login(name = "alice", scope: "read" | "send" | "admin" = "admin"): Promise<string> {
    return (await this.access.createLogin({ name, scope }, operator)).login;
  }

  async token(scope: "read" | "send" | "admin" = "read", lifetimeMs?: number): Promise<string> {
    return (await this.access.createToken({ name: "script", scope, lifetimeMs }, operator)).token;
  }

  /** @returns the Cookie header of a new session. */
  async session(): Promise<string> {
    const answer = await this.request("/link", {
      method: "POST",
      form: { login: await this.login() },
    });
    return (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  }

  request(
    path: string,
    { form, ...init }: RequestInit & { form?: Record<string, string> } = {},
  ): Promise<Response> {
    const body = form && new URLSearchParams(form);
    return fetch(`${this.url}${path}`, { redirect: "manual", ...init, ...(body && { body }) });
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.web[Symbol.asyncDispose]();
    this.access[Symbol.dispose]();
    await this.store[Symbol.asyncDispose]();
  }

  #makeApi(): Hono {
    const api = new Hono();
    api.all("/things", (context: Context<WebEnv>) => {
      const { caller } = admittedOf(context);
      this.calls.push(`${context.req.method} ${caller.name ?? "?"} ${caller.scope}`);
      return context.json({ name: caller.name });
    });
    api.get("/stream", (context: Context<WebEnv>) => {
      const signal = signalOf(context);
      const never = new ReadableStream({
        start(controller) {
          controller.enqueue("open\n");
          signal.addEventListener("abort", () => controller.close(), { once: true });
        },
      });
      context.env.keepOpen();
      return new Response(never);
    });
    api.onError((thrown) => problemOf(thrown));
    return api;
  }
}
