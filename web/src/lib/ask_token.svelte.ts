// Writing needs the token that `verbale serve` printed. What is to be written waits for it.
import { ApiError } from "../api/client";
import { token } from "./token.svelte";

class Asking {
  open: boolean = $state(false);
  refused: boolean = $state(false); // the one that is there did not do
  #waiting: ((given: boolean) => void)[] = [];

  ask(refused: boolean): Promise<boolean> {
    this.open = true;
    this.refused = refused;
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  answer(given: boolean): void {
    this.open = false;
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve(given);
  }
}

export const asking: Asking = new Asking();

function is_refusal(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 401 || error.status === 403);
}

// Tries, asks for the token where it is refused, and tries again until it is given or not wanted.
export async function with_token<T>(write: () => Promise<T>): Promise<T> {
  for (;;) {
    if (!token.value && !(await asking.ask(false))) throw new ApiError(401, "Not written: no token was given.", "");
    try {
      return await write();
    } catch (error) {
      if (!is_refusal(error) || !(await asking.ask(true))) throw error;
    }
  }
}
