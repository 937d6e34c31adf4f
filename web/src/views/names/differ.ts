// Do two sides call a thing differently? They do where each has a name for it and no name is shared.
import type { NamedThing, NameUse } from "../../api/names";
import { state_name } from "../../lib/sides.svelte";

export function differs(thing: NamedThing, sides: [string, string]): boolean {
  const used = (side: string): Set<string> =>
    new Set(thing.names.filter((name) => (name.sides[side] ?? 0) > 0).map((name) => name.name));
  const left: Set<string> = used(sides[0]);
  const right: Set<string> = used(sides[1]);
  if (left.size === 0 || right.size === 0) return false;
  return ![...left].some((name) => right.has(name));
}

// The mark's name: "Viet Nam 3, China 1".
export function told(name: NameUse): string {
  return Object.entries(name.sides)
    .map(([side, n]) => `${side === "unknown" ? "no state" : state_name(side)} ${n}`)
    .join(", ");
}
