/** Sends a message to a service, or runs a command, and shows what becomes of it. */
import { useState } from "preact/hooks";

import { change } from "../api/client.ts";
import { newMessageId } from "../api/reply-stream.ts";
import type { ClientDetail } from "../api/types.ts";
import { useResource } from "../api/use-resource.ts";
import { Check, Input, Segments, Select } from "../parts/forms.tsx";
import { Icon } from "../parts/icon.tsx";
import { ScopeNotice } from "../parts/scope-notice.tsx";
import { Card, View } from "../parts/layout.tsx";
import { Empty } from "../parts/states.tsx";
import { setQuery, useQuery } from "../router.ts";
import { ClientPicker, isClientId } from "./client-picker.tsx";
import { CommandPanel } from "./command-panel.tsx";
import { type Run, RunView } from "./command-run.tsx";
import { type DataForm, dataOf, emptyData, PayloadFields } from "./payload-fields.tsx";

export function SendView() {
  const query = useQuery();
  const [clientId, what] = [query("client_id"), query("what") || "message"];
  return (
    <View title="Send" lead="To one client; its way and the answer are shown here as they happen.">
      <ScopeNotice needs="send" what="Sending" />
      <div class="filters">
        <ClientPicker />
        <Segments
          name="What to send"
          value={what}
          set={(value) => setQuery({ what: value === "message" ? undefined : value })}
          choices={[
            { value: "message", name: "A message" },
            { value: "command", name: "A command" },
          ]}
        />
      </div>
      {isClientId(clientId) ? (
        <SendTo clientId={clientId} what={what} key={clientId} />
      ) : (
        <ChooseFirst />
      )}
    </View>
  );
}

function ChooseFirst() {
  return (
    <div class="card">
      <Empty icon="send" title="Choose a client">
        <p>
          Write its id, or a part of a label or address, and choose one of the list. For many
          clients at once, create a broadcast.
        </p>
        <div class="actions">
          <a class="button" href="/clients">
            Look through the clients
          </a>
          <a class="button" href="/broadcasts">
            Create a broadcast
          </a>
        </div>
      </Empty>
    </div>
  );
}

function SendTo({ clientId, what }: { readonly clientId: string; readonly what: string }) {
  const client = useResource<ClientDetail>(`/clients/${clientId}`);
  const services = client.data?.services ?? [];
  return what === "command" ? (
    <CommandPanel clientId={clientId} services={services} />
  ) : (
    <MessagePanel clientId={clientId} services={services.map(({ name }) => name)} />
  );
}

function MessagePanel({
  clientId,
  services,
}: {
  readonly clientId: string;
  readonly services: readonly string[];
}) {
  const [runs, setRuns] = useState<readonly Run[]>([]);
  const [service, setService] = useState("");
  const [type, setType] = useState("");
  const [data, setData] = useState<DataForm>(emptyData);
  const [priority, setPriority] = useState("medium");
  const [background, setBackground] = useState(false);
  const packed = dataOf(data);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const messageId = newMessageId();
    const fields = {
      client_id: clientId,
      service_name: service,
      message_type: type,
      priority,
      background,
      message_id: messageId,
    };
    const send = () =>
      change("POST", "/messages", {
        ...fields,
        ...(packed.data !== undefined && { data: packed.data }),
      });
    setRuns((old) =>
      [
        { messageId, title: `${type === "" ? "Message" : type} for ${service}`, send },
        ...old,
      ].slice(0, 5),
    );
  };
  return (
    <div class="stack">
      <Card title="A message">
        <form class="form" onSubmit={submit}>
          <div class="form-row">
            <Input
              name="Service"
              value={service}
              set={setService}
              required
              list={services}
              help="Of the client; it gets the message."
            />
            <Input
              name="Message type"
              value={type}
              set={setType}
              help="What the service calls it; may be empty."
            />
          </div>
          <PayloadFields value={data} set={setData} fault={packed.fault} />
          <div class="form-row">
            <Select
              name="Priority"
              value={priority}
              set={setPriority}
              choices={[
                { value: "low", name: "Low" },
                { value: "medium", name: "Medium" },
                { value: "high", name: "High" },
              ]}
            />
            <div class="field">
              <span class="label">Delivery</span>
              <Check
                name="In the background: do not wake the client for it"
                value={background}
                set={setBackground}
              />
            </div>
          </div>
          <div class="actions">
            <button
              type="submit"
              class="button primary"
              disabled={service === "" || packed.fault !== undefined}
            >
              <Icon name="send" />
              Send
            </button>
          </div>
        </form>
      </Card>
      {runs.map((run) => (
        <RunView run={run} key={run.messageId} />
      ))}
    </div>
  );
}
