// The ledger of a relationship (`verbale ledger --json`), and persons' marks on undertakings.
import { get, get_counted, post } from "./client";
import type { Text } from "./types";

export type ThreadKind = "project" | "exchange" | "instrument" | "mechanism" | "pledge" | "name";
export type ThreadStatus = "first" | "again" | "advanced" | "absent";
export type Stage = "raised" | "agreed" | "under way" | "advanced" | "done";
export type MarkScale = "compliance" | "implementation";

export const thread_kinds: readonly ThreadKind[] = [
  "project",
  "exchange",
  "instrument",
  "mechanism",
  "pledge",
  "name",
];

export interface LookedIn {
  doc: string;
  side: string | null;
  report_kind: string | null;
}

export interface LedgerMeeting {
  id: string;
  date: string | null;
  accounts: string[];
  states: string[];
  looked_in: LookedIn[];
}

export interface LedgerEntry {
  id: string;
  doc: string;
  meeting: string;
  text: Text;
  stage: Stage;
  side: string | null;
  by: string[];
  of: string[];
  catalysts: string[];
  also: Text[];
  made_by: string;
}

export interface Advance {
  meeting: string;
  by: string; // the entry that shows it
  kind: "body" | "date" | "plan" | "signature" | "visit" | "document" | "number";
  doc: string;
  text: Text;
}

export interface Deadline {
  date: string;
  entry: string;
  doc: string;
  text: Text;
  passed_without_mention: string[];
}

export interface PersonMark {
  value: number;
  scale: MarkScale;
  date: string;
  entry: string;
  evidence: string;
}

export interface Thread {
  id: string;
  thread: string;
  kind: ThreadKind;
  label: { doc: string; text: Text };
  status: Record<string, ThreadStatus>;
  entries: LedgerEntry[];
  advanced: Advance[];
  absent: string[];
  deadlines: Deadline[];
  sides: Record<string, string[]>;
  marks: PersonMark[];
}

export interface Ledger {
  states: string[];
  meetings: LedgerMeeting[];
  threads: Thread[];
}

// Without states: of the two that met most often.
export async function get_ledger(states: string[]): Promise<Ledger> {
  const first = await get_counted<Ledger>("/ledger", { states: states.join(",") });
  const ledger: Ledger = first.answer;
  // Its threads come in pages; the states are those of the first.
  while (ledger.threads.length < (first.total ?? 0)) {
    const next: Ledger = await get<Ledger>("/ledger", {
      states: ledger.states.join(","),
      limit: 10_000,
      offset: ledger.threads.length,
    });
    if (next.threads.length === 0) break;
    ledger.threads.push(...next.threads);
  }
  return ledger;
}

export interface NewMark {
  entry: string;
  value: number;
  scale: MarkScale;
  date: string;
  evidence: string; // id of an entry, or name or id of a document
}

export function post_mark(mark: NewMark): Promise<unknown> {
  return post("/marks", mark);
}
