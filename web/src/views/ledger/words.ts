// How the ledger says things. Absence is qualified: "not mentioned", never "dropped".
import type { Advance, LedgerMeeting, PersonMark, ThreadKind } from "../../api/ledger";
import { state_name } from "../../lib/sides.svelte";
import { listed, short_date } from "../../lib/words";
import type { Cell, CellStatus, Outcome } from "./rows";

export const status_words: Record<CellStatus, string> = {
  first: "first",
  again: "again",
  advanced: "a step further",
  absent: "not mentioned",
  before: "not mentioned yet",
};

// "August 2024", of the day a meeting began.
export function month_of(meeting: LedgerMeeting | undefined): string {
  const date: string = (meeting?.date ?? "").slice(0, 7);
  return date ? long_month(date) : "an undated meeting";
}

function long_month(date: string): string {
  const day: Date = new Date(`${date}-01T00:00:00Z`);
  return day.toLocaleDateString("en-GB", { month: "long", year: "numeric", timeZone: "UTC" });
}

export function outcome_head(outcome: Outcome, month: string): string {
  const heads: Record<Outcome, string> = {
    passed: "Due date passed without mention",
    advanced: `Went a step further in ${month}`,
    absent: `Not mentioned in ${month}`,
    again: "Came up again",
    first: `New in ${month}`,
  };
  return heads[outcome];
}

export const outcome_notes: Record<Outcome, string> = {
  passed: "no account after the date has it; it may be done",
  advanced: "names a body, date, plan, signature or visit that was not there before",
  absent: "no account in the record has it; it may still stand",
  again: "",
  first: "",
};

const kind_heads: Record<ThreadKind, string> = {
  project: "Projects",
  exchange: "Exchanges",
  instrument: "Instruments",
  mechanism: "Mechanisms",
  pledge: "Pledges",
  name: "Names",
};

export function kind_head(kind: ThreadKind): string {
  return kind_heads[kind];
}

const steps: Record<Advance["kind"], string> = {
  body: "names a body",
  date: "names a date",
  plan: "names a plan",
  signature: "signed",
  visit: "names a visit",
  document: "names a document",
  number: "names a number",
};

export function step_words(advance: Advance): string {
  return steps[advance.kind];
}

// The name of the two-cell mark: who tells it, who is asked, by outlet where it is neither side's.
export function told_by(
  cell: Cell,
  sides: [string, string],
  outlet: (doc: string) => string,
): string {
  const told: string[] = sides.filter((_, i) => cell.halves[i] === "full").map(state_name);
  const asked: string[] = sides.filter((_, i) => cell.halves[i] === "asked").map(state_name);
  const others: string[] = [...new Set(cell.others.map(outlet))];
  const tellers: string[] = [...told, ...others];
  const parts: string[] = [tellers.length > 0 ? `told by ${listed(tellers)}` : "told by nobody"];
  if (asked.length > 0) parts.push(`asked of ${listed(asked)}`);
  return parts.join("; ");
}

// "3 accounts: Hanoi Courier, Beijing Observer"; which side has none is said.
export function looked_in(
  meeting: LedgerMeeting,
  sides: [string, string],
  outlet: (doc: string) => string,
): string {
  const outlets: string[] = [...new Set(meeting.accounts.map(outlet))];
  const n: number = meeting.accounts.length;
  const joint: boolean = meeting.looked_in.some((seen) => seen.report_kind === "joint-statement");
  const missing: string[] = sides.filter(
    (side) => !joint && !meeting.looked_in.some((seen) => seen.side === side),
  );
  const none: string =
    missing.length > 0 ? ` · no account of ${missing.map(state_name).join(" or ")}` : "";
  return `${n} ${n === 1 ? "account" : "accounts"}: ${outlets.join(", ")}${none}`;
}

export function mark_words(mark: PersonMark): string {
  const sign: string = mark.value > 0 ? `+${mark.value}` : String(mark.value).replace("-", "−");
  return mark.scale === "compliance" ? sign : `${mark.value} of 3`;
}

export function mark_title(mark: PersonMark): string {
  const scale: string = mark.scale === "compliance" ? "kept (−1 to +1)" : "carried out (0 to 3)";
  return `A person's mark, ${scale}, for ${short_date(mark.date)}`;
}
