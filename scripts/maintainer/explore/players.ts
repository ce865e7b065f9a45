// Plays runs of one check against one program, each player in a sandbox of its own.
import { ExerciseRun, type Program } from "../../../graders/engine/checks.ts";
import { CATALOGUE_SEED } from "../../../graders/engine/judge/catalogue.ts";
import { ChildRuns } from "../../../graders/engine/runs.ts";
import { ChildHolder } from "../../../graders/engine/sandbox/child-holder.ts";
import { Child, DEFAULT_LIMITS } from "../../../graders/engine/sandbox/run.ts";
import type { SandboxCommand } from "../../../graders/engine/sandbox/sandbox.ts";
import type { Check } from "../../../graders/kit/grader.ts";
import type { Player } from "./search.ts";

/** All runs of an exploration are one exercise's, which may take as long as one wants. */
const LIMITS = { ...DEFAULT_LIMITS, exerciseMs: 2 ** 31 };
/** What runs leave in a child grows: after so many it gives way to a fresh one. */
const RUNS_A_CHILD = 20_000;

export interface Players {
  of(check: Check): Player[];
  /** Ends their children. */
  close(): Promise<void>;
}

/** So many players of a program. */
export function playersOf(program: Program, sandbox: SandboxCommand, jobs: number): Players {
  const children = Array.from(
    { length: jobs },
    () => new ChildHolder(async () => new Child(sandbox, LIMITS)),
  );
  return {
    of: (check) => children.map((own) => player(program, check, own)),
    close: async () => void (await Promise.all(children.map((own) => own.renew()))),
  };
}

function player(program: Program, check: Check, children: ChildHolder): Player {
  const begin = () => {
    const runs = new ChildRuns(program.grader.id, program.code, children);
    return new ExerciseRun(program, runs, { final: true });
  };
  let run = begin();
  let played = 0;
  return async (runs) => {
    const verdicts: Awaited<ReturnType<Player>> = [];
    while (verdicts.length < runs.length) {
      const rest = runs.slice(verdicts.length);
      const inputs = rest.map(
        ({ input, choices, gaps }) => [input, choices, gaps] as [typeof input, number[], number],
      );
      const some = await run.each(check, CATALOGUE_SEED, inputs);
      verdicts.push(...some);
      played += some.length;
      if (verdicts.length === runs.length && played < RUNS_A_CHILD) break;
      // One that had to be stopped was the last of its series.
      run = begin();
      if (played >= RUNS_A_CHILD) await children.renew();
      played = 0;
    }
    return verdicts;
  };
}
