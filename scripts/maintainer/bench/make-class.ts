// A made-up class: each student hands in right answers, wrong ones, untouched files and nothing, all by chance, always the same.
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { allIds, readPieces } from "../evidence/project-files.ts";

interface Answers {
  id: string;
  entry: string;
  stub: string;
  right: string[];
  wrong: string[];
}

/**
 * Writes a class of `size` students into `folder` (absolute), made of the answers in the project in `root`, and returns how
 * many files it has. No two programs are alike: each has a statement of its student's own.
 */
export function makeClass(root: string, folder: string, size: number): number {
  let written = 0;
  const exercises = allIds(root).map((id): Answers => {
    const { entry, stub, reference, alsoCorrect, wrong } = readPieces(root, id);
    const texts = (solutions: { text: string }[]) => solutions.map(({ text }) => text);
    return { id, entry, stub: stub!, right: [reference!, ...texts(alsoCorrect)], wrong: texts(wrong) };
  });
  for (let number = 1; number <= size; number++) {
    const student = studentId(number);
    for (const exercise of exercises) {
      const text = answerOf(student, exercise);
      if (text === undefined) continue;
      const place = join(folder, student, exercise.id);
      mkdirSync(place, { recursive: true });
      writeFileSync(join(place, exercise.entry), `${text}export const mark${number} = ${number};\n`);
      written++;
    }
  }
  return written;
}

/** `student-0007`. */
export function studentId(number: number): string {
  return `student-${String(number).padStart(4, "0")}`;
}

/** Some know more than others, and everybody gets less far at the end of the course; undefined is handed in by nobody. */
function answerOf(student: string, { id, stub, right, wrong }: Answers): string | undefined {
  const luck = chance(student, id, "luck");
  const skill = 0.95 - 0.5 * chance(student, "skill") - 0.015 * Number.parseInt(id, 10);
  if (luck < skill) return pick(right, chance(student, id, "right"));
  if (luck < skill + 0.3) return pick(wrong, chance(student, id, "wrong"));
  return luck < 0.9 ? stub : undefined;
}

function pick(texts: string[], chance: number): string {
  return texts[Math.floor(chance * texts.length)]!;
}

/** From 0 to below 1, the same for the same words. */
function chance(...words: string[]): number {
  return createHash("sha256").update(words.join(" ")).digest().readUInt32BE() / 2 ** 32;
}
