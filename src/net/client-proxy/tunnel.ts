/**
 * A way through a proxy: a socket that is as good as a direct one. What goes through it is TLS, and none of the proxy's
 * business.
 */
import type { Duplex } from "node:stream";

import type { Clock } from "../../core/clock.ts";
import { type FleetError, toFleetError } from "../../core/errors.ts";
import { formatHostPort } from "../address.ts";
import { connectHttp } from "../http-connect.ts";
import { requestConnect } from "./connect.ts";
import { ProxyDialogue } from "./dialogue.ts";
import { proxyFailure } from "./failure.ts";
import { requestSocks5 } from "./socks5.ts";
import type { ClientProxy } from "./proxy.ts";
import { isTrustError } from "../server-trust.ts";
import type { SocketOpener } from "../tls-handshake.ts";

export interface TunnelOptions {
  readonly clock: Clock;
  /** From the start until the tunnel stands, milliseconds. */
  readonly answerMs?: number;
  /** PEM of whom an HTTPS proxy's certificate may come from; undefined: the public roots. */
  readonly trustedRoots?: () => string | undefined;
}

/** @throws (the opener) unavailable, refused where the proxy wants other credentials, and the signal's reason. */
export function makeTunnelOpener(proxy: ClientProxy, options: TunnelOptions): SocketOpener {
  const { clock, answerMs = 15_000 } = options;
  return async (target, stopping) => {
    const giveUp = new AbortController();
    using _timer = clock.after(answerMs, () => giveUp.abort(hangs(proxy, answerMs)));
    const signal = AbortSignal.any([stopping, giveUp.signal]);
    const socket = await reach(proxy, options, signal);
    using dialogue = new ProxyDialogue(socket, proxy, signal);
    try {
      if (proxy.kind === "socks5") await requestSocks5(dialogue, proxy, target);
      else await requestConnect(dialogue, proxy, target);
      dialogue.finish();
      return socket;
    } catch (thrown) {
      socket.destroy();
      throw thrown;
    }
  };
}

async function reach(
  proxy: ClientProxy,
  { trustedRoots }: TunnelOptions,
  signal: AbortSignal,
): Promise<Duplex> {
  const isTls = proxy.kind === "https";
  const url = new URL(`${isTls ? "https" : "http"}://${formatHostPort(proxy.address)}`);
  try {
    return await connectHttp({ url, trustedRoots: isTls ? trustedRoots?.() : undefined }, signal);
  } catch (thrown) {
    signal.throwIfAborted();
    throw notReached(proxy, thrown);
  }
}

function notReached(proxy: ClientProxy, cause: unknown): FleetError {
  const reason = toFleetError(cause).message;
  if (!isTrustError(cause)) {
    return proxyFailure(proxy, "proxy_unreachable", `cannot be reached: ${reason}`, { cause });
  }
  return proxyFailure(proxy, "proxy_untrusted", `is not trusted: ${reason}`, {
    hint: "Its certificate must be for its name, and from a CA that this machine trusts.",
    cause,
  });
}

function hangs(proxy: ClientProxy, answerMs: number): FleetError {
  return proxyFailure(proxy, "proxy_hangs", `does not answer within ${answerMs / 1000} s`);
}
