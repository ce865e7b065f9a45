// Programs to choose inputs by: right answers, wrong ones, generated ones and mutants; and how they are tried.

import { ExerciseRun } from "../../../graders/engine/checks.ts";
import { compile } from "../../../graders/engine/compile/compile.ts";
import { assets } from "../../../graders/engine/edition/assets.ts";
import { CATALOGUE_SEED } from "../../../graders/engine/judge/catalogue.ts";
import { ChildRuns } from "../../../graders/engine/runs.ts";
import { ChildHolder } from "../../../graders/engine/sandbox/child-holder.ts";
import { Child, DEFAULT_LIMITS } from "../../../graders/engine/sandbox/run.ts";
import { sandboxCommand } from "../../../graders/engine/sandbox/sandbox.ts";
import type { Grader } from "../../../graders/kit/grader.ts";
import { UsageError } from "../../lib/usage-error.ts";
import { readEquivalents } from "../evidence/equivalents.ts";
import type { ExercisePieces } from "../evidence/project-files.ts";
import { entryOf, sameChange } from "../mutants/match.ts";
import { mutantsOf } from "../mutants/mutate.ts";
import { type Choice, chooseInputs, type Fails, type Tried } from "./choose-inputs.ts";
import { generatedAnswers, rightAnswers } from "./generated.ts";

/** Chooses the inputs of an exercise, whose files must all be there. Throws a UsageError where something is wrong with them. */
export async function chooseFor(
  root: string,
  pieces: ExercisePieces,
  how: { jobs: number; seeds: number },
): Promise<Choice> {
  const { graders, program } = await assets.load([pieces.id]);
  const grader = graders[0]!;
  const sandbox = sandboxCommand(program);
  const idle = Array.from(
    { length: how.jobs },
    () => new ChildHolder(async () => new Child(sandbox, DEFAULT_LIMITS)),
  );
  const all = [...idle];
  try {
    return await chooseInputs(
      grader,
      await programsOf(root, pieces),
      failsIn(grader, pieces.entry, idle),
      how,
    );
  } finally {
    await Promise.all(all.map((children) => children.renew()));
  }
}

async function programsOf(root: string, pieces: ExercisePieces): Promise<Tried[]> {
  const { id, entry, reference, wrong } = pieces;
  const generated = await generatedAnswers(root, pieces);
  if (generated.fact.problem) throw new UsageError(generated.fact.problem);
  const listed = readEquivalents(root, pieces)[entry] ?? [];
  const mutants = reference === undefined ? [] : await mutantsOf(reference);
  const left = mutants.filter((mutant) => {
    const own = entryOf(mutant, mutants, reference!);
    return !listed.some((each) => sameChange(each, own));
  });
  const named =
    (isRight: boolean) =>
    ({ name, text }: { name: string; text: string }) => {
      return { name: `solutions/${id}/${name}`, text, isRight };
    };
  return [
    ...rightAnswers(pieces).map(named(true)),
    ...[...wrong, ...generated.wrong].map(named(false)),
    ...left.map(({ line, column, text }) => ({ name: `${entry}:${line}:${column}`, text, isRight: false })),
  ];
}

/** Tries programs in these children, each of which takes one at a time. */
function failsIn(grader: Grader, entry: string, idle: ChildHolder[]): Fails {
  const compiled = new Map<Tried, ReturnType<typeof compile>>();
  return async (program, check, inputs) => {
    const compiling = compiled.get(program) ?? compile({ entry, files: new Map([[entry, program.text]]) });
    compiled.set(program, compiling);
    const result = await compiling;
    // What does not compile fails whatever the input: it says nothing of inputs.
    if (!result.ok) return inputs.map(() => false);
    const children = idle.pop()!;
    try {
      const { code } = result.program;
      const runs = new ChildRuns(grader.id, code, children);
      const run = new ExerciseRun({ grader, code, place: () => undefined }, runs, { final: true });
      const verdicts = await run.each(check, CATALOGUE_SEED, inputs);
      return verdicts.map(({ outcome }) => outcome !== "passed");
    } finally {
      idle.push(children);
    }
  };
}
