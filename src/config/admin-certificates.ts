/**
 * `fleet admin certificate`: the administrators' CA in a folder, made where it is missing, and a certificate with its key
 * for one of them (ours.md 5). Nothing that exists is written over.
 */
import { join } from "node:path";

import { FleetError } from "../core/errors.ts";
import type { CertifiedKey } from "../net/certificates.ts";
import {
  checkAdminName,
  makeAdminAuthority,
  makeAdminCertificate,
} from "../net/certificates-admin.ts";
import {
  createFile,
  ensurePrivateFolder,
  publicMode,
  readPrivateFile,
} from "../platform/private-file.ts";

export interface AdminCertificateRequest {
  /** Of the administrator. */
  readonly name: string;
  /** Where NAME.pem and NAME.key go. */
  readonly outFolder: string;
  /** Where admin-ca.pem and admin-ca.key are, or are to be. */
  readonly caFolder: string;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** Paths. */
export interface AdminCertificateFiles {
  readonly ca: string;
  readonly certificate: string;
  readonly key: string;
  /** Whether the CA was made now. */
  readonly madeAuthority: boolean;
}

const caName = "admin-ca";
const maxPemBytes = 64 * 1024;

/** @throws invalid_argument for a name, conflict for files that are there, configuration for a folder or a CA. */
export async function issueAdminCertificate(
  request: AdminCertificateRequest,
): Promise<AdminCertificateFiles> {
  const { outFolder, caFolder, now } = request;
  const name = checkName(request);
  ensurePrivateFolder(caFolder, "folder of the admin CA");
  ensurePrivateFolder(outFolder, "folder of the certificate");
  const files = pathsOf(outFolder, name);
  refuseExisting(files);
  const kept = readAuthority(caFolder);
  const authority = kept ?? (await makeAuthority(caFolder, now));
  const made = await makeAdminCertificate(name, authority, now);
  createFile(files.key, "administrator's key", made.key);
  createFile(files.certificate, "administrator's certificate", made.certificate);
  return { ...files, ca: pathsOf(caFolder, caName).certificate, madeAuthority: !kept };
}

function checkName({ name }: AdminCertificateRequest): string {
  if (checkAdminName(name).toLowerCase() !== caName) return name;
  throw new FleetError("invalid_argument", `"${name}" is the name of the CA's own files`);
}

function pathsOf(folder: string, name: string): { certificate: string; key: string } {
  return { certificate: join(folder, `${name}.pem`), key: join(folder, `${name}.key`) };
}

/** Before anything is made. */
function refuseExisting(files: { certificate: string; key: string }): void {
  for (const path of Object.values(files)) {
    if (readPrivateFile(path, "file", maxPemBytes) === undefined) continue;
    throw new FleetError("conflict", `"${path}" exists already and is not overwritten`, {
      hint: "Choose another name or folder, or move it away.",
    });
  }
}

function readAuthority(folder: string): CertifiedKey | undefined {
  const paths = pathsOf(folder, caName);
  const certificate = readPrivateFile(paths.certificate, "admin CA", maxPemBytes)?.toString("utf8");
  const key = readPrivateFile(paths.key, "key of the admin CA", maxPemBytes, { secret: true });
  if (certificate !== undefined && key !== undefined) {
    return { certificate, key: key.toString("utf8") };
  }
  if (certificate === undefined && key === undefined) return undefined;
  const [there, missing] =
    key === undefined ? [paths.certificate, paths.key] : [paths.key, paths.certificate];
  throw new FleetError("configuration", `there is "${there}" and no "${missing}"`, {
    hint: "Put it back, or name another folder with --ca to begin a new CA.",
  });
}

async function makeAuthority(folder: string, now: number): Promise<CertifiedKey> {
  const paths = pathsOf(folder, caName);
  const authority = await makeAdminAuthority("fleet", now);
  createFile(paths.key, "key of the admin CA", authority.key);
  createFile(paths.certificate, "admin CA", authority.certificate, publicMode);
  return authority;
}
