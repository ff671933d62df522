/** Runs the command of a client's Stdin service and shows what it writes, as it arrives. */
import { useState } from "preact/hooks";

import { change, pathOf } from "../api/client.ts";
import { newMessageId } from "../api/reply-stream.ts";
import type { ClientService } from "../api/types.ts";
import { useChange } from "../api/use-change.ts";
import { Input, TextArea } from "../parts/forms.tsx";
import { Icon } from "../parts/icon.tsx";
import { Card } from "../parts/layout.tsx";
import { ScopeNotice } from "../parts/scope-notice.tsx";
import { Problem } from "../parts/states.tsx";
import { splitArguments } from "../text/arguments.ts";
import { encodeBase64 } from "../text/base64.ts";
import { ShortText } from "../text/text.tsx";
import { type Run, RunView } from "./command-run.tsx";

interface CommandPanelProps {
  readonly clientId: string;
  readonly services: readonly ClientService[];
}

/** Runs whose output stays on the screen. */
const keptRuns = 5;

export function CommandPanel({ clientId, services }: CommandPanelProps) {
  const [runs, setRuns] = useState<readonly Run[]>([]);
  return (
    <div class="stack">
      <ScopeNotice needs="send" what="Running a command" />
      <CommandForm
        clientId={clientId}
        services={services}
        start={(run) => setRuns((old) => [run, ...old].slice(0, keptRuns))}
      />
      {runs.map((run) => (
        <RunView run={run} key={run.messageId} />
      ))}
    </div>
  );
}

function CommandForm({
  clientId,
  services,
  start,
}: CommandPanelProps & { readonly start: (run: Run) => void }) {
  const [service, setService] = useState("");
  const [line, setLine] = useState("");
  const [input, setInput] = useState("");
  const sending = useChange();
  const { args, open } = splitArguments(line);
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    const messageId = newMessageId();
    const send = () =>
      change("POST", pathOf("clients", clientId, "commands"), {
        service_name: service,
        args,
        message_id: messageId,
        ...(input !== "" && { stdin_base64: encodeBase64(new TextEncoder().encode(input)) }),
      });
    start({ messageId, title: [service, ...args].join(" "), send });
  };
  return (
    <Card title="Run a command" note="of one of its Stdin services">
      <form class="form" onSubmit={submit}>
        <div class="form-row">
          <Input
            name="Service"
            value={service}
            set={setService}
            required
            list={services.map(({ name }) => name)}
            help="The client runs the command that its configuration has for this service."
          />
          <Input
            name="Arguments"
            value={line}
            set={setLine}
            invalid={open}
            help={open ? "A quote is open." : "Divided as by a shell: quotes keep words together."}
          />
        </div>
        {args.length > 0 && (
          <div class="row" role="group" aria-label="Arguments as they are sent">
            {args.map((argument) => (
              <span class="chip label mono">
                <ShortText value={argument} most={60} />
              </span>
            ))}
          </div>
        )}
        <TextArea name="Standard input" value={input} set={setInput} />
        {sending.problem && <Problem action="The command was not sent" problem={sending.problem} />}
        <div class="actions">
          <button type="submit" class="button primary" disabled={service === "" || open}>
            <Icon name="terminal" />
            Run
          </button>
        </div>
      </form>
    </Card>
  );
}
