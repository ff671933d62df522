/** What of a store's answer means that nothing was changed, for the audit log's entry of it. */
import type { JudgeChange } from "../../../store/access.ts";

/** Of operations that make one change: other answers than these come with a change. */
export const judgeChange: JudgeChange = (returned) => {
  if (returned === false) return "it was not there";
  const isNobodys = Array.isArray(returned) && returned.length > 0;
  return isNobodys && returned.every((outcome) => outcome === "unknown_client")
    ? "the client is not known"
    : undefined;
};
