// The queue of what to judge, decisions, and two reviewers compared.
import type { Filters } from "./client";
import { get, post, remove } from "./client";
import type { Text, Where } from "./types";

// An entry of any layer, as in the lists of the record; which keys there are depends on the layer.
export interface ReviewEntry extends Partial<Where> {
  id: string;
  source?: Text | null;
  cue?: Text | null;
  content?: Text[];
  text?: Text;
  speaker?: string[];
  to?: string[];
  by?: string[];
  of?: string[];
  parties?: string[]; // of an instrument
  participants?: { id: string }[]; // of a meeting
  act?: string;
  form?: string;
  kind?: string;
  name?: string;
  date?: string | null; // of a meeting
  place?: string | null;
  made_by?: string;
  statement_id?: string;
}

export type Action = "accept" | "reject" | "correct" | "nothing-here" | "comment" | "adjudicate";

export interface Change {
  content?: [number, number][];
  source?: [number, number];
  speaker?: string[];
  to?: string[];
  act?: string;
  form?: string;
  kind?: string;
  by?: string[];
  of?: string[];
  date?: string;
  place?: string;
}

export interface StoredDecision {
  id: string;
  reviewer: string;
  action: Action;
  at: string;
  entry: string | null;
  document?: string | null;
  text?: Text;
  change?: Change | null;
  comment?: string | null;
  verdict?: Action; // of an adjudication
  as_it_stood?: ReviewEntry | null; // the entry before the decision; null: there was none
  withdrawn_at?: string | null;
}

export interface QueueItem {
  entry: ReviewEntry;
  layer?: string;
  document: string;
  context: Text;
  doubt: number; // 0 to 1
  importance: number; // 0 to 1
  reasons: string[];
  rejected?: boolean; // a person took it out of the record
  disputed?: boolean;
  decisions: StoredDecision[];
}

export interface Queue {
  total: number; // of the items asked for, before the limit
  decided: number; // by this reviewer
  items: QueueItem[];
}

export interface NewDecision {
  reviewer: string;
  entry: string;
  action: Action;
  change?: Change;
  comment?: string;
  upholds?: string; // of an adjudication: the decision that it follows
  verdict?: Action; // else what it says itself
}

export function get_queue(filters: Filters): Promise<Queue> {
  return get<Queue>("/review/queue", filters);
}

// The program answers with the decision and the entry as it now stands.
export async function post_decision(decision: NewDecision): Promise<{ id: string }> {
  const answer = await post<{ id?: string; decision?: { id: string } }>("/decisions", decision);
  return { id: answer.decision?.id ?? answer.id ?? "" };
}

export function withdraw(id: string): Promise<unknown> {
  return remove("/decisions/" + encodeURIComponent(id));
}

export function get_decisions(filters: Filters): Promise<StoredDecision[]> {
  return get<StoredDecision[]>("/decisions", filters);
}

export interface Coefficients {
  items: number;
  percent: number | null; // 0 to 100
  kappa: number | null;
  alpha: number | null;
}

export interface LayerAgreement {
  layer: string;
  judged: number;
  strict: Coefficients;
  tolerant: Coefficients;
  fields: { field: string; exact: Coefficients }[];
}

export interface Difference {
  document: string | null;
  layer: string;
  entry: string;
  text: Text;
  a: StoredDecision;
  b: StoredDecision;
  fields: { field: string; a: unknown; b: unknown }[]; // none: one says that it is no entry
  settled: string | null; // the adjudication
}

export interface Agreement {
  a: string;
  b: string;
  judged: number;
  only_a: number;
  only_b: number;
  strict: Coefficients;
  tolerant: Coefficients;
  layers: LayerAgreement[];
  differences: Difference[];
}

export function get_agreement(a: string, b: string): Promise<Agreement> {
  return get<Agreement>("/review/agreement", { a, b });
}

export function get_reviewers(): Promise<{ reviewer: string; decisions: number }[]> {
  return get("/reviewers");
}
