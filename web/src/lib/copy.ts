// What people paste out: the address of what they see, and quotations that carry their source.
import { long_date } from "./words";
import { say } from "./toast.svelte";

export async function copy(text: string, said: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copy_by_hand(text);
  }
  say(said);
}

// Where the browser gives no clipboard (no loopback address, an old one).
function copy_by_hand(text: string): void {
  const area: HTMLTextAreaElement = document.createElement("textarea");
  area.value = text;
  area.className = "vh";
  document.body.append(area);
  area.select();
  document.execCommand("copy");
  area.remove();
}

export function copy_link(address: string = location.href): Promise<void> {
  return copy(new URL(address, location.href).href, "Link copied");
}

export interface Cited {
  words: string;
  outlet: string | null;
  title?: string | null;
  date: string | null;
  address: string;
}

// “words” (Hanoi Courier, 12 December 2023), http://127.0.0.1:8420/d/...#120-180
export function citation(cited: Cited): string {
  const source: string = [
    cited.outlet ?? "outlet not known",
    cited.title && `“${cited.title}”`,
    long_date(cited.date),
  ]
    .filter(Boolean)
    .join(", ");
  const words: string = cited.words.replace(/\s+/g, " ").trim();
  return `“${words}” (${source}), ${new URL(cited.address, location.href).href}`;
}

export function copy_citation(cited: Cited): Promise<void> {
  return copy(citation(cited), "Citation copied: quotation, outlet, date, link");
}
