// Real gradings to make classes of: each exercise's right and wrong answers, graded once each, with their pictures.
import { join } from "node:path";
import type { Engine } from "../../../../../graders/engine/engine.ts";
import type { CheckVerdict, ExerciseFiles } from "../../../../../graders/engine/types.ts";
import type { Trace } from "../../../../../graders/trace/trace.ts";
import { inParallel } from "../../../../lib/pool.ts";
import { readPieces } from "../../../../maintainer/evidence/project-files.ts";
import type { ReportExerciseResult } from "../../../class-report.ts";
import { exerciseResult } from "../../../results.ts";

/** An answer's grading as plain data: `pictures` has one entry for each check, empty where nothing ran. */
export interface GradedAnswer {
  result: ReportExerciseResult;
  pictures: ({ trace: Trace; ghost?: Trace } | null)[];
  /** The graded file's name and text; absent where nothing was handed in. */
  source?: [name: string, text: string];
}

/** By exercise id; the right ones come first. */
export type Answers = Record<string, { right: GradedAnswer[]; wrong: GradedAnswer[]; none: GradedAnswer }>;

interface Work {
  id: string;
  kind: "right" | "wrong" | "none";
  files: ExerciseFiles | undefined;
}

/** Grades the reference, up to `right - 1` other right answers, up to `wrong` wrong ones, and none, of each exercise. */
export async function gradedAnswers(
  root: string,
  engine: Engine,
  { right, wrong, jobs }: { right: number; wrong: number; jobs: number },
): Promise<Answers> {
  const work = engine.graders.flatMap(({ id }): Work[] => {
    const { entry, reference, alsoCorrect, wrong: mistakes } = readPieces(root, id);
    const files = (text: string) => ({ entry, files: new Map([[entry, text]]) });
    return [
      ...[reference!, ...alsoCorrect.map(({ text }) => text)]
        .slice(0, right)
        .map((text): Work => ({ id, kind: "right", files: files(text) })),
      // Spread over the list, which is sorted by misconception.
      ...spread(mistakes, wrong).map(({ text }): Work => ({ id, kind: "wrong", files: files(text) })),
      { id, kind: "none", files: undefined },
    ];
  });
  const { signal } = new AbortController();
  const graded = await inParallel(work, { jobs, signal }, (one) => grade(engine, one));
  return Object.fromEntries(
    engine.graders.map(({ id }) => {
      const of = (kind: string) => graded.filter((_, i) => work[i]!.id === id && work[i]!.kind === kind);
      return [id, { right: of("right"), wrong: of("wrong"), none: of("none")[0]! }];
    }),
  );
}

async function grade(engine: Engine, { id, files }: Work): Promise<GradedAnswer> {
  const verdict = await engine.gradeExercise(id, files, { seed: 1 });
  const pictures: GradedAnswer["pictures"] = [];
  for (const check of verdict.checks) pictures.push(await pictureOf(engine, id, check));
  const source = files && "files" in files ? [...files.files][0] : undefined;
  return { result: exerciseResult(verdict), pictures, ...(source && { source }) };
}

async function pictureOf(engine: Engine, id: string, check: CheckVerdict) {
  if (!check.trace) return null;
  const ghost = await engine.ghost(id, check);
  return { trace: check.trace, ...(ghost && { ghost }) };
}

function spread<T>(items: readonly T[], count: number): T[] {
  if (items.length <= count) return [...items];
  return Array.from({ length: count }, (_, i) => items[Math.floor((i * items.length) / count)]!);
}

export const projectRoot = join(import.meta.dirname, "../../../../..");
