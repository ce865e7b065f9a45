// Two calls at the same time with one list of functions, or with one function in each place: for 08 and 10.

import { type Call, notesOf, type Trace } from "../trace/trace.ts";
import type { World } from "../world/world.ts";
import { wentAlike } from "./apart.ts";
import { that } from "./expectations.ts";
import type { Finding } from "./grader.ts";

export type Again = "the same list" | "one in each place";
const OTHER = "The other call";
const CHANGED = "the list, changed";

/** What the call with the list comes to; the other call, if there is to be one, is made in the same turn. */
export async function callAgain<Task extends (...args: any[]) => unknown>(
  world: World,
  list: Task[],
  again: Again | undefined,
  call: (list: Task[]) => Promise<unknown>,
): Promise<unknown> {
  const before = [...list];
  let turn = 0;
  const one = ((...args) => before[turn++ % before.length]!(...args)) as Task;
  if (again) void world.watch(OTHER, () => call(again === "the same list" ? list : list.map(() => one)));
  try {
    return await call(list);
  } finally {
    if (list.length !== before.length || before.some((task, place) => list[place] !== task))
      world.note(CHANGED);
  }
}

/** The list is as it was. Both calls, if there were two, came to the same, and called each function at the same times. */
export function wentAgain(trace: Trace, again: Again | undefined): Finding[] {
  const line = ({ args, start, end, signal }: Call) =>
    [args[0], start.at, end?.at, signal?.aborted?.at].join(" ");
  const lines = trace.calls.map(line).toSorted();
  const inPairs = lines.every((each, index) => each === lines[index ^ 1]);
  const unlike =
    wentAlike(trace, "main", OTHER) ?? that(inPairs, "of two calls that are alike each went its way.");
  const misconception = again === "the same list" ? "shared-state" : "twins-merged";
  return [
    that(notesOf(trace, CHANGED).length === 0, "the list that it was given was changed.", {
      otherwise: "input-changed",
    }),
    again && unlike && { ...unlike, misconception },
  ];
}
