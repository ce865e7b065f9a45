// Which exercises are graded in a full clone, and what decides their verdicts, as one hash: asked before anything large is
// loaded.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { keepChild } from "./child-files.ts";
import { ownHash } from "./graders-hash.ts";
import { ITSELF, PLAY } from "./play-script.ts";

const ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))));

/** The exercises that have a grader, sorted. */
export function gradedIds(): string[] {
  return readdirSync(join(ROOT, "graders"))
    .flatMap((name) => /^(\d\d-[a-z0-9-]+)\.ts$/.exec(name)?.[1] ?? [])
    .sort();
}

/** Of all graders, and of the reference solution of this exercise, which is shown below a failure. */
export function stateOf(id: string): string {
  return createHash("sha256")
    .update(`${ownHash()} ${reference(id)}`)
    .digest("hex");
}

/** The path of the child's program in which a program is its own scenario. Throws EngineError if it cannot be made. */
export function playground(): Promise<string> {
  // What makes it takes longer to load than to run most programs.
  const program = async () => (await import("./bundle.ts")).childFiles();
  return keepChild({ hash: ownHash(), program, ids: [ITSELF], script: () => PLAY });
}

function reference(id: string): string {
  try {
    return readFileSync(join(ROOT, "solutions", id, `${id.slice(3)}.ts`), "utf8");
  } catch {
    return "";
  }
}
