// What the catalogue is made from: how each answer that we know ran in each check, as shapes.
import { CATALOGUE_SEED } from "../../../graders/engine/judge/catalogue.ts";
import { ownError } from "../../../graders/engine/judge/own-errors.ts";
import type { CheckVerdict, ExerciseVerdict } from "../../../graders/engine/types.ts";
import { type PictureFault, pictureFault } from "../../../graders/timeline/faults.ts";
import { shapeName } from "../../../graders/trace/shape.ts";
import type { Trace } from "../../../graders/trace/trace.ts";
import type { Answer } from "../evidence/grade-answers.ts";
import { wrongHeader } from "../evidence/wrong-header.ts";

/** One answer's failure in one check. */
export interface Recording {
  /** The check's id. */
  check: string;
  /** The answer: its file's name. */
  answer: string;
  /** What the answer's first line says is behind it. */
  misconception: string;
  /** Whether the first line also says that this is the check that it fails. */
  telling: boolean;
  /** What the grader itself names. */
  named?: string;
  /** See `CheckVerdict`. */
  certain?: boolean;
  /** Absent where there was no trace, or one that ended in a slip of the pen. */
  shape?: string;
  /** The generated input, as JSON. */
  input?: string;
  /** Of the first check that the answer fails: what is wrong with its picture, if anything. */
  picture?: PictureFault;
}

/** All of an exercise: its wrong answers' failures, and the shapes that right answers have in the same checks. */
export interface Recorded {
  failures: Recording[];
  /** `CHECK: SHAPE` */
  right: Set<string>;
}

/** What this needs of an engine, whose graders must judge without the catalogue. */
export interface Referring {
  ghost(id: string, verdict: CheckVerdict): Promise<Trace | undefined>;
}

/** Records what `gradeAnswers` gives it, and has it by exercise. Other seeds than the catalogue's are let pass. */
export function recordAnswers(engine: Referring): {
  graded(answer: Answer & { path: string }, seed: number, verdict: ExerciseVerdict): Promise<void>;
  of(id: string): Recorded;
} {
  const all = new Map<string, Recorded>();
  const of = (id: string) => {
    const recorded = all.get(id) ?? { failures: [], right: new Set() };
    all.set(id, recorded);
    return recorded;
  };
  return {
    of,
    async graded({ id, path, text }, seed, verdict) {
      if (seed !== CATALOGUE_SEED) return;
      await record(of(id), { name: path.split("/").at(-1)!, text }, verdict, (check) =>
        engine.ghost(id, check),
      );
    },
  };
}

export function rightKey(check: string, shape: string): string {
  return `${check}: ${shape}`;
}

/**
 * Adds what a verdict shows: of an answer (`name` and `text`) that the graders alone have judged. `ghost` gives the
 * reference's trace in a failing check's own scenario.
 */
export async function record(
  into: Recorded,
  { name, text }: { name: string; text: string },
  verdict: ExerciseVerdict,
  ghost: (verdict: CheckVerdict) => Promise<Trace | undefined>,
): Promise<void> {
  const header = wrongHeader(text);
  const first = verdict.checks.find(({ outcome }) => outcome !== "passed");
  for (const check of verdict.checks) {
    const { id, outcome, trace, misconception: named, certain } = check;
    if (outcome === "passed") keepRight(into, id, trace);
    else if (header && outcome !== "skipped") {
      const beside = await ghost(check);
      keepRight(into, id, beside);
      const seen = check === first && trace && beside;
      const picture = seen ? pictureFault(trace, beside, check.feedback) : undefined;
      into.failures.push({
        check: id,
        answer: name,
        misconception: header.misconception,
        telling: header.check === id,
        ...(named === undefined ? {} : { named }),
        ...(certain ? { certain } : {}),
        ...(trace && !ownError(trace) ? { shape: shapeName(trace) } : {}),
        ...(trace?.input === undefined ? {} : { input: JSON.stringify(trace.input) }),
        ...(picture === undefined ? {} : { picture }),
      });
    }
  }
}

function keepRight({ right }: Recorded, check: string, trace: Trace | undefined): void {
  if (trace) right.add(rightKey(check, shapeName(trace)));
}
