// Days on a line. A date without a day stands in the middle of its month, without a month in the
// middle of its year.

const kDay = 86_400_000;

export function day_of(date: string): number {
  const [year = "1970", month, day] = date.split("-");
  if (!month) return Date.UTC(Number(year), 6, 1) / kDay;
  return Date.UTC(Number(year), Number(month) - 1, day ? Number(day) : 15) / kDay;
}

export function date_of(day: number): string {
  return new Date(Math.round(day) * kDay).toISOString().slice(0, 10);
}

export interface Tick {
  day: number;
  label: string; // empty for lines between
}

// Years, and quarters or months between them where there is room.
export function ticks(first: number, last: number, width: number): Tick[] {
  const per_year: number = (width * 365.25) / Math.max(1, last - first);
  const step: number = per_year > 700 ? 1 : per_year > 120 ? 3 : 12;
  const skip: number = Math.max(1, Math.ceil(44 / per_year));
  const from: number = new Date(first * kDay).getUTCFullYear();
  const to: number = new Date(last * kDay).getUTCFullYear();
  const found: Tick[] = [];
  for (let year = from; year <= to; year += 1) {
    for (let month = 0; month < 12; month += step) {
      const day: number = Date.UTC(year, month, 1) / kDay;
      if (day < first || day > last) continue;
      const labelled: boolean = month === 0 && (year - from) % skip === 0;
      found.push({ day, label: labelled ? String(year) : "" });
    }
  }
  if (!found.some((tick) => tick.label)) found.unshift({ day: first, label: String(from) });
  return found;
}
