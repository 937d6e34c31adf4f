// The reviewer's desk: the queue, what was changed, what was decided. A decision shows at once and
// is written behind, one after the other; one that cannot be written puts its item back and says so.
// Everything can be undone, without limit: first what was done here, then what was decided before.
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

interface Step {
  task: Task;
  claim: Claim; // as it was before
  comment: string;
  verdict: Verdict | null;
  decided: boolean; // the step was a decision, not an edit
}

export interface Wanted {
  reviewer: string;
  state: "open" | "decided" | "disputed";
  document: string;
  layer: string;
}

const kPage: number = 50;
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

export class Desk {
  tasks: Task[] = $state([]);
  at: number = $state(0);
  total: number = $state(0);
  loading: boolean = $state(true);
  error: Error | null = $state.raw(null);
  #decided_before: number = $state(0); // by the program's count, when the queue was loaded
  #wanted: Wanted;
  #past: Step[] = [];
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
      this.tasks = queue.items.map((item) => task_of(item, this.#wanted.reviewer));
      this.total = queue.total + (this.#wanted.state === "open" ? queue.decided : 0);
      this.#decided_before = queue.decided;
      this.at = 0;
      this.error = null;
    } catch (error) {
      this.error = error instanceof Error ? error : new Error(String(error));
    }
    this.loading = false;
  }

  #ask(offset: number): Promise<Queue> {
    return get_queue({ ...this.#wanted, limit: kPage, offset });
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

  #keep(task: Task, decided: boolean): void {
    const { now, comment, verdict } = task;
    this.#past.push({ task, claim: $state.snapshot(now) as Claim, comment, verdict, decided });
  }

  edit(change: Partial<Claim>): void {
    const task: Task | undefined = this.task;
    if (!task) return;
    this.#keep(task, false);
    Object.assign(task.now, change);
  }

  is_changed(task: Task): boolean {
    return is_changed(task.proposed, task.now);
  }

  decide(choice: "accept" | "reject" | "nothing-here"): void {
    const task: Task | undefined = this.task;
    if (!task) return;
    this.#keep(task, true);
    const action: Action = choice === "accept" && this.is_changed(task) ? "correct" : choice;
    task.verdict = verdicts[action] ?? null;
    task.failed = "";
    say(task.verdict ? said[task.verdict] : "", "u");
    this.#write(task, action);
    this.#next_open();
  }

  // A comment goes with the decision; one on its own is written as it is.
  comment(words: string): void {
    const task: Task | undefined = this.task;
    if (!task || words === task.comment) return;
    this.#keep(task, false);
    task.comment = words;
    if (task.stored === "" && words !== "") this.#write(task, "comment");
  }

  #next_open(): void {
    const after: number = this.tasks.findIndex((task, i) => i > this.at && task.verdict === null);
    const any: number = this.tasks.findIndex((task) => task.verdict === null);
    this.go(after >= 0 ? after : any >= 0 ? any : this.at);
  }

  #write(task: Task, action: Action): void {
    const decision: NewDecision = {
      reviewer: this.#wanted.reviewer,
      entry: task.item.entry.id,
      action,
      change:
        action === "correct"
          ? change_of(task.proposed, $state.snapshot(task.now) as Claim)
          : undefined,
      comment: task.comment || undefined,
    };
    const before: string = task.stored;
    task.writing = true;
    this.#chain = this.#chain.then(async () => {
      try {
        if (task.stored !== "" && action !== "comment")
          await with_token(() => withdraw(task.stored));
        const { id } = await with_token(() => post_decision(decision));
        if (action !== "comment") task.stored = id;
        forget_documents();
      } catch (error) {
        this.#put_back(task, action, before, error);
      }
      task.writing = false;
    });
  }

  #put_back(task: Task, action: Action, before: string, error: unknown): void {
    const words: string = error instanceof Error ? error.message : String(error);
    task.failed = words;
    if (action !== "comment") {
      task.verdict = null;
      task.stored = task.stored === before ? before : "";
      this.#past = this.#past.filter((step) => step.task !== task || !step.decided);
    }
    say(`Not written, the claim is back in the queue: ${words}`);
  }

  undo(): void {
    const step: Step | undefined = this.#past.pop();
    if (!step) {
      this.#undo_older();
      return;
    }
    const task: Task = step.task;
    task.now = step.claim;
    task.comment = step.comment;
    task.verdict = step.verdict;
    this.at = Math.max(0, this.tasks.indexOf(task));
    say("Undone.");
    if (step.decided) this.#take_back(task);
  }

  #take_back(task: Task): void {
    this.#chain = this.#chain.then(async () => {
      if (task.stored === "") return;
      try {
        await with_token(() => withdraw(task.stored));
        task.stored = "";
        forget_documents();
      } catch (error) {
        const words: string = error instanceof Error ? error.message : String(error);
        say(`The decision stands, it could not be taken back: ${words}`);
      }
    });
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
