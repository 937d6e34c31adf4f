// Different names for one thing (`verbale names --json`).
import { get_all } from "./client";
import type { DatedText } from "./phrases";
import type { Text } from "./types";

export interface NameUse {
  name: string;
  count: number;
  sides: Record<string, number>; // by state of the outlet; "unknown" where there is none
  known_users: string[]; // states that call it so, as the packs know
  first: DatedText;
}

export interface NamedThing {
  id: string;
  name: string;
  kind: string;
  same: string[];
  used_by: Record<string, Text[]>;
  names: NameUse[];
  made_by: string[];
}

export function get_names(states: string[]): Promise<NamedThing[]> {
  return get_all<NamedThing>("/names", { states: states.join(",") });
}
