// Files go to the program one after another; each is a job, asked after until it is done. One bad
// file never stops the others.
import type { Job } from "../../api/jobs";
import { get_job } from "../../api/jobs";
import { ApiError } from "../../api/client";
import { forget_documents } from "../../api/documents";
import { record } from "../../lib/record.svelte";

export interface Item {
  name: string;
  send: () => Promise<{ job: string }>;
  taken?: () => void; // it is in the record
}

export interface Outcome {
  name: string;
  state: "waiting" | "reading" | "added" | "known" | "refused" | "unknown";
  documents: string[]; // what came of it
  why: string;
  remedy: string;
}

const kWait = 150; // ms between two questions, at first
const kLongestWait = 2000;
const kTries = 20; // that may fail one after another

// The job goes on whether or not it is asked after: a question that fails is asked again.
async function ended(id: string): Promise<Job | null> {
  let wait: number = kWait;
  for (let failed = 0; failed < kTries; ) {
    try {
      const job: Job = await get_job(id);
      if (job.state !== "reading") return job;
      failed = 0;
    } catch {
      failed += 1;
    }
    await new Promise((resolve) => setTimeout(resolve, wait));
    wait = Math.min(kLongestWait, wait * 1.5);
  }
  return null;
}

export class Adding {
  outcomes: Outcome[] = $state([]);
  done: number = $derived(
    this.outcomes.filter((each) => each.state !== "waiting" && each.state !== "reading").length,
  );
  busy: boolean = $derived(this.done < this.outcomes.length);
  #running: boolean = false;
  #queue: { item: Item; at: number }[] = [];

  run(items: Item[]): void {
    for (const item of items) {
      this.#queue.push({ item, at: this.outcomes.length });
      this.outcomes.push({ name: item.name, state: "waiting", documents: [], why: "", remedy: "" });
    }
    if (!this.#running) this.#work();
  }

  async #work(): Promise<void> {
    this.#running = true;
    for (let next = this.#queue.shift(); next; next = this.#queue.shift()) {
      const outcome: Outcome | undefined = this.outcomes[next.at];
      if (!outcome) continue;
      await this.#add(next.item, outcome);
      if (outcome.state === "added" || outcome.state === "known") next.item.taken?.();
    }
    this.#running = false;
    forget_documents();
    record.load();
  }

  async #add(item: Item, outcome: Outcome): Promise<void> {
    outcome.state = "reading";
    let id: string;
    try {
      id = (await item.send()).job;
    } catch (error) {
      outcome.state = "refused";
      outcome.why = error instanceof Error ? error.message : String(error);
      outcome.remedy = error instanceof ApiError ? error.remedy : "";
      return;
    }
    const job: Job | null = await ended(id);
    if (job) this.#tell(job, outcome);
    else {
      outcome.state = "unknown";
      outcome.why = "It was sent, but the program does not answer.";
      outcome.remedy = "Look in the list of documents when it does.";
    }
  }

  #tell(job: Job, outcome: Outcome): void {
    const [refused] = job.refused;
    outcome.documents = [...job.added, ...job.known];
    outcome.why = job.refused.map((each) => each.what).join("; ");
    outcome.remedy = refused?.remedy ?? "";
    if (job.added.length > 0) outcome.state = "added";
    else if (job.known.length > 0) outcome.state = "known";
    else {
      outcome.state = "refused";
      outcome.why ||= "nothing in it could be read";
    }
  }
}
