// Writing needs the token: it is asked for when it is missing, and again where it was refused (the
// program makes a new one each time it starts).
import { ApiError } from "../api/client";
import { need_token, set_token } from "./token.svelte";
import { say } from "./toast.svelte";

function is_refusal(error: unknown): boolean {
  return error instanceof ApiError && (error.status === 401 || error.status === 403);
}

export async function with_token<T>(write: () => Promise<T>): Promise<T> {
  for (;;) {
    if (!(await need_token())) throw new ApiError(401, "no token was given.", "");
    try {
      return await write();
    } catch (error) {
      if (!is_refusal(error)) throw error;
      set_token("");
      say("The token was refused: the program makes a new one each time it starts.");
    }
  }
}
