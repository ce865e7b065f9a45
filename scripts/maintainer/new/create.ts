// Writes an exercise's scaffold, never over anything that is there.
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { numberOf } from "../../lib/exercise-ids.ts";
import { idPattern } from "../../lib/exercises.ts";
import { UsageError } from "../../lib/usage-error.ts";
import { allIds } from "../evidence/project-files.ts";
import { exportName, scaffold } from "./templates.ts";

/** Creates exercise `id` in the project in `root`; returns the paths written. Throws a UsageError if it cannot be. */
export function createExercise(root: string, id: string): string[] {
  checkId(id, allIds(root));
  const files = scaffold(id);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text, { flag: "wx" });
  }
  return Object.keys(files);
}

function checkId(id: string, known: string[]): void {
  if (!idPattern.test(id) || !/^\d\d-[a-z]/.test(id) || id.startsWith("00")) {
    throw new UsageError(
      `"${id}" is no name for an exercise. Write two digits and words with hyphens: ${freeExample(known)}`,
    );
  }
  const taken = known.find((other) => numberOf(other) === numberOf(id));
  if (taken)
    throw new UsageError(
      `The number ${numberOf(id)} is taken by ${taken}. The next free one: ${freeExample(known)}`,
    );
  if (!isIdentifier(exportName(id))) {
    throw new UsageError(
      `"${exportName(id)}" is a word of the language, and cannot be exported. Use two words: ${numberOf(id)}-my-${exportName(id)}`,
    );
  }
}

function freeExample(known: string[]): string {
  const last = Math.max(0, ...known.map((id) => Number.parseInt(id, 10)));
  return `npm run new -- ${String(Math.min(last + 1, 99)).padStart(2, "0")}-some-words`;
}

function isIdentifier(name: string): boolean {
  try {
    new Function(`"use strict"; async () => { let ${name}; }`);
    return true;
  } catch {
    return false;
  }
}
