/** The configuration by section, as the server has it in force. Secrets come as "set" and "not set". */
import type { ComponentChildren } from "preact";

import { isRecord } from "../../api/problem.ts";
import { Card, Facts } from "../../parts/layout.tsx";
import { Text } from "../../text/text.tsx";

export function SettingsTab({
  settings,
}: {
  readonly settings: Readonly<Record<string, unknown>>;
}) {
  const plain = Object.entries(settings).filter(([, value]) => !isRecord(value));
  const sections = Object.entries(settings).filter(([, value]) => isRecord(value));
  return (
    <div class="grid">
      {plain.length > 0 && <Section name="general" value={Object.fromEntries(plain)} />}
      {sections.map(([name, value]) => (
        <Section name={name} value={value} key={name} />
      ))}
    </div>
  );
}

function Section({ name, value }: { readonly name: string; readonly value: unknown }) {
  const rows = flatten(value, "");
  return (
    <Card title={title(name)}>
      {rows.length === 0 ? (
        <p class="muted">As the defaults are.</p>
      ) : (
        <Facts rows={rows.map(([key, leaf]) => [title(key), showLeaf(leaf)])} />
      )}
    </Card>
  );
}

/** "header_timeout" as "Header timeout". */
function title(name: string): string {
  const text = words(name);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Sections within sections as one list: "http.header timeout". */
function flatten(value: unknown, prefix: string): (readonly [string, unknown])[] {
  if (!isRecord(value)) return [[prefix, value]];
  return Object.entries(value).flatMap(([name, inner]) =>
    flatten(inner, prefix === "" ? words(name) : `${prefix}, ${words(name)}`),
  );
}

function words(name: string): string {
  return name.replaceAll("_", " ");
}

function showLeaf(value: unknown): ComponentChildren {
  if (value === null || value === undefined || value === "")
    return <span class="faint">not set</span>;
  if (Array.isArray(value)) {
    return value.length === 0 ? (
      <span class="faint">none</span>
    ) : (
      <Text value={value.map((entry: unknown) => leafText(entry)).join(", ")} most={200} />
    );
  }
  return <Text value={leafText(value)} most={200} />;
}

function leafText(value: unknown): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" ? value : JSON.stringify(value);
}
