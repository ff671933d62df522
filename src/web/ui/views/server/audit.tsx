/** The audit log: every change, by whom, through which door; and the head of its chain of hashes. */
import { useState } from "preact/hooks";

import type { AuditEntry, AuditHead } from "../../api/types.ts";
import { usePages } from "../../api/use-pages.ts";
import { useResource } from "../../api/use-resource.ts";
import { useInterval } from "../../live/use-interval.ts";
import { Command } from "../../parts/command.tsx";
import { Card, Facts, TableWrap } from "../../parts/layout.tsx";
import { Empty, Problem } from "../../parts/states.tsx";
import { ShortText, Text } from "../../text/text.tsx";
import { Time } from "../../text/time.tsx";

const step = 100;
const refreshMs = 5000;

export function AuditTab() {
  const head = useResource<AuditHead>("/audit/head");
  const pages = usePages<AuditEntry>("/audit", {}, "entries", ({ seq }) => String(seq));
  const [shown, setShown] = useState(step);
  useInterval(() => {
    head.reload();
    pages.reload();
  }, refreshMs);
  return (
    <div class="stack">
      <Card
        title="Head of the chain"
        note="keep it elsewhere: whoever changes an older entry changes it"
      >
        {head.data && (
          <div class="stack">
            <Facts
              rows={[
                ["Entries", String(head.data.seq)],
                ["Hash", <code>{head.data.hash}</code>],
              ]}
            />
            <Command text={`fleet audit verify --head ${head.data.seq}:${head.data.hash}`} />
          </div>
        )}
        {head.problem && (
          <Problem action="The head could not be read" problem={head.problem} retry={head.reload} />
        )}
      </Card>
      {pages.problem && (
        <Problem
          action="The audit log could not be read"
          problem={pages.problem}
          retry={pages.reload}
        />
      )}
      <Card title="Changes" flush>
        {pages.rows.length === 0 ? (
          <Empty icon="check" title={pages.waiting ? "Loading…" : "Nothing has been changed yet"}>
            <p>
              Each change that somebody makes, through this page, the API or the command line,
              appears here.
            </p>
          </Empty>
        ) : (
          <AuditTable entries={pages.rows.slice(0, shown)} />
        )}
        {(pages.more || pages.rows.length > shown) && (
          <p class="foot">
            <button
              type="button"
              class="button"
              onClick={() => {
                setShown(shown + step);
                pages.need(shown + step);
              }}
            >
              Older changes
            </button>
          </p>
        )}
      </Card>
    </div>
  );
}

function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }) {
  return (
    <TableWrap name="Changes">
      <table class="cards">
        <thead>
          <tr>
            <th class="number">No.</th>
            <th>Time</th>
            <th>Who</th>
            <th>What</th>
            <th>Outcome</th>
          </tr>
        </thead>
        <tbody>
          {entries.map((entry) => (
            <tr key={entry.seq}>
              <td class="number" data-head="No.">
                {entry.seq}
              </td>
              <td data-head="Time">
                <Time time={entry.time} />
              </td>
              <td data-head="Who">
                <span>
                  <ShortText value={entry.who === "" ? "–" : entry.who} />{" "}
                  <span class="muted small">
                    <ShortText value={entry.door} most={12} />{" "}
                    <ShortText value={entry.from} most={60} />
                  </span>
                </span>
              </td>
              <td data-head="What">
                <Text value={entry.what === "" ? entry.action : entry.what} most={200} />
              </td>
              <td data-head="Outcome">
                <span>
                  <span class={entry.outcome === "done" ? "chip ok" : "chip bad"}>
                    {entry.outcome}
                  </span>{" "}
                  {entry.reason !== undefined && (
                    <span class="small muted">
                      <Text value={entry.reason} most={200} />
                    </span>
                  )}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}
