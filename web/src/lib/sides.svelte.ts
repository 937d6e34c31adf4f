// Left and right. The left side is the reader's home state where it takes part, else the first by
// name; so it never changes between views.
import { record } from "./record.svelte";
import { settings } from "./settings.svelte";

export type Side = "a" | "b" | "";

export function state_name(id: string | null): string {
  if (!id) return "no state";
  return record.names.get(id) ?? id;
}

// States in the order in which they stand beside one another: home, then by name.
export function in_order(states: Iterable<string>): string[] {
  return [...new Set(states)].sort((x, y) => {
    if (x === settings.home || y === settings.home) return x === settings.home ? -1 : 1;
    return state_name(x).localeCompare(state_name(y), "en");
  });
}

// The side a state is on, of two.
export function side_of(state: string | null, states: string[]): Side {
  if (!state) return "";
  const at: number = states.indexOf(state);
  return at === 0 ? "a" : at === 1 ? "b" : "";
}

// "Viet Nam – China"
export function relation(states: string[]): string {
  return states.map(state_name).join(" – ");
}
