/** The server: what it is, what it listens on, how it is set, what it logged, who may call it, who changed what. */
import type { ServerDetails } from "../api/types.ts";
import { useResource } from "../api/use-resource.ts";
import { Card, Facts, TableWrap, View } from "../parts/layout.tsx";
import { Loaded } from "../parts/states.tsx";
import { Tabs } from "../parts/tabs.tsx";
import { useQuery } from "../router.ts";
import { Text } from "../text/text.tsx";
import { Ago, Time } from "../text/time.tsx";
import { AuditTab } from "./server/audit.tsx";
import { LogTab } from "./server/log.tsx";
import { SettingsTab } from "./server/settings.tsx";
import { TokensTab } from "./server/tokens.tsx";

const tabs = [
  { value: "", name: "Configuration" },
  { value: "log", name: "Log" },
  { value: "tokens", name: "Tokens" },
  { value: "audit", name: "Audit log" },
];

export function ServerView() {
  const tab = useQuery()("tab");
  return (
    <View title="Server">
      <Tabs name="Parts of the server" value={tab} tabs={tabs} />
      <ServerTab tab={tab} />
    </View>
  );
}

function ServerTab({ tab }: { readonly tab: string }) {
  switch (tab) {
    case "log":
      return <LogTab />;
    case "tokens":
      return <TokensTab />;
    case "audit":
      return <AuditTab />;
    default:
      return <Configuration />;
  }
}

function Configuration() {
  const server = useResource<ServerDetails>("/server");
  return (
    <Loaded resource={server} action="The configuration could not be read">
      {(data) => (
        <div class="stack">
          <div class="grid">
            <Card title="This server">
              <Facts
                rows={[
                  ["Name", <Text value={data.name} />],
                  ["Version", <Text value={data.version} />],
                  [
                    "Started",
                    <>
                      <Time time={data.started_time} /> (<Ago time={data.started_time} />)
                    </>,
                  ],
                ]}
              />
            </Card>
            <Pairs
              title="Listeners"
              rows={data.listeners.map(({ name, address }) => [name, address])}
              heads={["For", "Address"]}
            />
            <Pairs
              title="Services"
              rows={data.services.map(({ name, factory }) => [name, factory])}
              heads={["Name", "Factory"]}
            />
          </div>
          <SettingsTab settings={data.settings} />
        </div>
      )}
    </Loaded>
  );
}

function Pairs(props: {
  readonly title: string;
  readonly heads: readonly [string, string];
  readonly rows: readonly (readonly [string, string])[];
}) {
  const [first, second] = props.heads;
  return (
    <Card title={props.title} flush>
      {props.rows.length === 0 ? (
        <p class="pad muted">There is none.</p>
      ) : (
        <TableWrap name={props.title}>
          <table>
            <thead>
              <tr>
                <th>{first}</th>
                <th>{second}</th>
              </tr>
            </thead>
            <tbody>
              {props.rows.map(([name, value]) => (
                <tr key={`${name} ${value}`}>
                  <td>
                    <Text value={name} />
                  </td>
                  <td>
                    <Text value={value} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableWrap>
      )}
    </Card>
  );
}
