// The evidence: every grader against answers of which we know what it must say. Each must hold for every seed.
import type { ExerciseVerdict } from "../../../graders/engine/types.ts";
import { numberOf } from "../../lib/exercise-ids.ts";
import { type Fact, fact } from "./facts.ts";
import { type Answer, type Grading as GradingAnswers, gradeAnswers } from "./grade-answers.ts";
import type { ExercisePieces } from "./project-files.ts";
import { headerProblem, said, wrongProblem } from "./wrong-answer.ts";
import { wrongHeader } from "./wrong-header.ts";

/** What the evidence is graded with: each answer must do the same with each. */
export const SEEDS = [1, 20_260_101];

const FEWEST_ALSO_CORRECT = 2;

/** What the evidence needs of the engine. */
export interface Grading extends GradingAnswers {
  graders: readonly { id: string; checks: readonly { id: string; title: string }[] }[];
}

export interface EvidenceOptions {
  seeds: number[];
  jobs: number;
  /** Ids of the misconceptions that have an explanation. */
  misconceptions: ReadonlySet<string>;
  /** Sees each answer's verdict, for what else there is to learn from it, and what is wrong with it. */
  graded?: (
    answer: Answer & { path: string },
    seed: number,
    verdict: ExerciseVerdict,
    problem: string | undefined,
  ) => Promise<void>;
}

/** An answer to an exercise, and what its verdict must be like: a problem, or undefined. */
interface Piece extends Answer {
  /** `solutions/03-three-apis/wrong/x.ts`, or the stub's path. */
  path: string;
  claim: string;
  problem: (verdict: ExerciseVerdict) => string | undefined;
}

/** Grades all answers of all exercises with every seed. */
export async function evidenceFacts(
  exercises: ExercisePieces[],
  engine: Grading,
  { seeds, jobs, misconceptions, graded }: EvidenceOptions,
): Promise<Fact[]> {
  const known = exercises.filter(({ id }) => engine.graders.some((grader) => grader.id === id));
  const pieces = known.flatMap((exercise) =>
    piecesOf(exercise, checksOf(engine, exercise.id), misconceptions),
  );
  const problems = await gradeAll(pieces, engine, { seeds, jobs, misconceptions, ...(graded && { graded }) });
  return [
    ...exercises.map(enoughAlsoCorrect),
    ...exercises.map(enoughWrong),
    ...pieces.map((piece, index) => fact(`${piece.path}: ${piece.claim}`, problems[index])),
  ];
}

function checksOf(engine: Grading, id: string): string[] {
  return engine.graders.find((grader) => grader.id === id)!.checks.map((check) => check.id);
}

function enoughAlsoCorrect({ id, alsoCorrect }: ExercisePieces): Fact {
  const missing = FEWEST_ALSO_CORRECT - alsoCorrect.length;
  return fact(
    `${id}: has ${FEWEST_ALSO_CORRECT} other right answers`,
    missing > 0 &&
      `Write ${missing} more in solutions/${id}/also-correct/, in other styles than the reference.`,
  );
}

function enoughWrong({ id, wrong }: ExercisePieces): Fact {
  return fact(
    `${id}: has wrong answers`,
    wrong.length === 0 &&
      `Write one in solutions/${id}/wrong/ for each misconception that the exercise is about.`,
  );
}

function piecesOf(exercise: ExercisePieces, ids: string[], misconceptions: ReadonlySet<string>): Piece[] {
  const { id, entry, stub, reference, alsoCorrect, wrong } = exercise;
  const piece = (path: string, text: string, claim: string, problem: Piece["problem"]): Piece => {
    return { id, entry, text, path, claim, problem };
  };
  const solution = (name: string) => `solutions/${id}/${name}`;
  return [
    ...(stub === undefined ? [] : [piece(`exercises/${id}/${entry}`, stub, "scores 0", stubProblem)]),
    ...(reference === undefined ? [] : [piece(solution(entry), reference, "is right", rightProblem)]),
    ...alsoCorrect.map(({ name, text }) => piece(solution(name), text, "is right", rightProblem)),
    ...wrong.map(({ name, text }) =>
      piece(solution(name), text, "fails as it says", (verdict) => {
        const problem =
          headerProblem(name, text, ids, misconceptions) ?? wrongProblem(wrongHeader(text)!, verdict);
        return problem && name.startsWith("generated/") ? `${problem}\n${ofGenerated(id)}` : problem;
      }),
    ),
  ];
}

/** There is no file to look at. */
function ofGenerated(id: string): string {
  const command = `npm run catalogue -- --only ${numberOf(id)}`;
  return `It is made by an operator: ${command} --show prints it, and ${command} --generate chooses anew.`;
}

function stubProblem(verdict: ExerciseVerdict): string | undefined {
  const passed = verdict.checks.filter(({ outcome }) => outcome === "passed");
  if (passed.length === 0) return undefined;
  return `The stub passes "${passed[0]!.title}". Change the stub or the check, so that nothing is given away.`;
}

function rightProblem(verdict: ExerciseVerdict): string | undefined {
  const failed = verdict.checks.find(({ outcome }) => outcome !== "passed");
  if (!failed) return undefined;
  return `It is marked down: "${failed.title}" ${said(failed)} Mend the check, or the answer if it is not right after all.`;
}

/** The pieces' problems, in their order. */
async function gradeAll(
  pieces: Piece[],
  engine: Grading,
  { seeds, jobs, misconceptions, graded }: EvidenceOptions,
): Promise<(string | undefined)[]> {
  const problems = new Map<Piece, Map<number, string>>(pieces.map((piece) => [piece, new Map()]));
  await gradeAnswers(pieces, engine, { seeds, jobs }, async (piece, seed, verdict) => {
    const problem = faultOf(verdict) ?? piece.problem(verdict) ?? unexplained(verdict, misconceptions);
    if (problem !== undefined) problems.get(piece)!.set(seed, `${problem} (seed ${seed})`);
    await graded?.(piece, seed, verdict, problem);
  });
  // Which run ended first is chance: the seeds' order is not.
  return pieces.map((piece) =>
    seeds.map((seed) => problems.get(piece)!.get(seed)).find((problem) => problem !== undefined),
  );
}

function faultOf({ checks }: ExerciseVerdict): string | undefined {
  const broken = checks.find(({ outcome }) => outcome === "grader-error");
  return broken && `The grader itself fails in "${broken.title}": ${broken.feedback}`;
}

function unexplained({ checks }: ExerciseVerdict, misconceptions: ReadonlySet<string>): string | undefined {
  const check = checks.find(({ misconception }) => misconception && !misconceptions.has(misconception));
  return (
    check &&
    `"${check.title}" names "${check.misconception}", which graders/misconceptions/ does not explain.`
  );
}
