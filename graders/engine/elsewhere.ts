// A submission whose programs are run elsewhere and judged here: what goes there, and what of the answers counts.
import type { Grader } from "../kit/grader.ts";
import type { Use } from "../trace/trace.ts";
import { ExerciseRun, type Program } from "./checks.ts";
import { type Children, confirmed } from "./judge/confirmed.ts";
import { isFinal, isOurFault } from "./judge/final.ts";
import type { Runs } from "./runs.ts";
import { Replayed, Transcribed, type Transcript, TranscriptError } from "./transcript.ts";
import type { Answers, CheckVerdict, ExerciseVerdict } from "./types.ts";

/** All that decides which runs a program gets, and nothing of who wrote it. */
export interface ProgramElsewhere {
  /** Its id. */
  exercise: string;
  code: string;
  /** It is the exercise's stub. */
  untouched: boolean;
  /** Where it uses the words that the exercise's checks ask for. */
  uses: Use[];
}

/**
 * Has programs of one submission run, and resolves to a transcript of each; undefined for one that could not be had. The
 * second `attempt` is made by another machine than the first, if there is one.
 */
export type RunElsewhere = (
  programs: readonly ProgramElsewhere[],
  attempt: 1 | 2,
) => Promise<(Transcript | undefined)[]>;

export interface Elsewhere {
  run: RunElsewhere;
  /** Put around what is run on this machine after all. */
  here<T>(act: () => Promise<T>): Promise<T>;
}

export interface Ready {
  program: Program;
  untouched: boolean;
}

type Judged = { checks: CheckVerdict[]; answers: Answers };

/** What the engine does about an exercise of the submission. */
export interface Exercises {
  ready(grader: Grader): Promise<Ready | ExerciseVerdict>;
  known(grader: Grader): Answers | undefined;
  verdict(grader: Grader, judged: Judged): ExerciseVerdict;
  /** Makes a fault of ours in it the exercise's verdict. */
  guarded<None>(grader: Grader, act: () => Promise<ExerciseVerdict | None>): Promise<ExerciseVerdict | None>;
  /** Runs and judges it on this machine. */
  here(grader: Grader): Promise<ExerciseVerdict>;
}

/** The verdicts on these exercises, in order. */
export async function verdictsElsewhere(
  graders: readonly Grader[],
  run: RunElsewhere,
  seed: number,
  exercises: Exercises,
): Promise<ExerciseVerdict[]> {
  const verdicts = new Map<Grader, ExerciseVerdict>();
  const open = new Map<Grader, Ready>();
  for (const grader of graders) {
    const verdict = await exercises.guarded(grader, async () => {
      const ready = await exercises.ready(grader);
      if (!("program" in ready)) return ready;
      const judged = await judgedAgain(ready, exercises.known(grader), seed);
      if (judged) return exercises.verdict(grader, judged);
      open.set(grader, ready);
      return undefined;
    });
    if (verdict) verdicts.set(grader, verdict);
  }
  const first = await attempt(open, 1);
  const doubtful = new Map([...open].filter(([grader]) => first.has(grader) && !isFinal(first.get(grader)!)));
  const second = await attempt(doubtful, 2);
  for (const grader of open.keys()) {
    const [verdict, again] = [first.get(grader), second.get(grader)];
    const counts = verdict && (!doubtful.has(grader) || (again && agree(verdict, again)));
    verdicts.set(grader, counts ? verdict : await exercises.here(grader));
  }
  return graders.map((grader) => verdicts.get(grader)!);

  /** Those that could be had, and are no fault of ours. */
  async function attempt(open: ReadonlyMap<Grader, Ready>, number: 1 | 2) {
    const given = new Map<Grader, ExerciseVerdict>();
    if (open.size === 0) return given;
    const transcripts = await run([...open.values()].map(programElsewhere), number);
    for (const [index, [grader, ready]] of [...open].entries()) {
      const verdict = await exercises.guarded(grader, async () => {
        const judged = await replayed(ready, transcripts[index], seed);
        return judged && exercises.verdict(grader, judged);
      });
      if (verdict && !isOurFault(verdict)) given.set(grader, verdict);
    }
    return given;
  }
}

/** Where the machine had a say, two must say the same. */
function agree(one: ExerciseVerdict, other: ExerciseVerdict): boolean {
  return one.checks.every(({ outcome }, index) => outcome === other.checks[index]!.outcome);
}

function programElsewhere({ program: { grader, code, uses }, untouched }: Ready): ProgramElsewhere {
  const words = [...new Set(grader.checks.flatMap((check) => check.words ?? []))];
  return { exercise: grader.id, code, untouched, uses: words.length > 0 ? (uses?.(words) ?? []) : [] };
}

/** What known answers alone tell; undefined if more must be run. */
async function judgedAgain({ program, untouched }: Ready, known: Answers | undefined, seed: number) {
  if (!known || known.size === 0) return undefined;
  return judgedBy(program, new Replayed([]), { known, seed, untouched });
}

function replayed({ program, untouched }: Ready, transcript: Transcript | undefined, seed: number) {
  return transcript && judgedBy(program, new Replayed(transcript), { seed, untouched });
}

/** Undefined where the transcript is not what this program's runs would be answered. */
async function judgedBy(
  program: Program,
  runs: Replayed,
  { known, seed, untouched }: { known?: Answers; seed: number; untouched: boolean },
): Promise<Judged | undefined> {
  const run = new ExerciseRun(program, runs, { known, final: true });
  try {
    const checks = await run.all(seed, untouched);
    return runs.atEnd ? { checks, answers: run.answers } : undefined;
  } catch (error) {
    if (error instanceof TranscriptError) return undefined;
    throw error;
  }
}

/** Runs a program for somebody else: its transcript, as JSON. */
export async function transcriptOf(
  grader: Grader,
  { code, untouched, uses }: Omit<ProgramElsewhere, "exercise">,
  children: Children,
  seed: number,
): Promise<string> {
  const program: Program = {
    grader,
    code,
    // Only what a student reads needs it.
    place: () => undefined,
    uses: (words) => words.flatMap((word) => uses.filter((use) => use.word === word)),
    unnamed: true,
  };
  let last: Transcribed | undefined;
  const around = (runs: Runs) => (last = new Transcribed(runs));
  await confirmed(program, children, { seed, untouched, around });
  return last!.text;
}
