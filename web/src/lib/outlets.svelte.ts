// Outlet, day and side of each document by its name, asked for once: tables name their sources by
// outlet, the record by document.
import type { DocumentRow } from "../api/documents";
import { get_documents } from "../api/documents";
import { record } from "./record.svelte";

class Outlets {
  #rows: Map<string, DocumentRow> = $state.raw(new Map());
  #asked: Promise<void> | null = null;
  #version: string = "";

  // Again where the record has changed since.
  load(): Promise<void> {
    const version: string = record.summary?.version_of_data ?? "";
    if (this.#asked && version === this.#version) return this.#asked;
    this.#version = version;
    this.#asked = get_documents().then(
      (items) => {
        this.#rows = new Map(items.map((row) => [row.name, row]));
      },
      () => {
        this.#asked = null; // names stand for outlets until it is asked for again
      },
    );
    return this.#asked;
  }

  row(name: string): DocumentRow | undefined {
    return this.#rows.get(name);
  }

  name(name: string): string {
    return this.#rows.get(name)?.outlet ?? name;
  }

  all(): DocumentRow[] {
    return [...this.#rows.values()];
  }
}

export const outlets: Outlets = new Outlets();
