// What was raised when: topics or frameworks by meeting and side.
import { get } from "./client";

export interface HeatEvidence {
  document: string;
  text: string;
  start: number;
  end: number;
}

export interface HeatCell {
  meeting: string;
  side: string | null;
  count: number;
  evidence: HeatEvidence[];
}

export interface HeatRow {
  id: string;
  label: string;
  cells: HeatCell[];
}

export interface HeatMeeting {
  id: string;
  date: string | null;
  label: string;
}

export interface Heat {
  meetings: HeatMeeting[];
  sides: string[];
  rows: HeatRow[];
}

export type HeatBy = "topic" | "framework";

export function get_heat(by: HeatBy, states: string[]): Promise<Heat> {
  return get<Heat>("/heat", { by, states: states.join(",") });
}
