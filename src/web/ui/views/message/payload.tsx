/** A message's payload: as a tree where its type is known, as bytes otherwise. */
import { useState } from "preact/hooks";

import type { MessageData, MessageDetail } from "../../api/types.ts";
import { Segments } from "../../parts/forms.tsx";
import { Card, Facts } from "../../parts/layout.tsx";
import { formatBytes } from "../../text/format.ts";
import { Text } from "../../text/text.tsx";
import { HexView } from "./hex-view.tsx";
import { JsonTree } from "./json-tree.tsx";

export function Payload({ message }: { readonly message: MessageDetail }) {
  const { data, state } = message;
  if (data === undefined) {
    return (
      <Card title="Payload">
        <p class="muted">
          {state === "pending"
            ? "It has none."
            : "It is not kept any more: payloads go as soon as a message has its result."}
        </p>
      </Card>
    );
  }
  return (
    <Card title="Payload" note={formatBytes(data.bytes)}>
      <PayloadData data={data} />
    </Card>
  );
}

export function PayloadData({ data }: { readonly data: MessageData }) {
  const [wanted, setWanted] = useState(data.json === undefined ? "hex" : "json");
  const view = data.json === undefined ? "hex" : wanted;
  return (
    <div class="stack">
      <Facts rows={[["Type", <Text value={data.type_url} />]]} />
      {data.json === undefined ? (
        <p class="muted small">This server does not know the type, so these are its bytes.</p>
      ) : (
        <div>
          <Segments
            name="Payload as"
            value={view}
            set={setWanted}
            choices={[
              { value: "json", name: "Content" },
              { value: "hex", name: "Bytes" },
            ]}
          />
        </div>
      )}
      {view === "json" ? <JsonTree value={data.json} /> : <HexView hex={data.hex} />}
      {data.truncated && view === "hex" && (
        <p class="muted small">Only the beginning is shown: it has {formatBytes(data.bytes)}.</p>
      )}
    </div>
  );
}
