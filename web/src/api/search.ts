import { get, post, remove } from "./client";
import type { Text, Where } from "./types";

export interface Hit extends Where {
  act?: string | null;
  speaker?: string[]; // names
  text: Text;
  words: Text[];
  entries: string[];
}

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
  hits: Hit[];
  facets: Partial<Record<FacetName, FacetCount[]>>;
}

export function get_search(query: string, limit: number, offset: number): Promise<SearchAnswer> {
  return get<SearchAnswer>("/search", { q: query, limit, offset });
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
