// What the page knows of the record as a whole, and whether the program answers.
import type { RecordSummary } from "../api/record";
import { on_written } from "../api/client";
import { get_record } from "../api/record";

class RecordState {
  summary: RecordSummary | null = $state(null);
  failed: Error | null = $state.raw(null);
  // As text, so that views that use names do not start again where only counts have changed.
  #states: string = $derived(JSON.stringify(this.summary?.states ?? []));
  names: Map<string, string> = $derived(
    new Map(
      (JSON.parse(this.#states) as { id: string; name: string }[]).map((s) => [s.id, s.name]),
    ),
  );

  // What has come since the views were loaded; null: nothing.
  newer: RecordSummary | null = $state(null);
  asked_at: Date = $state(new Date());

  // Views may show the record as it is now.
  async load(): Promise<void> {
    try {
      this.summary = await get_record();
      this.newer = null;
      this.failed = null;
      this.asked_at = new Date();
    } catch (error) {
      this.failed = error instanceof Error ? error : new Error(String(error));
    }
  }

  // Looks whether somebody has changed the record, without touching what is on the screen.
  async watch(): Promise<void> {
    if (document.hidden || !this.summary) return;
    try {
      const now: RecordSummary = await get_record();
      this.failed = null;
      this.asked_at = new Date();
      this.newer = now.version_of_data === this.summary.version_of_data ? null : now;
    } catch (error) {
      this.failed = error instanceof Error ? error : new Error(String(error));
    }
  }
}

export const record: RecordState = new RecordState();
on_written(() => void record.load());
