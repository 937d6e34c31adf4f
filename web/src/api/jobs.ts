import type { Filters } from "./client";
import { get, post_bytes } from "./client";

export interface Job {
  id: string;
  state: "reading" | "done" | "failed";
  done: number;
  total: number;
  added: string[];
  known: string[];
  refused: { file: string; what: string; remedy: string }[];
}

export function add_file(file: File): Promise<{ job: string }> {
  return post_bytes("/add", { name: file.name }, "application/octet-stream", file);
}

export function add_text(text: string, about: Filters): Promise<{ job: string }> {
  return post_bytes("/add", about, "text/plain", text);
}

export function get_job(id: string): Promise<Job> {
  return get<Job>("/jobs/" + encodeURIComponent(id));
}
