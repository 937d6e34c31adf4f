// A text cut wherever an entry begins or ends, so that overlapping entries can be drawn.
import type { Paragraph } from "../../api/documents";
import type { Text } from "../../api/types";
import type { Places } from "../../lib/places";
import type { Act } from "../../lib/words";
import { act_verb } from "../../lib/words";
import type { Entry, Layer } from "./entries";

export type Role = "own" | "source" | "cue";

export interface Segment {
  start: number;
  words: string;
  own: string[]; // ids of the entries whose words these are, the innermost first
  source: string[];
  cue: string[];
  act: Act | ""; // of the innermost statement
  layers: Layer[];
}

interface Mark {
  start: number;
  end: number;
  role: Role;
  entry: Entry;
}

export interface Drawn {
  paragraph: Paragraph;
  segments: Segment[];
}

function marks_of(entries: Entry[]): Mark[] {
  const marks: Mark[] = [];
  const add = (entry: Entry, text: Text | null, role: Role): void => {
    if (text && text.end > text.start)
      marks.push({ start: text.start, end: text.end, role, entry });
  };
  for (const entry of entries) {
    for (const span of entry.spans) add(entry, span, "own");
    add(entry, entry.source, "source");
    add(entry, entry.cue, "cue");
  }
  return marks.sort((x, y) => x.start - y.start || y.end - x.end);
}

function segment_of(places: Places, start: number, end: number, open: Mark[]): Segment {
  const inner: Mark[] = [...open].sort((x, y) => x.end - x.start - (y.end - y.start));
  const of_role = (role: Role): string[] =>
    inner.filter((mark) => mark.role === role).map((mark) => mark.entry.id);
  const own: Mark[] = inner.filter((mark) => mark.role === "own");
  const statement: Mark | undefined = own.find((mark) => mark.entry.layer === "statements");
  return {
    start,
    words: places.cut(start, end),
    own: of_role("own"),
    source: of_role("source"),
    cue: of_role("cue"),
    act: statement ? act_verb(statement.entry.act) : "",
    layers: [...new Set(own.map((mark) => mark.entry.layer))],
  };
}

// `extra` places to cut at: the ends of a passage that the address names.
export function drawn(
  places: Places,
  paragraphs: Paragraph[],
  entries: Entry[],
  extra: number[],
): Drawn[] {
  const marks: Mark[] = marks_of(entries);
  const cuts: number[] = [...new Set([...marks.flatMap((m) => [m.start, m.end]), ...extra])].sort(
    (x, y) => x - y,
  );
  let next_mark: number = 0;
  let next_cut: number = 0;
  let open: Mark[] = [];
  return paragraphs.map((paragraph) => {
    const segments: Segment[] = [];
    let at: number = paragraph.start;
    while (at < paragraph.end) {
      while ((cuts[next_cut] ?? Infinity) <= at) next_cut += 1;
      const end: number = Math.min(paragraph.end, cuts[next_cut] ?? Infinity);
      for (; (marks[next_mark]?.start ?? Infinity) <= at; next_mark += 1)
        open.push(marks[next_mark] as Mark);
      open = open.filter((mark) => mark.end > at);
      segments.push(segment_of(places, at, end, open));
      at = end;
    }
    return { paragraph, segments };
  });
}
