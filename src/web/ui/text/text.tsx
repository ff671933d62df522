/** Text from elsewhere: everything that a client, a label, a payload or a log says is shown through this. */
import { useState } from "preact/hooks";

import { cutText, splitVisible } from "./visible.ts";

interface TextProps {
  readonly value: string;
  /** So many characters are shown at first. */
  readonly most?: number;
  /** Line ends and tabs count. */
  readonly lines?: boolean;
  readonly class?: string;
}

/** In one go a browser is not given more than this. */
const stepCharacters = 20_000;

export function Text({ value, most = 120, lines = false, class: className }: TextProps) {
  const [shown, setShown] = useState(most);
  const cut = cutText(value, shown);
  const rest = value.length - cut.length;
  return (
    <bdi class={className}>
      {splitVisible(cut, lines).map(({ text, escaped }) =>
        escaped ? <span class="escape">{text}</span> : text,
      )}
      {rest > 0 && (
        <button
          type="button"
          class="more"
          onClick={(event) => {
            event.preventDefault();
            event.stopPropagation();
            setShown(shown + stepCharacters);
          }}
        >
          … {rest.toLocaleString("en")} more
        </button>
      )}
    </bdi>
  );
}

/** The same inside a link or a button, where nothing can be opened. */
export function ShortText({
  value,
  most = 80,
}: {
  readonly value: string;
  readonly most?: number;
}) {
  const cut = cutText(value, most);
  return (
    <bdi>
      {splitVisible(cut).map(({ text, escaped }) =>
        escaped ? <span class="escape">{text}</span> : text,
      )}
      {cut.length < value.length && "…"}
    </bdi>
  );
}
