// The reader's own choices: theme, home state (always the left side), single keys on or off, the
// name under which decisions are written.
import { keep, kept } from "./kept";

export type Theme = "system" | "light" | "dark";

function stored_theme(): Theme {
  const value: string | null = kept("theme");
  return value === "light" || value === "dark" ? value : "system";
}

export const settings = $state({
  theme: stored_theme(),
  home: kept("home") ?? "", // alpha-3 of a state, or empty
  keys: kept("keys") !== "off",
  reviewer: kept("reviewer") ?? "",
});

const system_dark: MediaQueryList = matchMedia("(prefers-color-scheme: dark)");

export function is_dark(): boolean {
  return settings.theme === "dark" || (settings.theme === "system" && system_dark.matches);
}

function paint(): void {
  document.documentElement.dataset.theme = is_dark() ? "dark" : "light";
}

export function choose_theme(theme: Theme): void {
  settings.theme = theme;
  keep("theme", theme === "system" ? null : theme);
  paint();
}

export function choose_home(state: string): void {
  settings.home = state;
  keep("home", state || null);
}

export function choose_keys(on: boolean): void {
  settings.keys = on;
  keep("keys", on ? null : "off");
}

export function choose_reviewer(name: string): void {
  settings.reviewer = name;
  keep("reviewer", name || null);
}

export function start_theme(): void {
  paint();
  system_dark.addEventListener("change", paint);
}
