// Moving the ends of a claim by whole words. Places are code points of a stretch of text; where a
// word begins or ends is asked of the browser (it knows Vietnamese syllables and Chinese words).

// Where a claim may begin and where it may end: both sorted, without repeats.
export interface Borders {
  starts: number[];
  ends: number[];
}

function sorted(values: Set<number>): number[] {
  return [...values].sort((a, b) => a - b);
}

// `text`: from code point `offset` on. A border stands at each word and at each blank, so that a
// quotation mark or a full stop can be taken in or left out.
export function borders_of(text: string, offset: number): Borders {
  const points: number[] = [];
  let count: number = 0;
  for (let unit = 0; unit < text.length; unit += 1) {
    points.push(offset + count);
    const code: number = text.charCodeAt(unit);
    if (code < 0xd800 || code > 0xdbff) count += 1;
  }
  points.push(offset + count);
  const starts: Set<number> = new Set();
  const ends: Set<number> = new Set();
  const segmenter: Intl.Segmenter = new Intl.Segmenter("en", { granularity: "word" });
  for (const { segment, index, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike) continue;
    starts.add(points[index] ?? 0);
    ends.add(points[index + segment.length] ?? 0);
  }
  for (const stretch of text.matchAll(/\S+/g)) {
    starts.add(points[stretch.index] ?? 0);
    ends.add(points[stretch.index + stretch[0].length] ?? 0);
  }
  return { starts: sorted(starts), ends: sorted(ends) };
}

export type Span = [start: number, end: number];

function next_of(places: number[], from: number, step: 1 | -1): number | undefined {
  return step > 0
    ? places.find((place) => place > from)
    : [...places].reverse().find((place) => place < from);
}

// The start moved by a word; it never passes the end of its own piece.
export function move_start(spans: Span[], borders: Borders, step: 1 | -1): Span[] {
  const [first, ...rest] = spans;
  if (!first) return spans;
  const start: number | undefined = next_of(borders.starts, first[0], step);
  return start === undefined || start >= first[1] ? spans : [[start, first[1]], ...rest];
}

export function move_end(spans: Span[], borders: Borders, step: 1 | -1): Span[] {
  const last: Span | undefined = spans.at(-1);
  if (!last) return spans;
  const end: number | undefined = next_of(borders.ends, last[1], step);
  if (end === undefined || end <= last[0]) return spans;
  return [...spans.slice(0, -1), [last[0], end]];
}

function nearest(places: number[], wish: number): number | undefined {
  let best: number | undefined;
  for (const place of places) {
    if (best === undefined || Math.abs(place - wish) < Math.abs(best - wish)) best = place;
  }
  return best;
}

// The end that is dragged follows the pointer, word by word.
export function drag(
  spans: Span[],
  borders: Borders,
  which: "start" | "end",
  wish: number,
): Span[] {
  const first: Span | undefined = spans[0];
  const last: Span | undefined = spans.at(-1);
  if (!first || !last) return spans;
  if (which === "start") {
    const start: number | undefined = nearest(
      borders.starts.filter((x) => x < first[1]),
      wish,
    );
    return start === undefined ? spans : [[start, first[1]], ...spans.slice(1)];
  }
  const end: number | undefined = nearest(
    borders.ends.filter((x) => x > last[0]),
    wish,
  );
  return end === undefined ? spans : [...spans.slice(0, -1), [last[0], end]];
}

export interface Piece {
  start: number;
  end: number;
  words: boolean; // part of what is claimed
  source: boolean; // names the speaker
  cue: boolean;
}

// Cuts [start, end) where any of the marked stretches begins or ends.
export function pieces_of(
  start: number,
  end: number,
  marked: { words: Span[]; source: Span | null; cue: Span | null },
): Piece[] {
  const spans: Span[] = [...marked.words, ...(marked.source ? [marked.source] : [])];
  if (marked.cue) spans.push(marked.cue);
  const cuts: number[] = sorted(new Set([start, end, ...spans.flat()])).filter(
    (cut) => cut >= start && cut <= end,
  );
  const inside = (span: Span | null, at: number): boolean =>
    span !== null && at >= span[0] && at < span[1];
  return cuts.slice(0, -1).map((cut, index) => ({
    start: cut,
    end: cuts[index + 1] ?? end,
    words: marked.words.some((span) => inside(span, cut)),
    source: inside(marked.source, cut),
    cue: inside(marked.cue, cut),
  }));
}
