// Runs an exercise's checks one after another against one compiled program, and shrinks generated inputs that fail.
import fc from "fast-check";
import type { Check, Grader } from "../kit/grader.ts";
import { type Position, toPlain } from "../kit/plain.ts";
import type { Trace } from "../kit/trace.ts";
import type { Allowance } from "./allowance.ts";
import type { ChildHolder } from "./grade.ts";
import { graderError, judge, notRun } from "./judge.ts";
import type { Input } from "./protocol.ts";
import type { Answer, Child } from "./run.ts";
import type { Answers, CheckVerdict } from "./types.ts";

/** A child that dies costs its whole time limit: after this many a submission's other checks are not run. */
const MAX_DEATHS = 2;
export const DEFAULT_INPUTS = 20;
/** Shrinking may take this many runs: a smaller input explains more, up to a point. */
const MAX_SHRINKS = 300;
/**
 * Bytes of traces, as JSON, that these runs may come to. Long runs have long traces: where the time limit ended the
 * shrinking of such, the input that is shown would be another on a busy machine.
 */
const MAX_SHRUNK = 2 * 1024 * 1024;
/** Bytes of traces, as JSON, that one submission's verdicts may keep. Honest ones have a hundredth of it. */
const MAX_KEPT = 32 * 1024 * 1024;

type Death = Extract<Answer, { kind: "died" }>;

const NO_INPUT: Input = [];

const TOO_LONG =
  "All the checks of this exercise together ran for too long. What in it takes so much computing?";

export class ExerciseRun {
  private deaths = 0;
  private loadedIn: Child | undefined;
  private allowance: Allowance | undefined;
  /** The last request was ended since all runs together took too long, and not by a run that never came back. */
  private stopped = false;
  /** How large a trace was when it came. */
  private readonly sizes = new WeakMap<Trace, number>();
  private readonly grader: Grader;
  private readonly code: string;
  private readonly children: ChildHolder;
  private readonly place: (position: Position) => Position | undefined;
  private readonly known: Answers;
  /** What the checks that run once were answered, to be judged again later. */
  readonly answers = new Map<string, Answer>();

  /** `known`: answers of an earlier run of the same program in the same scenarios, which stand for running them again. */
  constructor(
    grader: Grader,
    code: string,
    children: ChildHolder,
    place: (position: Position) => Position | undefined,
    known: Answers = new Map(),
  ) {
    this.known = known;
    this.grader = grader;
    this.code = code;
    this.children = children;
    this.place = place;
  }

  /** All checks' verdicts, in order. The first is the basic one: if nothing works there the others are skipped. */
  async all(seed: number, untouched: boolean): Promise<CheckVerdict[]> {
    const verdicts: CheckVerdict[] = [];
    let skipping = false;
    for (const check of this.grader.checks) {
      if (skipping) verdicts.push(notRun(check, "skipped"));
      else if (this.deaths >= MAX_DEATHS)
        verdicts.push(notRun(check, "skipped", "Not run: two checks had to be stopped."));
      else {
        const verdict = await this.check(check, seed);
        // Before its trace may be dropped: what is kept of other exercises must not change this one's verdicts.
        if (verdicts.length === 0) skipping = untouched || nothingWorks(verdict);
        verdicts.push(this.kept(verdict));
      }
    }
    return verdicts;
  }

  /** The verdict, without its trace if the submission's verdicts hold too much already. */
  private kept(verdict: CheckVerdict): CheckVerdict {
    const { trace, ...rest } = verdict;
    if (!trace) return verdict;
    this.children.keptBytes += this.sizes.get(trace) ?? 0;
    if (this.children.keptBytes <= MAX_KEPT) return verdict;
    this.answers.delete(verdict.id);
    return rest;
  }

  private async check(check: Check, seed: number): Promise<CheckVerdict> {
    const { cases, given } = check;
    const inputs = cases ? cases.map(inputOf) : given ? generatedInputs(check, given, seed) : [NO_INPUT];
    const verdicts = await this.series(check, seed, inputs);
    const last = verdicts.at(-1) ?? graderError(check, "there is no input");
    if (!given) return last;
    // Of those that passed the first one, as the simplest, is shown.
    return last.outcome === "passed" ? verdicts[0]! : this.shrunk(check, given, seed, verdicts);
  }

  /** The verdicts with each of the inputs in turn, as far as the first that did not pass. */
  private async series(check: Check, seed: number, inputs: readonly Input[]): Promise<CheckVerdict[]> {
    const verdicts: CheckVerdict[] = [];
    const failed = () => verdicts.length > 0 && verdicts.at(-1)!.outcome !== "passed";
    // Most wrong answers fail with the first input, and many right ones come at the cost of a single request.
    for (let size = 1; verdicts.length < inputs.length && !failed(); size = inputs.length) {
      const batch = inputs.slice(verdicts.length, verdicts.length + size);
      await this.batch(check, seed, batch, (verdict) => {
        if (!failed()) verdicts.push(verdict());
      });
    }
    return verdicts;
  }

