// What the page knows of the record as a whole, and whether the program answers.
import type { RecordSummary } from "../api/record";
import { get_record } from "../api/record";

class RecordState {
  summary: RecordSummary | null = $state(null);
  failed: Error | null = $state.raw(null);
  names: Map<string, string> = $derived(
    new Map((this.summary?.states ?? []).map((state) => [state.id, state.name])),
  );

  async load(): Promise<void> {
    try {
      this.summary = await get_record();
      this.failed = null;
    } catch (error) {
      this.failed = error instanceof Error ? error : new Error(String(error));
    }
  }
}

export const record: RecordState = new RecordState();
