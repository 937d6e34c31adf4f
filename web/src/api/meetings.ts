import type { Filters } from "./client";
import { get, get_all } from "./client";
import type { DocumentRow } from "./documents";
import type { Commitment, Instrument, Text, Where } from "./types";

export interface Participant {
  id: string;
  name: string;
  role: string | null;
  side: string | null;
}

export interface Account {
  document: string;
  side: string | null;
  outlet: string | null;
  report_kind: string | null;
  evidence: Text[];
  kind: string;
  published: string | null;
  entry: string;
  made_by: string;
}

export interface Meeting {
  id: string;
  kind: string;
  date: string | null;
  place: string | null;
  participants: Participant[];
  host: string | null;
  visit: string | null;
  accounts: Account[];
  mentions: { document: string; evidence: Text[] }[];
  inferred?: boolean;
}

export interface Visit {
  id: string;
  guests: Participant[];
  guest_state: string | null;
  host_state: string | null;
  from: string | null;
  to: string | null;
  meetings: Meeting[];
}

export interface MeetingAnswer {
  meeting: Meeting | null; // null: a visit was asked for
  asked: string | null; // the id of the address, where it is one from before a merge
  visit: Visit | null; // asked for, or the one that the meeting belongs to
  siblings: Meeting[]; // the other meetings of that visit
  commitments: (Commitment & Where)[];
  instruments: (Instrument & Where)[];
  documents: DocumentRow[];
}

export function get_meetings(filters: Filters = {}): Promise<Meeting[]> {
  return get_all<Meeting>("/meetings", filters);
}

export function get_visits(filters: Filters = {}): Promise<Visit[]> {
  return get_all<Visit>("/visits", filters);
}

export function get_meeting(id: string): Promise<MeetingAnswer> {
  return get<MeetingAnswer>("/meetings/" + encodeURIComponent(id));
}
