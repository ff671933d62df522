/** The tokens of scripts: what each may do, whether it is used, and the way to end it. They are made on the server only. */
import { useState } from "preact/hooks";

import { change, pathOf } from "../../api/client.ts";
import type { AccessToken } from "../../api/types.ts";
import { useResource } from "../../api/use-resource.ts";
import { Command } from "../../parts/command.tsx";
import { Confirm } from "../../parts/dialog.tsx";
import { Card, TableWrap } from "../../parts/layout.tsx";
import { Empty, Loaded } from "../../parts/states.tsx";
import { toast } from "../../parts/toast.tsx";
import { ShortText, Text } from "../../text/text.tsx";
import { Ago } from "../../text/time.tsx";

export function TokensTab() {
  const tokens = useResource<{ readonly tokens: readonly AccessToken[] }>("/tokens");
  return (
    <Card title="Tokens" note="for scripts; made on the server's machine, shown once" flush>
      <Loaded resource={tokens} action="The tokens could not be read">
        {({ tokens: rows }) =>
          rows.length === 0 ? (
            <Empty icon="lock" title="There is no token">
              <p>
                A token lets a script call the API. It is made on the server's machine, because its
                secret is shown only once:
              </p>
              <Command text="fleet token create --scope read --expires 90d" />
            </Empty>
          ) : (
            <TableWrap name="Tokens">
              <table class="cards">
                <thead>
                  <tr>
                    <th>Name</th>
                    <th>Scope</th>
                    <th>State</th>
                    <th>Made</th>
                    <th>Expires</th>
                    <th>Last used</th>
                    <th>
                      <span class="sr-only">Actions</span>
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((token) => (
                    <TokenRow token={token} reload={tokens.reload} key={token.token_id} />
                  ))}
                </tbody>
              </table>
            </TableWrap>
          )
        }
      </Loaded>
    </Card>
  );
}

function TokenRow({ token, reload }: { readonly token: AccessToken; readonly reload: () => void }) {
  const [asking, setAsking] = useState(false);
  const { state } = token;
  return (
    <tr>
      <td data-head="Name">
        <Text value={token.name} most={60} /> <code class="faint small">{token.token_id}</code>
      </td>
      <td data-head="Scope">
        <ShortText value={token.scope} />
      </td>
      <td data-head="State">
        <span class={state === "active" ? "chip ok" : "chip"}>{state}</span>
      </td>
      <td class="nowrap" data-head="Made">
        <Ago time={token.created_time} />
      </td>
      <td class="nowrap" data-head="Expires">
        <Ago time={token.expires_time} />
      </td>
      <td data-head="Last used">
        <Ago time={token.last_used_time} />
        {token.last_used_from !== undefined && (
          <span class="muted small">
            {" "}
            from <ShortText value={token.last_used_from} />
          </span>
        )}
      </td>
      <td>
        {state === "active" && (
          <button type="button" class="button danger" onClick={() => setAsking(true)}>
            Revoke
          </button>
        )}
        {asking && (
          <Confirm
            title="Revoke this token?"
            verb="Revoke"
            failure="The token was not revoked"
            work={() => change("DELETE", pathOf("tokens", token.token_id))}
            done={() => {
              toast("The token is revoked.");
              reload();
            }}
            close={() => setAsking(false)}
          >
            <p>
              Scripts that use <Text value={token.name} most={60} /> are refused from now on, and
              what they have open is closed. It cannot be undone; make another with{" "}
              <code>fleet token create</code>.
            </p>
          </Confirm>
        )}
      </td>
    </tr>
  );
}
