import { afterEach, beforeEach, describe, expect, test } from "bun:test";

import { readRedacted } from "../../../src/config/redacted.ts";
import { clientKind } from "../../../src/config/schemas/client.ts";
import { componentsKind } from "../../../src/config/schemas/components.ts";
import { servicesKind } from "../../../src/config/schemas/services.ts";
import { makeCertificateAuthority } from "../../../src/net/certificates.ts";
import { type ConfigFolder, makeConfigFolder, quoted } from "../../helpers/config-files.ts";

let folder: ConfigFolder;
beforeEach(() => (folder = makeConfigFolder()));
afterEach(() => folder[Symbol.dispose]());

describe("a configuration that is shown", () => {
  test("keeps what a server is told, and of certificates the facts", async () => {
    const { certificate, key } = await makeCertificateAuthority({ name: "shown", now: Date.now() });
    const path = folder.write(
      "components",
      `# secret comment
       https_config { listen_address: ":443" certificates: ${quoted(certificate)} key: ${quoted(key)} }
       fleet { database_path: "/d" timers { sweep { seconds: 3 } } log { level: DEBUG } }`,
    );
    const shown = readRedacted(componentsKind, path);
    expect(shown).toContain('listen_address: ":443"');
    expect(shown).toContain('key: "(set, not shown)"');
    expect(shown).toContain("certificate of CN=shown");
    expect(shown).toContain("SHA-256");
    expect(shown).toContain("level: DEBUG");
    expect(shown).not.toContain("secret comment");
    expect(shown).not.toContain("BEGIN");
  });

  test.each([
    ['proxy: "http://me:hunter2@proxy:3128"', "http://proxy:3128/", "hunter2"],
    ['proxy: "me:hunter2@proxy:3128"', 'proxy: "(set, not shown)"', "hunter2"],
    ['proxy: "http://proxy:3128"', "http://proxy:3128/", "hunter2"],
    ['fleet { signed_service: "hunter2" }', "(7 bytes)", "hunter2"],
  ])("of a client's %s shows %s", async (field, shown, secret) => {
    const { certificate } = await makeCertificateAuthority({ name: "x", now: Date.now() });
    const state = 'filesystem_handler { configuration_directory: "/c" state_file: "/s" }';
    const start = `server: "h:1" trusted_certs: ${quoted(certificate)} ${state}`;
    const path = folder.write("client", `${start} ${field}`);
    const text = readRedacted(clientKind, path);
    expect(text).toContain(shown);
    expect(text).not.toContain(secret);
  });

  test("keeps where a webhook goes", () => {
    const url = "https://hooks.example/x/hunter2?t=hunter2";
    const path = folder.write(
      "services",
      `services { name: "hook" factory: "Webhook" config { [type.googleapis.com/fleet.v1.WebhookConfig] { url: "${url}" secret_file: "/secret" } } }`,
    );
    const text = readRedacted(servicesKind, path);
    expect(text).toContain("https://hooks.example/");
    expect(text).toContain('secret_file: "/secret"');
    expect(text).not.toContain("hunter2");
  });

  test("names what is wrong with it, and quotes nothing of it", async () => {
    const { key } = await makeCertificateAuthority({ name: "x", now: Date.now() });
    const path = folder.write(
      "broken",
      `https_config { listen_address: "hunter2" }\nhunter2x: "hunter2"\nproxy_protocol: "hunter2"\nkey: ${key}`,
    );
    const text = readRedacted(componentsKind, path);
    for (const line of [2, 3, 4, 5]) expect(text).toContain(`${path}:${line}:`);
    expect(text).not.toMatch(/"hunter2|hunter2"/);
    for (const line of key.split("\n").slice(1, -2)) expect(text).not.toContain(line);
  });
});
