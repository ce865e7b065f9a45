// A loop that reads what arrives, as the trace shows it: beside what it should have got, and which wrong reader explains it.
// Serves whom reader.ts serves.

import { equal, identical, isUndefined, type Plain, refOf, show } from "../../trace/plain.ts";
import { notesOf, outcomeOf, type Trace } from "../../trace/trace.ts";
import type { World } from "../../world/world.ts";
import { wentAlike } from "../apart.ts";
import { fulfilled, noTimerLeft, noted, rejected, that } from "../expectations.ts";
import type { Finding, Mistakes } from "../grader.ts";
import type { Job } from "../jobs.ts";
import { gaveUp } from "../mistakes/gathered.ts";
import { stands } from "../mistakes/slips.ts";
import { holdsPromise, isWrapping, partsOf } from "../mistakes/values.ts";
import { mistakesBy } from "./arrivals.ts";
import { type Pace, type Reader, type Reading, WRONG_READERS } from "./reader.ts";

/** The loop's outcome. */
export const LOOP = "The loop";
const NOTE = "loop";

/** Asks for the values in this pace, and notes each. */
export async function loop(
  world: World,
  values: AsyncIterable<unknown>,
  { begin = 0, pause = 0, leaves }: Pace,
  note = NOTE,
): Promise<void> {
  if (begin === Infinity) return;
  if (begin > 0) await world.wait(begin);
  const got = world.sink(note);
  let count = 0;
  for await (const value of values) {
    got(value);
    if (++count === leaves) break;
    if (pause > 0) await world.wait(pause);
  }
}

const INSTEAD = "in place of an iterator";

/** What the program gave: noted where no loop can ask it, so that no error of the loop's own has to tell it. */
export function handedOut<T>(world: World, values: T): T {
  const kind = kindOf(values);
  if (kind) world.note(INSTEAD, kind);
  return values;
}

/** Whether no loop can ask it: then nothing else need ask it, either. */
export function isSomethingElse(values: unknown): boolean {
  return kindOf(values) !== undefined;
}

function kindOf(values: unknown): string | undefined {
  if (values === undefined || values === null) return String(values);
  if (Array.isArray(values)) return "a list";
  if (typeof (values as AsyncIterable<unknown>)[Symbol.asyncIterator] === "function") return undefined;
  if (typeof (values as PromiseLike<unknown>).then === "function") return "a promise";
  return typeof values === "function" ? "a function" : undefined;
}

const insteadOf = (trace: Trace) => notesOf(trace, INSTEAD)[0]?.value;

/** `called`: the name of what gave it. */
export function isIterator(trace: Trace, called: string): Finding {
  const instead = insteadOf(trace);
  return that(instead === undefined, `\`${called}\` returned ${instead}; expected an async iterator.`);
}

/** What should be read: the reading, and the values by place. */
export interface Due extends Reading {
  values: readonly Plain[];
}

/** The loop got each value in its turn, at its time, and ended so. */
export function readInTurn(trace: Trace, due: Due): Finding {
  const values = due.gets.map(({ index }) => due.values[index]);
  return whole(trace, noted(trace, NOTE, { values, at: due.gets.map(({ at }) => at) }), due);
}

/** The same, in whatever order. */
export function readAll(trace: Trace, due: Due): Finding {
  return whole(trace, gotAll(trace, due), due);
}

function gotAll(trace: Trace, due: Due): Finding {
  const line = (value: Plain, at: number) => `${show(value)} at ${at} ms`;
  const got = notesOf(trace, NOTE).map(({ value, at }) => line(value, at));
  const want = due.gets.map(({ index, at }) => line(due.values[index]!, at));
  const message = `the loop got ${got.join(", ") || "nothing"}; expected ${want.join(", ")}.`;
  return that(got.toSorted().join() === want.toSorted().join(), message);
}

/** An error of its own says more than the values that are missing then. */
function whole(trace: Trace, got: Finding, due: Due): Finding {
  const end = { label: LOOP, at: due.ends };
  const error = errorOf(due);
  if (error !== undefined) return got ?? rejected(trace, { ...end, error });
  const own = outcomeOf(trace, LOOP).state === "rejected";
  return own ? fulfilled(trace, end) : (got ?? fulfilled(trace, end));
}

const errorOf = ({ failed, values }: Due) => (failed === undefined ? undefined : values[failed]);

/** If the loop has left after so many values, it did so at once, and no timer stays. */
export function leftAtOnce(trace: Trace, leaves: number): Finding[] {
  const last = notesOf(trace, NOTE)[leaves - 1];
  if (!last) return [];
  return [fulfilled(trace, { label: LOOP, at: last.at }), noTimerLeft(trace)];
}

/** `next()` after the end, watched as this (its `done` is the value), is done, at once. */
export function staysDone(trace: Trace, label: string): Finding {
  const { state } = outcomeOf(trace, label);
  const { at } = outcomeOf(trace, LOOP).settled ?? {};
  const otherwise = state === "pending" ? "never-ends" : "iterator-outlives-failure";
  return fulfilled(trace, { label, ...(at !== undefined && { at }), value: true, otherwise });
}

