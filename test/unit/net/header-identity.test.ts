import { X509Certificate, createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "bun:test";

import {
  type IdentityHeaders,
  certificateOfHeader,
  identityOfHeaders,
} from "../../../src/net/header-identity.ts";
import { Headers } from "../../../src/net/http1/headers.ts";
import { identityOfCertificate } from "../../../src/net/peer-identity.ts";
import { clientAddressIn } from "../../../src/roles/server/comms/client-address.ts";
import { readCertificate } from "../../helpers/net-certificates.ts";

const pem = readCertificate("client-p256").certificates;
const certificate = new X509Certificate(pem);
const expected = identityOfCertificate(certificate).clientId;
/** As the original's client escapes it. */
const escaped = encodeURIComponent(pem).replaceAll("%2B", "+").replaceAll("%3D", "=");
const checksum = createHash("sha256").update(certificate.raw).digest("base64").replace(/=+$/, "");

function headersOf(...pairs: [name: string, value: string][]): Headers {
  const headers = new Headers();
  for (const [name, value] of pairs) headers.append(name, value);
  return headers;
}

const plain: IdentityHeaders = { kind: "certificate", certificateHeader: "X-Cert" };

function clientIdIn(mode: IdentityHeaders, ...pairs: [string, string][]) {
  return identityOfHeaders(headersOf(...pairs), mode).clientId;
}

function stock(): { header: string; pem: string } {
  const url = new URL("../../fixtures/stock/certificate_header.json", import.meta.url);
  return JSON.parse(readFileSync(url, "utf8")) as { header: string; pem: string };
}

describe("a certificate in a header", () => {
  test("is read as the original writes it, plus signs included", () => {
    const { header, pem: original } = stock();
    const base64 = original.replace(/-----[A-Z ]+-----|\s/g, "");
    expect(certificateOfHeader(header)).toEqual(Buffer.from(base64, "base64"));
  });

  test("names the client", () => {
    expect(clientIdIn(plain, ["x-cert", escaped])).toBe(expected);
    expect(clientIdIn(plain, ["x-cert", encodeURIComponent(pem)])).toBe(expected);
  });

  test("may be on one line, as a proxy writes it", () => {
    const base64 = encodeURIComponent(certificate.raw.toString("base64"));
    const oneLine = `-----BEGIN%20CERTIFICATE-----%0A${base64}%0A-----END%20CERTIFICATE-----%0A`;
    expect(clientIdIn(plain, ["x-cert", oneLine])).toBe(expected);
  });

  const bad: Readonly<Record<string, string>> = {
    nothing: "",
    "no PEM": "abc",
    "a bad escape": `${escaped}%zz`,
    "two certificates": escaped + escaped,
    "another type": escaped.replaceAll("CERTIFICATE", "PUBLIC%20KEY"),
    "something behind it": `${escaped}x`,
    "bytes that are none": "-----BEGIN%20CERTIFICATE-----%0AAAAA%0A-----END%20CERTIFICATE-----",
  };
  for (const [what, value] of Object.entries(bad)) {
    test(`that holds ${what} is 400`, () => {
      expect(() => clientIdIn(plain, ["x-cert", value])).toThrow(
        expect.objectContaining({ httpStatus: 400 }),
      );
    });
  }

  test("that is repeated or missing is 400", () => {
    const twice = () => clientIdIn(plain, ["x-cert", escaped], ["x-cert", escaped]);
    expect(twice).toThrow("more than once");
    expect(() => clientIdIn(plain)).toThrow("missing");
  });
});

describe("a checksum", () => {
  const mode: IdentityHeaders = {
    ...{ kind: "checksum", certificateHeader: "X-Cert", checksumHeader: "X-Sum" },
  };

  test("that fits the certificate admits it", () => {
    expect(clientIdIn(mode, ["x-cert", escaped], ["x-sum", checksum])).toBe(expected);
  });

  test("that does not fit, is missing, or is repeated, is 400", () => {
    const other = createHash("sha256").update("x").digest("base64").replace(/=+$/, "");
    const cases: [string, string][][] = [
      [["x-sum", other]],
      [],
      [
        ["x-sum", checksum],
        ["x-sum", checksum],
      ],
      [["x-sum", ""]],
    ];
    for (const sums of cases) {
      expect(() => clientIdIn(mode, ["x-cert", escaped], ...sums)).toThrow(
        expect.objectContaining({ httpStatus: 400 }),
      );
    }
  });
});

describe("X-Forwarded-Client-Cert", () => {
  const xfcc = (element: "ONLY" | "FIRST" | "LAST"): IdentityHeaders => ({
    ...{ kind: "xfcc", certificateHeader: "X-Forwarded-Client-Cert", element },
  });
  const own = `Hash=ab;Cert="${encodeURIComponent(pem)}";Subject="O=\\"a,b;c\\""`;
  const otherPem = encodeURIComponent(readCertificate("client-p384").certificates);
  const other = `By=spiffe://x;Cert="${otherPem}"`;
  const read = (value: string, element: "ONLY" | "FIRST" | "LAST" = "ONLY") =>
    clientIdIn(xfcc(element), ["x-forwarded-client-cert", value]);

  test("names the client in its Cert, whatever quoted values hold", () => {
    expect(read(own)).toBe(expected);
  });

  test("with two elements counts only where one was chosen", () => {
    expect(() => read(`${own},${other}`)).toThrow("2 elements");
    expect(read(`${own},${other}`, "FIRST")).toBe(expected);
    expect(read(`${other},${own}`, "LAST")).toBe(expected);
  });

  test("without a Cert, with two, or with an open quote, is 400", () => {
    for (const value of ["Hash=ab", `${own};Cert="x"`, 'Cert="abc', "", ","]) {
      expect(() => read(value)).toThrow(expect.objectContaining({ httpStatus: 400 }));
    }
  });
});

describe("the address in a header", () => {
  const isTrusted = (address: string) => address.startsWith("10.");
  const read = (...values: string[]) =>
    clientAddressIn(
      headersOf(...values.map((value): [string, string] => ["x-forwarded-for", value])),
      "X-Forwarded-For",
      isTrusted,
    );

  test("is the last that is no proxy's", () => {
    expect(read("203.0.113.9, 192.0.2.1, 10.0.0.1")).toBe("192.0.2.1");
    expect(read("203.0.113.9", "192.0.2.1")).toBe("192.0.2.1");
    expect(read("[2001:db8::1]:443")).toBe("2001:db8::1");
    expect(read("192.0.2.1:1234")).toBe("192.0.2.1");
  });

  test("is none where something stands there that is no address", () => {
    expect(read("192.0.2.1, unknown")).toBeUndefined();
    expect(read("10.0.0.1")).toBeUndefined();
    expect(read()).toBeUndefined();
  });
});
