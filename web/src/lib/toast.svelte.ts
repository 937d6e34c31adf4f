// A short message that a screen reader hears too.
export const toast = $state({ words: "", key: "" });
let timer: ReturnType<typeof setTimeout> | undefined;

export function say(words: string, undo_key: string = ""): void {
  toast.words = words;
  toast.key = undo_key;
  clearTimeout(timer);
  timer = setTimeout(() => (toast.words = ""), 4000);
}
