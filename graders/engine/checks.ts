// Runs an exercise's checks one after another against one compiled program, and shrinks generated inputs that fail.
import { type Check, type Grader, isGenerated } from "../kit/grader.ts";
import type { Position } from "../trace/plain.ts";
import type { Trace, Use } from "../trace/trace.ts";
import { type Asked, askedInputs, NO_INPUT, shrink } from "./inputs.ts";
import { graderError, judge, notRun } from "./judge/judge.ts";
import type { Ending, Runs } from "./runs.ts";
import { type Input, Progress } from "./sandbox/protocol.ts";
import type { Answer } from "./sandbox/run.ts";
import type { Answers, CheckVerdict } from "./types.ts";

/** A child that dies costs its whole time limit: after this many the exercise's other checks are not run. */
const MAX_DEATHS = 2;
/** Shrinking may take this many runs: a smaller input explains more, up to a point. */
const MAX_SHRINKS = 300;
/**
 * Bytes of traces, as JSON, that these runs may come to. Long runs have long traces: where the time limit ended the
 * shrinking of such, the input that is shown would be another on a busy machine.
 */
const MAX_SHRUNK = 2 * 1024 * 1024;
/** Bytes of traces, as JSON, that one exercise's verdicts may keep. Honest ones have a hundredth of it. */
const MAX_KEPT = 4 * 1024 * 1024;

const TOO_LONG =
  "All the checks of this exercise together ran for too long. What in it takes so much computing?";

/** What is run, and how its positions map to the student's source. */
export interface Program {
  grader: Grader;
  code: string;
  place: (position: Position) => Position | undefined;
  /** Which of these words the student's files use; none if not given. */
  uses?: (words: readonly string[]) => Use[];
  /** See Judged. */
  unnamed?: boolean;
}

interface CheckInputs {
  check: Check;
  inputs: readonly Input[];
}

type Took = (check: Check, verdict: () => CheckVerdict) => void;

export interface RunOptions {
  /** Answers of an earlier run of the same program in the same scenarios, which stand for running them again. */
  known?: Answers | undefined;
  /** Whatever happens counts: this is never unsure. */
  final?: boolean;
}

export class ExerciseRun {
  /** What came may be due to something else than the program: then it stopped, and must be run again in a fresh child. */
  unsure = false;
  private deaths = 0;
  private keptBytes = 0;
  /** How large a trace was when it came. */
  private readonly sizes = new WeakMap<Trace, number>();
  private readonly grader: Grader;
  private readonly code: string;
  private readonly runs: Runs;
  private readonly place: (position: Position) => Position | undefined;
  private readonly uses: (words: readonly string[]) => Use[];
  private readonly unnamed: boolean;
  private readonly known: Answers;
  private readonly final: boolean;
  private readonly kept = new Map<string, Answer>();
  /** What was asked of checks before it was their turn: the verdicts with their first inputs, by their ids. */
  private readonly early = new Map<string, CheckVerdict[]>();

  constructor(
    { grader, code, place, uses = () => [], unnamed = false }: Program,
    runs: Runs,
    { known = new Map(), final = false }: RunOptions = {},
  ) {
    this.known = known;
    this.final = final;
    this.grader = grader;
    this.code = code;
    this.runs = runs;
    this.place = place;
    this.uses = uses;
    this.unnamed = unnamed;
  }

  /** What the checks that run once were answered, to be judged again later: nothing if a child had to be killed. */
  get answers(): Answers {
    return this.deaths > 0 ? new Map() : this.kept;
  }

  /** All checks' verdicts, in order. The first is the basic one: if nothing works there the others are skipped. */
  async all(seed: number, untouched: boolean): Promise<CheckVerdict[]> {
    const [basic, ...others] = this.grader.checks;
    const first = await this.check(basic!, seed);
    // Before its trace may be dropped.
    const skipping = untouched || nothingWorks(first);
    const verdicts = [this.bounded(first)];
    if (!skipping) await this.askEarly(others, seed);
    for (const check of others) {
      if (this.unsure) break;
      if (skipping) verdicts.push(notRun(check, "skipped"));
      else if (this.deaths >= MAX_DEATHS && !this.failedEarly(check))
        verdicts.push(notRun(check, "skipped", "Not run: two checks had to be stopped."));
      else verdicts.push(this.bounded(await this.check(check, seed)));
    }
    return verdicts;
  }

