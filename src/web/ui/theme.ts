/** Light, dark, or as the system says; kept in this browser. */
import { watched } from "./store.ts";

export type Theme = "system" | "light" | "dark";

const key = "fleet.theme";
export const theme = watched<Theme>("system");

/** Called before the first drawing. */
export function startTheme(): void {
  setTheme(readTheme());
}

export function setTheme(value: Theme): void {
  theme.set(value);
  const root = document.documentElement;
  if (value === "system") delete root.dataset["theme"];
  else root.dataset["theme"] = value;
  try {
    localStorage.setItem(key, value);
  } catch {
    // A browser that keeps nothing: it counts until the page is left.
  }
}

function readTheme(): Theme {
  try {
    const kept = localStorage.getItem(key);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}
