import { chmodSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "bun:test";

import { readAdminTls, tlsChannel } from "../../../src/cli/server/admin-tls.ts";
import { makeAdminCertificates } from "../../helpers/admin-certificates.ts";
import { makeConfigFolder, messageOf } from "../../helpers/config-files.ts";
import { runFleet } from "../../helpers/fake-terminal.ts";

const made = await makeAdminCertificates();
const server = { target: "server:6061", foundBy: "from --admin_addr" };

function writeFiles() {
  const folder = makeConfigFolder();
  return {
    folder,
    choice: {
      admin_ca: folder.write("ca.pem", made.clientsCa.certificate),
      admin_cert: folder.write("alice.pem", made.alice.certificate),
      admin_key: folder.write("alice.key", made.alice.key),
    },
    [Symbol.dispose]: () => folder[Symbol.dispose](),
  };
}

describe("--admin_ca, --admin_cert and --admin_key", () => {
  test("are read, and fit", () => {
    using files = writeFiles();
    const tls = readAdminTls(files.choice, server);
    expect(tls).toEqual({
      ca: made.clientsCa.certificate,
      certificate: made.alice.certificate,
      key: made.alice.key,
    });
    expect(readAdminTls({}, server)).toBeUndefined();
  });

  test.each(["admin_ca", "admin_cert", "admin_key"] as const)(
    "go together: not without %s",
    (name) => {
      using files = writeFiles();
      const { [name]: _, ...rest } = files.choice;
      expect(messageOf(() => readAdminTls(rest, server))).toContain("go together");
    },
  );

  test("do not go with a Unix socket", () => {
    using files = writeFiles();
    const socket = { target: "unix:/x", foundBy: "from /x.d/run.json" };
    expect(messageOf(() => readAdminTls(files.choice, socket))).toContain("is a Unix socket");
  });

  test("a key that others may read is refused", () => {
    using files = writeFiles();
    chmodSync(files.choice.admin_key, 0o640);
    expect(messageOf(() => readAdminTls(files.choice, server))).toContain("is open to others");
  });

  test("files that are missing or do not fit are refused, and no key is shown", () => {
    using files = writeFiles();
    const missing = { ...files.choice, admin_cert: join(files.folder.path, "none") };
    expect(messageOf(() => readAdminTls(missing, server))).toContain('none" does not exist');
    const { alice, clientsCa } = made;
    const certificate = alice.certificate;
    for (const wrong of [
      { ca: "no PEM", certificate, key: alice.key },
      { ca: clientsCa.certificate, certificate, key: clientsCa.key },
      { ca: clientsCa.certificate, certificate: alice.key, key: alice.key },
    ]) {
      const message = messageOf(() => tlsChannel("server:1", wrong));
      expect(message).toContain("cannot be used together");
      expect(message).not.toContain("BEGIN");
    }
  });

  test("are flags of every command that talks to a server", async () => {
    const commands = [
      ...[
        ["clients", "list"],
        ["clients", "show"],
        ["clients", "blacklist"],
        ["clients", "rekey"],
      ],
      ...[
        ["message", "send"],
        ["message", "status"],
        ["message", "pending"],
        ["message", "delete"],
      ],
      ...[
        ["broadcast", "create"],
        ["broadcast", "list"],
        ["broadcast", "disable"],
      ],
      ...[["broadcast", "watch"], ["file", "store"], ["file", "delete"], ["exec"]],
    ];
    for (const command of commands) {
      const { out } = await runFleet([...command, "--help"]);
      expect([command, out.includes("--admin_key <file>")]).toEqual([command, true]);
    }
  });
});
