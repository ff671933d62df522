/** What the screen is like, as far as drawing has to know. */
import { useEffect, useState } from "preact/hooks";

/** As in tables.css: a row of a table is a small card there. */
export const narrowScreen = "(max-width: 720px)";

/** @param query of CSS. */
export function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => matchMedia(query).matches);
  useEffect(() => {
    const list = matchMedia(query);
    const take = () => setMatches(list.matches);
    take();
    list.addEventListener("change", take);
    return () => list.removeEventListener("change", take);
  }, [query]);
  return matches;
}

/** Pixels of one rem. */
export function remPixels(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
}
