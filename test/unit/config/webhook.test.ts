import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "bun:test";

import { loadServicesConfig } from "../../../src/config/load.ts";
import { systemClock } from "../../../src/core/clock.ts";
import { getLog } from "../../../src/observability/log.ts";
import { createServices } from "../../../src/roles/server/services/factories.ts";

function withFolder<T>(work: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "fleet-webhook-"));
  try {
    return work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function load(folder: string, fields: string) {
  const path = join(folder, "services.txt");
  const type = "type.googleapis.com/fleet.v1.WebhookConfig";
  writeFileSync(
    path,
    `services { name: "hook" factory: "Webhook" config { [${type}] { ${fields} } } }`,
  );
  return loadServicesConfig(path).services;
}

describe("a Webhook in the services file", () => {
  test("has a URL, a secret and a timeout", () => {
    const [service] = withFolder((folder) =>
      load(folder, 'url: "https://example.com/x" secret_file: "/s" timeout { seconds: 3 }'),
    );
    expect(service?.settings).toEqual({
      ...{ factory: "Webhook", url: "https://example.com/x", secretFile: "/s" },
      ...{ timeoutMs: 3000, caFile: undefined },
    });
  });

  for (const [what, url] of [
    ["no URL", ""],
    ["no URL at all", "example"],
    ["another scheme", "ftp://example.com/"],
    ["a password", "https://me:hunter2@example.com/"],
  ] as const) {
    test(`with ${what} is refused, and no password is quoted`, () => {
      const attempt = () => withFolder((folder) => load(folder, `url: "${url}" secret_file: "/s"`));
      expect(attempt).toThrow("url");
      expect(attempt).not.toThrow("hunter2");
    });
  }

  test("needs a secret that is not short", () => {
    withFolder((folder) => {
      const secret = join(folder, "secret");
      const create = () =>
        createServices(
          load(folder, `url: "https://example.com/" secret_file: "${secret}"`),
          systemClock,
          getLog("test"),
        );
      expect(create).toThrow("does not exist");
      writeFileSync(secret, "short\n");
      expect(create).toThrow("is short");
      writeFileSync(secret, "0123456789abcdef\n");
      expect(create().get("hook")?.service.discards).toBe(false);
    });
  });
});