/** Another loop over the same, whose outcome and notes have this name, got just what this one got, and ended so. */
export function readAlike(trace: Trace, label: string): Finding {
  const lines = (name: string) =>
    notesOf(trace, name).map(({ value, at }) => `${JSON.stringify(value)} ${at}`);
  const same = that(
    lines(label).join() === lines(NOTE).join(),
    "two loops over the same did not get the same at the same times.",
  );
  return wentAlike(trace, LOOP, label) ?? same;
}

/** Whether something came out more often than it arrived. */
function isRepeated(got: readonly Plain[], { gets, values }: Due): boolean {
  const due = gets.map(({ index }) => values[index]!);
  const times = (all: readonly Plain[], value: Plain) => all.filter((each) => identical(each, value)).length;
  return got.some((value) => times(got, value) > Math.max(1, times(due, value)));
}

/**
 * Whether what is missing had come while the loop was busy, though others that had come so did come out, two from one turn to
 * the next: so all is kept, and only the loop was not woken.
 */
function isUnheard(got: readonly Plain[], { gets, values }: Due, jobs: readonly Job[]): boolean {
  const inOrder = got.every((value, at) => identical(value, values[gets[at]?.index ?? -1] ?? null));
  const waited = (at: number) => (jobs[gets[at]!.index]?.takes ?? Infinity) < gets[at]!.at;
  const kept = got.some((_, at) => at > 0 && (jobs[gets[at]!.index]?.takes ?? Infinity) < gets[at - 1]!.at);
  return inOrder && kept && waited(got.length);
}

/** Whether it is the failure of another one than that which is due. */
function isLaterFailure(error: Plain | undefined, { failed, values }: Due): boolean {
  if (failed === undefined || error === undefined || refOf(error) === undefined) return false;
  return (
    values.some((value, index) => index !== failed && identical(value, error)) &&
    !identical(values[failed]!, error)
  );
}

/**
 * Mistakes of a loop over these jobs, that should get this, or by other rules that. What falsy values are blamed for, others
 * must be asked for first.
 */
export function readerMistakes(
  jobsOf: (trace: Trace) => readonly Job[],
  dueOf: (trace: Trace, rules?: Reader) => Due,
): Mistakes {
  const got = (trace: Trace) => notesOf(trace, NOTE).map(({ value }) => value);
  const end = (trace: Trace) => outcomeOf(trace, LOOP);
  const missing = (trace: Trace) => dueOf(trace).gets.length - got(trace).length;
  const failure = (trace: Trace) => errorOf(dueOf(trace));
  return {
    "falsy-is-nothing": (trace) => jobsOf(trace).some(({ value }) => !value),
    "forgotten-await": (trace) => got(trace).some(holdsPromise),
    "settled-wrappers": (trace) => got(trace).some((value) => partsOf(value).includes("fulfilled")),
    "lost-wake-up": (trace) =>
      end(trace).state === "pending" &&
      missing(trace) > 0 &&
      (jobsOf(trace).some(({ atOnce }) => atOnce) || isUnheard(got(trace), dueOf(trace), jobsOf(trace))),
    "list-for-iterator": (trace) => ["a list", "a promise"].includes(String(insteadOf(trace))),
    "same-winner-again": (trace) => stands(trace, "Promise.race") && isRepeated(got(trace), dueOf(trace)),
    "first-failure-lost": (trace) => isLaterFailure(end(trace).value, dueOf(trace)),
    ...mistakesBy(WRONG_READERS, (trace, rules) => {
      const shows = (reader?: Reader) => !readInTurn(trace, dueOf(trace, reader));
      return !shows() && shows(rules);
    }),
    "floating-rejection": ({ floating }) => floating.length > 0,
    // Who has lost one of them, and knows of it, waits for it.
    "twins-merged": (trace) => {
      const due = dueOf(trace);
      const values = due.gets.map(({ index }) => due.values[index]!);
      const gets = due.gets.filter((_, at) => values.findIndex((value) => equal(value, values[at]!)) === at);
      const fewer = end(trace).state === "fulfilled" && gets.length < due.gets.length;
      return fewer && !gotAll(trace, { ...due, gets });
    },
    "gives-up": (trace) => gaveUp(trace, LOOP),
    "lost-value": (trace) => end(trace).state !== "rejected" && missing(trace) > 0,
    "lost-rejection": (trace) => end(trace).state === "pending" && failure(trace) !== undefined,
    "never-ends": (trace) => end(trace).state === "pending" && missing(trace) === 0,
    "swallowed-error": (trace) => end(trace).state === "fulfilled" && failure(trace) !== undefined,
    "lost-reason": (trace) =>
      end(trace).state === "rejected" && failure(trace) !== undefined && isUndefined(end(trace).value!),
    "wrapped-error": (trace) => isWrapping(end(trace).value ?? null, failure(trace) ?? null),
  };
}