  /**
   * Asks the checks for their first inputs together, and those that pass for all others: a request costs more than many a
   * run. What is not answered so is asked when it is the check's turn.
   */
  private async askEarly(checks: readonly Check[], seed: number): Promise<void> {
    const casts = checks.map((check) => ({
      check,
      inputs: askedInputs(check, seed).map(({ input }) => input),
    }));
    let bytes = 0;
    const took: Took = (check, verdict) => {
      if (bytes > MAX_KEPT || this.failedEarly(check)) return;
      const given = verdict();
      bytes += this.sizeOf(given);
      if (bytes <= MAX_KEPT) this.early.set(check.id, [...(this.early.get(check.id) ?? []), given]);
    };
    const firsts = casts.map(({ check, inputs }) => ({ check, inputs: inputs.slice(0, 1) }));
    await this.batch(
      firsts.filter(({ check }) => !this.known.has(check.id)),
      seed,
      took,
    );
    const rests = casts.map(({ check, inputs }) => ({ check, inputs: inputs.slice(1) }));
    const passed = ({ check }: CheckInputs) =>
      this.early.get(check.id)?.every((verdict) => !hasFailed(verdict));
    if (this.deaths === 0 && !this.unsure) await this.batch(rests.filter(passed), seed, took);
  }

  private failedEarly(check: Check): boolean {
    return this.early.get(check.id)?.some(hasFailed) ?? false;
  }

  /** The verdict, without its trace if the exercise's verdicts hold too much already. */
  private bounded(verdict: CheckVerdict): CheckVerdict {
    const { trace, ...rest } = verdict;
    if (!trace) return verdict;
    this.keptBytes += this.sizeOf(verdict);
    if (this.keptBytes <= MAX_KEPT) return verdict;
    this.kept.delete(verdict.id);
    return rest;
  }

  private async check(check: Check, seed: number): Promise<CheckVerdict> {
    const asked = askedInputs(check, seed);
    const verdicts = await this.series(
      check,
      seed,
      asked.map(({ input }) => input),
    );
    const last = verdicts.at(-1) ?? graderError(check, "there is no input");
    // Of generated inputs that passed the first is shown, which everybody is asked.
    if (last.outcome === "passed") return isGenerated(check.cast) ? verdicts[0]! : last;
    const first = asked[verdicts.length - 1];
    return first?.origin ? this.shrunk(check, seed, first, last) : last;
  }

  /**
   * The verdicts with each of the inputs, failed ones or not: fewer where a child had to be killed, or where nothing runs
   * whatever the input.
   */
  async each(check: Check, seed: number, inputs: readonly Input[]): Promise<CheckVerdict[]> {
    const verdicts: CheckVerdict[] = [];
    const goesOn = () => this.deaths === 0 && (verdicts.length === 0 || verdicts.at(-1)!.trace);
    while (verdicts.length < inputs.length && goesOn()) {
      const left = inputs.slice(verdicts.length);
      await this.batch([{ check, inputs: left }], seed, (_, verdict) => verdicts.push(verdict()));
    }
    return verdicts;
  }

  /** The verdicts with each of the inputs in turn, as far as the first that did not pass. */
  private async series(check: Check, seed: number, inputs: readonly Input[]): Promise<CheckVerdict[]> {
    const verdicts = this.early.get(check.id) ?? [];
    this.early.delete(check.id);
    const failed = () => verdicts.some(hasFailed);
    // Most wrong answers fail with the first input, and many right ones come at the cost of a single request.
    while (verdicts.length < inputs.length && !failed()) {
      const left = verdicts.length === 0 ? inputs.slice(0, 1) : inputs.slice(verdicts.length);
      await this.batch([{ check, inputs: left }], seed, (_, verdict) => {
        if (!failed()) verdicts.push(verdict());
      });
    }
    return verdicts;
  }

