/**
 * What people and programs show to be let in: tokens of scripts, sessions of browsers, one-time links to log in. All are
 * an id, which may be shown, and a secret, of which only the hash is kept.
 */
import { createHash, randomBytes, timingSafeEqual } from "node:crypto";

import { FleetError } from "./errors.ts";

declare const brand: unique symbol;
/** 16 hex digits. */
export type CredentialId = string & { readonly [brand]: "CredentialId" };

export const credentialKinds = ["token", "session", "login"] as const;
export type CredentialKind = (typeof credentialKinds)[number];

const idBytes = 8;
const secretBytes = 32;

export interface PresentedCredential {
  readonly credentialId: CredentialId;
  /** base64url without padding, 43 characters. */
  readonly secret: string;
}

const presented = /^fleet_([0-9a-f]{16})_([A-Za-z0-9_-]{43})$/;

export function newCredential(): PresentedCredential {
  return {
    credentialId: randomBytes(idBytes).toString("hex") as CredentialId,
    secret: randomBytes(secretBytes).toString("base64url"),
  };
}

/** As it is handed out: "fleet_<id>_<secret>". */
export function formatCredential({ credentialId, secret }: PresentedCredential): string {
  return `fleet_${credentialId}_${secret}`;
}

/** undefined for any other text. */
export function readCredential(text: string): PresentedCredential | undefined {
  const [, id, secret] = presented.exec(text) ?? [];
  if (id === undefined || secret === undefined) return undefined;
  return { credentialId: id as CredentialId, secret };
}

/** @throws invalid_argument unless it is 16 hex digits of either case. */
export function parseCredentialId(text: string): CredentialId {
  const id = text.toLowerCase();
  if (/^[0-9a-f]{16}$/.test(id)) return id as CredentialId;
  throw new FleetError("invalid_argument", `"${text.slice(0, 64)}" is not the id of a credential`, {
    hint: "It is 16 hex digits; fleet token list shows the ids.",
  });
}

/** What is kept of a secret. It is random, so that a plain hash is as good as a slow one. */
export function hashSecret(secret: string): Buffer {
  return createHash("sha256").update("fleet credential\0").update(secret).digest();
}

/** In a time that says nothing about the hash. */
export function isSecretOf(hash: Uint8Array, secret: string): boolean {
  const shown = hashSecret(secret);
  return hash.byteLength === shown.byteLength && timingSafeEqual(hash, shown);
}
