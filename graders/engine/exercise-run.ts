// Runs an exercise's checks one after another against one compiled program, and shrinks generated inputs that fail.
import fc from "fast-check";
import type { Check, Grader } from "../kit/grader.ts";
import { type Plain, type Position, toPlain } from "../kit/plain.ts";
import type { Trace } from "../kit/trace.ts";
import type { Allowance } from "./allowance.ts";
import type { ChildHolder } from "./grade.ts";
import { graderError, judge, notRun } from "./judge.ts";
import type { Request } from "./protocol.ts";
import type { Answer, Child } from "./run.ts";
import type { Answers, CheckVerdict } from "./types.ts";

/** A child that dies costs its whole time limit: after this many a submission's other checks are not run. */
const MAX_DEATHS = 2;
const DEFAULT_INPUTS = 20;
/** Shrinking may take this many runs: a smaller input explains more, up to a point. */
const MAX_SHRINKS = 300;
/** Bytes of traces, as JSON, that one submission's verdicts may keep. Honest ones have a hundredth of it. */
const MAX_KEPT = 32 * 1024 * 1024;

const TOO_LONG =
  "All the checks of this exercise together ran for too long. What in it takes so much computing?";

export class ExerciseRun {
  private deaths = 0;
  private loadedIn: Child | undefined;
  private allowance: Allowance | undefined;
  /** How large a trace was when it came. */
  private readonly sizes = new WeakMap<Trace, number>();
  private readonly grader: Grader;
  private readonly code: string;
  private readonly children: ChildHolder;
  private readonly place: (position: Position) => Position | undefined;
  private readonly known: Answers;
  /** What the checks that run once were answered, to be judged again later. */
  readonly answers = new Map<number, Answer>();

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
    this.answers.delete(this.grader.checks.findIndex(({ title }) => title === verdict.title));
    return rest;
  }

  private check(check: Check, seed: number): Promise<CheckVerdict> {
    if (check.cases) return this.each(check, check.cases, seed);
    return check.given ? this.generated(check, check.given, seed) : this.once(check, seed, undefined);
  }

  private async once(check: Check, seed: number, input: Plain | undefined): Promise<CheckVerdict> {
    if (this.allowance?.over) return notRun(check, "time-limit", TOO_LONG);
    const answer = await this.run(check, seed, input);
    if (answer.kind === "died") this.deaths++;
    return judge(this.grader, check, answer, this.place);
  }

  private async each(check: Check, cases: readonly unknown[], seed: number): Promise<CheckVerdict> {
    let verdict = graderError(check, "there is no case");
    for (const input of cases) {
      verdict = await this.once(check, seed, toPlain(input));
      if (verdict.outcome !== "passed") break;
    }
    return verdict;
  }

  /** Runs the check with inputs until one fails, and then with smaller ones: the smallest that fails is the verdict's. */
  private async generated(check: Check, given: fc.Arbitrary<unknown>, seed: number): Promise<CheckVerdict> {
    let passed: CheckVerdict | undefined;
    let failed: CheckVerdict | undefined;
    const deaths = this.deaths;
    let shrinks = 0;
    const property = fc.asyncProperty(given, async (input) => {
      // A dead child is verdict enough: shrinking it would cost a time limit a step.
      if (this.deaths > deaths) return;
      if (failed && (++shrinks > MAX_SHRINKS || this.allowance?.over)) return;
      const verdict = await this.once(check, seed, toPlain(input));
      if (verdict.outcome === "passed") {
        passed ??= verdict;
        return;
      }
      failed = verdict;
      throw new Error("failed");
    });
    const numRuns = check.runs ?? DEFAULT_INPUTS;
    await fc.check(property, { seed, numRuns, interruptAfterTimeLimit: undefined as never });
    return failed ?? passed ?? graderError(check, "no input was generated");
  }

  private async run(check: Check, seed: number, input: Plain | undefined): Promise<Answer> {
    const index = this.grader.checks.indexOf(check);
    const given = input === undefined ? {} : { input };
    const request = { kind: "run", check: index, seed, ...given } as const;
    const once = input === undefined;
    const known = once ? this.known.get(index) : undefined;
    let answer = known ?? (await this.ask(request));
    // Nothing that a submission may do ends its process so: most likely somebody else did, and it is not its fault.
    if (!known && answer.kind === "died" && answer.outcome === "crashed") answer = await this.ask(request);
    if (once && answer.kind !== "fault") this.answers.set(index, answer);
    if (answer.kind === "trace") {
      // What the run was given is known here: the judge need not take the child's word for it.
      Object.assign(answer.trace, { seed }, given);
      this.sizes.set(answer.trace, answer.bytes ?? 0);
    }
    return answer;
  }

  private async ask(request: Omit<Extract<Request, { kind: "run" }>, "id">): Promise<Answer> {
    const child = (await this.loadedChild()) ?? (await this.loadedChild());
    return child ? child.request(request) : { kind: "fault", message: "The sandbox does not start again." };
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
