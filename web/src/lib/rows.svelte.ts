// A list that is walked with j and k: which row is chosen, and the focus on its first link, so that
// Enter opens it. Rows carry data-row="INDEX" inside the element that `root` gives.
import { evidence } from "./evidence.svelte";
import { use_keys } from "./keys.svelte";

export interface RowOptions {
  count: () => number;
  root: () => HTMLElement | undefined;
  show?: (index: number) => void; // brings a row of a virtual list onto the page
  changed?: (index: number) => void;
}

export class Rows {
  selected: number = $state(-1);
  readonly #options: RowOptions;

  constructor(options: RowOptions) {
    this.#options = options;
    use_keys({
      j: () => this.move(1),
      k: () => this.move(-1),
      e: () => this.prove(),
      Enter: () => this.open(),
    });
  }

  row(): HTMLElement | null {
    return this.#options.root()?.querySelector(`[data-row="${this.selected}"]`) ?? null;
  }

  choose(index: number): void {
    this.selected = index;
    this.#options.changed?.(index);
  }

  move(step: number): void {
    const count: number = this.#options.count();
    if (count === 0) return;
    const from: number = this.selected < 0 && step < 0 ? count : this.selected;
    this.choose(Math.max(0, Math.min(count - 1, from + step)));
    this.#options.show?.(this.selected);
    // The row may have to be drawn first.
    requestAnimationFrame(() => this.#focus());
  }

  #focus(): void {
    const row: HTMLElement | null = this.row();
    if (!row) return;
    row.scrollIntoView({ block: "nearest" });
    const quote: HTMLElement | null = row.querySelector<HTMLElement>("a.ev");
    (quote ?? row.querySelector<HTMLElement>("a[href], button"))?.focus({ preventScroll: true });
    // The panel goes along; a click on what it shows already would close it.
    if (evidence.shown && !row.contains(evidence.opener)) quote?.click();
  }

  prove(): boolean {
    const quote: HTMLElement | null = this.row()?.querySelector<HTMLElement>("a.ev") ?? null;
    quote?.click();
    return quote !== null;
  }

  open(): boolean {
    const link: HTMLElement | null = this.row()?.querySelector<HTMLElement>("a[href]") ?? null;
    link?.click();
    return link !== null;
  }
}
