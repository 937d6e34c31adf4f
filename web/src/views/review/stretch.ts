// How much of a text is shown around a claim: its paragraph, the one before where that is short.
import type { Paragraph } from "../../api/documents";
import type { Places } from "../../lib/places";
import type { Claim } from "./claim";
import type { Span } from "./words";

const kBefore: number = 420; // code points before the claim, in a long paragraph
const kAfter: number = 300;
const kShort: number = 330;
const kLongestWord: number = 40;

// First and last place that has to be seen.
export function extent(claim: Claim): Span {
  const spans: Span[] = [...claim.content];
  if (claim.source) spans.push(claim.source);
  if (claim.cue) spans.push(claim.cue);
  if (spans.length === 0) return [0, 0];
  return [Math.min(...spans.map((one) => one[0])), Math.max(...spans.map((one) => one[1]))];
}

// The first place from here on at which a word begins; letters without spaces are not looked through.
function next_word(places: Places, from: number, most: number): number {
  const words: string = places.cut(from, Math.min(most, from + kLongestWord));
  const space: number = words.search(/\s/);
  return space < 0 ? from : from + [...words.slice(0, space)].length + 1;
}

export function stretch_of(paragraphs: Paragraph[], claim: Claim, places: Places): Span {
  const [first, last] = extent(claim);
  const at: number = paragraphs.findIndex((one) => one.end > first);
  const own: Paragraph | undefined = paragraphs[at];
  const end: Paragraph | undefined = paragraphs.find((one) => one.end >= last);
  let from: number = own ? Math.min(own.start, first) : first;
  const to: number = Math.min(end ? Math.max(end.end, last) : places.length, last + kAfter);
  const before: Paragraph | undefined = paragraphs[at - 1];
  if (to - from < kShort && before) from = before.start;
  return [
    from < first - kBefore ? next_word(places, first - kBefore, first) : from,
    to === last + kAfter ? next_word(places, to, places.length) : to,
  ];
}
