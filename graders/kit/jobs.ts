// What single calls do, as data: how inputs say it, how a service does it, and how a message puts it into words.
import fc from "fast-check";
import { type Plain, show, toPlain } from "../trace/plain.ts";
import { madeBy, type Trace } from "../trace/trace.ts";
import type { AbortAnswer, Answer, World } from "../world/world.ts";

/** What one call (a task, an attempt, an order) does. Times in virtual ms. */
export interface Job {
  takes: number;
  ends: "returns" | "fails" | "throws";
  /** What it ends with. MADE: something that the world makes up, a text or an Error. See also `errorNamed`. */
  value: unknown;
  /** From the beginning of the one before to its own; 0 if not given. */
  after?: number;
  /** Its promise has settled when it is returned; `takes` is 0 then. */
  atOnce?: boolean;
  /** How it answers the abort of its signal; it ignores it if not given. With `rejects: MADE` it is an Error of its own. */
  onAbort?: AbortAnswer;
}

export const MADE = "made";
/** The values that are nothing to an `if`. */
export const FALSY = [undefined, null, 0, "", false] as const;
/** What may be taken apart in place of being handed on, and then what is nothing to who asks how much is in it. */
export const LISTS = [["one", "two"], [], {}] as const;
/** What a failure may come with: an Error, something that is none, and then what is nothing to an `if`. */
export const REASONS = [MADE, "closed", ...FALSY] as const;

// A value that is given may be undefined, too: hence no default.
const jobOf =
  (ends: Job["ends"]) =>
  (takes: number, ...value: [unknown?]): Job => ({ takes, ends, value: value.length > 0 ? value[0] : MADE });
export const returning = jobOf("returns");
export const failing = jobOf("fails");
export const throwing = (...value: [unknown?]): Job => jobOf("throws")(0, ...value);
/** One that has returned when it is asked. */
export const ready = (...value: [unknown?]): Job => ({ ...returning(0, ...value), atOnce: true });

/**
 * As a job's value: an Error of this name (an input cannot hold one, since it travels as plain data). An AbortError is what
 * the abort of a signal makes that has nothing to do with the call, and an AggregateError has two in it.
 */
export const errorNamed = (name: string) => ({ errorNamed: name });
const isErrorNamed = (value: unknown): value is ReturnType<typeof errorNamed> =>
  typeof value === "object" && value !== null && "errorNamed" in value;

/** A list of jobs; a number is one that returns after so many virtual ms. */
export function jobList(...all: (number | Job)[]): Job[] {
  return all.map((each) => (typeof each === "number" ? returning(each) : each));
}

export const isFailure = ({ ends }: Job): boolean => ends !== "returns";

/**
 * Durations that a picture can show, whole virtual ms: from 100 up to 3000 if not given otherwise. They are uneven, since who looks
 * now and then is seen by that alone, and shrink to short ones in whole hundreds.
 */
export const durations = ({ min = 100, max = 3000 } = {}): fc.Arbitrary<number> =>
  fc
    .tuple(fc.integer({ min: min / 100, max: max / 100 - 1 }), fc.integer({ min: 0, max: 99 }))
    .map(([hundreds, rest]) => 100 * hundreds + rest);

/**
 * Generated jobs that end so (`returns` if not given), with values that the world makes up and, if `falsy` or `lists`, others. They
 * shrink to short ones that return what the world made: what is odd about a smallest one has to be.
 */
export function job({
  ends = ["returns"] as Job["ends"][],
  falsy = false,
  lists = false,
  takes = durations(),
} = {}): fc.Arbitrary<Job> {
  const value = fc.constantFrom<unknown>(MADE, ...(falsy ? FALSY : []), ...(lists ? LISTS : []));
  return fc.tuple(takes, fc.constantFrom(...ends), value).map(([ms, how, what]) => ({
    takes: how === "throws" ? 0 : ms,
    ends: how,
    value: what,
  }));
}

/** Generated lists of such jobs; with `distinct` no two of them take equally long, as far as one can see. */
export function jobs({
  min = 1,
  max = 8,
  distinct = false,
  ...one
}: Parameters<typeof job>[0] & { min?: number; max?: number; distinct?: boolean } = {}): fc.Arbitrary<Job[]> {
  const size = { minLength: min, maxLength: max, size: "max" } as const;
  return distinct
    ? fc.uniqueArray(job(one), { ...size, selector: ({ takes }) => Math.floor(takes / 100) })
    : fc.array(job(one), size);
}

/** What the jobs end with, made in the world as `NAME 1` and so on. */
export function makeValues(world: World, list: readonly Job[], name: string): unknown[] {
  return list.map(({ ends, value }, index) => {
    const what = `${name} ${index + 1}`;
    if (isErrorNamed(value)) return world.made(what, makeError(world, what, value.errorNamed));
    if (value !== MADE) return world.made(what, value);
    return ends === "returns" ? world.payload(what) : world.error(what);
  });
}

