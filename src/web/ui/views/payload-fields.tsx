/** The payload of a message that somebody writes: none, text, JSON of a type, or bytes. */
import { Input, Segments, TextArea } from "../parts/forms.tsx";
import { decodeBase64 } from "../text/base64.ts";

export interface DataForm {
  readonly kind: string;
  readonly typeUrl: string;
  readonly content: string;
}

export const emptyData: DataForm = { kind: "none", typeUrl: "", content: "" };

interface PackedData {
  /** As the API takes it. */
  readonly data?: Readonly<Record<string, unknown>>;
  /** Why it cannot be sent. */
  readonly fault?: string;
}

export function dataOf({ kind, typeUrl, content }: DataForm): PackedData {
  if (kind === "none") return {};
  if (kind === "text") return { data: { text: content } };
  if (typeUrl === "") return { fault: "It needs a type." };
  if (kind === "base64")
    return decodeBase64(content) === undefined
      ? { fault: "This is not base64." }
      : { data: { type_url: typeUrl, base64: content } };
  try {
    return { data: { type_url: typeUrl, json: JSON.parse(content) as unknown } };
  } catch (error) {
    return {
      fault: error instanceof Error ? `This is not JSON: ${error.message}` : "This is not JSON.",
    };
  }
}

const knownTypes = [
  "fleetspeak.stdinservice.InputMessage",
  "google.protobuf.StringValue",
  "google.protobuf.BytesValue",
  "google.protobuf.Struct",
];

export function PayloadFields(props: {
  readonly value: DataForm;
  readonly set: (value: DataForm) => void;
  readonly fault: string | undefined;
}) {
  const { value, set, fault } = props;
  const typed = value.kind === "json" || value.kind === "base64";
  const help = {
    json: "In protobuf's JSON, for types that this server knows.",
    base64: "The serialized message as base64.",
  }[value.kind];
  return (
    <fieldset class="form">
      <legend class="label">Payload</legend>
      <div>
        <Segments
          name="Kind of payload"
          value={value.kind}
          set={(kind) => set({ ...value, kind })}
          choices={[
            { value: "none", name: "None" },
            { value: "text", name: "Text" },
            { value: "json", name: "JSON" },
            { value: "base64", name: "Bytes" },
          ]}
        />
      </div>
      {typed && (
        <Input
          name="Type"
          value={value.typeUrl}
          set={(typeUrl) => set({ ...value, typeUrl: typeUrl.trim() })}
          list={knownTypes}
          help="A type URL, or the name of a message."
        />
      )}
      {value.kind !== "none" && (
        <TextArea
          name="Content"
          value={value.content}
          set={(content) => set({ ...value, content })}
          {...((value.content !== "" && fault !== undefined
            ? { help: fault }
            : help !== undefined && { help }) || {})}
        />
      )}
    </fieldset>
  );
}
