/** A message's life as a line of steps: when, by whom, how often, why. */
import type { TraceStep } from "../../api/types.ts";
import { Icon, type IconName } from "../../parts/icon.tsx";
import { formatMs, msBetween } from "../../text/format.ts";
import { Text } from "../../text/text.tsx";
import { Ago, Time } from "../../text/time.tsx";

interface Mark {
  readonly name: string;
  readonly icon: IconName;
  readonly kind: string;
}

const marks: Readonly<Record<string, Mark>> = {
  created: { name: "Created", icon: "plus", kind: "" },
  stored: { name: "Stored", icon: "server", kind: "" },
  handed_out: { name: "Handed out", icon: "handed", kind: "" },
  acknowledged: { name: "Acknowledged", icon: "check", kind: "ok" },
  processed: { name: "Processed", icon: "check", kind: "ok" },
  failed: { name: "Failed", icon: "cross", kind: "bad" },
  waiting: { name: "Waiting", icon: "clock", kind: "waiting" },
};

export function TraceSteps({ steps }: { readonly steps: readonly TraceStep[] }) {
  const began = steps[0]?.time;
  return (
    <ol class="trace">
      {steps.map((step, index) => (
        <Step step={step} began={index === 0 ? undefined : began} key={`${step.step}-${index}`} />
      ))}
    </ol>
  );
}

function Step({ step, began }: { readonly step: TraceStep; readonly began: string | undefined }) {
  const { name, icon, kind } = marks[step.step] ?? { name: step.step, icon: "right", kind: "" };
  return (
    <li class={kind}>
      <span class="trace-mark">
        <Icon name={icon} />
      </span>
      <div>
        <div class="trace-name">
          <strong>{name}</strong>
          <StepTime step={step} began={began} />
        </div>
        {step.text !== step.step && (
          <p class="muted small">
            <Text value={step.text} most={300} />
          </p>
        )}
        {step.reason !== undefined && step.reason !== "" && (
          <p class="small">
            Why: <Text value={step.reason} most={500} />
          </p>
        )}
        <Where step={step} />
      </div>
    </li>
  );
}

function StepTime({
  step: { step, time },
  began,
}: {
  readonly step: TraceStep;
  readonly began: string | undefined;
}) {
  if (time === undefined) return null;
  if (step === "waiting") {
    return (
      <span class="trace-after">
        {Date.parse(time) > Date.now() ? "next" : "since"} <Ago time={time} />
      </span>
    );
  }
  const after = began === undefined ? undefined : msBetween(began, time);
  return (
    <span class="trace-after">
      <Time time={time} /> {after !== undefined && after >= 0 && <>· after {formatMs(after)}</>}
    </span>
  );
}

function Where({
  step: { server, contact_id: contact, address, tries },
}: {
  readonly step: TraceStep;
}) {
  const parts = [
    server !== undefined && server !== "" && (
      <>
        by <Text value={server} most={60} />
      </>
    ),
    contact !== undefined && <>contact {contact}</>,
    address !== undefined && address !== "" && <Text value={address} most={60} />,
    tries !== undefined && tries > 1 && <span class="chip warn">{tries} tries</span>,
  ].filter((part) => part !== false);
  if (parts.length === 0) return null;
  return (
    <p class="small muted row">
      {parts.map((part) => (
        <span>{part}</span>
      ))}
    </p>
  );
}