function makeError(world: World, what: string, name: string): unknown {
  if (name === "AggregateError")
    return new AggregateError([new Error(`${what}, the first`), new Error(`${what}, the second`)], what);
  return name === "AbortError"
    ? world.signal(`${what} of another`, { aborted: true, reason: undefined, unseen: true }).reason
    : Object.assign(new Error(what), { name });
}

/** The values of `makeValues` in the trace, in the order of the jobs. */
export function valuesOf(trace: Trace, list: readonly Job[], name: string): Plain[] {
  return list.map((_, index) => madeBy(trace, `${name} ${index + 1}`));
}

/** How a service answers the call that does this job, ending with `value`. */
export function answerOf({ takes, ends, atOnce = false, onAbort = "ignore" }: Job, value: unknown): Answer {
  const own = typeof onAbort === "object" && "rejects" in onAbort && onAbort.rejects === MADE;
  const error = () => new Error("It was stopped in the middle");
  return { takes, atOnce, onAbort: own ? { ...onAbort, rejects: error() } : onAbort, [ends]: value };
}

/** The service `name`, which does this job at each call; `returns` stands for the results of one that returns. */
export function serviceFor<Result>(
  world: World,
  name: string,
  job: Job,
  returns?: Result | ((...args: any[]) => Result),
) {
  const [value] = makeValues(world, [job], name);
  return world.service<any[], Result>(name, {
    ...answerOf(job, value),
    ...(returns !== undefined && { returns }),
  });
}

/** The service `name`: called with a number, from 1, it does that job. */
export function jobService(world: World, list: readonly Job[], name: string) {
  const values = makeValues(world, list, name);
  return world.service<[number, AbortSignal?], unknown>(name, {
    when: (number) => {
      const own = list[number - 1];
      return own && answerOf(own, values[number - 1]);
    },
  });
}

/** A function for each job: it calls the service `name` with its number, from 1, and its signal if it is given one. */
export function jobFunctions(world: World, list: readonly Job[], name: string) {
  const service = jobService(world, list, name);
  return list.map(
    (_, index) => (signal?: AbortSignal) => (signal ? service(index + 1, signal) : service(index + 1)),
  );
}

/**
 * A synchronous function for each job, for a thread: it calls the blocking service `name` with its number, from 1, for
 * as long as the job takes, and returns or throws what the job ends with.
 */
export function blockingFunctions(world: World, list: readonly Job[], name: string): (() => unknown)[] {
  const values = makeValues(world, list, name);
  const work = world.blocking(name, { costs: (number: number) => list[number - 1]!.takes });
  return list.map((own, index) => () => {
    work(index + 1);
    if (isFailure(own)) throw values[index];
    return values[index];
  });
}

/** The blocking function `name`, for a thread: called with a number, from 1, it does that job, and returns or throws what that ends with. */
export function blockingJobs(world: World, list: readonly Job[], name: string): (number: number) => unknown {
  const all = blockingAll(world, list, name);
  return (number) => all[number - 1]!(number);
}

/**
 * The blocking function `name`, for a thread: called with one of the `things`, in whose place stands what it does, it takes
 * that job's time, and returns or throws what the job ends with; with anything else it does the first.
 */
export function blockingService(
  world: World,
  list: readonly Job[],
  name: string,
  things: readonly unknown[],
): (...args: unknown[]) => unknown {
  const all = blockingAll(world, list, name);
  return (...args) => all[Math.max(0, things.indexOf(args[0]))]!(...args);
}

function blockingAll(world: World, list: readonly Job[], name: string) {
  const values = makeValues(world, list, name);
  return list.map((own, index) =>
    world.blocking(name, { costs: own.takes, [isFailure(own) ? "throws" : "returns"]: values[index] }),
  );
}

/** `300 ms, 200 ms that fails with null (100 ms later)`. */
export function inWords(list: readonly Job[]): string {
  const end = ({ ends, value }: Job) => {
    const what = value === MADE ? "" : isErrorNamed(value) ? `an ${value.errorNamed}` : show(toPlain(value));
    if (ends === "returns") return what && `that returns ${what}`;
    const verb = ends === "fails" ? "that fails" : "that throws at once";
    return what ? `${verb}, with ${what}` : verb;
  };
  const one = (each: Job) =>
    [
      each.ends === "throws"
        ? "one"
        : each.atOnce
          ? "one that is there at once"
          : each.takes === Infinity
            ? "one that never ends"
            : `${each.takes} ms`,
      end(each),
      abortInWords(each.onAbort),
      each.after ? `(${each.after} ms later)` : "",
    ]
      .filter(Boolean)
      .join(" ");
  return list.map(one).join(", ") || "none";
}

function abortInWords(answer: AbortAnswer = "ignore"): string {
  if (answer === "ignore") return "";
  const verb = "resolves" in answer ? "resolves" : "rejects";
  const what =
    "resolves" in answer
      ? ""
      : answer.rejects === "reason"
        ? " with its reason"
        : " with an error of its own";
  return `that on an abort ${verb}${what}${answer.after ? ` ${answer.after} ms later` : ""}`;
}
