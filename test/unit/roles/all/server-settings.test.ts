import { describe, expect, test } from "bun:test";

import { makeComponentsConfig } from "../../../../src/config/load.ts";
import type { PlainMessage } from "../../../../src/config/plain-message.ts";
import { serverSettings, trustWarnings } from "../../../../src/roles/all/server-settings.ts";

function componentsOf(fields: PlainMessage, fleet: PlainMessage, frontend: PlainMessage) {
  return makeComponentsConfig(
    {
      https_config: { listen_address: "127.0.0.1:0", frontend_config: frontend },
      fleet: { database_path: "/tmp/x.sqlite", ...fleet },
      ...fields,
    },
    "the test",
  );
}

const cleartext = { cleartext_header_config: { client_certificate_header: "X-Cert" } };

function settingsOf(fields: PlainMessage, fleet: PlainMessage = {}, frontend = cleartext) {
  const components = componentsOf(fields, fleet, frontend);
  if (!components.https) throw new Error("the server role is missing");
  return serverSettings(components, components.https, undefined);
}

const contact = { address: "192.0.2.1:1", contactBytes: 0, claimedLabels: ["lab"] };

describe("settings of the server role", () => {
  test("required_label decides who is let in", () => {
    const clientId = "0123456789abcdef" as never;
    const { authorizer } = settingsOf({ required_label: "lab" });
    expect(authorizer.allowContact({ ...contact, clientId })).toBe(true);
    expect(authorizer.allowContact({ ...contact, clientId, claimedLabels: [] })).toBe(false);
  });

  test("a header mode in clear text listens without TLS", () => {
    const { listen } = settingsOf({ proxy_protocol: true }, { trusted_proxies: ["10.0.0.0/8"] });
    expect(listen.certificate).toBeUndefined();
    expect(listen.identity).toEqual({ kind: "certificate", certificateHeader: "X-Cert" });
    expect(listen.proxy.protocol).toBe(true);
    expect(listen.proxy.isTrusted?.("10.1.1.1")).toBe(true);
    expect(listen.proxy.isTrusted?.("11.1.1.1")).toBe(false);
  });
});

describe("warnings at the start", () => {
  test("say what is believed from everybody", () => {
    const components = componentsOf({ proxy_protocol: true }, {}, cleartext);
    expect(trustWarnings(components).length).toBe(2);
  });

  test("are none where trusted proxies are named", () => {
    const fleet = { trusted_proxies: ["10.0.0.0/8"] };
    expect(trustWarnings(componentsOf({ proxy_protocol: true }, fleet, cleartext))).toEqual([]);
  });
});
