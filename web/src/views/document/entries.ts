// Everything the record took from a text, in one shape: what the list shows, where it stands, what
// the details tell.
import type { DocumentAnswer } from "../../api/documents";
import type { ActName, Text } from "../../api/types";
import type { Side } from "../../lib/sides.svelte";
import { side_of, state_name } from "../../lib/sides.svelte";
import { actor_name } from "../../lib/said";
import { capital, listed, plain, short_date } from "../../lib/words";

export type Layer =
  | "statements"
  | "commitments"
  | "topics"
  | "meetings"
  | "frameworks"
  | "instruments"
  | "quantities"
  | "actors";

export const layers: [layer: Layer, label: string, one: string][] = [
  ["statements", "Statements", "Statement"],
  ["commitments", "Commitments", "Commitment"],
  ["topics", "Topics", "Topic"],
  ["meetings", "Meetings", "Meeting"],
  ["frameworks", "Frameworks", "Framework"],
  ["instruments", "Instruments", "Instrument"],
  ["quantities", "Numbers", "Number"],
  ["actors", "Actors", "Actor"],
];

export interface Entry {
  id: string;
  layer: Layer;
  number: number; // in its layer, from 1
  head: string;
  side: Side | "both";
  act: ActName | null;
  spans: Text[]; // its own words
  source: Text | null; // who says it
  cue: Text | null;
  facts: [name: string, value: string][];
  made_by: string;
  within: string; // id of the statement that holds it, or empty
  person: string; // id where it has a page of its own
}

type Draft = Omit<
  Entry,
  "layer" | "number" | "source" | "cue" | "act" | "within" | "person" | "side"
> &
  Partial<Entry>;

export function entries_of(answer: DocumentAnswer, states: string[]): Record<Layer, Entry[]> {
  const record = answer.record;
  const name = (id: string): string => actor_name(answer, id);
  const state_of = (id: string): string | null =>
    record.actors.find((actor) => actor.id === id)?.state ?? null;
  const side = (ids: string[]): Side | "both" => {
    const found: Set<Side> = new Set(ids.map((id) => side_of(state_of(id) ?? id, states)));
    found.delete("");
    return found.size > 1 ? "both" : ([...found][0] ?? "");
  };
  const many = (list: string[] | undefined): string =>
    listed((list ?? []).map(name)) || "nobody named";
  const countries = (list: string[] | undefined): string =>
    listed((list ?? []).map((id) => (state_name(id) === id ? name(id) : state_name(id)))) ||
    "nobody named";

  const numbered = (layer: Layer, drafts: Draft[]): Entry[] =>
    drafts.map((draft, i) => ({
      source: null,
      cue: null,
      act: null,
      within: "",
      person: "",
      side: "",
      ...draft,
      layer,
      number: i + 1,
    }));

  return {
    statements: numbered(
      "statements",
      record.statements.map((each) => ({
        id: each.id,
        head:
          each.speaker.length > 0
            ? listed(each.speaker.map(name))
            : (each.source?.text ?? "the outlet"),
        side: side(each.speaker),
        act: each.act,
        spans: each.content,
        source: each.source,
        cue: each.cue,
        facts: [
          ["Speaker", many(each.speaker)],
          ["Named by", each.source?.text ?? "nothing"],
          ["Cue", each.cue?.text ?? "none"],
          ["Form", plain(each.form)],
          ["To", many(each.to)],
        ],
        within: each.parent_id ?? "",
        made_by: each.made_by,
      })),
    ),
    commitments: numbered(
      "commitments",
      record.commitments.map((each) => ({
        id: each.id,
        head: each.of?.length
          ? `${countries(each.by)} ${each.by.length > 1 ? "ask" : "asks"} ${countries(each.of)}`
          : countries(each.by),
        side: side(each.by),
        spans: [each.text],
        facts: [
          ["Kind", each.kind === "proposed" ? "asked (proposed)" : each.kind],
          ["By", countries(each.by)],
          ...(each.of?.length ? [["Of", countries(each.of)] as [string, string]] : []),
          ...(each.when ? [["When", each.when.text] as [string, string]] : []),
          ...(each.mechanism ? [["Through", each.mechanism.text] as [string, string]] : []),
          ...(each.general ? [["General", "yes: names no measure"] as [string, string]] : []),
        ],
        within: each.statement_id ?? "",
        made_by: each.made_by,
      })),
    ),
    topics: numbered(
      "topics",
      record.topics.map((each) => ({
        id: each.id,
        head: each.speaker?.length ? listed(each.speaker.map(name)) : "talked of",
        side: side(each.speaker ?? []),
        spans: [each.text],
        facts: [["Talked of by", many(each.speaker)]],
        made_by: each.made_by,
      })),
    ),
    meetings: numbered(
      "meetings",
      record.meetings.map((each) => ({
        id: each.id,
        head: [capital(plain(each.kind)), each.place, each.date ? short_date(each.date) : ""]
          .filter(Boolean)
          .join(", "),
        spans: [each.text],
        facts: [
          ["Kind", plain(each.kind)],
          ["Date", each.date ? short_date(each.date) : "not told"],
          ["Place", each.place ?? "not told"],
          ["Who", listed(each.participants.map((person) => person.name)) || "nobody named"],
        ],
        made_by: each.made_by,
      })),
    ),
    frameworks: numbered(
      "frameworks",
      record.frameworks.map((each) => ({
        id: each.id,
        head: each.name,
        spans: [each.text],
        facts: [
          ["Name", each.name],
          ["Kind", plain(each.kind)],
        ],
        made_by: each.made_by,
      })),
    ),
    instruments: numbered(
      "instruments",
      record.instruments.map((each) => ({
        id: each.id,
        head: `${each.count && each.count > 1 ? each.count + " × " : ""}${plain(each.kind)}`,
        spans: [each.text],
        facts: [
          ["Kind", plain(each.kind)],
          ["How many", each.count === null ? "not told" : String(each.count)],
          ["Parties", countries(each.parties)],
        ],
        made_by: each.made_by,
      })),
    ),
    quantities: numbered(
      "quantities",
      record.quantities.map((each) => ({
        id: each.id,
        head: each.value ?? each.text.text,
        spans: [each.text],
        facts: [
          ["Kind", plain(each.kind)],
          ["Value", each.value ?? "not told"],
        ],
        made_by: each.made_by,
      })),
    ),
    actors: numbered(
      "actors",
      record.actors.map((each) => ({
        id: each.entry,
        head: each.name,
        side: side_of(each.state ?? each.id, states),
        spans: each.mentions,
        facts: [
          ["Kind", plain(each.kind)],
          ["State", each.state ? state_name(each.state) : "not told"],
          ["Roles", listed(each.roles.map((role) => role.title)) || "none given"],
          ["Named", `${each.mentions.length} ${each.mentions.length === 1 ? "time" : "times"}`],
        ],
        made_by: "",
        person: each.id,
      })),
    ),
  };
}
