// The child's program on disk: a folder for its entry, its scripts (SES, the engine's part, and each exercise's, which is read
// when it is asked for), and what V8 compiled of them. Its name holds the hash of all that the scripts are made of, so one that
// is there is right, and whole.
import { createHash } from "node:crypto";
import { existsSync, realpathSync } from "node:fs";
import { join } from "node:path";
import { CACHE, write } from "./cache.ts";
import { keepCompiled } from "./compiled.ts";

/** Texts by their files' names; what is needed last, the entry, is the last. */
export type ChildFiles = { "ses.js": string; "program.js": string; "child.cjs": string };

export interface ChildParts {
  /** What follows from this is the same, and need not be made again. */
  hash: string;
  program: () => Promise<ChildFiles>;
  /** Exercises, and the script of each: its value is the grader. */
  ids: readonly string[];
  script: (id: string) => Promise<string> | string;
}

/** Makes what is not there yet of a child's program, and returns its path. Throws EngineError if it cannot be written. */
export async function keepChild({ hash, program, ids, script }: ChildParts): Promise<string> {
  const key = createHash("sha256").update(`${hash} ${process.version} ${process.arch}`).digest("hex");
  const folder = join(CACHE, `child-${key.slice(0, 16)}`);
  const entry = join(folder, "child.cjs");
  if (!existsSync(entry))
    for (const [name, text] of Object.entries(await program())) write(join(folder, name), text);
  const missing = ids.filter((id) => !existsSync(join(folder, `${id}.js`)));
  const texts = await Promise.all(missing.map(async (id) => [id, await script(id)] as const));
  for (const [id, text] of texts) write(join(folder, `${id}.js`), text);
  // Node's permission model asks for real paths.
  const path = realpathSync(entry);
  await keepCompiled(path, ids);
  return path;
}
