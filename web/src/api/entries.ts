import type { Filters, Page } from "./client";
import { get, get_all, get_page } from "./client";
import type { Commitment, Instrument, Statement, Where } from "./types";

export interface Reason {
  about: string;
  words: string;
}

// Why an entry was made, in steps.
export function get_why(id: string): Promise<{ id: string; why: Reason[] }> {
  return get("/entries/" + encodeURIComponent(id) + "/why");
}

export interface Shown {
  layer: string;
  documents: string[];
  entry: { id: string };
}

export function get_entry(id: string): Promise<Shown> {
  return get("/entries/" + encodeURIComponent(id));
}

export function get_statements(filters: Filters): Promise<Page<Statement & Where>> {
  return get_page("/statements", filters);
}

export function get_commitments(filters: Filters): Promise<Page<Commitment & Where>> {
  return get_page("/commitments", filters);
}

export function get_all_commitments(): Promise<(Commitment & Where)[]> {
  return get_all("/commitments");
}

export function get_instruments(filters: Filters): Promise<Page<Instrument & Where>> {
  return get_page("/instruments", filters);
}
