/** Dialogs: the browser's own, which keep the focus and give it back; Escape closes them. */
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";

import { useChange } from "../api/use-change.ts";
import { Problem } from "./states.tsx";

export function Dialog(props: {
  readonly title: string;
  readonly close: () => void;
  readonly children: ComponentChildren;
}) {
  const element = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    element.current?.showModal();
  }, []);
  return (
    <dialog
      ref={element}
      class="dialog"
      aria-labelledby={id}
      onClose={props.close}
      onClick={(event) => {
        if (event.target === element.current) props.close();
      }}
    >
      <h2 id={id}>{props.title}</h2>
      {props.children}
    </dialog>
  );
}

/** Asks before something that cannot be taken back, and says what it does. */
export function Confirm(props: {
  readonly title: string;
  readonly children: ComponentChildren;
  /** What the button says. */
  readonly verb: string;
  /** What failed, as "The client was not blacklisted". */
  readonly failure: string;
  readonly work: () => Promise<unknown>;
  readonly close: () => void;
  readonly done?: () => void;
}) {
  const change = useChange();
  const confirm = async () => {
    if (!(await change.run(props.work))) return;
    props.close();
    props.done?.();
  };
  return (
    <Dialog title={props.title} close={props.close}>
      <div class="stack tight">
        {props.children}
        {change.problem && <Problem action={props.failure} problem={change.problem} />}
      </div>
      <div class="actions">
        <button type="button" class="button" onClick={props.close}>
          Cancel
        </button>
        <button
          type="button"
          class="button danger primary"
          disabled={change.busy}
          onClick={() => void confirm()}
        >
          {props.verb}
        </button>
      </div>
    </Dialog>
  );
}
