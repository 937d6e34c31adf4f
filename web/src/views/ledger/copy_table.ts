// The ledger for Excel and Word: a table with links where rich text is taken, else tab-separated.
import type { LedgerMeeting } from "../../api/ledger";
import { to } from "../../lib/routes";
import { say } from "../../lib/toast.svelte";
import { long_date } from "../../lib/words";
import type { Cell, Row } from "./rows";
import { status_words, told_by } from "./words";

type Outlet = (doc: string) => string;

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

function plain_cell(cell: Cell, sides: [string, string], outlet: Outlet): string {
  if (cell.entries.length === 0) return status_words[cell.status];
  const words: string = cell.entries
    .map((entry) => `${outlet(entry.doc)}: “${entry.text.text.replace(/\s+/g, " ")}”`)
    .join("; ");
  return `${status_words[cell.status]}, ${told_by(cell, sides, outlet)}: ${words}`;
}

function rich_cell(cell: Cell, sides: [string, string], outlet: Outlet): string {
  if (cell.entries.length === 0) return escaped(status_words[cell.status]);
  const quotes: string[] = cell.entries.map((entry) => {
    const address: string = new URL(
      to.passage(entry.doc, entry.text.start, entry.text.end),
      location.href,
    ).href;
    return `${escaped(outlet(entry.doc))}: <a href="${escaped(address)}">${escaped(entry.text.text)}</a>`;
  });
  const status: string = `${status_words[cell.status]}, ${told_by(cell, sides, outlet)}`;
  return `<b>${escaped(status)}</b><br>${quotes.join("<br>")}`;
}

export async function copy_table(
  rows: Row[],
  meetings: LedgerMeeting[],
  sides: [string, string],
  outlet: Outlet,
): Promise<void> {
  const heads: string[] = ["Thread", "Kind", ...meetings.map((one) => long_date(one.date))];
  const plain: string = [
    heads.join("\t"),
    ...rows.map((row) =>
      [
        row.thread.thread,
        row.thread.kind,
        ...row.cells.map((cell) => plain_cell(cell, sides, outlet)),
      ].join("\t"),
    ),
  ].join("\n");
  const line = (tag: string, cells: string[]): string =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join("")}</tr>`;
  const rich: string = `<table>${line("th", heads.map(escaped))}${rows
    .map((row) =>
      line("td", [
        escaped(row.thread.thread),
        row.thread.kind,
        ...row.cells.map((cell) => rich_cell(cell, sides, outlet)),
      ]),
    )
    .join("")}</table>`;
  try {
    const item: ClipboardItem = new ClipboardItem({
      "text/plain": new Blob([plain], { type: "text/plain" }),
      "text/html": new Blob([rich], { type: "text/html" }),
    });
    await navigator.clipboard.write([item]);
    say("Table copied: paste it into Excel or Word");
  } catch {
    say("The browser gave no access to the clipboard");
  }
}
