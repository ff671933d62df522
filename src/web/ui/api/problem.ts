/** What went wrong with a call of the API, as the page shows it: the API's own words (RFC 9457), or those of the network. */

export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  /** Of the closed set of the project; "network" when no answer came. */
  readonly code: string;
  /** HTTP status; 0 when no answer came. */
  readonly status: number;
  readonly hint: string | undefined;

  constructor(facts: { code: string; status: number; detail: string; hint?: string | undefined }) {
    super(facts.detail);
    this.code = facts.code;
    this.status = facts.status;
    this.hint = facts.hint;
  }
}

/** @param body of an answer that is not a success, whatever it is. */
export function readProblem(status: number, body: unknown): ApiProblem {
  const field = (name: string) => {
    const value = isRecord(body) ? body[name] : undefined;
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  return new ApiProblem({
    code: field("code") ?? "unknown",
    status,
    detail: field("detail") ?? field("title") ?? `the server answered with status ${status}`,
    hint: field("hint"),
  });
}

export function networkProblem(): ApiProblem {
  return new ApiProblem({
    code: "network",
    status: 0,
    detail: "the server does not answer",
    hint: "Is it running, and is this machine still connected to it? On its machine, fleet doctor says what is wrong.",
  });
}

/** Anything that was thrown, as a problem. */
export function toProblem(thrown: unknown): ApiProblem {
  if (thrown instanceof ApiProblem) return thrown;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return new ApiProblem({ code: "page", status: 0, detail, hint: "Reload the page." });
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
