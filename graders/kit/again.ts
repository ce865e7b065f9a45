// Calls that come again with what the caller gave before, and whether that is as it was: at the same time with one list of functions,
// or one function in each place (for 08 and 10), or later with the same list (for 12 and 15); lists alone (for 13).

import { type Call, callsOf, notesOf, type Trace } from "../trace/trace.ts";
import type { World } from "../world/world.ts";
import { wentAlike } from "./apart.ts";
import { called, noted, that } from "./expectations.ts";
import type { Finding } from "./grader.ts";

export type Again = "the same list" | "one in each place";
const OTHER = "The other call";
const [CHANGED, LIST] = ["the list, changed", "the same list"] as const;

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
  return looking(world, [list], () => {
    if (again) void world.watch(OTHER, () => call(again === "the same list" ? list : list.map(() => one)));
    return call(list);
  });
}

/** What the call comes to; in the end it is noted, and drawn, if one of the lists holds other things than before. */
export async function looking(
  world: World,
  lists: readonly (readonly unknown[])[],
  call: () => Promise<unknown>,
): Promise<unknown> {
  const before = lists.map((list) => [...list]);
  const changed = (list: readonly unknown[], was: unknown[]) =>
    list.length !== was.length || was.some((each, place) => list[place] !== each);
  try {
    return await call();
  } finally {
    if (lists.some((list, index) => changed(list, before[index]!))) world.sink(CHANGED)(undefined);
  }
}

/** None of them does. */
export const asTheyWere = (trace: Trace): Finding =>
  that(notesOf(trace, CHANGED).length === 0, "a list that it was given was changed.", {
    otherwise: "input-changed",
  });

/** Calls once more with the caller's list, so many virtual ms later: watched as `again`. What the list holds then is noted. */
export function onceMore(world: World, list: readonly unknown[], ms: number, call: () => unknown): void {
  world.at(ms, () => {
    world.note(LIST, [...list]);
    void world.watch("again", call);
  });
}

/**
 * If it was so called once more: the list held just this, and `SERVICE again` was called as often as the service before, and at the
 * same times, counted from the call: whoever waits for the other one is later.
 */
export function wentOnceMore(trace: Trace, service: string, list: unknown[] | undefined): Finding[] {
  const after = (of: string, label: string) =>
    callsOf(trace, of).map(({ start }) => start.at - (trace.outcomes[label]?.start.at ?? 0));
  const inStep = after(service, "main").join() === after(`${service} again`, "again").join();
  return [
    noted(trace, LIST, { values: list ? [list] : [], otherwise: "input-changed" }),
    called(trace, `${service} again`, { times: list ? callsOf(trace, service).length : 0 }),
    that(!list || inStep, "of two calls with the same list one had to wait for the other."),
  ];
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
  return [asTheyWere(trace), again && unlike && { ...unlike, misconception }];
}
