// The reviewer's desk: the queue, what was changed, what was decided. A decision shows at once and
// is written behind, one after the other; one that cannot be written puts its item back and says so.
// Everything can be undone, without limit: first what was done here, then what was decided before.
import { ApiError } from "../../api/client";
import type { Action, NewDecision, Queue, QueueItem, StoredDecision } from "../../api/review";
import { get_decisions, get_queue, post_decision, withdraw } from "../../api/review";
import { forget_documents } from "../../api/documents";
import { with_token } from "../../lib/writing";
import { say } from "../../lib/toast.svelte";
import type { Claim } from "./claim";
import { change_of, claim_of, is_changed } from "./claim";

export type Verdict = "accepted" | "corrected" | "rejected" | "nothing";

export interface Task {
  item: QueueItem;
  proposed: Claim;
  now: Claim;
  comment: string;
  verdict: Verdict | null;
  writing: boolean;
  failed: string;
  stored: string; // id of the decision that stands in the record
  came_decided: boolean; // was decided when the queue came
}

// What is written of a claim: compared by identity, so not among what the page watches.
interface Written {
  wanted: NewDecision | null; // what the record shall hold of this reviewer
  standing: NewDecision | null; // what it holds
  noted: string; // id of a comment by itself
  said: string; // and its words
}

interface Step {
  task: Task;
  claim: Claim; // as it was before
  comment: string;
  wanted: NewDecision | null;
}

export interface Wanted {
  reviewer: string;
  state: "open" | "decided" | "disputed";
  document: string;
  layer: string;
  entry: string; // to begin with
}

const kPage: number = 50;
const kMost: number = 500;
const verdicts: Record<string, Verdict> = {
  accept: "accepted",
  correct: "corrected",
  adjudicate: "corrected",
  reject: "rejected",
  "nothing-here": "nothing",
};

const said: Record<Verdict, string> = {
  accepted: "Accepted.",
  corrected: "Accepted as corrected.",
  rejected: "Rejected.",
  nothing: "Marked: nothing here.",
};

// The latest of this reviewer's decisions on an item.
function own_decision(item: QueueItem, reviewer: string): StoredDecision | undefined {
  return item.decisions
    .filter((one) => one.reviewer === reviewer && verdicts[one.action] && !one.withdrawn_at)
    .at(-1);
}

// As it would be written again.
function again(one: StoredDecision, entry: string): NewDecision {
  const { reviewer, action, change, comment, verdict } = one;
  return {
    reviewer,
    entry,
    action,
    change: change && Object.keys(change).length > 0 ? change : undefined,
    comment: comment || undefined,
    verdict: verdict || undefined,
  };
}

const verdict_of = (decision: NewDecision | null): Verdict | null =>
  (decision && verdicts[decision.action]) ?? null;

function task_of(item: QueueItem, reviewer: string): Task {
  const own: StoredDecision | undefined = own_decision(item, reviewer);
  // What was decided before has changed the entry: what was proposed is kept with the decision.
  const stood = own?.as_it_stood ?? item.decisions.find((one) => one.as_it_stood)?.as_it_stood;
  const now: Claim = claim_of(item.entry, item.layer);
  return {
    item,
    proposed: stood ? claim_of({ ...item.entry, ...stood }, item.layer) : { ...now },
    now,
    comment: own?.comment ?? "",
    verdict: (own && verdicts[own.action]) ?? null,
    writing: false,
    failed: "",
    stored: own?.id ?? "",
    came_decided: own !== undefined,
  };
}

// Somebody else, or another tab, may have been first.
async function taken_back(id: string): Promise<void> {
  try {
    await with_token(() => withdraw(id));
  } catch (error) {
    if (!(error instanceof ApiError && (error.status === 404 || error.status === 409))) throw error;
  }
}

export class Desk {
  tasks: Task[] = $state([]);
  at: number = $state(0);
  total: number = $state(0);
  loading: boolean = $state(true);
  error: Error | null = $state.raw(null);
  #decided_before: number = $state(0); // by the program's count, when the queue was loaded
  #wanted: Wanted;
  #past: Step[] = [];
  #written: Map<string, Written> = new Map(); // by entry
  #chain: Promise<void> = Promise.resolve();
  #ended: boolean = false;

  task: Task | undefined = $derived(this.tasks[this.at]);
  decided: number = $derived(
    this.#decided_before +
      this.tasks.reduce(
        (sum, task) => sum + Number(task.verdict !== null) - Number(task.came_decided),
        0,
      ),
  );

