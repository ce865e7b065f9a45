// The graders' scripts, by exercise id, of a child that runs programs by themselves.

import { createHash } from "node:crypto";
import { join } from "node:path";
import { CACHE } from "./cache.ts";

/** Where the program is that a clone with this hash makes. */
export function playgroundPath(hash: string): string {
  const key = createHash("sha256").update(`${hash} play`).digest("hex").slice(0, 16);
  return join(CACHE, `child-${key}.cjs`);
}

/** Of the one grader, and its one check. */
export const ITSELF = "play";

/** Its one check is the program itself. */
export const PLAY = JSON.stringify({
  [ITSELF]: `({ id: "${ITSELF}", checks: [{ id: "${ITSELF}", itself: true }] })`,
});
