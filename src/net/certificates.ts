/**
 * Makes certificates and keys: the deployment's CA, the server's certificate, the deployment key (protocol.md 18,
 * ours.md 3 and 5; RFC 5280). Touches no files. Clients' certificates are their own: roles/client/state.
 *
 * The library behind it is loaded by what issues, not by what only reads.
 */
import {
  type KeyObject,
  X509Certificate,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  randomBytes,
  webcrypto,
} from "node:crypto";
import { isIP } from "node:net";

import type * as x509 from "@peculiar/x509";

import { FleetError, describeThrown } from "../core/errors.ts";

/** Both PEM; the key is a secret. */
export interface CertifiedKey {
  readonly certificate: string;
  readonly key: string;
}

export interface AuthorityRequest {
  /** Of the deployment: the subject is "<name> Fleetspeak CA". */
  readonly name: string;
  /** In place of "Fleetspeak CA". */
  readonly role?: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** PEM; a new P-256 key where it is not given. */
  readonly key?: string | undefined;
}

export interface ServerCertificateRequest {
  /** Of the deployment: the subject is "<name> Fleetspeak Server". */
  readonly name: string;
  /** Host names and IP addresses that clients connect to; at least one. */
  readonly hosts: readonly string[];
  /** Who issues it; its certificate first. */
  readonly authority: CertifiedKey;
  readonly now: number;
  /** PEM; a new P-256 key where it is not given. */
  readonly key?: string | undefined;
}

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const authorityLifeMs = 10 * 365 * dayMs;
const leafLifeMs = 365 * dayMs;
/** For clients whose clock is behind: an hour of a wrong time zone, and then some. */
const backdatedMs = 2 * hourMs;
const curve = "P-256";

/** A CA for ten years. @throws configuration when the key that was given cannot be used. */
export async function makeCertificateAuthority(request: AuthorityRequest): Promise<CertifiedKey> {
  const library = await loadLibrary();
  const key = request.key ?? newKey();
  const keys = await importKeys(key, "the CA's key");
  const certificate = await library.X509CertificateGenerator.createSelfSigned(
    {
      serialNumber: newSerial(),
      name: subjectOf(library, `${request.name} ${request.role ?? "Fleetspeak CA"}`),
      ...validity(request.now, authorityLifeMs),
      keys,
      signingAlgorithm: keys.algorithm,
      extensions: [
        new library.BasicConstraintsExtension(true, undefined, true),
        new library.KeyUsagesExtension(
          library.KeyUsageFlags.keyCertSign | library.KeyUsageFlags.cRLSign,
          true,
        ),
        await library.SubjectKeyIdentifierExtension.create(
          keys.publicKey,
          false,
          webcrypto as Crypto,
        ),
      ],
    },
    webcrypto as Crypto,
  );
  return { certificate: pemOf(certificate), key };
}

/**
 * A server certificate for a year, no CA itself (CA:FALSE).
 * @throws configuration when the authority's certificate and key do not fit or cannot be used.
 */
export async function makeServerCertificate(
  request: ServerCertificateRequest,
): Promise<CertifiedKey> {
  const { name, hosts, ...common } = request;
  return await issueCertificate({
    ...common,
    subject: `${name} Fleetspeak Server`,
    usage: "serverAuth",
    names: hosts,
    what: "the server's key",
  });
}

export interface IssueRequest {
  /** The common name. */
  readonly subject: string;
  readonly usage: "serverAuth" | "clientAuth";
  /** Host names and IP addresses that it is for. */
  readonly names: readonly string[];
  readonly authority: CertifiedKey;
  readonly now: number;
  /** PEM; a new P-256 key where it is not given. */
  readonly key?: string | undefined;
  /** Names the key in an error. */
  readonly what: string;
}

/**
 * A certificate for a year that can issue no others.
 * @throws configuration when the authority's certificate and key do not fit or cannot be used.
 */
export async function issueCertificate(request: IssueRequest): Promise<CertifiedKey> {
  const { authority, names } = request;
  const library = await loadLibrary();
  const issuer = readIssuer(library, authority);
  const signer = await importKeys(authority.key, "the CA's key");
  const key = request.key ?? newKey();
  const { publicKey } = await importKeys(key, request.what);
  const certificate = await library.X509CertificateGenerator.create(
    {
      serialNumber: newSerial(),
      subject: subjectOf(library, request.subject),
      issuer: issuer.subjectName,
      ...validity(request.now, leafLifeMs, issuer.notAfter),
      publicKey,
      signingKey: signer.privateKey,
      signingAlgorithm: signer.algorithm,
      extensions: [
        new library.BasicConstraintsExtension(false, undefined, true),
        new library.KeyUsagesExtension(library.KeyUsageFlags.digitalSignature, true),
        new library.ExtendedKeyUsageExtension([library.ExtendedKeyUsage[request.usage]]),
        ...(names.length > 0
          ? [new library.SubjectAlternativeNameExtension(names.map(alternativeName))]
          : []),
        await library.SubjectKeyIdentifierExtension.create(publicKey, false, webcrypto as Crypto),
        await library.AuthorityKeyIdentifierExtension.create(issuer, false, webcrypto as Crypto),
      ],
    },
    webcrypto as Crypto,
  );
  return { certificate: pemOf(certificate), key };
}

/** A deployment key, P-256: PKCS #8 and SubjectPublicKeyInfo, both PEM. */
export function makeDeploymentKey(): { readonly privateKey: string; readonly publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: curve });
  return {
    privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    publicKey: publicKey.export({ type: "spki", format: "pem" }).toString(),
  };
}

