// Relationships: pairs of states that met, those that met most often first.
import type { Meeting } from "../api/meetings";

export interface Pair {
  states: [string, string]; // alpha-3, sorted
  meetings: number;
}

export function pairs_of(meetings: Meeting[]): Pair[] {
  const found: Map<string, Pair> = new Map();
  for (const meeting of meetings) {
    const sides: string[] = [
      ...new Set(meeting.participants.flatMap(({ side }) => (side ? [side] : []))),
    ].sort();
    sides.forEach((a, i) => {
      for (const b of sides.slice(i + 1)) {
        const pair: Pair = found.get(`${a} ${b}`) ?? { states: [a, b], meetings: 0 };
        pair.meetings += 1;
        found.set(`${a} ${b}`, pair);
      }
    });
  }
  return [...found.values()].sort(
    (x, y) => y.meetings - x.meetings || (x.states.join() < y.states.join() ? -1 : 1),
  );
}
