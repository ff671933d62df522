/** Payloads for people: as JSON where this server knows the type, and the first bytes as hex. */
import type { z } from "zod";

import { decodePlainMessage } from "../../../../config/message-wire.ts";
import { typeUrlPrefix } from "../../../../config/plain-message.ts";
import { type Json, plainToJson } from "../../../../config/plain-json.ts";
import type { AnyData } from "../../../../core/message.ts";
import type { payload } from "../shapes/message.ts";

/** Of the payload, as hex. */
const shownBytes = 64 * 1024;
/** As JSON; beyond, a payload is hex only. */
const maxDecodedBytes = 256 * 1024;

export function describePayload({ typeUrl, value }: AnyData): z.input<typeof payload> {
  const json = decode(typeUrl, value);
  const shown = value.subarray(0, shownBytes);
  return {
    type_url: typeUrl,
    bytes: value.byteLength,
    ...(json !== undefined && { json: json as z.input<typeof payload>["json"] }),
    hex: Buffer.from(shown).toString("hex"),
    truncated: shown.byteLength < value.byteLength,
  };
}

/** undefined for a type that is not known, and for bytes that are not what their type says. */
function decode(typeUrl: string, value: Uint8Array): Json | undefined {
  if (!typeUrl.startsWith(typeUrlPrefix) || value.byteLength > maxDecodedBytes) return undefined;
  const typeName = typeUrl.slice(typeUrlPrefix.length);
  try {
    return plainToJson(typeName, decodePlainMessage(typeName, value));
  } catch {
    return undefined;
  }
}
