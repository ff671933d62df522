/** A command to run in a terminal, with a button that copies it. */
import { useState } from "preact/hooks";

import { Icon } from "./icon.tsx";

export function Command({ text }: { readonly text: string }) {
  const [copied, setCopied] = useState(false);
  const copy = () => {
    // Browsers have a clipboard only for pages that came by TLS or from this machine.
    void navigator.clipboard?.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <div class="command">
      <code>{text}</code>
      <button
        type="button"
        class="button quiet square"
        aria-label={copied ? "Copied" : `Copy ${text}`}
        title="Copy"
        onClick={copy}
      >
        <Icon name={copied ? "check" : "copy"} />
      </button>
    </div>
  );
}
