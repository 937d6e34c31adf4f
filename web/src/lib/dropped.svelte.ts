// Files that were dropped on the page and wait to be added.
export const dropped = $state<{ files: File[] }>({ files: [] });

export function offer(files: File[]): void {
  dropped.files = files;
}

export function take(): File[] {
  const files: File[] = dropped.files;
  dropped.files = [];
  return files;
}
