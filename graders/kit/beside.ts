// A play beside the same play with another input: what goes wrong there as well is not what the check is about.

import { partOf } from "../trace/scope.ts";
import type { Trace } from "../trace/trace.ts";
import type { World } from "../world/world.ts";
import type { Mistakes, Play } from "./grader.ts";

interface Names {
  /** What the play is called, in words, in the trace and in front of failures: `With a prepare that throws`. */
  own: string;
  other: string;
}

/** Virtual ms after which a play that never settles is given up. */
const LASTS = 20_000;

/**
 * A check's `scenario`, `expect` and `mistakes`: the play with its input, then with `other(input)`. A finding counts
 * only if the other one has none in its place: so a check that throws are failures does not ask once more what is
 * done with failures.
 */
export function beside<Student, Input>(
  { scenario, expect, says, mistakes = {} }: Play<Student, Input>,
  other: (input: Input) => Input,
  names: Names,
) {
  const own = (trace: Trace) => partOf(trace, names.own);
  const shown: [string, Mistakes[string]][] = Object.entries(mistakes).map(([id, shows]) => [
    id,
    (trace) => shows(own(trace)),
  ]);
  return {
    mayPend: true as const,
    async scenario(world: World, student: Student, input: Input): Promise<void> {
      const play = (name: string, each: Input) => {
        const ended = world.watch(name, () => scenario(world.scope(name), student, each));
        return Promise.race([ended, world.wait(LASTS)]);
      };
      // Its own first: what that leaves behind is not asked of the other one.
      await play(names.own, input);
      await play(names.other, other(input));
    },
    expect(trace: Trace, input: Input) {
      const usual = expect(partOf(trace, names.other), other(input));
      return expect(own(trace), input).filter((_, index) => !usual[index]);
    },
    says: (input: Input) => [names.own, says?.(input)].filter(Boolean).join(": "),
    mistakes: Object.fromEntries(shown),
  };
}
