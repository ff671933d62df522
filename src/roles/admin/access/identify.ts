/** Who makes a call over gRPC: the local user of the socket, the holder of a certificate, or of a token. */
import { FleetError } from "../../../core/errors.ts";
import type { Identified, Identify } from "../call-gate.ts";
import type { AdminTlsListener } from "../listeners/tls.ts";
import type { AdminListener } from "../options.ts";
import type { Access } from "./access.ts";

/** @param gate of a listener that speaks TLS. */
export function identifyAt(
  listener: AdminListener,
  gate: AdminTlsListener | undefined,
  access: Access,
): Identify {
  if (listener.kind === "unix") {
    const caller = { name: undefined, serial: undefined, scope: "admin", door: "socket" } as const;
    return async () => ({ caller: { ...caller, address: "the admin socket" } });
  }
  return async (peer, authorization) => {
    if (authorization === undefined) return { caller: gate ? gate.callerOf(peer) : stranger(peer) };
    if (gate && !gate.takesTokens) throw noTokens();
    const [, token = ""] = /^bearer +(\S+)$/i.exec(authorization) ?? [];
    const { caller, signal } = await access.admit("token", token, peer, gate ? "tls" : "tcp");
    gate?.proved(peer);
    return { caller, ended: signal };
  };
}

/** Whoever reaches a port that asks nobody: what it may do is for the listener's rules to say. */
function stranger(peer: string): Identified["caller"] {
  return { door: "tcp", name: undefined, serial: undefined, scope: "admin", address: peer };
}

function noTokens(): FleetError {
  return new FleetError("unauthenticated", "this port takes certificates and no tokens", {
    hint: "Set fleet { admin { tokens: true } } in the server's configuration, or start it with --admin_tokens.",
  });
}
