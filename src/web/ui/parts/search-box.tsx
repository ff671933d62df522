/** A search: the key "/" leads to it, and what is typed counts a moment after the last letter. */
import { useEffect, useState } from "preact/hooks";

import { useSettled } from "../text/time.tsx";
import { Icon } from "./icon.tsx";

/** Between letters of one word. */
const typingMs = 120;

export function SearchBox(props: {
  readonly name: string;
  readonly placeholder: string;
  readonly value: string;
  readonly set: (value: string) => void;
}) {
  const [typed, setTyped] = useState(props.value);
  const settled = useSettled(typed, typingMs);
  useEffect(() => {
    if (settled !== props.value) props.set(settled);
  }, [settled]);
  useEffect(() => {
    // The back button, or a link.
    if (props.value !== settled) setTyped(props.value);
  }, [props.value]);
  return (
    <div class="search" role="search">
      <Icon name="search" />
      <input
        class="input"
        type="search"
        data-search
        aria-label={props.name}
        placeholder={props.placeholder}
        value={typed}
        autocomplete="off"
        spellcheck={false}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={(event) => leave(event)}
      />
      {typed === "" && <kbd>/</kbd>}
    </div>
  );
}

/** Enter and the arrow lead on to the first row. */
function leave(event: KeyboardEvent): void {
  if (event.key !== "Enter" && event.key !== "ArrowDown") return;
  event.preventDefault();
  document.querySelector<HTMLElement>("[data-row-link]")?.focus();
}
