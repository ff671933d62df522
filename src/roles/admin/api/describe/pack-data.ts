/** A payload as a caller writes it, as the message carries it. */
import type { z } from "zod";

import { encodeJsonMessage } from "../../../../config/plain-from-json.ts";
import type { Json } from "../../../../config/plain-json.ts";
import { typeUrlPrefix } from "../../../../config/plain-message.ts";
import { FleetError } from "../../../../core/errors.ts";
import type { AnyData } from "../../../../core/message.ts";
import type { dataInput } from "../shapes/message.ts";

/** @throws invalid_argument unless there is one of text, and a type with base64 or json. */
export function packData(data: z.output<typeof dataInput> | undefined): AnyData | undefined {
  if (data === undefined) return undefined;
  const { type_url: type, base64, json, text } = data;
  if (text !== undefined) {
    if (type !== undefined || base64 !== undefined || json !== undefined)
      throw wrong("text has its own type, and stands alone");
    return encodeJson("google.protobuf.StringValue", text);
  }
  if (type === undefined) throw wrong("it needs a type_url, or only text");
  const typeUrl = type.includes("/") ? type : `${typeUrlPrefix}${type}`;
  if (base64 !== undefined && json !== undefined) throw wrong("base64 and json exclude each other");
  if (json !== undefined) return encodeJson(typeUrl.replace(/^.*\//, ""), json, typeUrl);
  return { typeUrl, value: Buffer.from(base64 ?? "", "base64") };
}

function encodeJson(
  typeName: string,
  json: Json,
  typeUrl = `${typeUrlPrefix}${typeName}`,
): AnyData {
  return { typeUrl, value: encodeJsonMessage(typeName, json) };
}

function wrong(what: string): FleetError {
  return new FleetError("invalid_argument", `the data of the message cannot be used: ${what}`, {
    hint: 'Write { "text": "…" }, or { "type_url": "…", "json": … } or "base64".',
  });
}
