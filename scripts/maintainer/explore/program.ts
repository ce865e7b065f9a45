// What is explored: an answer as a program, and what runs it.
import { readFileSync } from "node:fs";
import { basename, resolve } from "node:path";
import type { Program } from "../../../graders/engine/checks.ts";
import { compile, originalPosition } from "../../../graders/engine/compile/compile.ts";
import { usesIn } from "../../../graders/engine/compile/uses.ts";
import type { Check, Grader } from "../../../graders/kit/grader.ts";
import { slugOf } from "../../lib/exercise-ids.ts";
import { UsageError } from "../../lib/usage-error.ts";

/** The text of the file, relative to `folder`. Throws a UsageError if it cannot be read. */
export function readAnswer(folder: string, file: string): string {
  try {
    return readFileSync(resolve(folder, file), "utf8");
  } catch (error) {
    throw new UsageError(
      `${file} cannot be read (${(error as NodeJS.ErrnoException).code}). Is the path right?`,
    );
  }
}

/** An answer to the grader's exercise as a program. Rejects with a UsageError if it is none; `name`: what it is called then. */
export async function programOf(grader: Grader, text: string, name: string): Promise<Program> {
  const entry = `${slugOf(grader.id)}.ts`;
  const files = new Map([[entry, text]]);
  const compiled = await compile({ entry, files });
  if (!compiled.ok) {
    const { where, message } = compiled;
    throw new UsageError(`${basename(name)}${where ? `:${where.line}:${where.column}` : ""}: ${message}`);
  }
  const { program } = compiled;
  return {
    grader,
    code: program.code,
    place: ({ line, column }) => originalPosition(program, line, column),
    uses: (words) => usesIn(program, files, words),
  };
}

/** The checks that can be explored, or the one of that id. Throws a UsageError if there is none. */
export function exploredIn({ id, checks }: Grader, only?: string): Check[] {
  const explored = checks.filter((check) => check.explored);
  const ids = explored.map((check) => check.id).join(", ");
  if (explored.length === 0)
    throw new UsageError(
      `No check of ${id} can be explored: none says what its small inputs are (\`explored\`).`,
    );
  const wanted = only === undefined ? explored : explored.filter((check) => check.id === only);
  if (wanted.length === 0) throw new UsageError(`"${only}" of ${id} cannot be explored. There are: ${ids}.`);
  return wanted;
}
