// Which view an address shows. Views are loaded when they are first needed.
import type { Component } from "svelte";

type View = Component<{ id: string }>;
export interface Target {
  view: string; // name for the navigation
  id: string; // what stands after the prefix, decoded
  load: () => Promise<{ default: View }>;
}

type Loader = () => Promise<{ default: View }>;
const views: [prefix: string, view: string, load: Loader][] = [
  ["/meetings", "meetings", () => import("../views/meetings/Meetings.svelte")],
  ["/m/", "meetings", () => import("../views/meeting/Meeting.svelte")],
  ["/d/", "document", () => import("../views/document/Document.svelte")],
  ["/documents", "documents", () => import("../views/documents/Documents.svelte")],
  ["/search", "search", () => import("../views/search/Search.svelte")],
  ["/add", "add", () => import("../views/add/Add.svelte")],
  ["/ledger", "ledger", () => import("../views/ledger/Ledger.svelte")],
  ["/l/", "ledger", () => import("../views/ledger/Ledger.svelte")],
  ["/phrases", "phrases", () => import("../views/phrases/Phrases.svelte")],
  ["/phrase/", "phrases", () => import("../views/phrases/Phrase.svelte")],
  ["/names", "names", () => import("../views/names/Names.svelte")],
  ["/people", "people", () => import("../views/people/People.svelte")],
  ["/people/", "people", () => import("../views/people/Person.svelte")],
  ["/network", "network", () => import("../views/network/Network.svelte")],
  ["/heat", "heat", () => import("../views/heat/Heat.svelte")],
  ["/review", "review", () => import("../views/review/Review.svelte")],
  ["/settings", "settings", () => import("../views/settings/Settings.svelte")],
];

export function target_of(path: string): Target {
  const wanted: string = path === "/" ? "/meetings" : path;
  for (const [prefix, view, load] of views) {
    const open: boolean = prefix.endsWith("/") && prefix.length > 1;
    if (open ? wanted.startsWith(prefix) && wanted.length > prefix.length : wanted === prefix) {
      return { view, id: open ? decode(wanted.slice(prefix.length)) : "", load };
    }
  }
  return { view: "", id: path, load: () => import("../views/missing/Missing.svelte") };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// Addresses, so that no view builds one by hand.
export const to = {
  meeting: (id: string): string => "/m/" + encodeURIComponent(id),
  document: (name: string): string => "/d/" + encodeURIComponent(name),
  passage: (name: string, start: number, end: number): string =>
    `/d/${encodeURIComponent(name)}#${start}-${end}`,
  entry: (name: string, id: string): string => `/d/${encodeURIComponent(name)}#${id}`,
  ledger: (states: string[]): string => "/l/" + states.map(encodeURIComponent).join("-"),
  phrase: (text: string): string => "/phrase/" + encodeURIComponent(text),
  person: (id: string): string => "/people/" + encodeURIComponent(id),
  review: (document: string, layer: string, entry: string): string =>
    "/review?" + String(new URLSearchParams({ document, layer, entry })),
  search: (query: string): string => "/search?q=" + encodeURIComponent(query),
};
