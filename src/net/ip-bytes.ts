/**
 * The bytes of an address that is written as text.
 */
import { isIPv6 } from "node:net";

/** @param text for which node:net's isIP is not 0, a zone aside. @returns 4 or 16 bytes in network order. */
export function packAddress(text: string): Buffer {
  if (!isIPv6(text)) return Buffer.from(text.split(".").map(Number));
  const [plain = ""] = text.split("%");
  const [head = "", tail] = plain.split("::");
  const left = groups(head);
  const right = tail === undefined ? [] : groups(tail);
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => 0);
  const packed = Buffer.alloc(16);
  [...left, ...zeros, ...right].forEach((group, index) => packed.writeUInt16BE(group, 2 * index));
  return packed;
}

/** An IPv4 address at the end counts as two. */
function groups(text: string): number[] {
  if (text === "") return [];
  return text.split(":").flatMap((part) => {
    if (!part.includes(".")) return [Number.parseInt(part, 16)];
    const bytes = Buffer.from(part.split(".").map(Number));
    return [bytes.readUInt16BE(0), bytes.readUInt16BE(2)];
  });
}
