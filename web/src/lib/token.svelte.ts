// The token that lets this page write. `verbale serve` prints it in the address behind the sign #;
// it is taken out of the address at once, so that no copied link carries it, and kept for this tab.

export const token = $state({ value: "", asked: false });
let waiting: ((given: boolean) => void)[] = [];

// Asks the reader for the token where there is none; false: he would not.
export function need_token(): Promise<boolean> {
  if (token.value) return Promise.resolve(true);
  token.asked = true;
  return new Promise((resolve) => waiting.push(resolve));
}

export function answer_token(value: string): void {
  set_token(value);
  token.asked = false;
  for (const resolve of waiting) resolve(token.value !== "");
  waiting = [];
}

export function start_token(): void {
  try {
    token.value = sessionStorage.getItem("verbale-token") ?? "";
  } catch {
    // Kept for as long as the page is open.
  }
  const found: RegExpMatchArray | null = location.hash.match(/^#token=([\w-]+)$/);
  if (!found?.[1]) return;
  set_token(found[1]);
  history.replaceState(history.state, "", location.pathname + location.search);
}

export function set_token(value: string): void {
  token.value = value.trim();
  try {
    sessionStorage.setItem("verbale-token", token.value);
  } catch {
    // As above.
  }
}
