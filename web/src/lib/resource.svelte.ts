// An answer that follows a key: while the next one loads, the last one stays on the screen; an
// answer that comes too late is dropped.

export class Resource<T> {
  data: T | undefined = $state.raw(undefined);
  error: Error | null = $state.raw(null);
  loading: boolean = $state(true);
  #round: number = 0;
  readonly #fetch: () => Promise<T>;

  // `fetch` is called again whenever something reactive that it reads has changed.
  constructor(fetch: () => Promise<T>) {
    this.#fetch = fetch;
    $effect(() => {
      this.#run(this.#fetch());
    });
  }

  again(): void {
    this.#run(this.#fetch());
  }

  #run(answer: Promise<T>): void {
    this.#round += 1;
    const round: number = this.#round;
    this.loading = true;
    answer.then(
      (data) => {
        if (round !== this.#round) return;
        this.data = data;
        this.error = null;
        this.loading = false;
      },
      (error: unknown) => {
        if (round !== this.#round) return;
        this.error = error instanceof Error ? error : new Error(String(error));
        this.loading = false;
      },
    );
  }
}
