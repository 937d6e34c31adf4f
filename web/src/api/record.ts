import { get } from "./client";

export interface RecordSummary {
  version: string;
  store: string;
  documents: number;
  meetings: number;
  visits: number;
  statements: number;
  commitments: number;
  writable: boolean;
  version_of_data: string;
  states: { id: string; name: string; documents: number }[];
  sides: { id: string; name: string; documents: number }[];
}

export function get_record(): Promise<RecordSummary> {
  return get<RecordSummary>("/record");
}
