/** From a client's configuration and flags to what is embedded. */
import { describe, expect, test } from "bun:test";

import { decodeContent, embeddedConfig } from "../../../../src/config/block/content.ts";
import { type Preparation, prepareContent } from "../../../../src/config/block/prepare.ts";
import { messageOf } from "../../../helpers/config-files.ts";
import { readCertificate } from "../../../helpers/net-certificates.ts";
import {
  clientMessage,
  deployment,
  otherDeployment,
  preparation,
  signedService,
} from "./support.ts";

const embed = (changes: Partial<Preparation> = {}) =>
  embeddedConfig(decodeContent(prepareContent(preparation(changes)).content));
const refusal = (changes: Partial<Preparation>) =>
  messageOf(() => prepareContent(preparation(changes)));

describe("what is embedded", () => {
  test("is what the client's file says", () => {
    const config = embed();
    expect(config.servers).toEqual(["fleet.example.com:6060"]);
    expect(config.labels).toEqual(["a"]);
    expect(config.transport).toBe("AUTO");
    expect(config.allowOverride).toBe(false);
    expect(config.persistence).toEqual({
      kind: "filesystem",
      configurationDirectory: "/etc/c",
      stateFile: "/var/lib/c/state",
    });
  });

  test.each(["AUTO", "WEBSOCKET", "STREAM", "LONG_POLL", "POLL"] as const)(
    "keeps the transport %s, from the file and from the command line",
    (transport) => {
      const fleet = { ...(clientMessage["fleet"] as object), transport };
      expect(embed({ message: { ...clientMessage, fleet } }).transport).toBe(transport);
      expect(embed({ transport }).transport).toBe(transport);
    },
  );

  test("of the original's file, its streaming", () => {
    const { fleet: _, ...stock } = clientMessage;
    expect(embed({ message: { ...stock, streaming: true } }).transport).toBe("AUTO");
    expect(embed({ message: stock }).transport).toBe("LONG_POLL");
  });

  test("is completed from the command line: servers replaced, labels and services added", () => {
    const service = signedService("ls");
    const config = embed({
      servers: ["other.example.com:1"],
      labels: ["b"],
      services: [service],
      allowOverride: true,
    });
    expect(config.servers).toEqual(["other.example.com:1"]);
    expect(config.labels).toEqual(["a", "b"]);
    expect(config.signedServices).toEqual([service]);
    expect(config.allowOverride).toBe(true);
  });

  test("settings at zero stay zero", () => {
    const fleet = { reconnect: { jitter: { seconds: 0n }, base: { seconds: 3n } } };
    expect(embed({ message: { ...clientMessage, fleet } }).reconnect).toEqual({
      jitterMs: 0,
      baseMs: 3000,
    });
  });
});

describe("refused", () => {
  test("what no client could use", () => {
    expect(refusal({ servers: ["nowhere"] })).toContain('"nowhere" is not the address of a server');
    expect(refusal({ transport: "PIGEON" })).toContain("PIGEON");
    expect(refusal({ message: { server: ["a:1"] } })).toContain("trusted_certs");
  });

  test("services that are not signed by this deployment", () => {
    const fleet = { deployment_public_key: [otherDeployment.publicKey] };
    const message = { ...clientMessage, fleet };
    expect(refusal({ message, services: [signedService("ls")] })).toContain("its signature is not");
    expect(refusal({ services: [new Uint8Array([1, 2, 3])] })).toContain("no fleetspeak.Signed");
  });

  test("a proxy's user or password, unless it is meant", () => {
    for (const proxy of ["http://me:secret@proxy:3128", "http://token@proxy:3128"]) {
      const message = refusal({ proxy });
      expect(message).toContain("user or a password");
      expect(message).not.toContain("secret");
      expect(embed({ proxy, embedSecrets: true }).proxy).toBe(proxy);
    }
    expect(embed({ proxy: "http://proxy:3128" }).proxy).toBe("http://proxy:3128");
  });

  test("a private key that stands beside the certificates or the public keys", () => {
    const trusted = readCertificate("ca").certificates + deployment.privateKey;
    const keys = [deployment.publicKey + deployment.privateKey];
    for (const message of [
      { ...clientMessage, trusted_certs: trusted },
      { ...clientMessage, fleet: { deployment_public_key: keys } },
    ]) {
      expect(refusal({ message, embedSecrets: true })).toContain("stands a private key");
    }
  });

  test("more than fits, with the sizes of the parts", () => {
    const message = refusal({ services: [signedService("a", 40_000), signedService("b", 40_000)] });
    expect(message).toMatch(/^the configuration has \d{5} bytes, and the block holds 65472/);
    expect(message).toMatch(/trusted certificates \d{3}, services 80\d{3}, deployment keys \d{3}/);
  });
});

