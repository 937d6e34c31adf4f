// A claim as a reviewer sees and changes it: the fields that a decision may correct, for each layer.
import type { Change, ReviewEntry } from "../../api/review";
import type { Text } from "../../api/types";
import type { Span } from "./words";

export interface Claim {
  layer: string; // "statement", "commitment", "topic", "instrument", "meeting", ...
  content: Span[];
  source: Span | null;
  cue: Span | null;
  speaker: string[];
  to: string[];
  act: string;
  form: string;
  kind: string;
  by: string[]; // also the parties of an instrument and those who met
  of: string[];
  date: string; // of a meeting
  place: string;
}

export const acts: readonly string[] = [
  "assertive",
  "directive",
  "commissive",
  "expressive",
  "declarative",
];
export const forms: readonly string[] = ["direct", "mixed", "indirect", "unmarked"];
// Of the layers that have kinds.
export const kinds: Record<string, readonly string[]> = {
  commitment: ["agreed", "pledged", "proposed"],
  instrument: ["agreement", "joint-statement", "mou", "document"],
  meeting: ["talks", "call", "visit", "meeting", "signing", "banquet", "tea", "ceremony"],
};

// How a layer's `by` is called; layers that are not here have none.
export const by_labels: Record<string, string> = {
  commitment: "Bound",
  topic: "By",
  instrument: "Parties",
  meeting: "Present",
};

const span_of = (quoted: Text | null | undefined): Span | null =>
  quoted ? [quoted.start, quoted.end] : null;

// Where the program does not name the layer: by the keys that the entry has.
function layer_of(entry: ReviewEntry): string {
  if (entry.content !== undefined) return "statement";
  if (entry.parties !== undefined) return "instrument";
  if (entry.participants !== undefined) return "meeting";
  return entry.statement_id !== undefined ? "commitment" : "topic";
}

export function claim_of(entry: ReviewEntry, layer?: string): Claim {
  const quoted: Text[] = entry.content ?? (entry.text ? [entry.text] : []);
  return {
    layer: layer ?? layer_of(entry),
    content: quoted.map(({ start, end }) => [start, end]),
    source: span_of(entry.source),
    cue: span_of(entry.cue),
    speaker: entry.speaker ?? [],
    to: entry.to ?? [],
    act: entry.act ?? "",
    form: entry.form ?? "",
    kind: entry.kind ?? "",
    by: entry.by ?? entry.parties ?? entry.participants?.map(({ id }) => id) ?? [],
    of: entry.of ?? [],
    date: entry.date ?? "",
    place: entry.place ?? "",
  };
}

const kFields = [
  "content",
  "speaker",
  "to",
  "act",
  "form",
  "kind",
  "by",
  "of",
  "date",
  "place",
] as const;

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