  constructor(wanted: Wanted) {
    this.#wanted = wanted;
    void this.load();
  }

  async load(): Promise<void> {
    this.loading = true;
    try {
      const queue: Queue = await this.#ask(0);
      const items: QueueItem[] = await this.#with_first(queue.items);
      this.#written.clear();
      this.tasks = items.map((item) => task_of(item, this.#wanted.reviewer));
      this.total = queue.total + (this.#wanted.state === "open" ? queue.decided : 0);
      this.#decided_before = queue.decided;
      this.at = Math.max(
        0,
        this.tasks.findIndex((task) => task.item.entry.id === this.#wanted.entry),
      );
      this.error = null;
    } catch (error) {
      this.error = error instanceof Error ? error : new Error(String(error));
    }
    this.loading = false;
  }

  #ask(offset: number): Promise<Queue> {
    const { reviewer, state, document, layer, entry } = this.#wanted;
    const limit: number = entry ? kMost : kPage;
    return get_queue({ reviewer, state, document, layer, limit, offset });
  }

  // The claim that somebody came for is there also where he has decided it.
  async #with_first(items: QueueItem[]): Promise<QueueItem[]> {
    const { reviewer, state, document, layer, entry } = this.#wanted;
    const is_it = (item: QueueItem): boolean => item.entry.id === entry;
    if (entry === "" || state !== "open" || items.some(is_it)) return items;
    const decided: Queue = await get_queue({
      reviewer,
      state: "decided",
      document,
      layer,
      limit: kMost,
    });
    return [...decided.items.filter(is_it), ...items];
  }

  // What is decided leaves the open queue, so the next page begins after what is still open.
  async #more(): Promise<void> {
    if (this.#ended || this.loading) return;
    this.loading = true;
    try {
      const offset: number =
        this.#wanted.state === "open"
          ? this.tasks.filter((task) => task.stored === "").length
          : this.tasks.length;
      const queue: Queue = await this.#ask(offset);
      const known: Set<string> = new Set(this.tasks.map((task) => task.item.entry.id));
      const fresh: QueueItem[] = queue.items.filter((item) => !known.has(item.entry.id));
      this.#ended = fresh.length === 0;
      this.tasks.push(...fresh.map((item) => task_of(item, this.#wanted.reviewer)));
    } catch {
      // The next step asks again.
    }
    this.loading = false;
  }

  go(index: number): void {
    this.at = Math.max(0, Math.min(this.tasks.length - 1, index));
    if (this.at >= this.tasks.length - 8) void this.#more();
  }

  #of(task: Task): Written {
    const { item } = task;
    const entry: string = item.entry.id;
    const known: Written | undefined = this.#written.get(entry);
    if (known) return known;
    const own: StoredDecision | undefined = own_decision(item, this.#wanted.reviewer);
    const standing: NewDecision | null = own ? again(own, entry) : null;
    const made: Written = { wanted: standing, standing, noted: "", said: "" };
    this.#written.set(entry, made);
    return made;
  }

  #keep(task: Task): void {
    const { now, comment } = task;
    const { wanted } = this.#of(task);
    this.#past.push({ task, claim: $state.snapshot(now) as Claim, comment, wanted });
  }

  edit(change: Partial<Claim>): void {
    const task: Task | undefined = this.task;
    if (!task) return;
    this.#keep(task);
    Object.assign(task.now, change);
  }

  is_changed(task: Task): boolean {
    return is_changed(task.proposed, task.now);
  }

  decide(choice: "accept" | "reject" | "nothing-here"): void {
    const task: Task | undefined = this.task;
    if (!task) return;
    this.#keep(task);
    const action: Action = choice === "accept" && this.is_changed(task) ? "correct" : choice;
    const change =
      action === "correct"
        ? change_of(task.proposed, $state.snapshot(task.now) as Claim)
        : undefined;
    this.#want(task, { ...this.#new(task, action), change });
    say(task.verdict ? said[task.verdict] : "", "u");
    this.#next_open();
  }

  #new(task: Task, action: Action): NewDecision {
    const comment: string | undefined = task.comment || undefined;
    return { reviewer: this.#wanted.reviewer, entry: task.item.entry.id, action, comment };
  }

  #next_open(): void {
    const after: number = this.tasks.findIndex((task, i) => i > this.at && task.verdict === null);
    const any: number = this.tasks.findIndex((task) => task.verdict === null);
    this.go(after >= 0 ? after : any >= 0 ? any : this.at);
  }

  // Shown at once, written in its turn.
  #want(task: Task, wanted: NewDecision | null): void {
    const written: Written = this.#of(task);
    written.wanted = wanted;
    task.verdict = verdict_of(wanted);
    task.failed = "";
    task.writing = true;
    this.#chain = this.#chain.then(async () => {
      const before: NewDecision | null = written.standing;
      try {
        await this.#settle(task, wanted);
      } catch (error) {
        await this.#put_back(task, before, wanted, error);
      }
      task.writing = false;
      forget_documents();
    });
  }

