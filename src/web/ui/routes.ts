/**
 * The addresses of the page: which view each shows. The server reads the same table, so that it knows what is not there.
 */

export const routes = {
  overview: "/",
  clients: "/clients",
  client: "/clients/:client_id",
  messages: "/messages",
  message: "/messages/:message_id",
  counts: "/counts",
  send: "/send",
  broadcasts: "/broadcasts",
  broadcast: "/broadcasts/:broadcast_id",
  files: "/files",
  server: "/server",
  login: "/login",
} as const;

export type RouteName = keyof typeof routes;

export interface MatchedRoute {
  readonly name: RouteName;
  /** The variable part of the path, decoded; empty where there is none. */
  readonly id: string;
}

/** @param path of a URL, as it stands there. @returns undefined for a path that no view has. */
export function matchRoute(path: string): MatchedRoute | undefined {
  const parts = splitPath(path);
  for (const [name, pattern] of Object.entries(routes)) {
    const id = matchParts(splitPath(pattern), parts);
    if (id !== undefined) return { name: name as RouteName, id };
  }
  return undefined;
}

/** The path of a view. @param id of what it shows, as the API has it. */
export function routePath(name: RouteName, id = ""): string {
  return routes[name].replace(/:\w+/, encodeURIComponent(id));
}

function splitPath(path: string): string[] {
  return path.split("/").filter((part) => part !== "");
}

function matchParts(pattern: readonly string[], parts: readonly string[]): string | undefined {
  if (pattern.length !== parts.length) return undefined;
  let id = "";
  for (const [index, wanted] of pattern.entries()) {
    const part = parts[index] ?? "";
    if (!wanted.startsWith(":")) {
      if (wanted !== part) return undefined;
    } else {
      const decoded = decodePart(part);
      if (decoded === undefined) return undefined;
      id = decoded;
    }
  }
  return id;
}

function decodePart(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
