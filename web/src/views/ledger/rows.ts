// From threads to rows of a table: what each meeting's cell shows, which outcome a thread has, what
// the opening sentence counts. Pure: the same ledger gives the same rows.
import type {
  Deadline,
  Ledger,
  LedgerEntry,
  LedgerMeeting,
  Thread,
  ThreadKind,
  ThreadStatus,
} from "../../api/ledger";
import { folded } from "../../lib/words";

// What one side does in a cell of the two-cell mark.
export type Half = "full" | "asked" | "none";

// "before": no account mentions the thread, and none had done so earlier.
export type CellStatus = ThreadStatus | "before";

export interface Cell {
  meeting: LedgerMeeting;
  status: CellStatus;
  halves: [Half, Half];
  others: string[]; // documents of neither side that tell it
  entries: LedgerEntry[];
}

export type Outcome = "passed" | "advanced" | "absent" | "again" | "first";

export interface Row {
  thread: Thread;
  cells: Cell[];
  outcome: Outcome;
  last: number; // index of the newest meeting that mentions it
  open: boolean; // the last that was said of it is not that it is done
  due: Deadline[];
}

export interface Counts {
  threads: number;
  stood: number; // were there before the newest meeting
  again: number;
  advanced: number;
  absent: number;
  fresh: number;
  passed: number;
}

const kJoint = "joint-statement";

function half(side: string, entries: LedgerEntry[], meeting: LedgerMeeting): Half {
  const joint = new Set(
    meeting.looked_in.filter((seen) => seen.report_kind === kJoint).map((seen) => seen.doc),
  );
  if (entries.some((entry) => entry.side === side || joint.has(entry.doc))) return "full";
  return entries.some((entry) => entry.of.includes(side)) ? "asked" : "none";
}

function cell_of(
  thread: Thread,
  meeting: LedgerMeeting,
  sides: [string, string],
  known: boolean,
): Cell {
  const entries = thread.entries.filter((entry) => entry.meeting === meeting.id);
  const status = thread.status[meeting.id] ?? "absent";
  return {
    meeting,
    status: status === "absent" && !known ? "before" : status,
    halves: [half(sides[0], entries, meeting), half(sides[1], entries, meeting)],
    others: [...new Set(entries.filter((e) => !sides.includes(e.side ?? "")).map((e) => e.doc))],
    entries,
  };
}

function outcome_of(thread: Thread, newest: ThreadStatus): Outcome {
  if (thread.deadlines.some((due) => due.passed_without_mention.length > 0)) return "passed";
  return newest;
}

function row_of(thread: Thread, ledger: Ledger, sides: [string, string]): Row {
  let known = false;
  let last = 0;
  const cells = ledger.meetings.map((meeting, index) => {
    const cell = cell_of(thread, meeting, sides, known);
    if (cell.status !== "before") known = true;
    if (cell.entries.length > 0) last = index;
    return cell;
  });
  const newest = ledger.meetings.at(-1);
  const said = cells[last]?.entries ?? [];
  return {
    thread,
    cells,
    last,
    outcome: outcome_of(thread, (newest && thread.status[newest.id]) ?? "absent"),
    open: !said.some((entry) => entry.stage === "done"),
    due: thread.deadlines,
  };
}

export function rows_of(ledger: Ledger, sides: [string, string]): Row[] {
  return ledger.threads.map((thread) => row_of(thread, ledger, sides));
}

export function counts_of(rows: Row[]): Counts {
  const at = (status: CellStatus): number =>
    rows.filter((row) => row.cells.at(-1)?.status === status).length;
  const fresh = at("first");
  return {
    threads: rows.length,
    stood: rows.length - fresh,
    again: at("again"),
    advanced: at("advanced"),
    absent: at("absent"),
    fresh,
    passed: rows.filter((row) => row.outcome === "passed").length,
  };
}

export interface Filter {
  kinds: ReadonlySet<ThreadKind>;
  open: boolean;
  due: boolean;
  words: string;
}

function says(row: Row, words: string): boolean {
  if (words === "") return true;
  if (folded(row.thread.thread).includes(words)) return true;
  return row.thread.entries.some((entry) => folded(entry.text.text).includes(words));
}

export function keeps(filter: Filter, row: Row): boolean {
  if (filter.kinds.size > 0 && !filter.kinds.has(row.thread.kind)) return false;
  if (filter.open && !row.open) return false;
  if (filter.due && row.due.length === 0) return false;
  return says(row, folded(filter.words.trim()));
}

export interface Group {
  id: Outcome | ThreadKind;
  rows: Row[];
}

const kOutcomes: readonly Outcome[] = ["passed", "advanced", "absent", "again", "first"];

// Groups in a fixed order, none empty. Among what is not mentioned, the latest silence comes first.
export function groups_of(
  rows: Row[],
  by: "outcome" | "kind",
  kinds: readonly ThreadKind[],
): Group[] {
  const ids: readonly (Outcome | ThreadKind)[] = by === "outcome" ? kOutcomes : kinds;
  const of = (row: Row): string => (by === "outcome" ? row.outcome : row.thread.kind);
  return ids
    .map((id) => ({ id, rows: rows.filter((row) => of(row) === id) }))
    .filter((group) => group.rows.length > 0)
    .map((group) =>
      group.id === "absent"
        ? { ...group, rows: [...group.rows].sort((a, b) => b.last - a.last) }
        : group,
    );
}

// "agreed", or where the accounts differ "agreed in VOV, raised in Xinhua".
export function stages_of(cell: Cell, outlet: (doc: string) => string): string {
  const stages = new Map<string, Set<string>>();
  for (const entry of cell.entries) {
    const outlets = stages.get(entry.stage) ?? new Set<string>();
    stages.set(entry.stage, outlets.add(outlet(entry.doc)));
  }
  const told = [...stages].filter(
    ([stage]) => !(stage === "advanced" && cell.status === "advanced"),
  );
  if (stages.size < 2) return told.map(([stage]) => stage).join();
  return told.map(([stage, outlets]) => `${stage} in ${[...outlets].join(", ")}`).join(", ");
}

export interface ToldBy {
  doc: string;
  side: string | null;
  stages: string[];
  entries: LedgerEntry[];
}

// What each account has, in the order of the entries.
export function accounts_of(entries: LedgerEntry[]): ToldBy[] {
  const told: Map<string, ToldBy> = new Map();
  for (const entry of entries) {
    const account = told.get(entry.doc) ?? {
      doc: entry.doc,
      side: entry.side,
      stages: [],
      entries: [],
    };
    if (!account.stages.includes(entry.stage)) account.stages.push(entry.stage);
    account.entries.push(entry);
    told.set(entry.doc, account);
  }
  return [...told.values()];
}
