// What a grader is: an exercise's checks, each a scenario (run in the sandbox) and expectations (judged outside).
import type { Arbitrary } from "fast-check";
import type { Plain, Position } from "../trace/plain.ts";
import type { Trace } from "../trace/trace.ts";
import type { World } from "../world/world.ts";

/** A failed expectation. `message` is what the student reads first; `misconception` an id of misconceptions/. */
export interface Failure {
  message: string;
  misconception?: string;
  /** What is named if nothing else is: what this failure mostly comes of. */
  likely?: string;
  /** The error that the failure is about: where it was thrown, if that was in the student's code, is shown. */
  culprit?: Plain;
  /** The place in the submission's source that it is about. */
  where?: Position;
}

/** What an expectation gives: `undefined` when it holds. */
export type Finding = Failure | undefined;

/** A scenario with its expectation, both functions of its input: most checks of a grader are one play with other casts. */
export interface Play<Student, Input = undefined> {
  /**
   * Runs in the sandbox: calls the student's code with services of the world. What it returns is watched as `main`.
   * If it returns a promise of the student's, `main` is that promise's outcome.
   */
  scenario: (world: World, student: Student, input: Input) => unknown;
  /** Pure: judges the trace. All must hold. The first failure is what the student reads. */
  expect: (trace: Trace, input: Input) => Finding[];
  /** The input in words, in front of each failure: `With durations of 300 and 100 ms`. */
  says?: (input: Input) => string;
  /** See `CheckOptions`. */
  mistakes?: Mistakes;
}

export interface CheckOptions<Student, Input = undefined> extends Play<Student, Input> {
  /** A whole number of points; an exercise's sum to 10. */
  points: number;
  /**
   * The inputs of the play: a list of at most MOST_INPUTS, each of which is asked in turn, or generated ones (fast-check),
   * of which the smallest that fails is shown. Without, it is played once.
   */
  cast?: readonly Input[] | Arbitrary<Input>;
  /**
   * Names the misconception behind a failure where the expectation itself names none: the first predicate that is
   * true of the failing trace wins. For what only this check can see; see also the grader's own `mistakes`.
   */
  mistakes?: Mistakes;
  /** Names the misconception behind a run that had to be stopped, since it never gave the event loop back. */
  whenStuck?: string;
  /**
   * Words that the expectation asks about: `async`, `await`, or names of what the language or the platform gives to
   * everybody. Those that the submission's code uses are in the trace: `uses`.
   */
  words?: readonly string[];
  /** Inputs of which all are tried, in every order of events, by `npm run explore`. No grading asks for them. */
  explored?: Explored<Input>;
  /** Labels of outcomes that may stay pending, or all of them. Anything else that is still pending fails the check. */
  mayPend?: readonly string[] | true;
  /** Virtual ms after which the run is given up; default 600,000. */
  virtualLimit?: number;
  /** Timers fired after which the run is given up; default 20,000. */
  stepLimit?: number;
}

/** All small inputs of a check, for `npm run explore`. */
export interface Explored<Input> {
  /** What a size counts: `clients`. */
  of: string;
  /** Every input of a size (1 and more), the smallest first; none if there is none so small. */
  inputs: (size: number) => Iterable<Input>;
  /** Kinds of gaps, beside the usual one, that there may be between two events: see `explorer`. Default 1: the same turn. */
  gaps?: number;
}

/** misconception id -> whether this trace shows it. Order matters: the most telling first. */
export type Mistakes = Record<string, (trace: Trace) => boolean>;

export interface Check<Student = any, Input = any> extends CheckOptions<Student, Input> {
  /** Which check of its grader this is, wherever one is meant: `order`. */
  id: string;
  /** What it is called: the sentence that the student reads, and a bullet in the exercise's README. */
  title: string;
  /** The program itself is the scenario: see engine/play/. No author writes it. */
  itself?: true;
  /** Of a generated cast: which of its inputs are asked first. See `ChosenInputs`; no author writes them. */
  chosen?: readonly string[];
}

/** How many inputs a check asks at most. */
export const MOST_INPUTS = 24;

/** Whether the inputs are generated, and not a list. */
export function isGenerated<Input>(cast: CheckOptions<any, Input>["cast"]): cast is Arbitrary<Input> {
  return cast !== undefined && !Array.isArray(cast);
}

export interface Grader<Student = any> {
  /** `03-three-apis`: the same in exercises/, solutions/ and graders/. */
  id: string;
  checks: Check<Student>[];
  mistakes: Mistakes;
}

/**
 * A check. `id`: a short word or two of lower case with hyphens, unique in its grader; a check that is like another
 * exercise's has its id (`failure`, `apart`). `title` is the sentence that the student reads.
 */
export function check<Student, Input = undefined>(
  id: string,
  title: string,
  options: CheckOptions<Student, Input>,
): Check<Student, Input> {
  const { says } = options;
  return { id, title, ...options, ...(says && { expect: saying(says, options.expect) }) };
}

/** Says in front of each failure which input it is about. */
function saying<Input>(
  says: (input: Input) => string,
  expect: CheckOptions<unknown, Input>["expect"],
): typeof expect {
  return (trace, input) =>
    expect(trace, input).map(
      (finding) => finding && { ...finding, message: `${says(input)}: ${finding.message}` },
    );
}

/**
 * An exercise's grader: its checks, the basic one first (if it fails because nothing is implemented, the rest are
 * skipped), and the mistakes that any of them may show. Throws on points that do not sum to 10, on fewer than 4 or
 * more than 8 checks, on a list of more than MOST_INPUTS, on an id that is no such word, and on an id or a title that is
 * there twice.
 */
export function grader<Student>(
  id: string,
  checks: Check<Student, any>[],
  mistakes: Mistakes = {},
): Grader<Student> {
  const points = checks.reduce((sum, { points }) => sum + points, 0);
  if (points !== 10) throw new Error(`${id}: the checks' points sum to ${points}; they must sum to 10`);
  if (checks.length < 4 || checks.length > 8)
    throw new Error(`${id}: has ${checks.length} checks; 4 to 8 are wanted`);
  for (const { id: check, cast } of checks)
    if (Array.isArray(cast) && cast.length > MOST_INPUTS)
      throw new Error(`${id}: "${check}" lists ${cast.length} inputs; a check asks ${MOST_INPUTS} at most`);
  const odd = checks.find((each) => !/^[a-z]+(-[a-z]+)*$/.test(each.id));
  if (odd) throw new Error(`${id}: "${odd.id}" is no id for a check; write lower case with hyphens`);
  for (const key of ["id", "title"] as const) {
    const values = new Set(checks.map((each) => each[key]));
    if (values.size !== checks.length) throw new Error(`${id}: two checks have the same ${key}`);
  }
  return { id, checks, mistakes };
}
