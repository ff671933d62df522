import { generateKeyPairSync } from "node:crypto";
import { describe, expect, test } from "bun:test";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

import { makeClientConfig } from "../../../../src/config/load.ts";
import type { PlainMessage } from "../../../../src/config/plain-message.ts";
import { signServiceConfig, stdinServiceMessage } from "../../../../src/config/service-signing.ts";
import { clientOptions } from "../../../../src/roles/client/from-config.ts";
import { toPem } from "../../../../src/roles/client/state/certificate.ts";
import { makeClientCertificate } from "../../../../src/roles/client/state/certificate.ts";
import { parseClientId } from "../../../../src/core/ids.ts";
import { type TemporaryFolder, silentLog, temporaryFolder } from "./support.ts";

const ca = generateKeyPairSync("ec", { namedCurve: "P-256" });
const caPem = toPem(
  "CERTIFICATE",
  makeClientCertificate(ca.privateKey, parseClientId("0102030405060708")),
);

function pemPair(): { readonly privateKey: string; readonly publicKey: string } {
  const pair = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return {
    privateKey: pair.privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    publicKey: pair.publicKey.export({ type: "spki", format: "pem" }).toString(),
  };
}

const [deployment, stranger] = [pemPair(), pemPair()];

function optionsOf(
  folder: TemporaryFolder,
  changed: PlainMessage = {},
): ReturnType<typeof clientOptions> {
  const config = makeClientConfig(
    {
      trusted_certs: caPem,
      server: ["localhost:6060"],
      streaming: true,
      filesystem_handler: { configuration_directory: folder.path, state_file: folder.stateFile },
      fleet: { deployment_public_key: [deployment.publicKey] },
      ...changed,
    },
    "a test",
  );
  return clientOptions(config, silentLog);
}

describe("the options from a client's file", () => {
  test("carry over what it says, and communicator.txt", async () => {
    using folder = temporaryFolder();
    const path = join(folder.path, "communicator.txt");
    writeFileSync(path, "max_poll_delay_seconds: 7 compression: COMPRESSION_DEFLATE");
    const options = optionsOf(folder);
    expect(options).toMatchObject({
      servers: ["localhost:6060"],
      transport: "AUTO",
      compression: true,
      stateFile: folder.stateFile,
      communicator: { maxPollDelayMs: 7000 },
    });
    writeFileSync(path, "max_poll_delay_seconds: 8");
    expect(await options.loadCommunicator?.()).toMatchObject({ maxPollDelayMs: 8000 });
  });

  test("install services that the deployment signed, and say why of others", async () => {
    using folder = temporaryFolder();
    mkdirSync(join(folder.path, "services"));
    const message = stdinServiceMessage({ name: "ls", cmd: "/bin/ls" });
    const good = signServiceConfig(message, deployment.privateKey, 1000);
    writeFileSync(join(folder.path, "services", "ls.signed"), good);
    const bad = signServiceConfig(
      stdinServiceMessage({ name: "rm", cmd: "/bin/rm" }),
      stranger.privateKey,
      1000,
    );
    writeFileSync(join(folder.path, "services", "rm.signed"), bad);
    const loaded = await optionsOf(folder).loadServices?.();
    expect(loaded?.definitions.map(({ config }) => config.name)).toEqual(["ls"]);
    expect(loaded?.definitions[0]?.config.settings).toMatchObject({
      factory: "Stdin",
      cmd: "/bin/ls",
    });
    expect(loaded?.refused.get("rm")).toContain("deployment key");
  });

  test("take the proxy of the file, with its credentials, for every server", () => {
    using folder = temporaryFolder();
    const options = optionsOf(folder, { proxy: "http://user:p%40ss@proxy:3128" });
    expect(options.proxy).toEqual({
      kind: "http",
      address: { host: "proxy", port: 3128 },
      credentials: { user: "user", password: "p@ss" },
    });
    expect(options.isProxied).toBeUndefined();
  });

  test("refuse a proxy of another kind, without showing its password", () => {
    using folder = temporaryFolder();
    const proxy = () => optionsOf(folder, { proxy: "socks4://user:secret@proxy:3128" });
    expect(proxy).toThrow(
      expect.objectContaining({
        code: "configuration",
        message: expect.not.stringContaining("secret"),
      }),
    );
  });

  test("carry over the certificate header and the pauses before connecting again", () => {
    using folder = temporaryFolder();
    const pauses = { jitter: { seconds: 1n, nanos: 0 }, base: { seconds: 3n, nanos: 0 } };
    const { certificateHeader, reconnect } = optionsOf(folder, {
      client_certificate_header: "X-Client-Cert",
      fleet: { reconnect: pauses },
    });
    expect(certificateHeader).toBe("X-Client-Cert");
    expect(reconnect).toEqual({ jitterMs: 1000, baseMs: 3000 });
  });
});
