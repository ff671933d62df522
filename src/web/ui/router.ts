/** Where the page is: the address bar is the truth, the back button works, links are links. */
import { watched, useWatched } from "./store.ts";
import { matchRoute } from "./routes.ts";

export interface Place {
  readonly path: string;
  readonly search: string;
}

const place = watched<Place>(readPlace());

function readPlace(): Place {
  return { path: location.pathname, search: location.search };
}

export function usePlace(): Place {
  return useWatched(place);
}

/** @param target a path of the page, with its query. */
export function navigate(target: string): void {
  history.pushState(null, "", target);
  place.set(readPlace());
  scrollTo(0, 0);
}

/**
 * Filters live in the query of the address.
 * @param fields undefined and "" are left out.
 */
export function setQuery(fields: Readonly<Record<string, string | undefined>>): void {
  const search = new URLSearchParams(location.search);
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined || value === "") search.delete(name);
    else search.set(name, value);
  }
  const text = search.toString();
  // Each letter of a search is no place to go back to.
  history.replaceState(null, "", text === "" ? location.pathname : `${location.pathname}?${text}`);
  place.set(readPlace());
}

export function useQuery(): (name: string) => string {
  const search = new URLSearchParams(usePlace().search);
  return (name) => search.get(name) ?? "";
}

/** Follows links of the page without loading it again. @returns how to stop. */
export function startRouter(): () => void {
  const moved = () => place.set(readPlace());
  addEventListener("popstate", moved);
  document.addEventListener("click", followLink);
  return () => {
    removeEventListener("popstate", moved);
    document.removeEventListener("click", followLink);
  };
}

function followLink(event: MouseEvent): void {
  const plain =
    event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (!plain || event.defaultPrevented || !(event.target instanceof Element)) return;
  const link = event.target.closest("a");
  if (link === null || link.target !== "" || link.hasAttribute("download")) return;
  const url = new URL(link.href);
  if (url.origin !== location.origin || matchRoute(url.pathname) === undefined) return;
  event.preventDefault();
  if (url.hash !== "" && url.pathname === location.pathname) return;
  navigate(`${url.pathname}${url.search}`);
}
