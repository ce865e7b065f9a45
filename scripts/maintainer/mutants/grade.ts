// Grades the mutants of one solution file, each as a submission of its own, and sets its list of equivalents against them.
import type { ExerciseVerdict } from "../../../graders/engine/types.ts";
import { inParallel } from "../../lib/pool.ts";
import type { Equivalent } from "../evidence/equivalents.ts";
import type { Grading } from "../evidence/evidence.ts";
import { entryOf, sameChange } from "./match.ts";
import { type Mutant, mutantsOf } from "./mutate.ts";

/** A right answer: the reference solution, or one of also-correct/. */
export interface SolutionFile {
  exercise: string;
  /** The name that the graded file has in a submission: `three-apis.ts`. */
  entry: string;
  /** Relative to the exercise's folder in solutions/: `three-apis.ts`, `also-correct/x.ts`. */
  name: string;
  text: string;
}

/** `killed`: it does not get full marks. The other two are ways of that. */
export type Fate = "killed" | "timed out" | "does not compile" | "equivalent" | "survived";

export interface MutationResult {
  file: SolutionFile;
  /** How many mutants have come to which end. */
  count: Record<Fate, number>;
  survivors: { mutant: Mutant; entry: Equivalent }[];
  /** Listed, but no mutant that survives is so. */
  stale: Equivalent[];
  /** Why the figures are worth nothing; undefined if they are. */
  fault?: string;
}

export interface MutationOptions {
  jobs: number;
  seed: number;
}

/** Mutates `file` and grades every mutant. `listed`: the file's equivalents. */
export async function gradeMutants(
  file: SolutionFile,
  listed: Equivalent[],
  engine: Pick<Grading, "gradeSubmission">,
  { jobs, seed }: MutationOptions,
): Promise<MutationResult> {
  const { exercise, entry } = file;
  const grade = async (text: string) => {
    const files = { entry, files: new Map([[entry, text]]) };
    const submission = { id: "mutant", exercises: { [exercise]: files } };
    return (await engine.gradeSubmission(submission, { seed, only: [exercise] })).exercises[0]!;
  };
  const result = emptyResult(file);
  const original = await grade(file.text);
  const unfit = graderFault(original) ?? wrongFault(original);
  if (unfit) return { ...result, fault: unfit };
  const mutants = await mutantsOf(file.text);
  const signal = new AbortController().signal;
  const verdicts = await inParallel(mutants, { jobs, signal }, ({ text }) => grade(text));
  const excused = new Set<Equivalent>();
  for (const [index, mutant] of mutants.entries()) {
    const verdict = verdicts[index]!;
    const broken = graderFault(verdict);
    if (broken) return { ...result, fault: `${place(mutant)}: ${broken}` };
    const own = entryOf(mutant, mutants, file.text);
    const equivalent = listed.find((each) => sameChange(each, own));
    const fate = fateOf(verdict, equivalent !== undefined);
    result.count[fate]++;
    if (fate === "equivalent") excused.add(equivalent!);
    if (fate === "survived") result.survivors.push({ mutant, entry: own });
  }
  return { ...result, stale: listed.filter((each) => !excused.has(each)) };
}

function emptyResult(file: SolutionFile): MutationResult {
  const count = { killed: 0, "timed out": 0, "does not compile": 0, equivalent: 0, survived: 0 };
  return { file, count, survivors: [], stale: [] };
}

function graderFault({ checks }: ExerciseVerdict): string | undefined {
  const broken = checks.find(({ outcome }) => outcome === "grader-error");
  return broken && `The grader itself fails in "${broken.title}": ${broken.feedback}`;
}

function wrongFault({ id, checks }: ExerciseVerdict): string | undefined {
  const wrong = checks.find(({ outcome }) => outcome !== "passed");
  if (!wrong) return undefined;
  return `It does not get full marks itself: "${wrong.title}" is ${wrong.outcome}. See: npm run verify -- --only ${id.slice(0, 2)}`;
}

function fateOf({ outcome }: ExerciseVerdict, listed: boolean): Fate {
  if (outcome === "passed") return listed ? "equivalent" : "survived";
  if (outcome === "time-limit" || outcome === "virtual-time-limit") return "timed out";
  return outcome === "compile-error" || outcome === "forbidden" ? "does not compile" : "killed";
}

function place({ line, column, original, replacement }: Mutant): string {
  return `${line}:${column}, ${original} → ${replacement}`;
}
