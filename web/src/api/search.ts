import { get, post, remove } from "./client";
import type { Text, Where } from "./types";

interface Named {
  id: string;
  name: string;
}

// An entry that holds the words.
export type Said =
  | { id: string; layer: "statement"; act: string | null; speaker: Named[] }
  | { id: string; layer: "commitment"; kind: string | null; by: Named[] };

export interface Hit extends Where {
  title: Text | null;
  text: Text;
  words: Text[];
  entries: string[];
  said?: Said[];
}

export type SearchOrder = "oldest" | "newest" | "closest";

export interface FacetCount {
  value: string; // as a query takes it
  name?: string; // of an actor
  count: number;
}

export type FacetName = "side" | "outlet" | "year" | "act" | "speaker" | "kind";

export interface SearchAnswer {
  query: string;
  as_phrase: boolean;
  note: string | null;
  total: number;
  exact?: boolean; // false: total and facets are reckoned from a part
  hits: Hit[];
  facets: Partial<Record<FacetName, FacetCount[]>>;
}

export function get_search(
  query: string,
  limit: number,
  offset: number,
  order: SearchOrder = "oldest",
): Promise<SearchAnswer> {
  return get<SearchAnswer>("/search", {
    q: query,
    limit,
    offset,
    order: order === "oldest" ? null : order,
  });
}

export interface SavedSearch {
  id: string;
  name: string;
  query: string;
}

export function get_searches(): Promise<SavedSearch[]> {
  return get<SavedSearch[]>("/searches");
}

export function save_search(name: string, query: string): Promise<SavedSearch> {
  return post<SavedSearch>("/searches", { name, query });
}

export function remove_search(id: string): Promise<unknown> {
  return remove("/searches/" + encodeURIComponent(id));
}
