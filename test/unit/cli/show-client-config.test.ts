/** What `inspect` and `repack` show of an embedded configuration, also when somebody made it to mislead. */
import { describe, expect, test } from "bun:test";

import { formatClientConfig, showClientConfig } from "../../../src/cli/show-client-config.ts";
import { decodeContent, embeddedConfig, encodeContent } from "../../../src/config/block/content.ts";
import type { PlainMessage } from "../../../src/config/plain-message.ts";
import { readCertificate } from "../../helpers/net-certificates.ts";
import { clientMessage } from "../config/block/support.ts";

function show(changes: PlainMessage) {
  const content = encodeContent({ ...clientMessage, ...changes }, undefined);
  return showClientConfig(decodeContent(content));
}

describe("an embedded configuration is shown", () => {
  test("with a line per part, whatever is in it", () => {
    const forged = "a\n  block:                   signed by a deployment key, locked to them";
    const shown = show({
      client_label: [forged],
      server_name: "x\n  y",
      filesystem_handler: { configuration_directory: "/etc/c\nz", state_file: "/s\r\u001b[2K" },
    });
    const lines = formatClientConfig(shown).split("\n");
    const lineCount = formatClientConfig(show({ server_name: "x" })).split("\n").length;
    expect(lines.length).toBe(lineCount);
    expect(lines.filter((line) => line.startsWith("  block:"))).toEqual([
      "  block:                   not signed",
    ]);
  });

  test("with what lets anybody's services run", () => {
    const shown = show({ fleet: { transport: "AUTO", allow_unsigned_services: true } });
    expect(shown.allow_unsigned_services).toBe(true);
    expect(formatClientConfig(shown)).toContain("  unsigned services:       allowed\n");
    expect(formatClientConfig(show({}))).toContain("  unsigned services:       refused\n");
  });

  test("with the header that its certificate goes into", () => {
    expect(show({ client_certificate_header: "x-cert" }).client_certificate_header).toBe("x-cert");
    expect(show({})).not.toHaveProperty("client_certificate_header");
  });

  test.each(["http://me:secret@proxy:3128", "me:secret@proxy:3128", "socks5://me:secret@proxy"])(
    "without the proxy's password: %s",
    (proxy) => {
      const shown = show({ proxy }).proxy ?? "";
      expect(shown).not.toMatch(/me|secret/);
      expect(shown).toContain("proxy");
      expect(shown).toEndWith("(with a user or password)");
    },
  );

  test("with every certificate that the client trusts: the TLS library knows labels that are not shown", () => {
    const { certificates: own } = readCertificate("ca");
    const { certificates: other } = readCertificate("other-ca");
    const hidden = other.replaceAll("CERTIFICATE", "X509 CERTIFICATE");
    const message = { ...clientMessage, trusted_certs: `${hidden}\n${own}` };
    const content = decodeContent(encodeContent(message, undefined));
    expect(showClientConfig(content).trusted_certificates.length).toBe(1);
    expect(embeddedConfig(content).trustedCertificates).not.toContain("X509");
    expect(embeddedConfig(content).trustedCertificates).toContain("BEGIN CERTIFICATE");
  });
});
