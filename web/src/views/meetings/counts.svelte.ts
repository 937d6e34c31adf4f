// How much was undertaken at each occasion that is on the screen, counted as its own page counts it.
// One account is counted here; several tell the same undertakings, so their comparison is asked
// for, a few at a time.
import { get_comparison } from "../../api/comparison";
import { get_all_commitments } from "../../api/entries";
import type { Commitment, Where } from "../../api/types";
import type { Occasion } from "./occasions";

export interface Undertakings {
  agreed: number;
  pledged: number;
  proposed: number;
}

type Told = Commitment & Where;

function counted(all: { kind: Commitment["kind"] }[]): Undertakings {
  const counts: Undertakings = { agreed: 0, pledged: 0, proposed: 0 };
  for (const { kind } of all) counts[kind] += 1;
  return counts;
}

export class Counts {
  #told: Map<string, Told[]> | null = $state.raw(null); // by document
  #compared: Map<string, Undertakings> = $state.raw(new Map()); // by occasion
  #waiting: Occasion[] = [];
  #asked: Set<string> = new Set();
  #busy: number = 0;

  load(): void {
    get_all_commitments().then(
      (all) => {
        const told: Map<string, Told[]> = new Map();
        for (const one of all) told.set(one.document, [...(told.get(one.document) ?? []), one]);
        this.#told = told;
        this.#next();
      },
      () => {},
    );
  }

  // Null: not known yet.
  of(occasion: Occasion): Undertakings | null {
    const told = this.#told;
    if (!told) return null;
    if (occasion.accounts.length > 1) return this.#compared.get(occasion.id) ?? null;
    return counted(occasion.accounts.flatMap((one) => told.get(one.document) ?? []));
  }

  // What is on the screen now comes first.
  show(occasions: Occasion[]): void {
    this.#waiting = occasions.filter(
      (one) => one.accounts.length > 1 && !this.#asked.has(one.id),
    );
    this.#next();
  }

  #next(): void {
    const kAtOnce = 2;
    while (this.#told && this.#busy < kAtOnce) {
      const occasion: Occasion | undefined = this.#waiting.shift();
      if (!occasion) return;
      this.#asked.add(occasion.id);
      this.#busy += 1;
      void this.#compare(occasion).finally(() => {
        this.#busy -= 1;
        this.#next();
      });
    }
  }

  async #compare(occasion: Occasion): Promise<void> {
    try {
      const comparison = await get_comparison(occasion.id);
      const counts: Undertakings = counted(comparison.undertakings);
      this.#compared = new Map(this.#compared).set(occasion.id, counts);
    } catch {
      // Texts that only mention it: nothing to compare, and nothing to count.
    }
  }
}
