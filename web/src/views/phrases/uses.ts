// Uses of phrases over time: in which months or years, in the accounts of which side.
import type { DocumentRow } from "../../api/documents";
import type { Phrase, PhraseUse } from "../../api/phrases";
import type { Text } from "../../api/types";

export interface Use extends Text {
  document: string;
  date: string | null;
  side: string | null;
}

// A column: all that was published in a month, a year, or some years.
export interface Bin {
  id: string; // first date that belongs to it, as long as it is exact
  label: string;
  from: string; // compared with dates as text; inclusive
  to: string; // inclusive
}

const kMostMonths: number = 12;
const kMostYears: number = 14;

function month_label(month: string): string {
  const day: Date = new Date(`${month}-01T00:00:00Z`);
  return day.toLocaleDateString("en-GB", { month: "short", year: "numeric", timeZone: "UTC" });
}

// Months that have documents, while they are few; then years; then stretches of years.
export function bins_of(dates: string[]): Bin[] {
  const months: string[] = [...new Set(dates.map((date) => date.slice(0, 7)))].sort();
  if (months.length <= kMostMonths && months.every((month) => month.length === 7)) {
    return months.map((month) => ({
      id: month,
      label: month_label(month),
      from: month,
      to: month + "-99",
    }));
  }
  const years: number[] = months.map((month) => Number(month.slice(0, 4)));
  const first: number = Math.min(...years);
  const last: number = Math.max(...years);
  const step: number = Math.ceil((last - first + 1) / kMostYears);
  const bins: Bin[] = [];
  for (let year = first; year <= last; year += step) {
    const end: number = Math.min(year + step - 1, last);
    const label: string = end > year ? `${year}–${String(end).slice(2)}` : String(year);
    bins.push({ id: String(year), label, from: String(year), to: `${end}-99` });
  }
  return bins;
}

export function uses_of(phrase: Phrase, row: (name: string) => DocumentRow | undefined): Use[] {
  return Object.entries(phrase.used_by).flatMap(([document, places]) => {
    const known: DocumentRow | undefined = row(document);
    const at = { document, date: known?.published ?? null, side: known?.side ?? null };
    return places.map((place) => ({ ...place, ...at }));
  });
}

export interface UseCell {
  bin: Bin;
  uses: Use[];
  counts: [number, number]; // of the left and of the right side
  others: number;
}

export function cells_of(uses: Use[], bins: Bin[], sides: [string, string]): UseCell[] {
  return bins.map((bin) => {
    const inside: Use[] = uses
      .filter(({ date }) => date !== null && date >= bin.from && date <= bin.to)
      .sort((a, b) => ((a.date ?? "") < (b.date ?? "") ? -1 : 1));
    const of = (side: string): number => inside.filter((use) => use.side === side).length;
    const counts: [number, number] = [of(sides[0]), of(sides[1])];
    return { bin, uses: inside, counts, others: inside.length - counts[0] - counts[1] };
  });
}

// Copies of another account's words are no use of their own.
export function own_uses(life: PhraseUse[]): PhraseUse[] {
  return life.filter((use) => !use.copy);
}

// The two sides that published most, where nobody chose.
export function busiest_sides(rows: DocumentRow[]): string[] {
  const counts: Map<string, number> = new Map();
  for (const { side } of rows) if (side) counts.set(side, (counts.get(side) ?? 0) + 1);
  return [...counts]
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, 2)
    .map(([side]) => side);
}
