/** The configuration by section, as the server has it in force. Secrets come as "set" and "not set". */
import { Card, Facts } from "../../parts/layout.tsx";
import { Text } from "../../text/text.tsx";
import { describeSettings } from "./describe-settings.ts";

export function SettingsTab({
  settings,
}: {
  readonly settings: Readonly<Record<string, unknown>>;
}) {
  return (
    <div class="masonry">
      {describeSettings(settings).map(({ title, rows }) => (
        <Card title={title} key={title}>
          <Facts
            rows={rows.map(({ name, value }) => [
              name,
              value === undefined ? (
                <span class="faint">not set</span>
              ) : (
                <Text value={value} most={200} />
              ),
            ])}
          />
        </Card>
      ))}
    </div>
  );
}
