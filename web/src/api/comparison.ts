import { get } from "./client";
import type { Text } from "./types";

export interface Version {
  document: string;
  value: string;
  words: Text[];
}

export interface Difference {
  kind: string;
  versions: Version[];
}

export interface Absence {
  document: string;
  nearest: { text: Text; score: number; reason: string; point: string; shared: string[] }[];
}

export interface Point {
  id: string;
  point: string;
  topic: string;
  in: Record<string, Text[]>;
  wording: string | null;
  undertaking: "agreed" | "pledged" | "proposed" | null;
  entries: Record<string, { speakers: string[]; statements: string[]; commitments: string[] }>;
  differences: Difference[];
  absent: Absence[];
}

// Once, however many accounts tell it; the words are those of the account that goes furthest.
export interface Undertaking {
  kind: "agreed" | "pledged" | "proposed";
  point: string;
  by: string[];
  of: string[];
  document: string;
  text: Text;
  told: { document: string; entry: string }[]; // the first is the document of the words
}

// What one account is, so that its silence can be weighed.
export interface Scope {
  document: string;
  side: string | null;
  outlet: string | null;
  published: string | null;
  report_kind: string | null;
  language: string | null;
  read: boolean;
  silence: string;
  sentences: number;
}

// A document that prints another account's words: no witness of its own.
export interface Copy {
  document: string;
  prints: string;
  covered: number; // share of its words, 0 to 1
  own: Text[]; // what it adds
}

export interface Comparison {
  meeting: string;
  accounts: string[];
  points: Point[];
  undertakings: Undertaking[];
  scope: Scope[];
  copies?: Copy[];
  counts: { points: number; shared: number; undertakings: number; perhaps_shared: number; only: Record<string, number> };
}

export function get_comparison(id: string): Promise<Comparison> {
  return get<Comparison>("/meetings/" + encodeURIComponent(id) + "/comparison");
}
