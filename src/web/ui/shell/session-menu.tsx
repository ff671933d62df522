/** Who is signed in, and how to leave. */
import { useEffect } from "preact/hooks";

import { change } from "../api/client.ts";
import { ApiProblem } from "../api/problem.ts";
import { useChange } from "../api/use-change.ts";
import { useResource } from "../api/use-resource.ts";
import { Icon } from "../parts/icon.tsx";
import { type Session, session, signedOut } from "../session.ts";
import { ShortText } from "../text/text.tsx";
import { formatTime } from "../text/format.ts";

export function SessionMenu() {
  const { data } = useResource<Session>("/session");
  const leaving = useChange();
  useEffect(() => session.set(data), [data]);
  if (data === undefined) return null;
  const { name, scope, expires_time: expires } = data;
  const leave = async () => {
    const left = await leaving.run(() => change("DELETE", "/session"));
    if (left)
      signedOut.set(
        new ApiProblem({ code: "unauthenticated", status: 401, detail: "You have signed out." }),
      );
  };
  return (
    <div class="row spread session">
      <span
        class="small muted one-line"
        title={expires === undefined ? "" : `until ${formatTime(expires)}`}
      >
        <ShortText value={name === "" ? "signed in" : name} most={24} /> ·{" "}
        <ShortText value={scope} most={12} />
      </span>
      <button
        type="button"
        class="button quiet square"
        aria-label="Sign out"
        title="Sign out"
        disabled={leaving.busy}
        onClick={() => void leave()}
      >
        <Icon name="leave" />
      </button>
    </div>
  );
}
