// A claim as a reviewer sees and changes it: the fields that a decision may correct, for each layer.
import type { Change, ReviewEntry } from "../../api/review";
import type { Text } from "../../api/types";
import type { Span } from "./words";

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

const span_of = (quoted: Text | null | undefined): Span | null =>
  quoted ? [quoted.start, quoted.end] : null;

function layer_of(entry: ReviewEntry): Layer {
  if (entry.content !== undefined) return "statement";
  return entry.kind !== undefined && kinds.includes(entry.kind) ? "commitment" : "other";
}

export function claim_of(entry: ReviewEntry): Claim {
  const quoted: Text[] = entry.content ?? (entry.text ? [entry.text] : []);
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
