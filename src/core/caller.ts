/** Who called the admin API or the page, as far as the door knows that the call came by. */
import type { CredentialId } from "./credential.ts";

/** What somebody may do; each includes those before it. */
export const scopes = ["read", "send", "admin"] as const;
export type Scope = (typeof scopes)[number];

/** By which way somebody came; "signal": from the system that the server runs on. */
export type Door = "socket" | "tcp" | "tls" | "http" | "signal";

export interface Caller {
  readonly door: Door;
  /** The common name of a certificate, or the name of a token or login; undefined where nobody proved a name. */
  readonly name: string | undefined;
  /** Of that certificate, as hex. */
  readonly serial: string | undefined;
  /** Of the token or session that was shown. */
  readonly credentialId?: CredentialId | undefined;
  readonly scope: Scope;
  /** "host:port", or words for the local user of the socket. */
  readonly address: string;
}

/** Who it is, without where from; empty where nobody proved anything. */
export function nameCaller({ name, serial, credentialId }: Caller): string {
  if (name === undefined) return "";
  if (credentialId !== undefined) return `${name} (credential ${credentialId})`;
  return serial === undefined ? name : `${name} (certificate ${serial})`;
}

/** As the log has it. */
export function describeCaller(caller: Caller): string {
  const name = nameCaller(caller);
  return name === "" ? caller.address : `${name} at ${caller.address}`;
}

export function includesScope(held: Scope, needed: Scope): boolean {
  return scopes.indexOf(held) >= scopes.indexOf(needed);
}
