// Facets: "or" within one, "and" between. Counts tell what a click would leave; a choice that
// leaves nothing stays visible. Choices stand in the address, one parameter for each facet.

export interface Facet<T> {
  name: string; // of the parameter in the address
  label: string;
  values: (item: T) => string[];
  say?: (value: string) => string;
  most?: number; // how many to show before "more"
}

export interface Option {
  value: string;
  label: string;
  count: number;
  chosen: boolean;
}

export type Chosen = Record<string, string[]>;

// Values may hold a comma, so they are separated by a bar.
export function chosen_in(query: URLSearchParams, names: string[]): Chosen {
  const chosen: Chosen = {};
  for (const name of names) {
    const values: string[] = (query.get(name) ?? "").split("|").filter(Boolean);
    if (values.length > 0) chosen[name] = values;
  }
  return chosen;
}

function fits<T>(item: T, facets: Facet<T>[], chosen: Chosen, but: string): boolean {
  return facets.every((facet) => {
    const wanted: string[] | undefined = chosen[facet.name];
    if (!wanted || facet.name === but) return true;
    return facet.values(item).some((value) => wanted.includes(value));
  });
}

export function chosen_items<T>(items: T[], facets: Facet<T>[], chosen: Chosen): T[] {
  return items.filter((item) => fits(item, facets, chosen, ""));
}

export function options_of<T>(
  items: T[],
  facets: Facet<T>[],
  chosen: Chosen,
  facet: Facet<T>,
): Option[] {
  const counts: Map<string, number> = new Map();
  for (const item of items) {
    const counted: boolean = fits(item, facets, chosen, facet.name);
    for (const value of new Set(facet.values(item))) {
      counts.set(value, (counts.get(value) ?? 0) + (counted ? 1 : 0));
    }
  }
  const wanted: string[] = chosen[facet.name] ?? [];
  for (const value of wanted) if (!counts.has(value)) counts.set(value, 0);
  return [...counts]
    .map(([value, count]) => ({
      value,
      label: facet.say ? facet.say(value) : value,
      count,
      chosen: wanted.includes(value),
    }))
    .sort((x, y) => y.count - x.count || x.label.localeCompare(y.label, "en"));
}
