/** google.protobuf.StringValue, the one message with nothing but text: field 1, string. */
import type { AnyData } from "../../core/message.ts";

const stringTag = 0x0a;

export function packText(text: string): AnyData {
  const bytes = Buffer.from(text);
  const value =
    bytes.length === 0
      ? bytes
      : Buffer.concat([Buffer.from([stringTag, ...varint(bytes.length)]), bytes]);
  return { typeUrl: "type.googleapis.com/google.protobuf.StringValue", value };
}

function varint(value: number): number[] {
  return value < 0x80 ? [value] : [(value & 0x7f) | 0x80, ...varint(value >>> 7)];
}
