// Which misconception is behind a failure: what is certain first, then what the grader says, then what is likely.
import type { Check, Failure, Grader } from "../../kit/grader.ts";
import * as slips from "../../kit/mistakes/slips.ts";
import type { Plain } from "../../trace/plain.ts";
import type { ProgramFacts, Trace } from "../../trace/trace.ts";
import { lostThis, messageOf, ownError, textAt } from "./own-errors.ts";
import { COMBINATORS } from "./program/callbacks.ts";
import { factsOf } from "./program/facts.ts";

/** What is named, if anything is. `certain`: whatever the trace may look like, it is just that, or nothing. */
export interface Named {
  misconception?: string | undefined;
  certain?: boolean;
}

/** Names that explain an error of the language's own. */
const TRIPS = new Set([
  ...["forgotten-await", "array-assumed", "missing-callback", "falsy-is-nothing"],
  ...["inherited-name", "iterable-taken-for-generator", "input-refused", "undefined-option"],
]);

/** `code`: the compiled program. Pure. */
export function nameOf(
  grader: Grader,
  check: Check,
  { misconception, likely }: Failure,
  given: Trace,
  code: string,
): Named {
  const trace = { ...given, program: programOf(code) };
  const own = [check.mistakes, grader.mistakes];
  const error = ownError(trace, code);
  if (error) {
    const named = trippedBy(error, trace, code) ?? firstOf(own, trace, (id) => TRIPS.has(id));
    return { misconception: named && isTrip(error, named) ? named : undefined, certain: true };
  }
  const certain =
    firstOf(own, trace, (id) => slips.SPECIAL.has(id)) ??
    firstOf([slips.before], trace) ??
    firstOf(own, trace, (id) => slips.CERTAIN.has(id)) ??
    firstOf([slips.ended], trace);
  if (certain) return { misconception: certain, certain: true };
  if (misconception && isPossible(misconception, trace)) return { misconception };
  const shown = likely !== undefined && (slips.likely[likely]?.(trace) ?? true) ? likely : undefined;
  // Where a grader has looked for one itself, and it is not there, it is not there.
  const asked = new Set(own.flatMap((mistakes) => Object.keys(mistakes ?? {})));
  return {
    misconception: firstOf(own, trace) ?? firstOf([slips.after], trace, (id) => !asked.has(id)) ?? shown,
  };
}

/** Of a run that had to be stopped, and left no trace. */
export function nameOfStuck(check: Check, code: string): string | undefined {
  const { constructs } = programOf(code);
  if (constructs.includes("clock loop")) return "blocking-sleep";
  if (constructs.includes("clock loop that awaits")) return "microtask-is-no-yield";
  if (constructs.includes("awaited again")) return "promise-settles-once";
  return constructs.includes("asked again") ? "retry-in-place-of-queue" : check.whenStuck;
}

/** The first id of these whose predicate is true, and which can be. */
function firstOf(
  all: readonly Check["mistakes"][],
  trace: Trace,
  such: (id: string) => boolean = () => true,
): string | undefined {
  for (const mistakes of all)
    for (const [id, shows] of Object.entries(mistakes ?? {}))
      if (such(id) && isPossible(id, trace) && (slips.evident[id]?.(trace) ?? true) && shows(trace))
        return id;
  return undefined;
}

const isPossible = (id: string, trace: Trace) => slips.possible[id]?.(trace) ?? true;

/** The slip that made the language throw this error. */
function trippedBy(error: Plain, trace: Trace, code: string): string | undefined {
  const [message, text] = [messageOf(error), textAt(error, code)];
  if (lostThis(error, code)) return "then-without-this";
  if (/is not iterable/.test(message) && isCombinator(/^[\w$]+(?=\s*\()/.exec(text)?.[0], code))
    return "all-takes-list";
  // Only who sleeps by that needs either.
  if (/^`(SharedArrayBuffer|Atomics\.wait)` is not here/.test(message))
    return /\bAtomics\.wait\(/.test(code) ? "blocking-sleep" : undefined;
  // What a list's own method says of what it was handed, which was written as a call.
  const handed = /^(undefined|#<Promise>|\[object Promise\]) is not a function/.test(message);
  if (handed && /^(map|flatMap|filter|forEach|some|every|find|reduce)\s*\(\s*[\w$.#]+\s*\(/.test(text))
    return "called-not-passed";
  if (/^(set(Timeout|Interval|Immediate)|queueMicrotask)\s*\(/.test(text))
    return slips.stands(trace, "called callback") ? "called-not-passed" : undefined;
  return slips.before["not-called"]!(trace) ? "not-called" : undefined;
}

/** `all`, or a name of the program's own for it: `const gather = Promise.all.bind(Promise)`. */
function isCombinator(name: string | undefined, code: string): boolean {
  if (name === undefined) return false;
  const own = new RegExp(
    `\\b${RegExp.escape(name)}\\s*=\\s*(__name\\()?Promise\\.(all|allSettled|any|race)\\b`,
  );
  return COMBINATORS.test(name) || own.test(code);
}

/** Whether the name can be behind the error: a method that nothing has is misspelt. */
function isTrip(error: Plain, name: string): boolean {
  if (/is not defined$|before initialization$/.test(messageOf(error))) return false;
  if (name === "input-refused") return /^Reduce of empty array/.test(messageOf(error));
  const method = /\.([\w$]+) is not a function$/.exec(messageOf(error))?.[1];
  const known = method === undefined || METHODS.has(method);
  // A result was used that is not there.
  if (name === "falsy-is-nothing")
    return METHODS.has(/\(reading '([\w$]+)'\)$/.exec(messageOf(error))?.[1] ?? "");
  return name !== "forgotten-await" || known;
}

const METHODS = new Set(
  [Array, String, Map, Set, Number, Object, Function, Iterator].flatMap(({ prototype }) =>
    Object.getOwnPropertyNames(prototype),
  ),
);

let last: { code: string; facts: ProgramFacts } | undefined;

/** One program fails in many checks, one after the other. */
function programOf(code: string): ProgramFacts {
  if (last?.code !== code) last = { code, facts: factsOf(code) };
  return last.facts;
}
