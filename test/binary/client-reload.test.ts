/** SIGHUP to `fleet client`: it follows the deployment keys of its file, and a bad file changes nothing. */
import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "bun:test";

import { signServiceConfig } from "../../src/config/service-signing.ts";
import { printText } from "../../src/config/text-printer.ts";
import { makeCertificateAuthority } from "../../src/net/certificates.ts";
import type { ClientStatus } from "../../src/roles/client/status.ts";
import { type RunningProgram, makeTemporaryFolder, startBinary } from "../helpers/binary.ts";
import { waitFor } from "../helpers/wait-for.ts";

interface DeploymentKey {
  readonly privateKey: string;
  readonly publicKey: string;
}

function makeKey(): DeploymentKey {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return {
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
  };
}

/** A client without a server, in a folder with a signed service of each of two keys. */
class Place implements Disposable {
  readonly keys = { old: makeKey(), new: makeKey() };
  readonly #folder = makeTemporaryFolder();

  constructor() {
    for (const name of ["services", "textservices"]) mkdirSync(this.at(name), { mode: 0o700 });
    for (const [name, { privateKey }] of Object.entries(this.keys)) {
      const service = { name: `of-${name}`, factory: "NOOP" };
      const bytes = signServiceConfig(service, privateKey, Date.now());
      writeFileSync(this.at(`services/of-${name}`), bytes, { mode: 0o600 });
    }
    const bare = 'name: "bare" factory: "NOOP"\n';
    writeFileSync(this.at("textservices/bare.txt"), bare, { mode: 0o600 });
  }

  at(name: string): string {
    return join(this.#folder.path, name);
  }

  writeExtension(text: string): void {
    writeFileSync(this.at("client.config.fleet"), text, { mode: 0o600 });
  }

  async writeConfig(server: string): Promise<void> {
    const { certificate } = await makeCertificateAuthority({ name: "Test", now: Date.now() });
    const text = printText("fleetspeak.client.generic.Config", {
      trusted_certs: certificate,
      server: [server],
      filesystem_handler: {
        configuration_directory: this.at("."),
        state_file: this.at("state"),
      },
    });
    writeFileSync(this.at("client.config"), text, { mode: 0o600 });
  }

  async waitForServices(client: RunningProgram, names: readonly string[]): Promise<void> {
    const installed = () => {
      const text = readFileSync(this.at("state.fleet.status.json"), "utf8");
      return (JSON.parse(text) as ClientStatus).services;
    };
    const failure = { what: `the services ${names.join(", ")}` };
    await waitFor(() => Bun.deepEquals(installed().toSorted(), names), failure).catch(
      (thrown: unknown) => {
        throw new Error(`${String(thrown)}; it wrote ${client.stderr()}`);
      },
    );
  }

  [Symbol.dispose](): void {
    this.#folder[Symbol.dispose]();
  }
}

const trusting = ({ publicKey }: DeploymentKey) =>
  `deployment_public_key: ${JSON.stringify(publicKey)}\n`;

describe("SIGHUP", () => {
  test("a client follows the keys of its file, and names what waits for a restart", async () => {
    using place = new Place();
    const { keys } = place;
    await place.writeConfig("localhost:1");
    place.writeExtension(trusting(keys.old));
    await using client = startBinary(["client", "--config", place.at("client.config")]);
    await client.waitForLine(/service of-new is not installed: .*signature/);
    await place.waitForServices(client, ["of-old"]);

    place.writeExtension(`${trusting(keys.old)}${trusting(keys.new)}`);
    client.kill("SIGHUP");
    await place.waitForServices(client, ["of-new", "of-old"]);

    place.writeExtension('deployment_public_key: "no key"\n');
    client.kill("SIGHUP");
    await client.waitForLine(/not reloaded: .*client\.config\.fleet:1/);
    await place.waitForServices(client, ["of-new", "of-old"]);

    place.writeExtension(trusting(keys.new));
    client.kill("SIGHUP");
    await place.waitForServices(client, ["of-new"]);
    expect(client.stderr()).not.toContain("restart");

    place.writeExtension("allow_unsigned_services: true\n");
    await place.writeConfig("localhost:2");
    client.kill("SIGHUP");
    await client.waitForLine(/not taken over before a restart: trusted_certs, server$/);
    await place.waitForServices(client, ["bare"]);
    client.kill("SIGTERM");
    expect((await client.finished).status).toBe(143);
  }, 40_000);

  test("a client from flags follows its key file", async () => {
    using place = new Place();
    const { certificate } = await makeCertificateAuthority({ name: "Test", now: Date.now() });
    writeFileSync(place.at("ca.pem"), certificate);
    writeFileSync(place.at("keys.pem"), place.keys.old.publicKey);
    const args = ["client", "--server", "localhost:1", "--trusted_cert_file", place.at("ca.pem")];
    const keys = ["--deployment_key_file", place.at("keys.pem"), "--config_path", place.at(".")];
    await using client = startBinary([...args, ...keys]);
    await client.waitForLine(/service of-new is not installed: .*signature/);
    writeFileSync(place.at("keys.pem"), place.keys.new.publicKey);
    client.kill("SIGHUP");
    await client.waitForLine(/service of-old is not installed: .*signature/);
  }, 20_000);
});
