/**
 * A middle box that does TLS for a server behind it, and holds back what it has not seen the end of: requests and answers
 * pass when they are whole, or in lots of 64 KiB.
 */
import type { Socket } from "node:net";

import { parseHostPort } from "../../src/net/address.ts";
import { type ProxyListener, listenAsProxy } from "./proxy-listener.ts";

const lotBytes = 64 * 1024;
const headEnd = Buffer.from("\r\n\r\n");

/** @param target "host:port" of a server without TLS. */
export function startBufferingProxy(target: string): Promise<ProxyListener> {
  return listenAsProxy(true, (near, listener) => {
    const far = listener.connect(parseHostPort(target));
    hold(near, far);
    hold(far, near);
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
  });
}

function hold(from: Socket, to: Socket): void {
  let held = Buffer.alloc(0);
  from.on("data", (chunk: Buffer) => {
    held = Buffer.concat([held, chunk]);
    for (let length = wholeLength(held); length > 0; length = wholeLength(held)) {
      to.write(held.subarray(0, length));
      held = held.subarray(length);
    }
  });
}

/** How many of these bytes may pass: a message with its whole body, a full lot, or none. */
function wholeLength(held: Buffer): number {
  const end = held.indexOf(headEnd);
  const isHead = /^(?:HTTP\/1\.1 |[A-Z]+ \/)/.test(held.toString("latin1", 0, 20));
  if (isHead && end !== -1) {
    const head = held.toString("latin1", 0, end);
    const length = Number(/^Content-Length: (\d+)\r?$/im.exec(head)?.[1] ?? "0");
    const total = end + headEnd.length + length;
    if (!/^Transfer-Encoding:/im.test(head) && total <= held.length) return total;
  }
  return held.length >= lotBytes ? held.length : 0;
}