  /**
   * Runs the checks with these inputs, each until a run is no quiet one; `took` gets what tells the verdicts, in order.
   */
  private async batch(asked: readonly CheckInputs[], seed: number, took: Took): Promise<void> {
    const kept = this.keptAnswer(asked);
    const series = asked.filter(({ inputs }) => inputs.length > 0);
    if (series.length === 0) return;
    const progress = new Progress(series);
    const tooLong = () => {
      const { check } = progress.next!.series;
      took(check, () => notRun(check, "time-limit", TOO_LONG));
    };
    if (this.overdue()) return tooLong();
    const answered = (answer: Answer) => {
      const { series, input } = progress.next!;
      progress.took(answer);
      if (answer.kind !== "trace" && answer.kind !== "missing") this.doubt(answer.kind === "fault");
      took(series.check, () => this.verdict(series.check, answer, seed, input));
    };
    if (kept) return answered(kept);
    let done = 0;
    const ending = await this.ask(series, seed, (answer) => {
      done++;
      answered(answer);
    });
    if (!ending) return;
    const { died, stopped } = ending;
    this.deaths++;
    // Nothing that a submission may do ends its process by a crash: most likely somebody else did.
    this.doubt(died.outcome === "crashed");
    const single = series.length === 1 && series[0]!.inputs.length === 1;
    if (this.unsure || (single && died.outcome !== "time-limit")) return answered(died);
    if (stopped) return tooLong();
    // What it had answered last may have died with it, and where it was is not known: it does the same once more.
    let count = 0;
    const again = await this.ask(series, seed, (answer) => ++count > done && answered(answer), true);
    if (!again) return;
    this.doubt(again.died.outcome === "crashed");
    if (again.stopped && !this.unsure) tooLong();
    else answered(again.died);
  }

  /** What is known already of the one run that is asked for. */
  private keptAnswer([asked, ...others]: readonly CheckInputs[]): Answer | undefined {
    if (!asked || others.length > 0 || asked.inputs[0] !== NO_INPUT) return undefined;
    return this.known.get(asked.check.id);
  }

  /**
   * What came is no trace. It counts if this is a fresh child's, which runs the whole exercise, and if it is not `odd`: of
   * a kind that is nobody's doing.
   */
  private doubt(odd = false): void {
    this.unsure ||= !this.final && (odd || this.runs.worn || this.known.size > 0);
  }

  private overdue(): boolean {
    if (!this.runs.over()) return false;
    this.doubt();
    return true;
  }

  /** The verdict on the smallest input that fails, after the one that was asked `failed`. */
  private async shrunk(
    check: Check,
    seed: number,
    asked: Asked,
    failed: CheckVerdict,
  ): Promise<CheckVerdict> {
    // A dead child is verdict enough: shrinking it would cost a time limit a step.
    if (!failed.trace || !isGenerated(check.cast)) return failed;
    const { deaths } = this;
    let [runs, bytes] = [0, 0];
    const failsWith = async (input: Input) => {
      if (++runs > MAX_SHRINKS || bytes > MAX_SHRUNK) return false;
      if (this.unsure || this.deaths > deaths || this.overdue()) return false;
      const [smaller] = await this.series(check, seed, [input]);
      bytes += this.sizeOf(smaller!);
      if (smaller!.outcome === "passed") return false;
      failed = smaller!;
      return true;
    };
    // The usual order explains more than any other, if it shows the failure.
    const usual = asked.input.length === 2 && (await failsWith([asked.input[0]]));
    await shrink(check.cast, usual ? { ...asked, input: [asked.input[0]!] } : asked, failsWith);
    return failed;
  }

  /** Bytes of its trace, as JSON. */
  private sizeOf({ trace }: CheckVerdict): number {
    return (trace && this.sizes.get(trace)) ?? 0;
  }

  private verdict(check: Check, answer: Answer, seed: number, input: Input): CheckVerdict {
    if (input === NO_INPUT && answer.kind !== "fault") this.kept.set(check.id, answer);
    if (answer.kind === "trace") {
      // What the run was given is known here: the judge need not take the child's word for it.
      const given = input.length === 0 ? {} : { input: input[0] };
      const asked = check.words ? { uses: this.uses(check.words) } : {};
      Object.assign(answer.trace, { seed }, given, asked);
      this.sizes.set(answer.trace, answer.bytes ?? 0);
    }
    return judge(this.grader, check, answer, { code: this.code, place: this.place, unnamed: this.unnamed });
  }

  private ask(
    asked: readonly CheckInputs[],
    seed: number,
    took: (answer: Answer) => void,
    trail = false,
  ): Promise<Ending | undefined> {
    const series = asked.map(({ check, inputs }) => ({ check: check.id, inputs }));
    return this.runs.ask({ series, seed, trail }, took);
  }
}

function hasFailed({ outcome }: CheckVerdict): boolean {
  return outcome !== "passed";
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