  // What is accepted is what stands at that moment, so an earlier decision goes first.
  async #settle(task: Task, wanted: NewDecision | null): Promise<void> {
    const written: Written = this.#of(task);
    if (written.standing === wanted) return;
    if (task.stored !== "") {
      await taken_back(task.stored);
      task.stored = "";
      written.standing = null;
    }
    if (wanted) {
      task.stored = (await with_token(() => post_decision(wanted))).id;
      written.standing = wanted;
    }
    await this.#settle_note(task, wanted?.comment ? "" : task.comment);
  }

  // A comment is in the record once: in the decision, else by itself.
  async #settle_note(task: Task, words: string): Promise<void> {
    const written: Written = this.#of(task);
    if (written.said === words) return;
    if (written.noted !== "") await taken_back(written.noted);
    Object.assign(written, { noted: "", said: "" });
    if (words === "") return;
    const comment: NewDecision = { ...this.#new(task, "comment"), comment: words };
    written.noted = (await with_token(() => post_decision(comment))).id;
    written.said = words;
  }

  // The record keeps, or gets back, what it held; the page shows what it holds.
  async #put_back(
    task: Task,
    before: NewDecision | null,
    wanted: NewDecision | null,
    error: unknown,
  ): Promise<void> {
    try {
      await this.#settle(task, before);
    } catch {
      // Then it holds nothing.
    }
    const written: Written = this.#of(task);
    if (written.wanted !== wanted) return; // something newer waits to be written
    task.failed = error instanceof Error ? error.message : String(error);
    written.wanted = written.standing;
    task.verdict = verdict_of(written.standing);
    this.#past = this.#past.filter((step) => step.task !== task);
    const now: string = written.standing
      ? "the earlier decision stands"
      : wanted
        ? "the claim is back in the queue"
        : "the decision was taken back";
    say(`Not written, ${now}: ${task.failed}`);
  }

  // Goes with the decisions that follow.
  comment(words: string): void {
    const task: Task | undefined = this.task;
    if (!task || words === task.comment) return;
    this.#keep(task);
    this.#note(task, words);
  }

  #note(task: Task, words: string): void {
    task.comment = words;
    this.#chain = this.#chain.then(async () => {
      try {
        const within: boolean = this.#of(task).standing?.comment === words;
        await this.#settle_note(task, within ? "" : words);
      } catch (error) {
        task.failed = error instanceof Error ? error.message : String(error);
        say(`The comment is not written: ${task.failed}`);
      }
    });
  }

  undo(): void {
    const step: Step | undefined = this.#past.pop();
    if (!step) {
      this.#undo_older();
      return;
    }
    const task: Task = step.task;
    task.now = step.claim;
    this.at = Math.max(0, this.tasks.indexOf(task));
    say("Undone.");
    if (task.comment !== step.comment) this.#note(task, step.comment);
    if (this.#of(task).wanted !== step.wanted) this.#want(task, step.wanted);
  }

  // Nothing was done here that is not undone: the newest decision of an earlier day.
  #undo_older(): void {
    this.#chain = this.#chain.then(async () => {
      try {
        const made: StoredDecision[] = await get_decisions({ reviewer: this.#wanted.reviewer });
        const last: StoredDecision | undefined = made
          .filter((one) => !one.withdrawn_at)
          .sort((a, b) => (a.at < b.at ? -1 : 1))
          .at(-1);
        if (!last) {
          say("There is nothing to undo.");
          return;
        }
        await with_token(() => withdraw(last.id));
        forget_documents();
        await this.load();
        this.go(this.tasks.findIndex((task) => task.item.entry.id === last.entry));
        say("An earlier decision was taken back.");
      } catch (error) {
        say(`Nothing was undone: ${error instanceof Error ? error.message : String(error)}`);
      }
    });
  }
}
