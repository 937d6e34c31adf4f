// The comparison as the table shows it: accounts in columns, the chosen two beside one another, the
// others as cells of the mark.
import type { Comparison, Point, Scope } from "../../api/comparison";
import type { Text } from "../../api/types";
import type { Side } from "../../lib/sides.svelte";
import { side_of } from "../../lib/sides.svelte";
import { folded, plain } from "../../lib/words";
import { labels_of } from "../meetings/occasions";

export interface Column {
  document: string;
  label: string; // the outlet, with what tells it from others of the same
  side: Side;
  scope: Scope;
}

// Left state, right state, others; in each by date. Readouts before what reports them.
export function columns_of(comparison: Comparison, states: string[]): Column[] {
  const place = (scope: Scope): number => {
    const at: number = states.indexOf(scope.side ?? "");
    return at < 0 ? states.length : at;
  };
  const labels: Map<string, string> = labels_of(comparison.scope);
  return [...comparison.scope]
    .sort((x, y) => place(x) - place(y) || (x.published ?? "").localeCompare(y.published ?? ""))
    .map((scope) => ({
      document: scope.document,
      label: labels.get(scope.document) ?? scope.document,
      side: side_of(scope.side, states),
      scope,
    }));
}

export type Part = "both" | "left" | "right" | "perhaps" | "neither";

export function has(point: Point, column: Column | undefined): boolean {
  return column !== undefined && (point.in[column.document]?.length ?? 0) > 0;
}

// Whether the account may have the point in other words: neither shared nor left out.
export function may_have(point: Point, column: Column | undefined): boolean {
  const absence = point.absent.find((each) => each.document === column?.document);
  return absence?.nearest[0]?.reason === "perhaps the same";
}

export function part_of(point: Point, left: Column, right: Column | undefined): Part {
  const on_left: boolean = has(point, left);
  const on_right: boolean = has(point, right);
  if (on_left === on_right) return on_left ? "both" : "neither";
  if (may_have(point, on_left ? right : left)) return "perhaps";
  return on_left ? "left" : "right";
}

export type Order = "left" | "right" | "topic";

function first_place(point: Point, column: Column | undefined): number {
  const texts: Text[] = (column && point.in[column.document]) || [];
  return texts[0]?.start ?? Infinity;
}

// In the order of one account; what it lacks follows in the order of the record.
export function ordered(
  points: Point[],
  order: Order,
  left: Column,
  right: Column | undefined,
): Point[] {
  const at: Map<string, number> = new Map(points.map((point, i) => [point.id, i]));
  const index = (point: Point): number => at.get(point.id) ?? 0;
  return [...points].sort((x, y) => {
    if (order === "topic") return x.topic.localeCompare(y.topic, "en") || index(x) - index(y);
    const column: Column | undefined = order === "left" ? left : right;
    const [p, q] = [first_place(x, column), first_place(y, column)];
    return p === q ? index(x) - index(y) : p - q;
  });
}

export interface Run {
  words: string;
  differs: boolean;
}

function words_in(texts: Text[]): Set<string> {
  return new Set(texts.flatMap((text) => folded(text.text).match(/[\p{L}\p{N}]+/gu) ?? []));
}

// Words of one account that the other has not in this point. Short words say nothing by themselves.
export function runs_of(text: Text, other: Text[]): Run[] {
  if (other.length === 0) return [{ words: text.text, differs: false }];
  const known: Set<string> = words_in(other);
  const runs: Run[] = [];
  for (const piece of text.text.match(/[\p{L}\p{N}\p{M}]+|[^\p{L}\p{N}\p{M}]+/gu) ?? []) {
    const differs: boolean =
      /[\p{L}\p{N}]/u.test(piece) && piece.length > 3 && !known.has(folded(piece));
    const last: Run | undefined = runs[runs.length - 1];
    if (last && last.differs === differs) last.words += piece;
    else runs.push({ words: piece, differs });
  }
  return runs;
}

// "order" and the like, as a reader would say it.
const difference_names: Record<string, string> = {
  speaker: "who says it",
  strength: "how strongly",
  negation: "denied or not",
  numbers: "numbers",
  names: "names",
  adjectives: "adjectives",
  order: "place in the text",
  length: "length",
};

export function difference_name(kind: string): string {
  return difference_names[kind] ?? plain(kind);
}