/** Whether less than a third of its life is left (ours.md 5). @param certificate PEM, the first counts. */
export function isDueForReissue(certificate: string, now: number): boolean {
  const { validFromDate, validToDate } = readCertificate(certificate);
  const lifeMs = validToDate.getTime() - validFromDate.getTime();
  return validToDate.getTime() - now < lifeMs / 3;
}

/**
 * A new certificate in the place of an old one: same subject, names and key, for another year.
 * @param old PEM, the first counts. Never for a CA.
 */
export async function reissueServerCertificate(
  old: CertifiedKey,
  authority: CertifiedKey,
  now: number,
): Promise<CertifiedKey> {
  const certificate = readCertificate(old.certificate);
  const { X509Certificate: Parsed } = await loadLibrary();
  const [commonName = ""] = new Parsed(certificate.raw).subjectName.getField("CN");
  const name = commonName.replace(/ Fleetspeak Server$/, "");
  return await makeServerCertificate({
    name,
    hosts: hostsOf(certificate),
    authority,
    now,
    key: old.key,
  });
}

/** The names and addresses that a certificate is for. */
export function hostsOf(certificate: X509Certificate): string[] {
  const names = certificate.subjectAltName?.split(", ") ?? [];
  return names.flatMap((name) => /^(?:DNS|IP Address):(.+)$/.exec(name)?.[1] ?? []);
}

/** The first certificate of a PEM text. @throws configuration when there is none. */
export function readCertificate(pem: string): X509Certificate {
  try {
    return new X509Certificate(pem);
  } catch (thrown) {
    throw new FleetError(
      "configuration",
      `a certificate cannot be read: ${describeThrown(thrown)}`,
      {
        hint: "It must be PEM: CERTIFICATE.",
      },
    );
  }
}

type Library = typeof x509;

async function loadLibrary(): Promise<Library> {
  // First: the library declares its classes with it.
  await import("reflect-metadata");
  return await import("@peculiar/x509");
}

function readIssuer(library: Library, authority: CertifiedKey): x509.X509Certificate {
  const certificate = readCertificate(authority.certificate);
  if (!certificate.ca) {
    const name = JSON.stringify(certificate.subject);
    throw new FleetError("configuration", `certificate ${name} is no CA's: it cannot issue others`);
  }
  if (!certificate.checkPrivateKey(readKey(authority.key, "the CA's key"))) {
    throw new FleetError("configuration", "the CA's certificate and key do not belong together");
  }
  return new library.X509Certificate(certificate.raw);
}

function readKey(pem: string, what: string): KeyObject {
  try {
    return createPrivateKey(pem);
  } catch {
    throw new FleetError("configuration", `${what} cannot be read`, {
      hint: "It must be PEM without a password: EC PRIVATE KEY, RSA PRIVATE KEY or PRIVATE KEY.",
    });
  }
}

/** SEC 1, which the original's configurator can read; it cannot read PKCS #8. */
function newKey(): string {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: curve });
  return privateKey.export({ type: "sec1", format: "pem" }).toString();
}

interface ImportedKeys {
  readonly privateKey: CryptoKey;
  readonly publicKey: CryptoKey;
  readonly algorithm: { readonly name: string; readonly hash: string };
}

async function importKeys(pem: string, what: string): Promise<ImportedKeys> {
  const key = readKey(pem, what);
  const algorithm = importAlgorithm(key, what);
  const { subtle } = webcrypto as Crypto;
  const pkcs8 = key.export({ type: "pkcs8", format: "der" });
  const spki = createPublicKey(key).export({ type: "spki", format: "der" });
  return {
    privateKey: await subtle.importKey("pkcs8", new Uint8Array(pkcs8), algorithm, false, ["sign"]),
    publicKey: await subtle.importKey("spki", new Uint8Array(spki), algorithm, true, ["verify"]),
    algorithm: { name: algorithm.name, hash: "SHA-256" },
  };
}

const curves: Readonly<Record<string, string>> = {
  prime256v1: "P-256",
  secp384r1: "P-384",
  secp521r1: "P-521",
};

type ImportAlgorithm =
  | { readonly name: "ECDSA"; readonly namedCurve: string }
  | { readonly name: "RSASSA-PKCS1-v1_5"; readonly hash: "SHA-256" };

function importAlgorithm(key: KeyObject, what: string): ImportAlgorithm {
  if (key.asymmetricKeyType === "rsa") return { name: "RSASSA-PKCS1-v1_5", hash: "SHA-256" };
  const namedCurve = curves[key.asymmetricKeyDetails?.namedCurve ?? ""];
  if (key.asymmetricKeyType === "ec" && namedCurve !== undefined)
    return { name: "ECDSA", namedCurve };
  throw new FleetError(
    "configuration",
    `${what} is of type "${key.asymmetricKeyType}", which cannot be used`,
    {
      hint: "Use an RSA key, or one of the curves P-256, P-384, P-521.",
    },
  );
}

function subjectOf(library: Library, name: string): x509.Name {
  return new library.Name([{ CN: [{ utf8String: name }] }]);
}

function alternativeName(host: string): x509.JsonGeneralName {
  return isIP(host) === 0 ? { type: "dns", value: host } : { type: "ip", value: host };
}

/** Never beyond the issuer's own end. */
function validity(now: number, lifeMs: number, latest?: Date): { notBefore: Date; notAfter: Date } {
  const end = Math.min(now + lifeMs, latest?.getTime() ?? Number.POSITIVE_INFINITY);
  return { notBefore: new Date(now - backdatedMs), notAfter: new Date(end) };
}

/** Positive, and 127 random bits. */
function newSerial(): string {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x7f) | 0x40;
  return bytes.toString("hex");
}

function pemOf(certificate: x509.X509Certificate): string {
  return `${certificate.toString("pem").trimEnd()}\n`;
}
