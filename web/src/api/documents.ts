import type { Filters } from "./client";
import { get, get_all, post, remove } from "./client";
import type {
  Actor,
  Commitment,
  Decision,
  Framework,
  Instrument,
  Quantity,
  Statement,
  Text,
  Topic,
} from "./types";

export interface DocumentRow {
  id: string; // d-...
  name: string;
  text_id: string;
  published: string | null;
  outlet: string | null;
  dateline: string | null;
  side: string | null;
  language: string | null;
  report_kind: string | null;
  title: Text | null;
  set: Record<string, string>;
  path: string;
  sha256: string;
  statements: number;
  commitments: number;
}

export interface DocumentMeeting {
  id: string;
  kind: string;
  date: string | null;
  place: string | null;
  participants: { id: string; name: string; role: Text | null; side: string | null }[];
  text: Text;
  made_by: string;
}

export interface DocumentRecord {
  document: { furniture: Text[]; title: Text | null };
  statements: Statement[];
  topics: Topic[];
  commitments: Commitment[];
  meetings: DocumentMeeting[];
  instruments: Instrument[];
  frameworks: Framework[];
  quantities: Quantity[];
  actors: Actor[];
}

export interface Paragraph {
  start: number;
  end: number;
  kind: string; // "title", "body", "furniture"
}

export interface DocumentAnswer {
  document: DocumentRow;
  text: string;
  paragraphs: Paragraph[];
  record: DocumentRecord;
  meetings: string[];
  same_text: string[];
  decisions: Decision[];
}

// Texts that were asked for stay at hand: previews ask for the same ones again and again.
const kept: Map<string, Promise<DocumentAnswer>> = new Map();
const kMostKept = 24;

export function get_document(name: string): Promise<DocumentAnswer> {
  const known: Promise<DocumentAnswer> | undefined = kept.get(name);
  if (known) return known;
  const answer: Promise<DocumentAnswer> = get<DocumentAnswer>(
    "/documents/" + encodeURIComponent(name),
  );
  kept.set(name, answer);
  answer.catch(() => kept.delete(name));
  if (kept.size > kMostKept) kept.delete(kept.keys().next().value ?? "");
  return answer;
}

// After a decision or other change.
export function forget_documents(): void {
  kept.clear();
}

export function get_documents(filters: Filters = {}): Promise<DocumentRow[]> {
  return get_all<DocumentRow>("/documents", filters);
}

export function set_document(name: string, values: Record<string, string>): Promise<unknown> {
  forget_documents();
  return post("/documents/" + encodeURIComponent(name) + "/set", values);
}

export function remove_document(name: string): Promise<unknown> {
  forget_documents();
  return remove("/documents/" + encodeURIComponent(name));
}
