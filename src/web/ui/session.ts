/** Who is looking: learnt from the server's answers, since the cookie cannot be read from here. */
import { watchProblems } from "./api/client.ts";
import type { ApiProblem } from "./api/problem.ts";
import { watched } from "./store.ts";

/** As /api/v1/session tells it. */
export interface Session {
  readonly kind: string;
  readonly name: string;
  readonly scope: string;
  readonly expires_time?: string;
}

/** Undefined until it is known. */
export const session = watched<Session | undefined>(undefined);

/** The problem that says that there is no session (any more). */
export const signedOut = watched<ApiProblem | undefined>(undefined);

export function watchSession(): void {
  watchProblems((problem) => {
    if (problem.status === 401) signedOut.set(problem);
  });
}
