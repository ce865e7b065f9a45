// The catalogue's files, graders/catalogue/NN-slug.json: written by `npm run catalogue`, compared by `npm run verify`.
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { numberOf } from "../../lib/exercise-ids.ts";
import { replaceFile } from "../../lib/replace-file.ts";
import { type Fact, fact } from "../evidence/facts.ts";
import { readText } from "../evidence/project-files.ts";
import { buildCatalogue } from "./build.ts";
import type { Recorded } from "./recordings.ts";

export function cataloguePath(root: string, id: string): string {
  return join(root, "graders", "catalogue", `${id}.json`);
}

/** The file's text. The same recordings, in whatever order, give the same text. */
export function catalogueText(checks: readonly string[], recorded: Recorded): string {
  return `${JSON.stringify(buildCatalogue(checks, recorded), null, 2)}\n`;
}

/** Writes the file of the exercise `id`; resolves to whether it is another than before. */
export async function writeCatalogue(root: string, id: string, text: string): Promise<boolean> {
  const path = cataloguePath(root, id);
  if (readText(path) === text) return false;
  await mkdir(join(path, ".."), { recursive: true });
  await replaceFile(path, text);
  return true;
}

/** That the file is what it would be if it were made now. */
export function catalogueFact(root: string, id: string, checks: readonly string[], recorded: Recorded): Fact {
  // Without a failure there is nothing to know.
  const stale = (readText(cataloguePath(root, id)) ?? "{}\n") !== catalogueText(checks, recorded);
  return fact(
    `${id}: its catalogue of failures is up to date`,
    stale &&
      `graders/catalogue/${id}.json is not what its wrong answers do now. Run: npm run catalogue -- --only ${numberOf(id)}`,
  );
}
