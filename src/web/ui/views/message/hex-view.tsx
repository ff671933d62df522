/** Bytes as in a hex editor. */
import { useState } from "preact/hooks";

import { hexRows } from "./hex-rows.ts";

const step = 64;

export function HexView({ hex }: { readonly hex: string }) {
  const [rows, setRows] = useState(step);
  const rest = Math.ceil(hex.length / 32) - rows;
  if (hex === "") return <p class="muted">It is empty.</p>;
  return (
    <>
      <pre class="block hex" tabIndex={0} aria-label="Bytes">
        {hexRows(hex, rows).map(({ offset, bytes, text }) => (
          <div key={offset}>
            <span class="hex-offset">{offset}</span> {bytes} <span class="hex-text">{text}</span>
          </div>
        ))}
      </pre>
      {rest > 0 && (
        <div>
          <button type="button" class="button" onClick={() => setRows(rows + 16 * step)}>
            {rest} more rows
          </button>
        </div>
      )}
    </>
  );
}
