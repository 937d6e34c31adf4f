// Offices over time: days on a line. A text proves an office on its own day only; the line between
// the first and the last such day is drawn thin, and nothing is drawn outside it.

import type { Office, OfficeEvidence, Person } from "../../api/people";

const kDay = 86_400_000;

// A day, a month or a year as a number of days; a month stands for its first day.
export function day_of(date: string): number {
  const [year, month, day] = date.split("-").map(Number);
  return Date.UTC(year ?? 1970, (month ?? 1) - 1, day ?? 1) / kDay;
}

export interface Scale {
  from: number; // days
  to: number;
  years: { year: number; at: number }[]; // share of the width
}

// Whole years, so that the same record has the same axis whatever is filtered.
export function scale_of(dates: string[]): Scale | null {
  const years = dates.map((date) => Number(date.slice(0, 4))).filter(Number.isFinite);
  if (years.length === 0) return null;
  const first = Math.min(...years);
  const last = Math.max(...years) + 1;
  const from = day_of(`${first}-01-01`);
  const to = day_of(`${last}-01-01`);
  const step = Math.max(1, Math.ceil((last - first) / 8));
  const ticks = [];
  for (let year = first; year < last; year += step) {
    ticks.push({ year, at: (day_of(`${year}-01-01`) - from) / (to - from) });
  }
  return { from, to, years: ticks };
}

export function share_of(scale: Scale, date: string): number {
  return (day_of(date) - scale.from) / (scale.to - scale.from);
}

export interface Bar {
  from: number; // share of the width
  to: number;
  days: { at: number; date: string; evidence: OfficeEvidence[] }[];
}

// Texts of neighbouring days share a dot, so that each can be struck with a finger. `apart`: share of
// the width that a dot needs.
export function bar_of(scale: Scale, office: Office, apart: number): Bar | null {
  const days = new Map<string, OfficeEvidence[]>();
  for (const place of office.evidence) {
    if (place.date === null) continue;
    days.set(place.date, [...(days.get(place.date) ?? []), place]);
  }
  const list = [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, evidence]) => ({ at: share_of(scale, date), date, evidence }));
  const first = list[0];
  const last = list.at(-1);
  if (!first || !last) return null;
  const dots: Bar["days"] = [];
  for (const day of list) {
    const before = dots.at(-1);
    if (before && day.at - before.at < apart) before.evidence.push(...day.evidence);
    else dots.push({ ...day });
  }
  return { from: first.at, to: last.at, days: dots };
}

// Every date that the axis has to hold.
export function dates_of(people: Person[]): string[] {
  return people.flatMap((person) =>
    person.offices.flatMap((office) =>
      office.evidence.flatMap((place) => (place.date === null ? [] : [place.date])),
    ),
  );
}
