// What this browser keeps for the reader. Storage may be switched off: then nothing is kept.
export function kept(key: string): string | null {
  try {
    return localStorage.getItem("verbale-" + key);
  } catch {
    return null;
  }
}

export function keep(key: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem("verbale-" + key);
    else localStorage.setItem("verbale-" + key, value);
  } catch {
    // Nothing is kept.
  }
}
