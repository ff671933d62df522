/** One change that a person asks for: whether it is on its way, and what went wrong with the last one. */
import { useState } from "preact/hooks";

import { type ApiProblem, toProblem } from "./problem.ts";

export interface Change {
  readonly busy: boolean;
  readonly problem: ApiProblem | undefined;
  /** Does nothing while one is on its way. @returns whether it succeeded. */
  readonly run: (work: () => Promise<unknown>) => Promise<boolean>;
  readonly clear: () => void;
}

export function useChange(): Change {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<ApiProblem | undefined>(undefined);
  const run = async (work: () => Promise<unknown>) => {
    if (busy) return false;
    setBusy(true);
    setProblem(undefined);
    try {
      await work();
      return true;
    } catch (error) {
      setProblem(toProblem(error));
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, problem, run, clear: () => setProblem(undefined) };
}
