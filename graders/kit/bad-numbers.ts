// What is made with a number that must be a positive integer, and is made with others. Serves 26, and 28, 29, 31 and 32.
import { show } from "../trace/plain.ts";
import { outcomeOf } from "../trace/trace.ts";
import { that } from "./expectations.ts";
import type { Play } from "./grader.ts";
import { isErrorNamed } from "./mistakes/values.ts";

/** `what` is made by `make` with each of its `cast`, and must throw a RangeError at once. */
export function refusing<Student>(
  what: string,
  make: (student: Student, bad: number) => unknown,
): Play<Student, number> & { cast: number[] } {
  return {
    cast: [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY],
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
