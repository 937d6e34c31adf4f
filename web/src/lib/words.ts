// How the page says things: dates, counts, acts, kinds, lists of names.

const months: string[] = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

// "2024-08-19", "2024-08" or "2024" as "19 August 2024", "August 2024", "2024".
export function long_date(date: string | null): string {
  return date ? spelled(date, (month) => month) : "undated";
}

export function short_date(date: string | null): string {
  return date ? spelled(date, (month) => month.slice(0, 3)) : "undated";
}

function spelled(date: string, cut: (month: string) => string): string {
  const [year = "", month, day] = date.split("-");
  const name: string = month ? cut(months[Number(month) - 1] ?? month) : "";
  return [day ? String(Number(day)) : "", name, year].filter(Boolean).join(" ");
}

// From and to in as few words as say it: "17 to 19 August 2024".
export function date_span(from: string | null, to: string | null): string {
  if (!from || !to || from === to) return long_date(from ?? to);
  const [a, b] = [from.split("-"), to.split("-")];
  if (a.length === 3 && b.length === 3 && a[0] === b[0] && a[1] === b[1]) {
    return `${Number(a[2])} to ${long_date(to)}`;
  }
  return `${long_date(from)} to ${long_date(to)}`;
}

export function number(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

// "1 meeting", "3 meetings"; `many` where an s does not do.
export function count(value: number, one: string, many: string = one + "s"): string {
  return `${number(value)} ${value === 1 ? one : many}`;
}

export function listed(items: string[]): string {
  if (items.length < 2) return items.join("");
  return `${items.slice(0, -1).join(", ")} and ${items[items.length - 1]}`;
}

export type Act = "says" | "asks" | "commits" | "feels" | "declares";

const acts: Record<string, Act> = {
  assertive: "says",
  directive: "asks",
  commissive: "commits",
  expressive: "feels",
  declarative: "declares",
};

// The plain verb of a speech act; also the name of its class in the style sheets.
export function act_verb(act: string | null): Act {
  return (act && acts[act]) || "says";
}

// "joint-statement" is a name for programs.
export function plain(kind: string | null): string {
  return (kind ?? "").replace(/[-_]/g, " ");
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// For finding: without diacritics and case, as the record's own search compares.
export function folded(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").replace(/đ/gi, "d").toLowerCase();
}

const small: string[] = [
  "none",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
];

// In a sentence: "three", "1,204".
export function in_words(value: number): string {
  return small[value] ?? number(value);
}
