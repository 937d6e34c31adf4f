// Asks the program and tells what it answered. Every failure is an Error whose words can be shown.
import { need_token, set_token, token } from "../lib/token.svelte";

export class ApiError extends Error {
  readonly status: number; // 0: no answer at all
  readonly remedy: string;

  constructor(status: number, message: string, remedy: string) {
    super(message);
    this.status = status;
    this.remedy = remedy;
  }
}

export type Filters = Record<string, string | number | boolean | null | undefined>;

// "/api/meetings" and filters; false, null and the empty string are left out.
export function address(path: string, filters: Filters = {}): string {
  const query: URLSearchParams = new URLSearchParams();
  for (const [key, value] of Object.entries(filters)) {
    if (value === true) query.set(key, "1");
    else if (value !== false && value !== null && value !== undefined && value !== "") {
      query.set(key, String(value));
    }
  }
  const text: string = query.toString();
  return "/api" + path + (text ? "?" + text : "");
}

async function asked(request: string, options: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(request, options);
  } catch {
    throw new ApiError(0, "The program does not answer.", "Start it again: verbale serve");
  }
  if (response.ok) return response;
  let error: string = `The program answered ${response.status}.`;
  let remedy: string = "";
  try {
    const said = (await response.json()) as { error?: string; remedy?: string };
    error = said.error ?? error;
    remedy = said.remedy ?? "";
  } catch {
    // No JSON: the status has to do.
  }
  throw new ApiError(response.status, error, remedy);
}

export async function get<T>(path: string, filters: Filters = {}): Promise<T> {
  return (await get_counted<T>(path, filters)).answer;
}

// An answer of which a part may have been left out, and how many there are in all where it says so.
export async function get_counted<T>(
  path: string,
  filters: Filters = {},
): Promise<{ answer: T; total: number | null }> {
  const response: Response = await asked(address(path, filters), {
    headers: { Accept: "application/json" },
  });
  const total: string | null = response.headers.get("X-Total-Count");
  return { answer: (await response.json()) as T, total: total === null ? null : Number(total) };
}

export interface Page<T> {
  items: T[];
  total: number;
}

// A list, and how many there are beyond its limit.
export async function get_page<T>(path: string, filters: Filters = {}): Promise<Page<T>> {
  const { answer, total } = await get_counted<T[]>(path, filters);
  return { items: answer, total: total ?? answer.length };
}

const kMost = 10_000; // that one answer may hold

// The whole of a list, in as many answers as it takes.
export async function get_all<T>(path: string, filters: Filters = {}): Promise<T[]> {
  const first: Page<T> = await get_page<T>(path, { ...filters, limit: kMost });
  const items: T[] = first.items;
  while (items.length < first.total) {
    const next: Page<T> = await get_page<T>(path, {
      ...filters,
      limit: kMost,
      offset: items.length,
    });
    if (next.items.length === 0) break;
    items.push(...next.items);
  }
  return items;
}

// Called after something was written: what the page knows of the record is out of date.
let after_writing: () => void = () => {};
export function on_written(callback: () => void): void {
  after_writing = callback;
}

type Method = "POST" | "DELETE";

async function written<T>(
  method: Method,
  request: string,
  type: string,
  body?: BodyInit,
): Promise<T> {
  if (!(await need_token())) {
    throw new ApiError(
      401,
      "Writing needs the token.",
      "Open the address that verbale serve has printed.",
    );
  }
  const headers: Record<string, string> = { Accept: "application/json" };
  if (token.value) headers["X-Verbale-Token"] = token.value;
  if (type) headers["Content-Type"] = type;
  let response: Response;
  try {
    response = await asked(request, { method, headers, body });
  } catch (error) {
    // A token of an earlier run of the program: the next attempt asks for it.
    if (error instanceof ApiError && (error.status === 401 || error.status === 403)) set_token("");
    throw error;
  }
  const text: string = await response.text();
  after_writing();
  return (text ? JSON.parse(text) : null) as T;
}

export function post<T>(path: string, value: unknown): Promise<T> {
  return written<T>("POST", address(path), "application/json", JSON.stringify(value));
}

export function post_bytes<T>(
  path: string,
  filters: Filters,
  type: string,
  body: BodyInit,
): Promise<T> {
  return written<T>("POST", address(path, filters), type, body);
}

export function remove<T>(path: string): Promise<T> {
  return written<T>("DELETE", address(path), "");
}
