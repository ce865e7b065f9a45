// All small crowds (see line.ts), for exploring: serves 13 and 14, and what else hands out places.
import { failing, type Job, returning } from "../jobs.ts";
import type { Crowd } from "./line.ts";

export interface Kinds {
  /** Some ask 100 ms after the one before, not all at once. */
  later?: boolean;
  /** Some fail. */
  fails?: boolean;
}

/**
 * Every crowd of so many visits, of 100 or 200 ms each, for one place and for more, but fewer than visits: those first that
 * have fewer odd ones and are sooner over.
 */
export function smallCrowds({ later = false, fails = false }: Kinds = {}): (size: number) => Crowd[] {
  return (size) => {
    const jobs = [100, 200].flatMap((takes) => [returning(takes), ...(fails ? [failing(takes)] : [])]);
    const one: Job[] = jobs.flatMap((job) => [job, ...(later ? [{ ...job, after: 100 }] : [])]);
    const lists = Array.from({ length: size }).reduce<Job[][]>(
      (all) =>
        all.flatMap((list) =>
          one.filter((job) => list.length > 0 || !job.after).map((job) => [...list, job]),
        ),
      [[]],
    );
    const places = Array.from({ length: Math.max(1, size - 1) }, (_, index) => index + 1);
    return places
      .flatMap((count) => lists.map((visits): Crowd => ({ places: count, visits })))
      .sort((a, b) => weight(a) - weight(b));
  };
}

function weight({ visits, places }: Crowd): number {
  const odd = visits.filter(({ ends, after }) => ends !== "returns" || after).length;
  return visits.reduce((sum, { takes, after = 0 }) => sum + takes + after, 0) + 10 * odd + places;
}
