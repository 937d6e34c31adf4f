// The words of a passage that were found, marked; and each of them with what stands around it.
import type { Hit } from "../../api/search";
import { Places } from "../../lib/places";

export interface Run {
  words: string;
  found: boolean;
}

export function runs_of(hit: Hit): Run[] {
  const places: Places = new Places(hit.text.text);
  const runs: Run[] = [];
  let at: number = 0;
  for (const word of [...hit.words].sort((x, y) => x.start - y.start)) {
    const [start, end] = [word.start - hit.text.start, word.end - hit.text.start];
    if (start < at || end > places.length) continue;
    if (start > at) runs.push({ words: places.cut(at, start), found: false });
    runs.push({ words: places.cut(start, end), found: true });
    at = end;
  }
  if (at < places.length) runs.push({ words: places.cut(at, places.length), found: false });
  return runs;
}

export interface Line {
  hit: Hit;
  start: number; // of the word, in the document
  end: number;
  before: string;
  word: string;
  after: string;
}

const kAround = 90;

export function lines_of(hits: Hit[]): Line[] {
  return hits.flatMap((hit) => {
    const places: Places = new Places(hit.text.text);
    return hit.words.map((word) => {
      const [start, end] = [word.start - hit.text.start, word.end - hit.text.start];
      const flat = (text: string): string => text.replace(/\s+/g, " ");
      return {
        hit,
        start: word.start,
        end: word.end,
        before: flat(places.cut(Math.max(0, start - kAround), start)),
        word: word.text,
        after: flat(places.cut(end, Math.min(places.length, end + kAround))),
      };
    });
  });
}
