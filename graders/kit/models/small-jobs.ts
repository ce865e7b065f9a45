// All short lists of small jobs, for exploring what runs at once (see `Explored`). Serves 03, 08, 09, 10, 16, 22 and 23.
import { failing, type Job, ready, returning } from "../jobs.ts";

/** Jobs that return. */
export const RETURNS: readonly Job[] = [returning(100), returning(200), ready(), returning(100, undefined)];
/** And jobs that fail, too. */
export const ENDS: readonly Job[] = [...RETURNS, failing(100), failing(200), failing(100, undefined)];

/** Every list of so many of these, the same one several times, too. */
export const listsOf = <Each>(kinds: readonly Each[], size: number): Each[][] =>
  Array.from({ length: size }).reduce<Each[][]>(
    (all) => all.flatMap((list) => kinds.map((kind) => [...list, kind])),
    [[]],
  );

/**
 * Every list of so many of these jobs, the same one several times, too. Those first that have fewer other than the first kind
 * of job, and are sooner over.
 */
export function smallLists<Each extends Job>(kinds: readonly Each[]): (size: number) => Each[][] {
  const odd = (list: Each[]) => list.filter((job) => job !== kinds[0]).length;
  const weight = (list: Each[]) => list.reduce((sum, { takes }) => sum + takes, 0) + 10 * odd(list);
  return (size) => listsOf(kinds, size).sort((a, b) => weight(a) - weight(b));
}