describe("the deployment key", () => {
  const privateKey = deployment.privateKey;

  test("signs the block", () => {
    const { content } = prepareContent(preparation({ deploymentKey: privateKey }));
    expect(decodeContent(content).signature.length).toBeGreaterThan(60);
  });

  test("becomes the client's where none is named", () => {
    const { fleet: _, ...message } = clientMessage;
    const { content, notes } = prepareContent(preparation({ message, deploymentKey: privateKey }));
    const { deploymentPublicKeys } = embeddedConfig(decodeContent(content));
    expect(deploymentPublicKeys).toEqual([deployment.publicKey]);
    expect(notes).toEqual(["the deployment key was added: the configuration names none"]);
  });

  test("is refused where it is none of those that are named, and where it is no key", () => {
    const other = otherDeployment.privateKey;
    expect(refusal({ deploymentKey: other })).toContain("none of the deployment keys");
    expect(refusal({ deploymentKey: "nothing" })).toContain("no private key");
  });
});

describe("places", () => {
  const placesOn = (os: Preparation["os"], changes: Partial<Preparation> = {}) =>
    embed({ os, ...changes }).persistence;

  test("of another platform are replaced by those of this one, and said", () => {
    const { content, notes } = prepareContent(preparation({ os: "windows" }));
    expect(embeddedConfig(decodeContent(content)).persistence).toEqual({
      kind: "filesystem",
      configurationDirectory: "C:\\Program Files\\fleetspeak-client",
      stateFile: "C:\\ProgramData\\fleetspeak-client\\state",
    });
    expect(notes).toHaveLength(2);
    expect(notes[1]).toContain('state_file "/var/lib/c/state" is no absolute path on windows');
  });

  test("have defaults on each platform", () => {
    const { filesystem_handler: _, ...message } = clientMessage;
    expect(placesOn("linux", { message })).toMatchObject({
      stateFile: "/var/lib/fleetspeak-client/state",
    });
    expect(placesOn("darwin", { message })).toMatchObject({
      stateFile: "/var/db/fleetspeak-client/state",
    });
    const registry = { ...message, registry_handler: { configuration_key: "HKEY…" } };
    expect(placesOn("windows", { message: registry })).toMatchObject({ kind: "filesystem" });
  });

  test("that are chosen must be absolute there: where it is started from must not matter", () => {
    const choose = (stateFile: string) => ({
      places: { stateFile, configurationDirectory: undefined },
    });
    expect(placesOn("linux", choose("/x/state"))).toMatchObject({ stateFile: "/x/state" });
    expect(placesOn("windows", choose("D:\\x\\state"))).toMatchObject({
      stateFile: "D:\\x\\state",
    });
    expect(refusal(choose("state"))).toContain('--state_file "state" is no absolute path on linux');
    expect(refusal({ os: "windows", ...choose("/x") })).toContain("absolute path on windows");
    const files = { state_file: "relative/state" };
    expect(placesOn("linux", { message: { ...clientMessage, filesystem_handler: files } })).toEqual(
      {
        kind: "filesystem",
        configurationDirectory: "/etc/fleetspeak-client",
        stateFile: "/var/lib/fleetspeak-client/state",
      },
    );
  });
});
