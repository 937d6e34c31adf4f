// Who may be the speaker or be spoken to: everybody the document names, then everybody the record
// names. A few likely ones are shown as chips; the rest is found by typing.
import { folded } from "../../lib/words";

export interface Candidate {
  id: string;
  name: string;
  kind: string;
  state: string | null;
  mentions: number; // in the document; 0: only elsewhere in the record
}

export interface ActorEntry {
  id: string;
  name: string;
  kind: string;
  state?: string | null;
  mentions?: unknown[];
}

export function candidates_of(document: ActorEntry[], record: ActorEntry[]): Candidate[] {
  const found: Map<string, Candidate> = new Map();
  for (const actor of document) {
    found.set(actor.id, candidate(actor, actor.mentions?.length ?? 1));
  }
  for (const actor of record) {
    if (!found.has(actor.id)) found.set(actor.id, candidate(actor, 0));
  }
  return [...found.values()].sort(
    (a, b) => b.mentions - a.mentions || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
  );
}

function candidate(actor: ActorEntry, mentions: number): Candidate {
  const state: string | null = actor.kind === "state" ? actor.id : (actor.state ?? null);
  return { id: actor.id, name: actor.name, kind: actor.kind, state, mentions };
}

const key = (ids: string[]): string => [...ids].sort().join(" ");

function unique(choices: string[][], most: number): string[][] {
  const seen: Set<string> = new Set();
  const kept: string[][] = [];
  for (const ids of choices) {
    if (seen.has(key(ids)) || kept.length >= most) continue;
    seen.add(key(ids));
    kept.push(ids);
  }
  return kept;
}

// The proposed one first, then the two persons the text names most, both together, their states.
export function likely_speakers(all: Candidate[], proposed: string[], now: string[]): string[][] {
  const persons: Candidate[] = all.filter((one) => one.kind === "person" && one.mentions > 0);
  const first: Candidate | undefined = persons[0];
  const second: Candidate | undefined =
    persons.find((one) => one.state !== first?.state) ?? persons[1];
  const pair: string[] = [first, second].flatMap((one) => (one ? [one.id] : []));
  const states: string[] = [first, second].flatMap((one) => (one?.state ? [one.state] : []));
  const choices: string[][] = [proposed, ...pair.map((id) => [id])];
  if (pair.length === 2) choices.push(pair);
  for (const state of states) choices.push([state]);
  choices.push(now);
  return unique(choices, 6).filter((ids) => ids.length > 0 || ids === proposed);
}

export function likely_parties(all: Candidate[], proposed: string[], now: string[]): string[][] {
  const states: Candidate[] = all.filter((one) => one.kind === "state" && one.mentions > 0);
  const pair: string[] = states.slice(0, 2).map((one) => one.id);
  return unique(
    [proposed, ...pair.map((id) => [id]), ...(pair.length === 2 ? [pair] : []), now],
    5,
  );
}

export function likely_addressees(
  all: Candidate[],
  proposed: string[],
  now: string[],
  speaker: string[],
): string[][] {
  const persons: Candidate[] = all
    .filter((one) => one.kind === "person" && one.mentions > 0 && !speaker.includes(one.id))
    .slice(0, 2);
  const states: string[] = persons.flatMap((one) => (one.state ? [one.state] : []));
  const choices: string[][] = [proposed, [], ...persons.map((one) => [one.id])];
  for (const state of states) choices.push([state]);
  return unique([...choices, now], 6);
}

// By any part of the name, without diacritics; those whose name begins so come first.
export function find_people(all: Candidate[], typed: string, most: number): Candidate[] {
  const wanted: string = folded(typed.trim());
  const rank = (one: Candidate): number => {
    const name: string = folded(one.name);
    if (name.startsWith(wanted)) return 0;
    return name.includes(" " + wanted)
      ? 1
      : name.includes(wanted) || one.id.includes(wanted)
        ? 2
        : 3;
  };
  return all
    .map((one) => ({ one, at: rank(one) }))
    .filter(({ at }) => at < 3)
    .sort((a, b) => a.at - b.at)
    .slice(0, most)
    .map(({ one }) => one);
}
