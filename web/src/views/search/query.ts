// What was typed and what was chosen in the facets, as one query of the record's own language.
import type { FacetName } from "../../api/search";

export const facet_names: FacetName[] = ["act", "speaker", "side", "outlet", "year", "kind"];

const fields: Record<FacetName, string> = {
  act: "act",
  speaker: "speaker",
  side: "side",
  outlet: "outlet",
  year: "date",
  kind: "kind",
};

function term(name: FacetName, value: string): string {
  const plain: boolean = /^[\w-]+$/.test(value);
  return `${fields[name]}:${plain ? value : `"${value.replace(/"/g, "")}"`}`;
}

export type Choice = Partial<Record<FacetName, string[]>>;

// `but`: a facet to leave out, for the counts of its own options.
export function composed(words: string, choice: Choice, but: FacetName | "" = ""): string {
  const parts: string[] = facet_names.flatMap((name) => {
    const values: string[] = name === but ? [] : (choice[name] ?? []);
    if (values.length === 0) return [];
    const terms: string[] = values.map((value) => term(name, value));
    return terms.length === 1 ? terms : [`(${terms.join(" OR ")})`];
  });
  if (parts.length === 0) return words;
  return words.trim() ? `(${words.trim()}) ${parts.join(" ")}` : parts.join(" ");
}

// A query that could not be read was searched as a phrase; with facets it has to stay one.
export function as_phrase(words: string): string {
  return `"${words.replace(/"/g, " ").trim()}"`;
}
