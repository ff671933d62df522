import { X509Certificate } from "node:crypto";
import { chmodSync, readFileSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "bun:test";

import { issueAdminCertificate } from "../../../src/config/admin-certificates.ts";
import { checkDocument } from "../../../src/config/document.ts";
import { componentsKind } from "../../../src/config/schemas/components.ts";
import { toFleetError } from "../../../src/core/errors.ts";
import { makeCertificateAuthority } from "../../../src/net/certificates.ts";
import { findAdminFault } from "../../../src/net/certificates-admin.ts";
import {
  makeAdminCertificates,
  makeHolder,
  makeIntermediate,
} from "../../helpers/admin-certificates.ts";
import { makeConfigFolder, quoted } from "../../helpers/config-files.ts";

const now = Date.now();
const made = await makeAdminCertificates(now);
/** As the original's configurator makes it: a server certificate that is a CA's. */
const caServer = await makeCertificateAuthority({ name: "stock", role: "Fleetspeak Server", now });

async function failureOf(promise: Promise<unknown>) {
  const thrown = await promise.catch((error: unknown) => error);
  return toFleetError(thrown);
}

describe("fleet admin certificate", () => {
  async function issue(path: string, name = "alice") {
    const [outFolder, caFolder] = [join(path, "out"), join(path, "ca")];
    return await issueAdminCertificate({ name, outFolder, caFolder, now });
  }

  test("makes a CA once, and certificates that it issued, with keys for nobody else", async () => {
    using folder = makeConfigFolder();
    const alice = await issue(folder.path);
    const bob = await issue(folder.path, "bob@example.org");
    expect([alice.madeAuthority, bob.madeAuthority]).toEqual([true, false]);
    const ca = new X509Certificate(readFileSync(alice.ca));
    expect([ca.ca, ca.subject]).toEqual([true, "CN=fleet admin CA"]);
    for (const { certificate, key } of [alice, bob]) {
      const holder = new X509Certificate(readFileSync(certificate));
      expect(findAdminFault(holder, [ca], now)).toBeUndefined();
      expect(holder.ca).toBeFalse();
      expect(statSync(key).mode & 0o777).toBe(0o600);
    }
    expect(statSync(join(folder.path, "ca", "admin-ca.key")).mode & 0o777).toBe(0o600);
    expect(new X509Certificate(readFileSync(bob.certificate)).subject).toBe("CN=bob@example.org");
  });

  test.each(["", "../x", "a b", ".hidden", "-x", "a/b", "ä", "a\n", "x".repeat(65), "admin-CA"])(
    "refuses the name %p and makes nothing",
    async (name) => {
      using folder = makeConfigFolder();
      expect((await failureOf(issue(folder.path, name))).code).toBe("invalid_argument");
      expect(readdirSync(folder.path)).toEqual([]);
    },
  );

  test("writes nothing over", async () => {
    using folder = makeConfigFolder();
    const { key } = await issue(folder.path);
    const before = readFileSync(key, "utf8");
    expect((await failureOf(issue(folder.path))).code).toBe("conflict");
    expect(readFileSync(key, "utf8")).toBe(before);
  });

  test("begins no second CA where half of one is, and issues with no key that others may read", async () => {
    using folder = makeConfigFolder();
    const { ca } = await issue(folder.path);
    const caKey = join(folder.path, "ca", "admin-ca.key");
    chmodSync(caKey, 0o644);
    expect((await failureOf(issue(folder.path, "bob"))).message).toContain("open to others");
    rmSync(caKey);
    expect((await failureOf(issue(folder.path, "bob"))).message).toContain(`no "${caKey}"`);
    expect(readdirSync(join(folder.path, "out")).toSorted()).toEqual(["alice.key", "alice.pem"]);
    expect(ca).toEndWith("admin-ca.pem");
  });
});

describe("who is an administrator", () => {
  const authority = new X509Certificate(made.adminCa.certificate);

  function faultOf(certificate: string, at = now, authorities = [authority]) {
    return findAdminFault(new X509Certificate(certificate), authorities, at);
  }

  test("the holder of a certificate of the CA, while both are valid", () => {
    expect(faultOf(made.alice.certificate)).toBeUndefined();
    const years = (count: number) => now + count * 366 * 86_400_000;
    expect(faultOf(made.alice.certificate, years(2))).toBe("is not valid now");
    expect(faultOf(made.alice.certificate, years(-1))).toBe("is not valid now");
  });

  test("not the holder of one under an expired CA", async () => {
    const ended = now - 11 * 366 * 86_400_000;
    const old = await makeAdminCertificates(ended);
    // Its end is never beyond its issuer's: one that says otherwise was made by hand.
    const holder = await makeHolder("alice", { ...old.adminCa }, ended);
    const fault = findAdminFault(
      new X509Certificate(holder.certificate),
      [new X509Certificate(old.adminCa.certificate)],
      now,
    );
    expect(fault).toBe("is not valid now");
  });

  test("not the holder of one with the CA's name and another key behind it", async () => {
    const twin = await makeAdminCertificates(now);
    expect(faultOf(twin.alice.certificate)).toBe("was not issued by the admin CA");
    expect(faultOf(made.alice.certificate, now, [])).toBe("was not issued by the admin CA");
  });

  test("not the holder of a CA's certificate, nor of a server's", async () => {
    const between = await makeIntermediate("between", made.adminCa);
    expect(faultOf(between.certificate)).toBe("is a CA's own");
    expect(faultOf(made.server.certificate)).toBe("is not for client authentication");
  });
});

describe("fleet.admin.client_ca", () => {
  const database = 'database_path: "x"';
  const admin = 'admin_config { listen_address: ":1" }';

  function problemsOf(clientCa: string, server = made.server, extra = "", sections = admin) {
    const pair = `certificates: ${quoted(server.certificate)} key: ${quoted(server.key)}`;
    const text = `https_config { listen_address: ":2" ${pair} }\n${sections}\nfleet { ${database}
admin { client_ca: ${quoted(clientCa)} ${extra} } }`;
    return checkDocument(componentsKind, { file: "f", text }).problems.map(
      ({ path, message, line }) => `${line} ${path}: ${message}`,
    );
  }

  test("may be a CA of the administrators' own", () => {
    expect(problemsOf(made.adminCa.certificate)).toEqual([]);
  });

  test.each([
    [
      "the CA of the server's certificate",
      made.clientsCa.certificate,
      made.server,
      /which clients trust/,
    ],
    ["the server's own certificate", made.server.certificate, made.server, /no CA's certificate/],
    [
      "a server certificate that is a CA's",
      caServer.certificate,
      caServer,
      /key that serves clients/,
    ],
    [
      "one among others",
      made.adminCa.certificate + made.clientsCa.certificate,
      made.server,
      /which clients trust/,
    ],
    ["somebody's certificate", made.alice.certificate, made.server, /no CA's certificate/],
  ])("may not be %s", (_what, clientCa, server, message) => {
    const problems = problemsOf(clientCa, server);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toStartWith("4 fleet.admin.client_ca: ");
    expect(problems[0]).toMatch(message);
  });

  test("needs a port, and is not contradicted", () => {
    const { certificate } = made.adminCa;
    expect(problemsOf(certificate, made.server, "allow_unauthenticated: true")).toEqual([
      "4 fleet.admin.client_ca: client_ca and allow_unauthenticated exclude each other",
    ]);
    expect(problemsOf(certificate, made.server, "", "")).toEqual([
      "4 fleet.admin.client_ca: has no effect without admin_config",
    ]);
  });
});
