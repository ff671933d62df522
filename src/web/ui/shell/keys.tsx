/** The keyboard: what each key does everywhere, and the list of keys. */
import { useEffect, useRef } from "preact/hooks";

import { Dialog } from "../parts/dialog.tsx";
import { navigate } from "../router.ts";
import { type RouteName, routePath } from "../routes.ts";

const jumps: Readonly<Record<string, RouteName>> = {
  o: "overview",
  c: "clients",
  m: "messages",
  n: "counts",
  s: "send",
  b: "broadcasts",
  f: "files",
  v: "server",
};

/** How long "g" waits for its second letter. */
const jumpMs = 1500;

/** @param showHelp what "?" does. */
export function useKeys(showHelp: () => void): void {
  const latest = useRef(showHelp);
  latest.current = showHelp;
  useEffect(() => {
    let jumpUntil = 0;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
      const jump = jumps[event.key];
      if (event.timeStamp < jumpUntil && jump !== undefined) {
        jumpUntil = 0;
        event.preventDefault();
        navigate(routePath(jump));
      } else if (event.key === "g") jumpUntil = event.timeStamp + jumpMs;
      else act(event, latest.current);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

function act(event: KeyboardEvent, showHelp: () => void): void {
  if (event.key === "?") showHelp();
  else if (event.key === "/") {
    const search = document.querySelector<HTMLInputElement>("[data-search]");
    if (search === null) return;
    event.preventDefault();
    search.focus();
    search.select();
  } else if (event.key === "j" || event.key === "k") moveRow(event.key === "j" ? 1 : -1);
}

/** From link to link of the rows of a table that is marked for it. */
function moveRow(step: number): void {
  const links = [...document.querySelectorAll<HTMLElement>("[data-row-link]")];
  const at = links.indexOf(document.activeElement as HTMLElement);
  const next = links[at === -1 ? 0 : at + step];
  next?.focus();
  next?.scrollIntoView({ block: "nearest" });
}

/** In a field or in an open dialog. One that has just closed keeps the focus until the next frame. */
function isTyping(event: KeyboardEvent): boolean {
  const { target } = event;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) ||
      target.closest("dialog[open]") !== null)
  );
}

const help: readonly (readonly [readonly string[], string])[] = [
  [["/"], "to the search"],
  [["j"], "next row"],
  [["k"], "row before"],
  [["Enter"], "open the row"],
  [["g", "o"], "Overview"],
  [["g", "c"], "Clients"],
  [["g", "m"], "Messages"],
  [["g", "n"], "Counts"],
  [["g", "s"], "Send"],
  [["g", "b"], "Broadcasts"],
  [["g", "f"], "Files"],
  [["g", "v"], "Server"],
  [["?"], "this list"],
  [["Esc"], "close"],
];

export function HelpDialog({ close }: { readonly close: () => void }) {
  return (
    <Dialog title="Keyboard" close={close}>
      <dl class="facts keys">
        {help.map(([keys, text]) => (
          <>
            <dt>
              {keys.map((key) => (
                <>
                  <kbd>{key}</kbd>{" "}
                </>
              ))}
            </dt>
            <dd>{text}</dd>
          </>
        ))}
      </dl>
      <div class="actions">
        <button type="button" class="button" onClick={close}>
          Close
        </button>
      </div>
    </Dialog>
  );
}
