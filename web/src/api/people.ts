// People and states with their offices, and who met whom.
import type { Filters } from "./client";
import { get, get_all } from "./client";
import type { Meeting } from "./meetings";

export interface OfficeEvidence {
  document: string;
  date: string | null;
  text: string;
  start: number;
  end: number;
}

export interface Office {
  title: string;
  first: string | null;
  last: string | null;
  documents?: number; // that give it; the list of people has only the first and the last as evidence
  evidence: OfficeEvidence[];
}

export interface Person {
  id: string;
  name: string;
  kind: string;
  state: string | null;
  offices: Office[];
  documents: number;
  statements: number;
  meetings: number;
  ids?: string[]; // that entries name him or it by
}

export interface PersonAnswer extends Omit<Person, "meetings"> {
  meetings: (Meeting | string)[];
  statements_by_act: Record<string, number>;
}

export interface NetNode {
  id: string;
  name: string;
  state: string | null;
  meetings: number;
}

export interface NetEdge {
  a: string;
  b: string;
  meetings: string[];
  count: number;
  first: string | null;
  last: string | null;
}

export interface Network {
  nodes: NetNode[];
  edges: NetEdge[];
}

export function get_people(filters: Filters = {}): Promise<Person[]> {
  return get_all<Person>("/people", filters);
}

export function get_person(id: string): Promise<PersonAnswer> {
  return get<PersonAnswer>("/people/" + encodeURIComponent(id));
}

export function get_network(filters: Filters): Promise<Network> {
  return get<Network>("/network", filters);
}
