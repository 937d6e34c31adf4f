// Pieces that many answers share. Places are half-open, in Unicode code points of the document.

export interface Text {
  text: string;
  start: number;
  end: number;
}

// What stands before each entry of a list over the whole record.
export interface Where {
  document: string; // name
  published: string | null;
  side: string | null; // alpha-3 of the outlet's state
  outlet: string | null;
}

export type ActName = "assertive" | "directive" | "commissive" | "expressive" | "declarative";

export interface Statement {
  id: string;
  source: Text | null;
  speaker: string[];
  cue: Text | null;
  content: Text[];
  form: string;
  act: ActName;
  to: string[];
  parent_id?: string;
  made_by: string;
}

export interface Commitment {
  id: string;
  statement_id?: string;
  kind: "agreed" | "pledged" | "proposed";
  by: string[];
  of?: string[];
  text: Text;
  mechanism?: Text;
  when?: Text;
  general?: boolean;
  made_by: string;
}

export interface Instrument {
  id: string;
  text: Text;
  title?: Text | null;
  count: number | null;
  kind: string;
  parties: string[];
  made_by: string;
}

export interface Topic {
  id: string;
  text: Text;
  speaker?: string[];
  made_by: string;
}

export interface Framework {
  id: string;
  name: string;
  text: Text;
  kind: string;
  made_by: string;
}

export interface Quantity {
  id: string;
  text: Text;
  value: string | null;
  kind: string;
  made_by: string;
}

export interface Actor {
  entry: string;
  id: string;
  name: string;
  kind: string;
  roles: { title: string; from_text: Text | null }[];
  mentions: Text[];
  state: string | null;
}

export interface Decision {
  id: string;
  reviewer: string;
  action: string;
  entry: string | null;
  comment?: string | null;
  date?: string;
}
