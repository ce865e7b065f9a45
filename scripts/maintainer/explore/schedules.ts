// The schedules of one input, one after another: a depth-first search over sequences of choices, by replaying from the start.
import type { Choice } from "../../../graders/trace/trace.ts";

/**
 * The sequence of choices that comes after the one that led to `choices`, or undefined after the last: the last choice that has
 * another way, taken. At most `joined` gaps are not the usual one. Replayed, it goes its own way from there on.
 */
export function nextSchedule(choices: readonly Choice[], joined: number): number[] | undefined {
  for (let last = choices.length - 1; last >= 0; last--) {
    const { took, of, gap } = choices[last]!;
    const before = choices.slice(0, last);
    const room = !gap || joinedIn(before) < joined;
    if (took + 1 < of && room) return [...before.map((choice) => choice.took), took + 1];
  }
  return undefined;
}

/** How many gaps were not the usual one. */
export function joinedIn(choices: readonly Choice[]): number {
  return choices.filter(({ took, gap }) => gap && took > 0).length;
}

/** The choices that were taken, without the zeros at the end, which are taken anyway. */
export function takenIn(choices: readonly Choice[]): number[] {
  const taken = choices.map(({ took }) => took);
  while (taken.at(-1) === 0) taken.pop();
  return taken;
}

/**
 * With as few choices other than the usual one as show the same: each is set to 0 in turn, once, and stays so if `same` still
 * holds of the run.
 */
export async function simplest(
  taken: readonly number[],
  same: (taken: number[]) => Promise<boolean>,
): Promise<number[]> {
  let simple = [...taken];
  for (const [index, took] of taken.entries()) {
    if (took === 0) continue;
    const simpler = simple.with(index, 0);
    if (await same(simpler)) simple = simpler;
  }
  while (simple.at(-1) === 0) simple.pop();
  return simple;
}
