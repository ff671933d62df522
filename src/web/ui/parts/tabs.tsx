/** Parts of a view, each with an address of its own (?tab=). */
import { usePlace } from "../router.ts";
import type { Choice } from "./forms.tsx";

export function Tabs(props: {
  readonly name: string;
  readonly value: string;
  readonly tabs: readonly Choice[];
}) {
  const { path } = usePlace();
  return (
    <nav class="tabs" aria-label={props.name}>
      {props.tabs.map(({ value, name }) => (
        <a
          key={value}
          href={value === "" ? path : `${path}?tab=${value}`}
          aria-current={value === props.value ? "page" : undefined}
        >
          {name}
        </a>
      ))}
    </nav>
  );
}
