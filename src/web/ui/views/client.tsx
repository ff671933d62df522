/** One client: who it is, what it runs, where it was, what it got and sent; and what can be done with it. */
import { useState } from "preact/hooks";

import { change, pathOf } from "../api/client.ts";
import type { ClientDetail } from "../api/types.ts";
import { useResource } from "../api/use-resource.ts";
import { useLiveReload } from "../live/use-live.ts";
import { OnlineDot } from "../parts/chips.tsx";
import { Confirm } from "../parts/dialog.tsx";
import { Icon } from "../parts/icon.tsx";
import { View } from "../parts/layout.tsx";
import { Loaded } from "../parts/states.tsx";
import { Tabs } from "../parts/tabs.tsx";
import { toast } from "../parts/toast.tsx";
import { useQuery } from "../router.ts";
import { routePath } from "../routes.ts";
import { formatCount, plural } from "../text/format.ts";
import { Ago } from "../text/time.tsx";
import { ClientContacts } from "./client/contacts.tsx";
import { ClientSummaryTab } from "./client/summary.tsx";
import { ClientUsage } from "./client/usage.tsx";
import { CommandPanel } from "./command-panel.tsx";
import { MessageTable } from "./message-table.tsx";

const tabs = [
  { value: "", name: "Summary" },
  { value: "messages", name: "Messages" },
  { value: "contacts", name: "Contacts" },
  { value: "usage", name: "CPU and memory" },
  { value: "run", name: "Run a command" },
];

export function ClientView({ id }: { readonly id: string }) {
  const client = useResource<ClientDetail>(pathOf("clients", id));
  useLiveReload(client.reload, (event) => event.client_id === id);
  const tab = useQuery()("tab");
  return (
    <View
      title={`Client ${id}`}
      heading={<span class="mono">{id}</span>}
      crumb={
        <a class="crumb" href={routePath("clients")}>
          Clients
        </a>
      }
      lead={client.data && <Presence client={client.data} />}
      actions={client.data && <Actions client={client.data} reload={client.reload} />}
    >
      <Loaded resource={client} action={`Client ${id} could not be read`}>
        {(data) => (
          <div class="stack">
            <Tabs name="Parts of the client" value={tab} tabs={tabs} />
            <Tab tab={tab} client={data} />
          </div>
        )}
      </Loaded>
    </View>
  );
}

function Tab({ tab, client }: { readonly tab: string; readonly client: ClientDetail }) {
  const { client_id: id } = client;
  switch (tab) {
    case "messages":
      return <MessageTable query={{ client_id: id }} />;
    case "contacts":
      return <ClientContacts id={id} />;
    case "usage":
      return <ClientUsage id={id} />;
    case "run":
      return <CommandPanel clientId={id} services={client.services} />;
    default:
      return <ClientSummaryTab client={client} />;
  }
}

function Presence({ client }: { readonly client: ClientDetail }) {
  const word = client.blacklisted ? "blacklisted" : client.online ? "online" : "offline";
  return (
    <span class="row">
      <OnlineDot {...client} />
      <span aria-hidden="true">{word}</span>
      <span>
        · last contact <Ago time={client.last_contact_time} />
      </span>
      {client.pending > 0 && <span>· {plural(client.pending, "message")} on the way to it</span>}
    </span>
  );
}

function Actions({
  client,
  reload,
}: {
  readonly client: ClientDetail;
  readonly reload: () => void;
}) {
  const [asking, setAsking] = useState<"" | "pending" | "blacklist">("");
  const { client_id: id } = client;
  const close = () => setAsking("");
  return (
    <>
      <a class="button" href={`${routePath("send")}?client_id=${id}`}>
        <Icon name="send" />
        Send
      </a>
      <a class="button" href={`${routePath("client", id)}?tab=run`}>
        <Icon name="terminal" />
        Run
      </a>
      <button
        type="button"
        class="button"
        disabled={client.pending === 0}
        onClick={() => setAsking("pending")}
      >
        <Icon name="trash" />
        Delete pending
      </button>
      <button
        type="button"
        class="button danger"
        disabled={client.blacklisted}
        onClick={() => setAsking("blacklist")}
      >
        <Icon name="ban" />
        Blacklist
      </button>
      {asking === "pending" && (
        <Confirm
          title="Delete what waits for this client?"
          verb={`Delete ${plural(client.pending, "message")}`}
          failure="The messages were not deleted"
          work={() => change("POST", pathOf("clients", id, "pending", "delete"))}
          done={() => {
            toast("The waiting messages are deleted.");
            reload();
          }}
          close={close}
        >
          <p>
            {formatCount(client.pending)} messages that <code>{id}</code> has not acknowledged are
            taken back. They count as failed. What the client has already received and is working on
            goes on.
          </p>
        </Confirm>
      )}
      {asking === "blacklist" && (
        <Confirm
          title="Blacklist this client?"
          verb="Blacklist"
          failure="The client was not blacklisted"
          work={() => change("POST", pathOf("clients", id, "blacklist"))}
          done={() => {
            toast("The client is blacklisted.");
            reload();
          }}
          close={close}
        >
          <p>
            The client <code>{id}</code> is told to make a new key. It then comes back as another
            client with another id; under this id it gets no messages any more.
          </p>
          <p>
            Use it for a machine that was cloned. It does not keep anybody out who has the machine,
            and nothing takes it back.
          </p>
        </Confirm>
      )}
    </>
  );
}
