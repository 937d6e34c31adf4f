// Set phrases and their lives (`verbale phrases --json`, `verbale phrase --json`).
import type { Filters, Page } from "./client";
import { get, get_page } from "./client";
import type { Text } from "./types";

export interface DatedText extends Text {
  document: string;
  date: string | null;
  side: string | null;
  outlet: string | null;
}

export interface PhraseCount {
  documents: number;
  uses: number;
  first: DatedText;
}

export type PhraseKind = "known" | "found" | "list";

export interface Phrase {
  id: string;
  phrase: string;
  kind: PhraseKind;
  carrier: string[];
  documents: number;
  uses: number;
  copies: number;
  first: DatedText | null;
  last: DatedText | null;
  wordings: (PhraseCount & { text: string })[];
  sides: (PhraseCount & { side: string | null })[];
  said_by: (PhraseCount & { state: string })[];
  speakers: (PhraseCount & { id: string })[];
  taken_up: { state: string; alone: boolean; first: DatedText }[];
  orders: {
    document: string;
    named: boolean;
    elements: (Text & { element: string })[];
  }[];
  within: string[]; // longer phrases that hold it
  used_by: Record<string, Text[]>;
}

export interface PhraseUse extends DatedText {
  speakers: string[];
  said_by: string[];
  copy: boolean;
}

export interface PhraseLife extends Phrase {
  life: PhraseUse[];
}

export function get_phrases(filters: Filters): Promise<Page<Phrase>> {
  return get_page<Phrase>("/phrases", { ...filters, limit: 10_000 });
}

export function get_phrase(text: string): Promise<PhraseLife> {
  return get<PhraseLife>("/phrase", { text });
}
