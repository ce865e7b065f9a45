// All short lists of small jobs, for exploring what runs at once (see `Explored`). Serves 03, 08, 09, 10, 16, 22 and 23.
import type { Job } from "../jobs.ts";

/**
 * Every list of so many of these jobs, the same one several times, too. Those first that have fewer other than the first kind
 * of job, and are sooner over.
 */
export function smallLists<Each extends Job>(kinds: readonly Each[]): (size: number) => Each[][] {
  const odd = (list: Each[]) => list.filter((job) => job !== kinds[0]).length;
  const weight = (list: Each[]) => list.reduce((sum, { takes }) => sum + takes, 0) + 10 * odd(list);
  return (size) =>
    Array.from({ length: size })
      .reduce<Each[][]>((all) => all.flatMap((list) => kinds.map((kind) => [...list, kind])), [[]])
      .sort((a, b) => weight(a) - weight(b));
}
