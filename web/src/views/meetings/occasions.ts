// What the list shows as one line: a visit with all its meetings, or a meeting that belongs to none.
import type { Account, Meeting, Participant, Visit } from "../../api/meetings";
import type { Side } from "../../lib/sides.svelte";
import { in_order } from "../../lib/sides.svelte";
import { listed, plain, short_date } from "../../lib/words";

export type Coverage = "both" | "one" | "joint" | "other";

export interface Occasion {
  id: string;
  from: string | null;
  to: string | null;
  title: string;
  people: Participant[]; // those of the main meeting
  everybody: Participant[]; // of all its meetings, each once
  states: string[]; // left, right, further ones
  place: string | null;
  kinds: string[];
  accounts: Account[]; // one for each document
  coverage: Coverage;
  guests: string[];
  host: string | null;
}

const weight: Record<string, number> = { talks: 0, meeting: 1, call: 2, visit: 9 };

// The meeting that an occasion is named by: talks, with the most people and accounts.
export function main_of(meetings: Meeting[]): Meeting | undefined {
  return [...meetings].sort(
    (x, y) =>
      (x.participants.length < 2 ? 1 : 0) - (y.participants.length < 2 ? 1 : 0) ||
      (weight[x.kind] ?? 5) - (weight[y.kind] ?? 5) ||
      y.accounts.length - x.accounts.length,
  )[0];
}

function unique_accounts(meetings: Meeting[]): Account[] {
  const seen: Map<string, Account> = new Map();
  for (const meeting of meetings) {
    for (const account of meeting.accounts) {
      if (!seen.has(account.document)) seen.set(account.document, account);
    }
  }
  return [...seen.values()];
}

export function states_of(people: Participant[]): string[] {
  return in_order(people.flatMap((person) => (person.side ? [person.side] : [])));
}

export function is_joint(account: Account): boolean {
  return (account.report_kind ?? "").startsWith("joint");
}

export function coverage_of(accounts: Account[], states: string[]): Coverage {
  const told: number = states.filter((state) => accounts.some((a) => a.side === state)).length;
  if (told > 1) return "both";
  if (accounts.some(is_joint)) return "joint";
  return told === 1 ? "one" : "other";
}

// Whether a side has published: an account of its own, or a joint text.
export function has_told(state: string | undefined, accounts: Account[]): boolean {
  return accounts.some((account) => is_joint(account) || (state && account.side === state));
}

// The cells of the mark: one for each side, at least two.
export function cells_of(
  accounts: Account[],
  states: string[],
): { side: Side; fill: "full" | "none" }[] {
  const sides: (string | undefined)[] =
    states.length > 1 ? states.slice(0, kCells) : [states[0], undefined];
  return sides.map((state, i) => ({
    side: i === 0 ? "a" : i === 1 ? "b" : "",
    fill: has_told(state, accounts) ? "full" : "none",
  }));
}
const kCells = 8;

export function names_of(people: Participant[]): string {
  const names: string[] = people.map((person) => person.name);
  if (names.length <= 3) return listed(names);
  return `${names.slice(0, 2).join(", ")} and ${names.length - 2} others`;
}

// Host and guest in the order of the states, so that left stays left.
export function by_side(people: Participant[], states: string[]): Participant[] {
  const place = (person: Participant): number => {
    const at: number = states.indexOf(person.side ?? "");
    return at < 0 ? states.length : at;
  };
  return [...people].sort((x, y) => place(x) - place(y));
}

export function occasion_of(meetings: Meeting[], visit: Visit | undefined): Occasion | null {
  const main: Meeting | undefined = main_of(meetings);
  if (!main) return null;
  const dates: string[] = meetings.flatMap((m) => (m.date ? [m.date] : [])).sort();
  const accounts: Account[] = unique_accounts(meetings);
  const people: Participant[] = meetings.flatMap((m) => m.participants);
  const stated: string[] = states_of(main.participants);
  const known: string[] = visit
    ? in_order([visit.host_state, visit.guest_state].flatMap((s) => (s ? [s] : [])))
    : [];
  const states: string[] = stated.length > 1 ? stated : known.length > 1 ? known : stated;
  const persons: Participant[] = by_side(main.participants, states);
  return {
    id: visit?.id ?? main.id,
    from: visit?.from ?? dates[0] ?? null,
    to: visit?.to ?? dates[dates.length - 1] ?? null,
    title: names_of(persons) || "Nobody named",
    people: persons,
    everybody: [...new Map(people.map((person) => [person.id, person])).values()],
    states,
    place: main.place,
    kinds: [...new Set([main.kind, ...meetings.map((m) => m.kind)])],
    accounts,
    coverage: coverage_of(accounts, states),
    guests: visit?.guests.map((guest) => guest.name) ?? [],
    host: visit?.host_state ?? null,
  };
}

// Newest first, undated last.
export function occasions_of(meetings: Meeting[], visits: Visit[]): Occasion[] {
  const by_id: Map<string, Visit> = new Map(visits.map((visit) => [visit.id, visit]));
  const groups: Map<string, Meeting[]> = new Map();
  for (const meeting of meetings) {
    const key: string = meeting.visit ?? meeting.id;
    const group: Meeting[] | undefined = groups.get(key);
    if (group) group.push(meeting);
    else groups.set(key, [meeting]);
  }
  return [...groups]
    .flatMap(([key, group]) => occasion_of(group, by_id.get(key)) ?? [])
    .sort((x, y) => (y.from ?? "").localeCompare(x.from ?? "") || x.id.localeCompare(y.id));
}

// A date of any length lies in a span of dates of any length.
export function within(occasion: Occasion, from: string, to: string): boolean {
  if (!from && !to) return true;
  if (!occasion.from) return false;
  const last: string = occasion.to ?? occasion.from;
  return (
    (!from || last.slice(0, from.length) >= from) &&
    (!to || occasion.from.slice(0, to.length) <= to)
  );
}

interface Published {
  document: string;
  outlet: string | null;
  report_kind: string | null;
  published: string | null;
}

// What to call each account: its outlet; where two have the same, with kind, date or number.
export function labels_of(accounts: Published[]): Map<string, string> {
  const outlet = (each: Published): string => each.outlet ?? each.document;
  const ways: ((each: Published) => string)[] = [
    outlet,
    (each) => [outlet(each), plain(each.report_kind)].filter(Boolean).join(", "),
    (each) =>
      [outlet(each), each.published ? short_date(each.published) : ""].filter(Boolean).join(", "),
  ];
  const labels: Map<string, string> = new Map();
  for (const each of accounts) {
    const alone = ways.find((way) =>
      accounts.every((one) => one === each || way(one) !== way(each)),
    );
    const same: Published[] = accounts.filter((one) => outlet(one) === outlet(each));
    labels.set(each.document, alone ? alone(each) : `${outlet(each)} (${same.indexOf(each) + 1})`);
  }
  return labels;
}
