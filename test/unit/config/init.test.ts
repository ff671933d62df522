import { describe, expect, test } from "bun:test";
import { createPrivateKey } from "node:crypto";
import {
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

import { type InitStep, initDeployment } from "../../../src/config/init.ts";
import { loadClientConfig, loadComponentsConfig } from "../../../src/config/load.ts";
import { readCertificate } from "../../../src/net/certificates.ts";
import { type ConfigFolder, makeConfigFolder } from "../../helpers/config-files.ts";

const now = Date.now();
const day = 24 * 3600 * 1000;

function writeTemplate(folder: ConfigFolder, extra = "", components = ""): string {
  const at = (name: string): string => JSON.stringify(join(folder.path, name));
  return folder.write(
    "fleet.config",
    `configuration_name: "Demo"
components_config {
  https_config { listen_address: "127.0.0.1:0" }
  admin_config { listen_address: "127.0.0.1:0" }
  required_label: "prod"
  ${components}
}
public_host_port: "localhost:6060"
public_host_port: "[::1]:6060"
trusted_cert_file: ${at("ca.pem")} trusted_cert_key_file: ${at("ca.key")}
server_cert_file: ${at("server.pem")} server_cert_key_file: ${at("server.key")}
server_component_configuration_file: ${at("server.config")}
linux_client_configuration_file: ${at("linux.config")}
windows_client_configuration_file: ${at("windows.config")}
fleet { deployment_key_file: ${at("deployment.key")} deployment_public_key_file: ${at("deployment.pub")} ${extra} }
`,
  );
}

function outcomes(steps: readonly InitStep[]): Record<string, string> {
  return Object.fromEntries(steps.map(({ what, outcome }) => [what, outcome]));
}

function contentOf(folder: ConfigFolder, name: string): string {
  return readFileSync(join(folder.path, name), "utf8");
}

describe("fleet config init", () => {
  test("makes a deployment that loads", async () => {
    using folder = makeConfigFolder();
    const steps = await initDeployment(writeTemplate(folder), now);
    expect(outcomes(steps)).toEqual({
      "CA key": "made",
      "CA certificate": "made",
      "server key": "made",
      "server certificate": "made",
      "deployment key": "made",
      "deployment public key": "made",
      "components file": "written",
      "linux client file": "written",
      "linux client file, our part": "written",
      "windows client file": "written",
      "windows client file, our part": "written",
    });
    const components = loadComponentsConfig(join(folder.path, "server.config"));
    expect(components.databasePath).toBe(join(folder.path, "fleet.sqlite"));
    const certificate = readCertificate(components.https?.certificates ?? "");
    expect(certificate.checkHost("localhost")).toBe("localhost");
    expect(certificate.checkIP("::1")).toBe("::1");
    expect(certificate.verify(readCertificate(contentOf(folder, "ca.pem")).publicKey)).toBe(true);
    expect(loadClientConfig(join(folder.path, "linux.config"))).toMatchObject({
      servers: ["localhost:6060", "[::1]:6060"],
      labels: ["prod"],
      transport: "AUTO",
      trustedCertificates: contentOf(folder, "ca.pem"),
      deploymentPublicKeys: [contentOf(folder, "deployment.pub")],
    });
    expect(loadClientConfig(join(folder.path, "windows.config")).persistence.kind).toBe("registry");
  });

  test("keys are for their owner only", async () => {
    using folder = makeConfigFolder();
    await initDeployment(writeTemplate(folder), now);
    for (const name of ["ca.key", "server.key", "deployment.key", "server.config"]) {
      expect(statSync(join(folder.path, name)).mode & 0o777).toBe(0o600);
    }
    expect(statSync(join(folder.path, "ca.pem")).mode & 0o777).toBe(0o644);
  });

  test("leaves no temporary files", async () => {
    using folder = makeConfigFolder();
    await initDeployment(writeTemplate(folder), now);
    expect(readdirSync(folder.path).filter((name) => name.endsWith(".new"))).toEqual([]);
  });

  test("a second run keeps every key and certificate", async () => {
    using folder = makeConfigFolder();
    const template = writeTemplate(folder);
    await initDeployment(template, now);
    const kept = [
      "ca.key",
      "ca.pem",
      "server.key",
      "server.pem",
      "deployment.key",
      "deployment.pub",
      "linux.config",
    ];
    const before = kept.map((name) => contentOf(folder, name));
    const steps = await initDeployment(template, now + 30 * day);
    expect(kept.map((name) => contentOf(folder, name))).toEqual(before);
    expect(outcomes(steps)).toMatchObject({
      "CA key": "kept",
      "server certificate": "kept",
      "deployment key": "kept",
    });
  });

  test("a server certificate near its end is issued anew, with the same key; the CA never", async () => {
    using folder = makeConfigFolder();
    const template = writeTemplate(folder);
    await initDeployment(template, now);
    const [ca, key] = [contentOf(folder, "ca.pem"), contentOf(folder, "server.key")];
    const steps = await initDeployment(template, now + 300 * day);
    expect(outcomes(steps)).toMatchObject({
      "server certificate": "reissued",
      "CA certificate": "kept",
    });
    expect(contentOf(folder, "ca.pem")).toBe(ca);
    expect(contentOf(folder, "server.key")).toBe(key);
    const renewed = readCertificate(contentOf(folder, "server.pem"));
    expect(renewed.validToDate.getTime()).toBeGreaterThan(now + 600 * day);
    expect(contentOf(folder, "server.config")).toContain(
      contentOf(folder, "server.pem").split("\n")[1] ?? "?",
    );
  });

  test("configuration files that were changed are kept, unless they are to be written anew", async () => {
    using folder = makeConfigFolder();
    const template = writeTemplate(folder);
    await initDeployment(template, now);
    const fresh = contentOf(folder, "server.config");
    expect(outcomes(await initDeployment(template, now))).toMatchObject({
      "components file": "kept",
      "linux client file": "kept",
    });
    const changed = `# mine\n${fresh}`;
    folder.write("server.config", changed);
    expect(outcomes(await initDeployment(template, now))).toMatchObject({
      "components file": "differs",
    });
    expect(contentOf(folder, "server.config")).toBe(changed);
    const steps = await initDeployment(template, now, { rewrite: true });
    expect(outcomes(steps)).toMatchObject({ "components file": "written", "CA key": "kept" });
    expect(contentOf(folder, "server.config")).toBe(fresh);
  });

  test("a new certificate takes the old one's place in a changed file, and nothing else changes", async () => {
    using folder = makeConfigFolder();
    const template = writeTemplate(folder);
    await initDeployment(template, now);
    const [before, old] = [contentOf(folder, "server.config"), contentOf(folder, "server.pem")];
    folder.write("server.config", `# mine\n${before}`);
    const steps = await initDeployment(template, now + 300 * day);
    expect(outcomes(steps)).toMatchObject({ "components file": "updated" });
    const [after, renewed] = [contentOf(folder, "server.config"), contentOf(folder, "server.pem")];
    expect(renewed).not.toBe(old);
    const { https } = loadComponentsConfig(join(folder.path, "server.config"));
    expect(https).toMatchObject({ certificates: renewed, key: contentOf(folder, "server.key") });
    const rest = (text: string) => text.split("\n").filter((line) => !/^ {4}"/.test(line));
    expect(rest(after)).toEqual(["# mine", ...rest(before)]);
  });

  test("a file whose certificate cannot be found is kept, and said to be outdated", async () => {
    using folder = makeConfigFolder();
    const template = writeTemplate(folder);
    await initDeployment(template, now);
    const indented = contentOf(folder, "server.config").replaceAll(/^ {4}"/gm, '          "');
    folder.write("server.config", indented);
    const steps = await initDeployment(template, now + 300 * day);
    expect(outcomes(steps)).toMatchObject({ "components file": "outdated" });
    expect(contentOf(folder, "server.config")).toBe(indented);
  });

  test("without the CA's key it keeps what is there, and issues nothing", async () => {
    using folder = makeConfigFolder();
    const template = writeTemplate(folder);
    await initDeployment(template, now);
    rmSync(join(folder.path, "ca.key"));
    expect(outcomes(await initDeployment(template, now + 300 * day))).toMatchObject({
      "server certificate": "kept",
    });
    rmSync(join(folder.path, "server.pem"));
    await expect(initDeployment(template, now)).rejects.toThrow("cannot make a server certificate");
    expect(existsSync(join(folder.path, "ca.key"))).toBe(false);
  });

  test("a key whose certificate is gone gets a new one", async () => {
    using folder = makeConfigFolder();
    const template = writeTemplate(folder);
    await initDeployment(template, now);
    const key = contentOf(folder, "server.key");
    rmSync(join(folder.path, "server.pem"));
    expect(outcomes(await initDeployment(template, now))).toMatchObject({
      "server key": "kept",
      "server certificate": "made",
    });
    expect(contentOf(folder, "server.key")).toBe(key);
    expect(
      readCertificate(contentOf(folder, "server.pem")).checkPrivateKey(createPrivateKey(key)),
    ).toBe(true);
  });

  test("a key that does not fit its certificate is refused", async () => {
    using folder = makeConfigFolder();
    const template = writeTemplate(folder);
    await initDeployment(template, now);
    writeFileSync(join(folder.path, "server.key"), contentOf(folder, "ca.key"));
    await expect(initDeployment(template, now)).rejects.toThrow(
      "does not hold the key of the certificate",
    );
  });

  test("a public deployment key of another is refused", async () => {
    using folder = makeConfigFolder();
    const template = writeTemplate(folder);
    await initDeployment(template, now);
    rmSync(join(folder.path, "deployment.key"));
    await expect(initDeployment(template, now)).rejects.toThrow("is not the public key of");
    expect(existsSync(join(folder.path, "deployment.key"))).toBe(false);
  });

  test("links are not followed", async () => {
    using folder = makeConfigFolder();
    using elsewhere = makeConfigFolder();
    symlinkSync(join(elsewhere.path, "stolen.key"), join(folder.path, "ca.key"));
    await expect(initDeployment(writeTemplate(folder), now)).rejects.toThrow();
    expect(readdirSync(elsewhere.path)).toEqual([]);
  });

  test("inline: our part stands in the clients' files", async () => {
    using folder = makeConfigFolder();
    await initDeployment(writeTemplate(folder, "inline: true"), now);
    expect(existsSync(join(folder.path, "linux.config.fleet"))).toBe(false);
    expect(loadClientConfig(join(folder.path, "linux.config")).deploymentPublicKeys).toHaveLength(
      1,
    );
  });

  test("nothing is made from a file with problems, and all are named", async () => {
    using folder = makeConfigFolder();
    const path = writeTemplate(
      folder,
      "",
      'stats_config { address: "nine" } spanner_config { } mysql_data_source_name: "u:secret@/d"',
    );
    writeFileSync(path, `${readFileSync(path, "utf8")}nonsense: 1\n`);
    const failure = await initDeployment(path, now).catch((thrown: unknown) => String(thrown));
    expect(failure).toContain("has 3 problems");
    expect(failure).toContain(
      `${path}:6:18: components_config.stats_config.address: "nine" is not an address`,
    );
    expect(failure).toContain("Spanner is not supported");
    expect(failure).not.toContain("secret");
    expect(readdirSync(folder.path)).toEqual(["fleet.config"]);
  });

  test("a file for MySQL is written as it is, for the original's server", async () => {
    using folder = makeConfigFolder();
    const path = writeTemplate(folder, "", 'mysql_data_source_name: "u:pw@tcp(127.0.0.1:1)/d"');
    const steps = await initDeployment(path, now);
    const written = steps.find(({ what }) => what.startsWith("components file"));
    expect(written?.what).toBe("components file for MySQL, not yet run by fleet");
    const text = readFileSync(written?.path ?? "", "utf8");
    expect(text).toContain('mysql_data_source_name: "u:pw@tcp(127.0.0.1:1)/d"');
    expect(text).not.toContain("fleet");
  });
});
