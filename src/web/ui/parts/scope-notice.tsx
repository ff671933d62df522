/** Says before somebody fills in a form that it would be refused. */
import { session } from "../session.ts";
import { useWatched } from "../store.ts";
import { Icon } from "./icon.tsx";

const rights: Readonly<Record<string, readonly string[]>> = {
  send: ["send", "admin"],
  admin: ["admin"],
};

/** @param needs the scope of what is done here; @param what "Sending", "Storing files". */
export function ScopeNotice({
  needs,
  what,
}: {
  readonly needs: "send" | "admin";
  readonly what: string;
}) {
  const current = useWatched(session);
  if (current === undefined || rights[needs]?.includes(current.scope)) return null;
  return (
    <div class="notice info">
      <Icon name="lock" />
      <div>
        <p>
          {what} needs the scope {needs}; you are signed in with {current.scope}.
        </p>
        <p class="hint">
          <code>fleet web login --scope {needs}</code> on the server's machine makes a link with it.
        </p>
      </div>
    </div>
  );
}
