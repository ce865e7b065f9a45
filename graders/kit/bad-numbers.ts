// What is made with a number that must be a positive integer, and is made with others. Serves 12, 13, 26 to 29, and 31.
import { show } from "../trace/plain.ts";
import { outcomeOf, type Trace } from "../trace/trace.ts";
import { rejected, that } from "./expectations.ts";
import type { Finding, Mistakes, Play } from "./grader.ts";
import { hasAsCause, isErrorNamed } from "./mistakes/values.ts";

export const BAD_NUMBERS = [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY];

/** A call that got such a number rejected with a RangeError; and how it goes wrong. */
export const rejectedAsBad = (trace: Trace): Finding => rejected(trace, { shape: { name: "RangeError" } });
export const refusalMistakes: Mistakes = {
  "sync-throw-escapes": ({ outcomes: { main } }) =>
    main?.state === "threw" && isErrorNamed(main.value, "RangeError"),
  "wrapped-error": (trace) =>
    hasAsCause(outcomeOf(trace).value ?? null, (cause) => isErrorNamed(cause, "RangeError")),
  "generic-error": (trace) =>
    outcomeOf(trace).state === "rejected" && !isErrorNamed(outcomeOf(trace).value, "RangeError"),
  "bad-input-accepted": () => true,
};

/** `what` is made by `make` with each of its `cast`, and must throw a RangeError at once. */
export function refusing<Student>(
  what: string,
  make: (student: Student, bad: number) => unknown,
): Play<Student, number> & { cast: number[] } {
  return {
    cast: BAD_NUMBERS,
    scenario: (world, student, bad) => void world.watch(what, () => make(student, bad)),
    says: (bad) => `With ${bad}`,
    expect: (trace) => {
      const { state, value = null } = outcomeOf(trace, what);
      return [
        that(state === "threw", "nothing was thrown.", { otherwise: "bad-input-accepted" }),
        that(isErrorNamed(value, "RangeError"), `${show(value)} was thrown.`, { otherwise: "generic-error" }),
      ];
    },
  };
}
