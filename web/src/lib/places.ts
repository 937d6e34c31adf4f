// The record counts Unicode code points, JavaScript counts UTF-16 units. A text is cut by code
// points here, and nowhere else.

export class Places {
  readonly text: string;
  readonly #units: Uint32Array | null; // of each code point its first unit; null: they are the same

  constructor(text: string) {
    this.text = text;
    this.#units = /[\ud800-\udbff]/.test(text) ? Places.#count(text) : null;
  }

  static #count(text: string): Uint32Array {
    const units: Uint32Array = new Uint32Array(text.length + 1);
    let points: number = 0;
    for (let i = 0; i < text.length; points += 1) {
      units[points] = i;
      i += (text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1;
    }
    units[points] = text.length;
    return units.slice(0, points + 1);
  }

  get length(): number {
    return this.#units ? this.#units.length - 1 : this.text.length;
  }

  unit(point: number): number {
    const at: number = Math.max(0, Math.min(this.length, point));
    return this.#units ? (this.#units[at] ?? this.text.length) : at;
  }

  cut(start: number, end: number): string {
    return this.text.slice(this.unit(start), this.unit(end));
  }

  // The code point that begins at or before a UTF-16 unit.
  point(unit: number): number {
    if (!this.#units) return unit;
    let low: number = 0;
    let high: number = this.#units.length - 1;
    while (low < high) {
      const middle: number = (low + high + 1) >> 1;
      if ((this.#units[middle] ?? 0) <= unit) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  // The sentence around a place: enough to read it by.
  sentence(start: number, end: number): [number, number] {
    let first: number = this.unit(start);
    let last: number = this.unit(end);
    const text: string = this.text;
    while (first > 0 && !this.#ends_before(first)) first -= 1;
    while (
      last < text.length &&
      text[last] !== "\n" &&
      !/[.!?][”"’)]?$/.test(text.slice(Math.max(0, last - 2), last))
    ) {
      last += 1;
    }
    return [this.point(first), this.point(last)];
  }

  #ends_before(unit: number): boolean {
    const before: string = this.text.slice(Math.max(0, unit - 4), unit);
    return before.endsWith("\n") || /[^A-Z.][.!?][”"’)]?\s$/.test(before);
  }

  // The start of the paragraph a place is in.
  paragraph(start: number): number {
    return this.point(this.text.lastIndexOf("\n", this.unit(start) - 1) + 1);
  }
}
