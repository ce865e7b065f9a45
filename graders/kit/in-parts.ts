// A play with several inputs in one run, one after the other: for what is only seen by comparing them. Serves 11 and 15.

import { partOf } from "../trace/scope.ts";
import type { Trace } from "../trace/trace.ts";
import type { World } from "../world/world.ts";
import type { Play } from "./grader.ts";

/**
 * The scenario: the play with each of these inputs (by what it is called: `Three users`), begun when the one before has settled, or
 * `gap` virtual ms after it. `parts`: each one's own part of the trace, in their order.
 */
export function inParts<Student, Input>(
  { scenario }: Pick<Play<Student, Input>, "scenario">,
  inputs: Record<string, Input>,
  { gap }: { gap?: number } = {},
) {
  return {
    async scenario(world: World, student: Student): Promise<void> {
      for (const [name, input] of Object.entries(inputs)) {
        const ended = world.watch(name, () => scenario(world.scope(name), student, input));
        await (gap === undefined ? ended : world.wait(gap));
      }
    },
    parts: (trace: Trace) =>
      Object.entries(inputs).map(([name, input]) => ({ name, input, part: partOf(trace, name) })),
  };
}