  /** Runs the check with these inputs until a run is no quiet one; `took` gets what tells the verdicts, in order. */
  private async batch(
    check: Check,
    seed: number,
    inputs: readonly Input[],
    took: (verdict: () => CheckVerdict) => void,
  ): Promise<void> {
    const tooLong = () => took(() => notRun(check, "time-limit", TOO_LONG));
    if (this.allowance?.over) return tooLong();
    let done = 0;
    const answered = (answer: Answer) => {
      const input = inputs[done++]!;
      took(() => this.verdict(check, answer, seed, input));
    };
    const known = inputs[0] === NO_INPUT ? this.known.get(check.id) : undefined;
    if (known) {
      if (known.kind === "died") this.deaths++;
      return answered(known);
    }
    let died = await this.ask(check, seed, inputs, answered);
    // Nothing that a submission may do ends its process so: most likely somebody else did, and it is not its fault.
    if (died?.outcome === "crashed") died = await this.ask(check, seed, inputs.slice(done), answered);
    if (!died) return;
    this.deaths++;
    if (died.outcome !== "time-limit") answered(died);
    else if (this.stopped) tooLong();
    else answered(await this.withTrail(check, seed, inputs[done]!, died));
  }

  /** The death with where it happened: the run does the same again, and says all the way where it is. */
  private async withTrail(check: Check, seed: number, input: Input, died: Death): Promise<Death> {
    const again = await this.ask(check, seed, [input], () => {}, true);
    return again?.status ? { ...died, status: again.status } : died;
  }

  /**
   * The verdict on the smallest input that fails. The inputs before it, and the verdicts on them, are known: fast-check
   * generates the same ones again.
   */
  private async shrunk(
    check: Check,
    given: fc.Arbitrary<unknown>,
    seed: number,
    known: CheckVerdict[],
  ): Promise<CheckVerdict> {
    let failed = known.at(-1)!;
    // A dead child is verdict enough: shrinking it would cost a time limit a step.
    if (!failed.trace) return failed;
    const { deaths } = this;
    let [runs, bytes] = [0, 0];
    const property = fc.asyncProperty(given, async (input) => {
      const verdict = known[runs++];
      if (!verdict) {
        if (runs - known.length > MAX_SHRINKS || bytes > MAX_SHRUNK) return;
        if (this.deaths > deaths || this.allowance?.over) return;
        const [smaller] = await this.series(check, seed, [inputOf(input)]);
        bytes += (smaller!.trace && this.sizes.get(smaller!.trace)) ?? 0;
        if (smaller!.outcome === "passed") return;
        failed = smaller!;
      } else if (verdict.outcome === "passed") return;
      throw new Error("failed");
    });
    await fc.check(property, { seed, numRuns: known.length, interruptAfterTimeLimit: undefined as never });
    return failed;
  }

  private verdict(check: Check, answer: Answer, seed: number, input: Input): CheckVerdict {
    if (input === NO_INPUT && answer.kind !== "fault") this.answers.set(check.id, answer);
    if (answer.kind === "trace") {
      // What the run was given is known here: the judge need not take the child's word for it.
      Object.assign(answer.trace, { seed }, input.length === 0 ? {} : { input: input[0] });
      this.sizes.set(answer.trace, answer.bytes ?? 0);
    }
    return judge(this.grader, check, answer, this.place);
  }

  /** Has a child run the check; `took` gets its answers. What it gets instead of an answer is returned. */
  private async ask(
    check: Check,
    seed: number,
    inputs: readonly Input[],
    took: (answer: Answer) => void,
    trail = false,
  ): Promise<Death | undefined> {
    const child = (await this.loadedChild()) ?? (await this.loadedChild());
    if (!child) {
      took({ kind: "fault", message: "The sandbox does not start again." });
      return undefined;
    }
    let died: Death | undefined;
    this.stopped = false;
    await child.runs({ check: check.id, seed, trail }, inputs, (answer) => {
      if (answer.kind === "died") died = answer;
      else took(answer);
      if (died || !this.allowance?.over) return;
      this.stopped = true;
      child.stop();
    });
    return died;
  }

  /** A child that has loaded the program; undefined if it died of that, as one may that an earlier exercise wore out. */
  private async loadedChild(): Promise<Child | undefined> {
    const child = await this.children.get();
    if (this.loadedIn === child) return child;
    const { kind } = await child.request({ kind: "load", exercise: this.grader.id, code: this.code });
    if (kind !== "ready") return undefined;
    this.allowance = child.exerciseAllowance();
    this.loadedIn = child;
    return child;
  }
}

function inputOf(value: unknown): Input {
  return [toPlain(value)];
}

/** A check's generated inputs by seed: the same for every submission. */
const generated = new WeakMap<Check, Map<number, Input[]>>();

function generatedInputs(check: Check, given: fc.Arbitrary<unknown>, seed: number): Input[] {
  const bySeed = generated.get(check) ?? new Map<number, Input[]>();
  generated.set(check, bySeed);
  const known = bySeed.get(seed);
  if (known) return known;
  const made = fc.sample(given, { seed, numRuns: check.runs ?? DEFAULT_INPUTS }).map(inputOf);
  bySeed.set(seed, made);
  return made;
}

/** Whether the basic check failed because there is nothing yet (or nothing that runs), rather than by a mistake. */
function nothingWorks({ outcome, trace }: CheckVerdict): boolean {
  if (outcome === "passed") return false;
  if (!trace) return true;
  const main = trace.outcomes.main;
  if (trace.calls.length > 0 || trace.timersMade.length > 0) return false;
  if (!main || main.state === "threw") return true;
  const { value } = main;
  const empty = typeof value === "object" && value !== null && value.t === "undefined";
  return main.state === "rejected" || (empty && trace.notes.length === 0);
}
