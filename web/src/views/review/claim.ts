// A claim as a reviewer sees and changes it: the fields that a decision may correct, for each layer.
import type { Span } from "./words";

export interface Quoted {
  text: string;
  start: number;
  end: number;
}

// As in the lists of the record; which keys there are depends on the layer.
export interface Entry {
  id: string;
  document: string;
  published?: string | null;
  outlet?: string | null;
  side?: string | null;
  layer?: string;
  source?: Quoted | null;
  cue?: Quoted | null;
  content?: Quoted[];
  text?: Quoted;
  speaker?: string[];
  to?: string[];
  by?: string[];
  of?: string[];
  act?: string;
  form?: string;
  kind?: string;
  name?: string;
  made_by?: string;
  statement_id?: string;
}

export type Layer = "statement" | "commitment" | "other";

export interface Claim {
  layer: Layer;
  content: Span[];
  source: Span | null;
  cue: Span | null;
  speaker: string[];
  to: string[];
  act: string;
  form: string;
  kind: string;
  by: string[];
  of: string[];
}

export const acts: readonly string[] = [
  "assertive",
  "directive",
  "commissive",
  "expressive",
  "declarative",
];
export const forms: readonly string[] = ["direct", "mixed", "indirect", "unmarked"];
export const kinds: readonly string[] = ["agreed", "pledged", "proposed"];

const span_of = (quoted: Quoted | null | undefined): Span | null =>
  quoted ? [quoted.start, quoted.end] : null;

function layer_of(entry: Entry): Layer {
  if (entry.content !== undefined) return "statement";
  return entry.kind !== undefined && kinds.includes(entry.kind) ? "commitment" : "other";
}

export function claim_of(entry: Entry): Claim {
  const quoted: Quoted[] = entry.content ?? (entry.text ? [entry.text] : []);
  return {
    layer: layer_of(entry),
    content: quoted.map(({ start, end }) => [start, end]),
    source: span_of(entry.source),
    cue: span_of(entry.cue),
    speaker: entry.speaker ?? [],
    to: entry.to ?? [],
    act: entry.act ?? "",
    form: entry.form ?? "",
    kind: entry.kind ?? "",
    by: entry.by ?? [],
    of: entry.of ?? [],
  };
}

export type Change = Partial<Pick<Claim, "content" | "speaker" | "to" | "act" | "form" | "kind" | "by" | "of">>;

const kFields = ["content", "speaker", "to", "act", "form", "kind", "by", "of"] as const;

// The order of persons says nothing, that of pieces of text does.
function plain(claim: Claim, field: (typeof kFields)[number]): string {
  const value: Claim[typeof field] = claim[field];
  if (field === "content" || !Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify([...value].sort());
}

// Only what differs from what was proposed.
export function change_of(proposed: Claim, now: Claim): Change {
  const change: Record<string, unknown> = {};
  for (const field of kFields) {
    if (plain(proposed, field) !== plain(now, field)) change[field] = now[field];
  }
  return change as Change;
}

export function is_changed(proposed: Claim, now: Claim): boolean {
  return Object.keys(change_of(proposed, now)).length > 0;
}

// A stretch of text to read the claim by: its paragraph, and the one before where that is short.
export function around(text: string, length: number, first: number, last: number, at: (i: number) => string): Span {
  let start: number = first;
  let end: number = last;
  while (start > 0 && at(start - 1) !== "\n" && first - start < 420) start -= 1;
  while (end < length && at(end) !== "\n" && end - last < 300) end += 1;
  if (text === "" || end - start >= 330 || start < 2 || at(start - 1) !== "\n") return [start, end];
  let before: number = start - 1;
  while (before > 0 && at(before - 1) === "\n") before -= 1;
  const bound: number = Math.max(0, before - 420);
  while (before > bound && at(before - 1) !== "\n") before -= 1;
  return [before, end];
}
