/** One command that was sent: its way to the client, what it wrote, how it ended. */
import { useEffect, useState } from "preact/hooks";

import { pathOf } from "../api/client.ts";
import { isRecord } from "../api/problem.ts";
import { watchReplies } from "../api/reply-stream.ts";
import type { MessageDetail, MessageTrace } from "../api/types.ts";
import { useChange } from "../api/use-change.ts";
import { useResource } from "../api/use-resource.ts";
import { useLiveReload } from "../live/use-live.ts";
import { Card } from "../parts/layout.tsx";
import { Problem } from "../parts/states.tsx";
import { routePath } from "../routes.ts";
import { decodeText } from "../text/base64.ts";
import { ShortText, Text } from "../text/text.tsx";
import { visibleText } from "../text/visible.ts";
import { PayloadData } from "./message/payload.tsx";
import { TraceSteps } from "./message/trace.tsx";

export interface Run {
  readonly messageId: string;
  readonly title: string;
  readonly send: () => Promise<unknown>;
}

export function RunView({ run }: { readonly run: Run }) {
  const [replies, setReplies] = useState<readonly MessageDetail[]>([]);
  const [sent, setSent] = useState(false);
  const sending = useChange();
  useEffect(() => {
    const stream = watchReplies(run.messageId, (reply) => setReplies((old) => [...old, reply]));
    const begin = async () => {
      await stream.opened;
      setSent(await sending.run(run.send));
    };
    void begin();
    return stream.close;
  }, [run.messageId]);
  return (
    <Card
      title={visibleText(run.title).slice(0, 120)}
      note={<a href={routePath("message", run.messageId)}>the message</a>}
    >
      {sending.problem ? (
        <Problem action="It was not sent" problem={sending.problem} />
      ) : (
        <div class="client-cols">
          {sent ? <RunTrace id={run.messageId} /> : <p class="muted">On its way to the server…</p>}
          <Output replies={replies} />
        </div>
      )}
    </Card>
  );
}

function RunTrace({ id }: { readonly id: string }) {
  const trace = useResource<MessageTrace>(pathOf("messages", id, "trace"));
  useLiveReload(
    trace.reload,
    (event) => event.message_id === id || event.type === "messages.summary",
  );
  return trace.data === undefined ? (
    <p class="muted">…</p>
  ) : (
    <TraceSteps steps={trace.data.steps} />
  );
}

function Output({ replies }: { readonly replies: readonly MessageDetail[] }) {
  if (replies.length === 0) {
    return (
      <p class="muted small">
        What it writes appears here. A client that is offline runs it when it comes back.
      </p>
    );
  }
  const exit = replies.map(exitCode).find((code) => code !== undefined);
  return (
    <div class="stack tight" role="log" aria-label="What the command wrote">
      {exit !== undefined && (
        <div>
          <span class={exit === "0" ? "chip ok" : "chip bad"}>
            ended with status <ShortText value={exit} most={12} />
          </span>
        </div>
      )}
      {replies.map((reply) => (
        <Reply reply={reply} key={reply.message_id} />
      ))}
    </div>
  );
}

function exitCode({ annotations }: MessageDetail): string | undefined {
  return annotations.find(({ key }) => key === "fleet.exit_code")?.value;
}

function Reply({ reply: { data, message_type: type } }: { readonly reply: MessageDetail }) {
  const json = data?.json;
  if (
    data !== undefined &&
    isRecord(json) &&
    data.type_url.endsWith("fleetspeak.stdinservice.OutputMessage")
  ) {
    const { stdout, stderr } = json;
    return <Terminal stdout={textOf(stdout)} stderr={textOf(stderr)} />;
  }
  return (
    <div class="stack tight">
      <p class="muted small">
        <Text value={type} /> answered:
      </p>
      {data !== undefined && <PayloadData data={data} />}
    </div>
  );
}

function textOf(base64: unknown): string {
  return typeof base64 === "string" ? decodeText(base64) : "";
}

/** So much is shown at first. */
const shownCharacters = 20_000;

function Terminal({ stdout, stderr }: { readonly stdout: string; readonly stderr: string }) {
  return (
    <div class="terminal" tabIndex={0} aria-label="Output">
      {stdout === "" && stderr === "" && <span class="faint">It wrote nothing.</span>}
      {stdout !== "" && (
        <pre>
          <Text value={stdout} most={shownCharacters} lines />
        </pre>
      )}
      {stderr !== "" && (
        <pre class="stderr">
          <Text value={stderr} most={shownCharacters} lines />
        </pre>
      )}
    </div>
  );
}
