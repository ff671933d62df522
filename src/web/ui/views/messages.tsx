/** All messages, with filters that stay in the address. */
import { Icon } from "../parts/icon.tsx";
import { Input, Segments } from "../parts/forms.tsx";
import { View } from "../parts/layout.tsx";
import { setQuery, useQuery } from "../router.ts";
import { routePath } from "../routes.ts";
import { useSettled } from "../text/time.tsx";
import { MessageTable } from "./message-table.tsx";

const names = [
  "client_id",
  "service",
  "message_type",
  "state",
  "direction",
  "after",
  "before",
] as const;

/** Between letters of one word. */
const typingMs = 200;

export function MessagesView() {
  const query = useQuery();
  const written = JSON.stringify(Object.fromEntries(names.map((name) => [name, query(name)])));
  const settled = JSON.parse(useSettled(written, typingMs)) as Readonly<Record<string, string>>;
  const filter = { ...settled, after: asTime(settled["after"]), before: asTime(settled["before"]) };
  const isFiltered = names.some((name) => query(name) !== "");
  return (
    <View
      title="Messages"
      lead="Newest first. Open one to see its whole life."
      actions={
        <a class="button primary" href={routePath("send")}>
          <Icon name="send" />
          Send a message
        </a>
      }
    >
      <div class="filters">
        <Segments
          name="State"
          value={query("state")}
          set={(value) => setQuery({ state: value })}
          choices={[
            { value: "", name: "All" },
            { value: "pending", name: "Pending" },
            { value: "processed", name: "Processed" },
            { value: "failed", name: "Failed" },
          ]}
        />
        <Segments
          name="Direction"
          value={query("direction")}
          set={(value) => setQuery({ direction: value })}
          choices={[
            { value: "", name: "Both" },
            { value: "to_server", name: "In" },
            { value: "to_client", name: "Out" },
          ]}
        />
      </div>
      <div class="filters">
        <Filter name="Client id" of="client_id" />
        <Filter name="Service" of="service" />
        <Filter name="Message type" of="message_type" />
        <Filter name="After" of="after" type="datetime-local" />
        <Filter name="Before" of="before" type="datetime-local" />
        {isFiltered && (
          <button
            type="button"
            class="button"
            onClick={() => setQuery(Object.fromEntries(names.map((name) => [name, undefined])))}
          >
            Clear
          </button>
        )}
      </div>
      <MessageTable query={filter} />
    </View>
  );
}

function Filter(props: {
  readonly name: string;
  readonly of: string;
  readonly type?: "datetime-local";
}) {
  const query = useQuery();
  return (
    <Input
      name={props.name}
      type={props.type ?? "text"}
      value={query(props.of)}
      set={(value) => setQuery({ [props.of]: value.trim() })}
    />
  );
}

/** A time of the form, in the browser's time zone, as the API takes it. */
function asTime(local: string | undefined): string | undefined {
  const at = new Date(local ?? "");
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}
