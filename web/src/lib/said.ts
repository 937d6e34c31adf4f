// Who says the words at a place of a document: the innermost statement that holds them.
import type { DocumentAnswer } from "../api/documents";
import type { Statement, Text } from "../api/types";
import { listed } from "./words";

export interface Said {
  statement: Statement;
  speakers: string;
  cue: string;
}

export function actor_name(answer: DocumentAnswer, id: string): string {
  return answer.record.actors.find((actor) => actor.id === id)?.name ?? id;
}

// Every place of an entry in its own text: the parts of a statement, the mentions of an actor.
export function places_of(answer: DocumentAnswer, entry: string): Text[] {
  const { statements, actors } = answer.record;
  return (
    statements.find((each) => each.id === entry)?.content ??
    actors.find((each) => each.entry === entry)?.mentions ??
    []
  );
}

function width(statement: Statement): number {
  return statement.content.reduce((sum, part) => sum + part.end - part.start, 0);
}

export function said_at(answer: DocumentAnswer, start: number, end: number): Said | null {
  const holding: Statement[] = answer.record.statements
    .filter((each) => each.content.some((part) => part.start < end && part.end > start))
    .sort((x, y) => width(x) - width(y));
  const statement: Statement | undefined = holding[0];
  if (!statement) return null;
  const names: string[] = statement.speaker.map((id) => actor_name(answer, id));
  return {
    statement,
    speakers: names.length > 0 ? listed(names) : (statement.source?.text ?? ""),
    cue: statement.cue?.text ?? "",
  };
}
