/**
 * SOCKS5: how such a proxy is asked for a tunnel (RFC 1928), with user and password where it wants them (RFC 1929).
 *
 * Names are sent as they are, for the proxy to resolve.
 */
import { isIP } from "node:net";

import { FleetError } from "../../core/errors.ts";
import { type HostPort, formatHostPort } from "../address.ts";
import { packAddress } from "../ip-bytes.ts";
import type { ProxyDialogue } from "./dialogue.ts";
import { proxyFailure } from "./failure.ts";
import type { ClientProxy, ProxyCredentials } from "./proxy.ts";

const version = 5;
const method = { none: 0, password: 2, noneAcceptable: 0xff } as const;
const passwordVersion = 1;
const connectCommand = 1;
const addressType = { ipv4: 1, name: 3, ipv6: 4 } as const;
const maxNameBytes = 255;

/** RFC 1928 6. */
const replies: readonly string[] = [
  "",
  "it failed itself",
  "its rules do not allow it",
  "the network is unreachable",
  "the host is unreachable",
  "the connection was refused",
  "the time to live is over",
  "it knows no such command",
  "it knows no such kind of address",
];

/** @throws FleetError that names the proxy and what it answered. */
export async function requestSocks5(
  dialogue: ProxyDialogue,
  proxy: ClientProxy,
  target: HostPort,
): Promise<void> {
  const request = connectRequest(target);
  await logIn(dialogue, proxy);
  dialogue.send(request);
  const reply = await dialogue.take((received) => replyLength(received, proxy));
  const code = reply[1] ?? 0;
  if (code === 0) return;
  const why = replies[code] ?? `reply ${code}`;
  const what = `refuses to connect to ${formatHostPort(target)}: ${why}`;
  throw proxyFailure(proxy, "proxy_refused", what);
}

async function logIn(dialogue: ProxyDialogue, proxy: ClientProxy): Promise<void> {
  const { credentials } = proxy;
  const offered = credentials ? [method.none, method.password] : [method.none];
  dialogue.send(Uint8Array.of(version, offered.length, ...offered));
  const [answered, chosen] = await dialogue.take(() => 2);
  if (answered !== version) throw notSocks(proxy);
  if (chosen === method.none) return;
  if (chosen === method.password && credentials) return sendPassword(dialogue, proxy, credentials);
  if (chosen !== method.noneAcceptable && chosen !== method.password) throw notSocks(proxy);
  throw proxyFailure(proxy, "proxy_credentials", "wants to know who connects", {
    hint: "Put user and password into the URL of the proxy; it takes no other proof.",
  });
}

async function sendPassword(
  dialogue: ProxyDialogue,
  proxy: ClientProxy,
  { user, password }: ProxyCredentials,
): Promise<void> {
  dialogue.send(Buffer.concat([Uint8Array.of(passwordVersion), sized(user), sized(password)]));
  const [, status] = await dialogue.take(() => 2);
  if (status === 0) return;
  throw proxyFailure(proxy, "proxy_credentials", "refuses user and password", {
    hint: "Put the right ones into the URL of the proxy.",
  });
}

function connectRequest(target: HostPort): Buffer {
  const port = Buffer.alloc(2);
  port.writeUInt16BE(target.port);
  const start = Uint8Array.of(version, connectCommand, 0);
  return Buffer.concat([start, addressBytes(target.host), port]);
}

function addressBytes(host: string): Buffer {
  const family = isIP(host);
  if (family === 0) {
    if (Buffer.byteLength(host) > maxNameBytes) throw nameTooLong(host);
    return Buffer.concat([Uint8Array.of(addressType.name), sized(host)]);
  }
  const type = family === 6 ? addressType.ipv6 : addressType.ipv4;
  return Buffer.concat([Uint8Array.of(type), packAddress(host)]);
}

function replyLength(received: Buffer, proxy: ClientProxy): number | undefined {
  const [answered, , , type, first] = received;
  if (answered !== undefined && answered !== version) throw notSocks(proxy);
  switch (type) {
    case undefined:
      return undefined;
    case addressType.ipv4:
      return 4 + 4 + 2;
    case addressType.ipv6:
      return 4 + 16 + 2;
    case addressType.name:
      return first === undefined ? undefined : 4 + 1 + first + 2;
    default:
      throw notSocks(proxy);
  }
}

function sized(text: string): Buffer {
  const bytes = Buffer.from(text);
  return Buffer.concat([Uint8Array.of(bytes.length), bytes]);
}

function notSocks(proxy: ClientProxy): FleetError {
  return proxyFailure(proxy, "proxy_invalid", "answers something else than SOCKS5");
}

function nameTooLong(host: string): FleetError {
  return new FleetError(
    "invalid_argument",
    `the name "${host.slice(0, 32)}…" is longer than SOCKS takes (${maxNameBytes} bytes)`,
  );
}
