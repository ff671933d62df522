/** Calls of the HTTP API: one function for reading, one for changing. */
import { ApiProblem, networkProblem, readProblem } from "./problem.ts";

const base = "/api/v1";

export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** @throws ApiProblem, or an AbortError when the signal says so. */
export async function read<T>(path: string, query: Query = {}, signal?: AbortSignal): Promise<T> {
  return await call<T>(apiPath(path, query), { method: "GET", ...(signal && { signal }) });
}

/** Each call is one change: a repetition that the network makes of it is none (Idempotency-Key). */
export async function change<T>(
  method: "POST" | "PUT" | "DELETE",
  path: string,
  body: unknown = {},
): Promise<T> {
  return await call<T>(apiPath(path, {}), {
    method,
    headers: { "Content-Type": "application/json", "Idempotency-Key": randomKey() },
    body: JSON.stringify(body),
  });
}

/** @param parts of a path, each as it is. */
export function pathOf(...parts: readonly string[]): string {
  return `/${parts.map(encodeURIComponent).join("/")}`;
}

function apiPath(path: string, query: Query): string {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined && value !== "");
  if (entries.length === 0) return `${base}${path}`;
  const search = new URLSearchParams(entries.map(([name, value]) => [name, String(value)]));
  return `${base}${path}?${search.toString()}`;
}

async function call<T>(path: string, init: RequestInit): Promise<T> {
  const response = await fetch(path, { credentials: "same-origin", ...init }).catch(
    (error: unknown) => {
      throw isAbort(error) ? error : networkProblem();
    },
  );
  const body = await readBody(response);
  if (!response.ok) throw noteProblem(readProblem(response.status, body));
  return body as T;
}

/** An answer that is no JSON came from something else that listens there. */
async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") return {};
  try {
    return JSON.parse(text) as unknown;
  } catch {
    if (!response.ok) return undefined;
    throw new ApiProblem({
      code: "invalid_data",
      status: response.status,
      detail: "the answer is not JSON",
      hint: "Does a proxy between here and the server answer in its place?",
    });
  }
}

/** Called for each problem; who has no session any more is shown how to get one. */
let onProblem: (problem: ApiProblem) => void = () => {};

export function watchProblems(listener: (problem: ApiProblem) => void): void {
  onProblem = listener;
}

function noteProblem(problem: ApiProblem): ApiProblem {
  onProblem(problem);
  return problem;
}

export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

function randomKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
