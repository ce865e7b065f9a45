// What the page asks its server: below its own path, and nowhere else.
import type { Refused } from "../shapes.ts";

/** Resolves to what is there, or to why not. */
export async function ask<T extends object>(
  path: string,
  method: "GET" | "POST" = "GET",
): Promise<T | Refused> {
  try {
    const answer = await fetch(path, { method });
    const type = answer.headers.get("content-type") ?? "";
    if (type.startsWith("application/json")) return (await answer.json()) as T | Refused;
    return { refused: `The server says ${answer.status}.` };
  } catch {
    return { refused: "npm run watch does not answer. Is it still running?" };
  }
}

export function isRefused(answer: object): answer is Refused {
  return "refused" in answer;
}
