// The heat map as a table: a row for each topic or framework, a column for each meeting, in each
// cell how often each of the two sides' accounts has it.

import type { Heat, HeatCell, HeatEvidence, HeatMeeting, HeatRow } from "../../api/heat";

export interface GridHalf {
  count: number;
  level: 0 | 1 | 2 | 3;
}

export interface GridCell {
  meeting: HeatMeeting;
  halves: [GridHalf, GridHalf];
  others: number; // in accounts of neither side
  evidence: (HeatEvidence & { side: string | null })[];
}

export interface GridRow {
  id: string;
  label: string;
  cells: GridCell[];
  total: number;
  sides: number; // how many of the two have it at all
  last: number; // index of the newest meeting that has it; -1: none
}

// Once, twice, more often: three shades can be told apart, ten cannot.
function level_of(count: number): GridHalf["level"] {
  return count >= 3 ? 3 : count >= 2 ? 2 : count >= 1 ? 1 : 0;
}

function cell_of(meeting: HeatMeeting, cells: HeatCell[], sides: [string, string]): GridCell {
  const sum = (keep: (cell: HeatCell) => boolean): number =>
    cells.filter(keep).reduce((total, cell) => total + cell.count, 0);
  const half = (side: string): GridHalf => {
    const count = sum((cell) => cell.side === side);
    return { count, level: level_of(count) };
  };
  return {
    meeting,
    halves: [half(sides[0]), half(sides[1])],
    others: sum((cell) => !sides.includes(cell.side ?? "")),
    evidence: cells.flatMap(({ side, evidence }) => evidence.map((place) => ({ ...place, side }))),
  };
}

function row_of(row: HeatRow, meetings: HeatMeeting[], sides: [string, string]): GridRow {
  const by_meeting = new Map<string, HeatCell[]>();
  for (const cell of row.cells) {
    const list = by_meeting.get(cell.meeting);
    if (list) list.push(cell);
    else by_meeting.set(cell.meeting, [cell]);
  }
  const cells = meetings.map((meeting) =>
    cell_of(meeting, by_meeting.get(meeting.id) ?? [], sides),
  );
  const counts = cells.map((cell) => cell.halves[0].count + cell.halves[1].count + cell.others);
  return {
    id: row.id,
    label: row.label,
    cells,
    total: counts.reduce((sum, count) => sum + count, 0),
    sides: [0, 1].filter((side) => cells.some((cell) => (cell.halves[side]?.count ?? 0) > 0))
      .length,
    last: counts.reduce((last, count, index) => (count > 0 ? index : last), -1),
  };
}

export type HeatOrder = "often" | "latest" | "one-side";

export function grid_of(heat: Heat, sides: [string, string], order: HeatOrder): GridRow[] {
  const rows = heat.rows.map((row) => row_of(row, heat.meetings, sides));
  const often = (a: GridRow, b: GridRow): number =>
    b.total - a.total || (a.label < b.label ? -1 : 1);
  if (order === "latest") return rows.sort((a, b) => b.last - a.last || often(a, b));
  if (order === "one-side") {
    return rows.sort((a, b) => Number(a.sides !== 1) - Number(b.sides !== 1) || often(a, b));
  }
  return rows.sort(often);
}
