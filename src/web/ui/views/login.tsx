/** For who has no session: how to get one. There is no password to ask for. */
import { useEffect } from "preact/hooks";

import type { ApiProblem } from "../api/problem.ts";
import { Command } from "../parts/command.tsx";
import { Icon, Logo } from "../parts/icon.tsx";
import { useQuery } from "../router.ts";
import { Text } from "../text/text.tsx";
import { ThemeSwitch } from "../shell/theme-switch.tsx";

export function LoginView({ problem }: { readonly problem: ApiProblem | undefined }) {
  const reason = useQuery()("reason");
  useEffect(() => {
    document.title = "Sign in – Fleet";
  }, []);
  const detail = reason === "" ? expired(problem) : reason;
  return (
    <main class="gate" id="main" tabIndex={-1}>
      <div class="card">
        <div class="row spread">
          <div class="brand">
            <Logo />
            Fleet
          </div>
          <ThemeSwitch />
        </div>
        <h1>Sign in</h1>
        {detail !== undefined && (
          <div class="notice warn" role="status">
            <Icon name="lock" />
            <div>
              <p>
                <Text value={detail} most={300} />
              </p>
            </div>
          </div>
        )}
        <p>
          This page opens with a link that works once. On the server's machine, as the user that
          runs it:
        </p>
        <Command text="fleet web login" />
        <p class="muted small">
          Open the link that it prints in this browser. You stay signed in until you close the
          session or it expires; a link that was used, or is older than a few minutes, is refused:
          make another.
        </p>
        <p>
          <a class="button" href="/" onClick={again}>
            I am signed in: try again
          </a>
        </p>
      </div>
    </main>
  );
}

/** Only what was something before is worth a word: everybody comes without a session the first time. */
function expired(problem: ApiProblem | undefined): string | undefined {
  return problem !== undefined && /expired|revoked|ended|signed out/i.test(problem.message)
    ? problem.message
    : undefined;
}

/** The page is loaded again: the browser sends the cookie that another tab got. */
function again(event: MouseEvent): void {
  event.preventDefault();
  const { pathname } = location;
  location.assign(pathname === "/login" ? "/" : pathname);
}
