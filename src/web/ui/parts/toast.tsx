/** A short word that something was done; it goes by itself. */
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";

import { useWatched, watched } from "../store.ts";
import { Icon } from "./icon.tsx";

const shown = watched<ComponentChildren>(undefined);
const showMs = 5000;

export function toast(content: ComponentChildren): void {
  shown.set(content);
}

export function Toast() {
  const content = useWatched(shown);
  useEffect(() => {
    const timer = setTimeout(() => shown.set(undefined), showMs);
    return () => clearTimeout(timer);
  }, [content]);
  return (
    <div role="status">
      {content !== undefined && (
        <div class="toast">
          <Icon name="check" />
          <span>{content}</span>
        </div>
      )}
    </div>
  );
}
