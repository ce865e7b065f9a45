// An exercise's verdicts, whatever ran before it: what may have come of that does not count, and is run again without it.

import { ExerciseRun, type Program } from "../checks.ts";
import { ChildRuns, type Runs } from "../runs.ts";
import type { ChildHolder } from "../sandbox/child-holder.ts";
import type { Answers, CheckVerdict } from "../types.ts";

export interface Children {
  /** Where the submission's exercises run, one after another. */
  shared: ChildHolder;
  /** Where each run goes as deep as the next: V8 compiles nothing meanwhile, and so is slower. */
  steady: ChildHolder;
}

/** Of one exercise. The last counts whatever happens in it: a grading comes to an end. */
const MAX_ATTEMPTS = 3;

export interface ConfirmOptions {
  seed: number;
  untouched: boolean;
  /** Answers of an earlier run of the same program in the same scenarios, which stand for running them again. */
  known?: Answers | undefined;
  /** Put around what answers each attempt. The last one's counts. */
  around?: (runs: Runs) => Runs;
}

/** The verdicts on all checks, in order. */
export async function confirmed(
  program: Program,
  { shared, steady }: Children,
  { seed, untouched, known, around = (runs) => runs }: ConfirmOptions,
): Promise<{ checks: CheckVerdict[]; answers: Answers }> {
  const { grader, code } = program;
  const runsIn = (children: ChildHolder) => around(new ChildRuns(grader.id, code, children));
  let runs = runsIn(shared);
  let run = new ExerciseRun(program, runs, { known });
  let checks = await run.all(seed, untouched);
  const again = async (children: ChildHolder, final: boolean) => {
    await children.renew();
    runs = runsIn(children);
    run = new ExerciseRun(program, runs, { final });
    checks = await run.all(seed, untouched);
  };
  for (let attempt = 2; run.unsure && !runs.deep && attempt <= MAX_ATTEMPTS; attempt++)
    await again(shared, attempt === MAX_ATTEMPTS);
  if (runs.deep) {
    await shared.renew();
    for (let attempt = 1; attempt === 1 || (run.unsure && attempt <= MAX_ATTEMPTS); attempt++)
      await again(steady, attempt === MAX_ATTEMPTS);
    await steady.renew();
  }
  return { checks, answers: run.answers };
}
