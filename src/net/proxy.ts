/**
 * A way through an HTTP proxy: CONNECT (RFC 9110 9.3.6), after which the socket is as good as a direct one.
 *
 * The proxy itself is reached in clear text; what goes through the tunnel is TLS and none of its business.
 */
import type { Socket } from "node:net";
import net from "node:net";

import type { Clock } from "../core/clock.ts";
import { FleetError, toFleetError } from "../core/errors.ts";
import { type HostPort, formatHostPort } from "./address.ts";
import { parseResponseHead } from "./http1/head.ts";
import type { SocketOpener } from "./tls-handshake.ts";

export interface HttpProxy {
  readonly address: HostPort;
  /** The value of Proxy-Authorization. */
  readonly authorization: string | undefined;
}

const maxHeadBytes = 16 * 1024;
const headEnd = Buffer.from("\r\n\r\n");

/**
 * @param text "http://user:password@host:port", or "host:port".
 * @param name of the setting, for the error, which never shows the text: it may hold a password.
 * @throws configuration for anything else.
 */
export function parseProxy(text: string, name: string): HttpProxy {
  const withScheme = text.includes("://") ? text : `http://${text}`;
  const url = URL.canParse(withScheme) ? new URL(withScheme) : undefined;
  if (!url || url.hostname === "") throw wrongProxy(`${name} is not a URL`);
  if (url.protocol !== "http:") {
    throw wrongProxy(`${name} begins with "${url.protocol}//", which is not supported`);
  }
  const host = url.hostname.replace(/^\[(.*)\]$/, "$1");
  const address = { host, port: url.port === "" ? 80 : Number(url.port) };
  return { address, authorization: authorizationOf(url, name) };
}

/** @throws (the opener) unavailable, refused where the proxy wants other credentials, and the signal's reason. */
export function makeTunnelOpener(proxy: HttpProxy, clock: Clock, answerMs = 15_000): SocketOpener {
  return async (address, signal) => {
    const socket = await connectTo(proxy, signal);
    const giveUp = (reason: unknown): void => {
      socket.destroy(reason instanceof Error ? reason : undefined);
    };
    const onAbort = (): void => giveUp(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });
    using _timer = clock.after(answerMs, () => giveUp(hangs(proxy, answerMs)));
    try {
      socket.write(connectHead(proxy, address));
      checkAnswer(await readHead(socket, proxy), proxy, address);
      return socket;
    } catch (thrown) {
      socket.destroy();
      signal.throwIfAborted();
      throw thrown;
    } finally {
      signal.removeEventListener("abort", onAbort);
    }
  };
}

function authorizationOf(url: URL, name: string): string | undefined {
  if (url.username === "" && url.password === "") return undefined;
  try {
    const plain = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
    return `Basic ${Buffer.from(plain).toString("base64")}`;
  } catch {
    throw wrongProxy(`the credentials in ${name} are not escaped as in a URL`);
  }
}

function wrongProxy(message: string): FleetError {
  return new FleetError("configuration", message, { hint: 'Write "http://host:port".' });
}

function connectTo({ address }: HttpProxy, signal: AbortSignal): Promise<Socket> {
  const connected = Promise.withResolvers<Socket>();
  const socket = net.connect(address);
  const onAbort = (): void => connected.reject(signal.reason);
  signal.addEventListener("abort", onAbort, { once: true });
  // It stays: no error of this socket may end the process.
  socket.on("error", (cause) => {
    const where = formatHostPort(address);
    const message = `cannot connect to the proxy ${where}: ${toFleetError(cause).message}`;
    connected.reject(new FleetError("unavailable", message, { cause }));
  });
  socket.once("connect", () => connected.resolve(socket));
  return connected.promise
    .catch((thrown: unknown) => {
      socket.destroy();
      throw thrown;
    })
    .finally(() => signal.removeEventListener("abort", onAbort));
}

function connectHead({ authorization }: HttpProxy, address: HostPort): string {
  const target = formatHostPort(address);
  const credentials =
    authorization === undefined ? "" : `Proxy-Authorization: ${authorization}\r\n`;
  return `CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${credentials}\r\n`;
}

/** The head of the answer. What follows it stays in the socket. */
async function readHead(socket: Socket, proxy: HttpProxy): Promise<Buffer> {
  const whole = Promise.withResolvers<Buffer>();
  let received = Buffer.alloc(0);
  const onData = (chunk: Buffer): void => {
    received = Buffer.concat([received, chunk]);
    const end = received.indexOf(headEnd);
    if (end === -1 && received.length < maxHeadBytes) return;
    socket.pause();
    if (end === -1) return whole.reject(noTunnel(proxy, "answers with no end of its head"));
    const rest = received.subarray(end + headEnd.length);
    if (rest.length > 0) socket.unshift(rest);
    whole.resolve(received.subarray(0, end + headEnd.length));
  };
  const onEnd = (): void =>
    whole.reject(noTunnel(proxy, "closed the connection without an answer"));
  const onError = (thrown: Error): void => {
    whole.reject(thrown instanceof FleetError ? thrown : noTunnel(proxy, "broke the connection"));
  };
  socket.on("data", onData).on("end", onEnd).on("close", onEnd).on("error", onError);
  try {
    return await whole.promise;
  } finally {
    socket.off("data", onData).off("end", onEnd).off("close", onEnd).off("error", onError);
  }
}

function checkAnswer(head: Buffer, proxy: HttpProxy, address: HostPort): void {
  const status = statusOf(head, proxy);
  if (status >= 200 && status < 300) return;
  const message = `refuses CONNECT to ${formatHostPort(address)} with status ${status}`;
  if (status !== 407) throw noTunnel(proxy, message);
  throw new FleetError("refused", `the proxy ${formatHostPort(proxy.address)} ${message}`, {
    hint: "Put user and password into the URL of the proxy: it takes Basic only.",
  });
}

function statusOf(head: Buffer, proxy: HttpProxy): number {
  try {
    return parseResponseHead(head).status;
  } catch {
    throw noTunnel(proxy, "answers CONNECT with something else than HTTP");
  }
}

function noTunnel({ address }: HttpProxy, what: string): FleetError {
  return new FleetError("unavailable", `the proxy ${formatHostPort(address)} ${what}`);
}

function hangs(proxy: HttpProxy, answerMs: number): FleetError {
  return noTunnel(proxy, `does not answer CONNECT within ${answerMs / 1000} s`);
}
