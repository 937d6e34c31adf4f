// Long lists: only the rows near the window are drawn, the rest is the height of two spacers. Rows
// may differ in height: what has been seen is measured, what has not is guessed. Short lists are
// drawn whole, and every list is for printing.

const kWhole = 200;

export class Virtual {
  first: number = $state(0);
  last: number = $state(0);
  before: number = $state(0);
  after: number = $state(0);
  #count: () => number;
  #guess: number;
  #heights: number[] = [];
  #root: HTMLElement | null = null;
  #printing: boolean = $state(false);

  constructor(count: () => number, guess: number) {
    this.#count = count;
    this.#guess = guess;
    $effect(() => {
      this.#count();
      this.#printing;
      this.#heights = [];
      this.update();
    });
  }

  // For the element that holds rows and spacers: {@attach list.root}
  root = (element: HTMLElement): (() => void) => {
    this.#root = element;
    const update = (): void => this.update();
    const print = (event: Event): void => {
      this.#printing = event.type === "beforeprint";
    };
    addEventListener("scroll", update, { passive: true });
    addEventListener("resize", update);
    addEventListener("beforeprint", print);
    addEventListener("afterprint", print);
    this.update();
    return () => {
      removeEventListener("scroll", update);
      removeEventListener("resize", update);
      removeEventListener("beforeprint", print);
      removeEventListener("afterprint", print);
      this.#root = null;
    };
  };

  // For each row: {@attach list.row(index)}
  row =
    (index: number) =>
    (element: HTMLElement): void => {
      this.#heights[index] = element.offsetHeight;
    };

  #height(index: number): number {
    return this.#heights[index] ?? this.#guess;
  }

  update(): void {
    const count: number = this.#count();
    if (count <= kWhole || this.#printing || !this.#root) {
      this.first = 0;
      this.last = this.#root || count <= kWhole ? count : Math.min(count, 60);
      this.before = 0;
      this.after = 0;
      return;
    }
    const top: number = -this.#root.getBoundingClientRect().top - innerHeight;
    const bottom: number = top + 3 * innerHeight;
    let y: number = 0;
    let first: number = 0;
    while (first < count && y + this.#height(first) < top) y += this.#height(first++);
    const before: number = y;
    let last: number = first;
    while (last < count && y < bottom) y += this.#height(last++);
    let after: number = 0;
    for (let i = last; i < count; i += 1) after += this.#height(i);
    this.first = first;
    this.last = last;
    this.before = before;
    this.after = after;
  }

  // Scrolls so that a row is drawn; the caller then brings it exactly into view.
  show(index: number): void {
    if (index >= this.first && index < this.last) return;
    let y: number = 0;
    for (let i = 0; i < index; i += 1) y += this.#height(i);
    const root: number = (this.#root?.getBoundingClientRect().top ?? 0) + scrollY;
    scrollTo(0, root + y - innerHeight / 2);
    this.update();
  }
}
