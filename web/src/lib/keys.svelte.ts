// Single keys. A view says which keys it takes (`use_keys`); the innermost that asked last wins.
// They are off while somebody types or a dialog is open, and can be switched off (WCAG 2.1.4).
// Enter, Escape and the arrows stay on: they are not characters.
import { onDestroy } from "svelte";
import { settings } from "./settings.svelte";

// Returns false where the key was not meant for it, and the browser does as usual.
export type KeyMap = Record<string, (event: KeyboardEvent) => boolean | void>;

const stack: KeyMap[] = [];

export function use_keys(map: KeyMap): void {
  stack.push(map);
  onDestroy(() => {
    const at: number = stack.indexOf(map);
    if (at >= 0) stack.splice(at, 1);
  });
}

function is_typing(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLSelectElement) return true;
  return (
    target instanceof HTMLInputElement && !/^(checkbox|radio|button|range|file)$/.test(target.type)
  );
}

function on_key(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  if (document.querySelector("dialog[open]")) return;
  if (is_typing(event.target)) {
    if (event.key === "Escape") (event.target as HTMLElement).blur();
    return;
  }
  if (event.key.length === 1 && !settings.keys) return;
  // What has a meaning of its own keeps it: a button or link takes Enter and the space.
  const on_control: boolean =
    event.target instanceof Element && event.target.closest("a[href], button, summary") !== null;
  if (on_control && (event.key === "Enter" || event.key === " ")) return;
  const name: string = event.shiftKey && event.key.length > 1 ? "Shift+" + event.key : event.key;
  for (let i = stack.length - 1; i >= 0; i -= 1) {
    const action = stack[i]?.[name];
    if (action && action(event) !== false) {
      event.preventDefault();
      return;
    }
  }
}

export function start_keys(): void {
  addEventListener("keydown", on_key);
}
