// graders/stubs.json, the record of the stubs: by it an exercise is known to be untouched.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readStubs } from "../../../graders/engine/compile/stubs.ts";
import { allIds, readPieces } from "../evidence/project-files.ts";

/** The record of the project in `root`: exercise id -> its stub's text. */
export function recordedStubs(root: string): Record<string, string> {
  return readStubs(join(root, "graders", "stubs.json"));
}

/** Records the files of these exercises as their stubs, and forgets exercises that are gone. */
export function recordStubs(root: string, ids: string[]): void {
  const before = recordedStubs(root);
  const after = allIds(root).flatMap((id) => {
    const text = ids.includes(id) ? readPieces(root, id).stub : before[id];
    return text === undefined ? [] : [[id, text]];
  });
  writeFileSync(
    join(root, "graders", "stubs.json"),
    `${JSON.stringify(Object.fromEntries(after), null, 2)}\n`,
  );
}
