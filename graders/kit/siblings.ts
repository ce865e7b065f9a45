// The same play several times in one group: the first to fail aborts the signal that all have, and all are waited for. Serves
// 24 and 25.

import { partOf } from "../trace/scope.ts";
import { madeBy, type Trace } from "../trace/trace.ts";
import type { World } from "../world/world.ts";
import { abortOf } from "./aborts.ts";
import { about } from "./expectations.ts";
import type { Finding, Mistakes } from "./grader.ts";

/** A play of one member. */
export interface Member<Student, Input> {
  /** `group`: the signal that all share; the play's own if there is none. */
  scenario: (world: World, student: Student, input: Input, group?: AbortSignal) => unknown;
  /** `aborted`: when the group was, in virtual ms; undefined if it was not. Why stands in the trace as made `signal reason`. */
  expect: (trace: Trace, input: Input, aborted?: number) => Finding[];
  says: (input: Input) => string;
  mistakes?: Mistakes;
}

const REASON = "signal reason";
const nameOf = (index: number) => `Sibling ${index + 1}`;

/**
 * A check's `scenario`, `expect` and `says` for lists of inputs: each is one member of a group, unless it is alone. What goes
 * wrong in a group and in nothing else is for what its members share.
 */
export function siblings<Student, Input>({ scenario, expect, says, mistakes = {} }: Member<Student, Input>) {
  return {
    mistakes,
    async scenario(world: World, student: Student, inputs: readonly Input[]): Promise<unknown> {
      if (inputs.length === 1) return scenario(world, student, inputs[0]!);
      const group = world.signal("signal");
      const enter = async (input: Input, index: number) => {
        try {
          return await scenario(world.scope(nameOf(index)), student, input, group);
        } catch (error) {
          if (!group.aborted) world.note("abort");
          world.abort(group);
          throw error;
        }
      };
      const all = inputs.map((input, index) => world.watch(nameOf(index), () => enter(input, index)));
      return void (await Promise.all(all));
    },
    expect(trace: Trace, inputs: readonly Input[]): Finding[] {
      if (inputs.length === 1) return expect(trace, inputs[0]!);
      const [aborted, reason] = [abortOf(trace)?.at, madeBy(trace, REASON)];
      return inputs.flatMap((input, index) => {
        const part = partOf(trace, nameOf(index));
        const findings = expect({ ...part, made: { ...part.made, [REASON]: reason } }, input, aborted);
        return about(nameOf(index), findings).map(
          (each) => each && { ...each, misconception: "shared-state" },
        );
      });
    },
    says: (inputs: readonly Input[]): string =>
      inputs.length === 1
        ? says(inputs[0]!)
        : `With ${inputs.length} siblings in one group, whose signal aborts when one of them fails`,
  };
}
