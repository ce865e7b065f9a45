// The hostile corpus: submissions, each a file that says in its first line what it tries and what must come out.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { ExerciseFiles } from "../types.ts";

export interface HostileCase {
  /** The file's name without its extension. */
  name: string;
  /** An odd but right answer, which must get full marks. */
  honest: boolean;
  tries: string;
  /** Outcomes of the exercise; any of them is right. */
  outcomes: string[];
  exercise: string;
  files: ExerciseFiles;
}

const FOLDER = join(import.meta.dirname, "cases");
const HEADER = /^\uFEFF?\/\/ (tries|honest): (.+); must: (.+?)\r?$/m;
const EXERCISE = /^\/\/ exercise: (\S+)$/m;

/** All cases, by name. Throws on a file that does not say what must come out. */
export function hostileCases(): HostileCase[] {
  return readdirSync(FOLDER).sort().map(readCase);
}

function readCase(file: string): HostileCase {
  const source = readFileSync(join(FOLDER, file), "utf8");
  const [, kind, tries, must] = HEADER.exec(source) ?? [];
  if (!kind || !tries || !must) throw new Error(`${file} does not say what it tries and what must come out`);
  const exercise = EXERCISE.exec(source)?.[1] ?? "03-three-apis";
  const honest = kind === "honest";
  return {
    name: file.replace(/\.ts$/, ""),
    honest,
    tries,
    outcomes: honest ? ["passed"] : must.split(" or "),
    exercise,
    files: filesOf(exercise, source),
  };
}

/** An exercise's files as intake would hand them over. */
export function filesOf(exercise: string, source: string): ExerciseFiles {
  const entry = `${exercise.slice(3)}.ts`;
  return { entry, files: new Map([[entry, source]]) };
}
