/**
 * CONNECT: how an HTTP proxy is asked for a tunnel (RFC 9110 9.3.6).
 */
import { type HostPort, formatHostPort } from "../address.ts";
import { parseResponseHead } from "../http1/head.ts";
import type { ProxyDialogue } from "./dialogue.ts";
import { proxyFailure } from "./failure.ts";
import type { ClientProxy } from "./proxy.ts";

const maxHeadBytes = 16 * 1024;
const headEnd = Buffer.from("\r\n\r\n");

/** @throws FleetError that names the proxy and what it answered. */
export async function requestConnect(
  dialogue: ProxyDialogue,
  proxy: ClientProxy,
  target: HostPort,
): Promise<void> {
  dialogue.send(requestHead(proxy, target));
  const head = await dialogue.take((received) => headLength(received, proxy));
  checkStatus(statusOf(head, proxy), proxy, target);
}

function requestHead({ credentials }: ClientProxy, target: HostPort): string {
  const where = formatHostPort(target);
  const lines = [`CONNECT ${where} HTTP/1.1`, `Host: ${where}`];
  if (credentials) {
    const { user, password } = credentials;
    const encoded = Buffer.from(`${user}:${password}`).toString("base64");
    lines.push(`Proxy-Authorization: Basic ${encoded}`);
  }
  return `${lines.join("\r\n")}\r\n\r\n`;
}

function headLength(received: Buffer, proxy: ClientProxy): number | undefined {
  const end = received.indexOf(headEnd);
  if (end !== -1 && end <= maxHeadBytes) return end + headEnd.length;
  if (received.length < maxHeadBytes) return undefined;
  throw proxyFailure(proxy, "proxy_invalid", "answers with no end of its head");
}

function statusOf(head: Buffer, proxy: ClientProxy): number {
  try {
    return parseResponseHead(head).status;
  } catch {
    const what = "answers CONNECT with something else than HTTP";
    throw proxyFailure(proxy, "proxy_invalid", what);
  }
}

function checkStatus(status: number, proxy: ClientProxy, target: HostPort): void {
  if (status >= 200 && status < 300) return;
  const what = `refuses CONNECT to ${formatHostPort(target)} with status ${status}`;
  if (status !== 407) throw proxyFailure(proxy, "proxy_refused", what);
  throw proxyFailure(proxy, "proxy_credentials", what, {
    hint: "Put user and password into the URL of the proxy: it takes Basic only.",
  });
}
