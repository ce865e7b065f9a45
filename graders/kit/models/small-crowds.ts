// All small crowds (see line.ts), for exploring: serves 13 and 14, and what else hands out places.
import { failing, returning } from "../jobs.ts";
import type { Crowd, Visit } from "./line.ts";

export interface Kinds {
  /** Some ask 100 ms after the one before, not all at once. */
  later?: boolean;
  /** Some fail. */
  fails?: boolean;
  /** Some leave the line after 100 ms. */
  leaves?: boolean;
}

/**
 * Every crowd of so many visits, of 100 or 200 ms each, for one place and for more, but fewer than visits: those first that
 * have fewer odd ones and are sooner over.
 */
export function smallCrowds({
  later = false,
  fails = false,
  leaves = false,
}: Kinds = {}): (size: number) => Crowd[] {
  return (size) => {
    const jobs = [100, 200].flatMap((takes) => [returning(takes), ...(fails ? [failing(takes)] : [])]);
    const one = jobs.flatMap((job): Visit[] => [
      job,
      ...(later ? [{ ...job, after: 100 }] : []),
      ...(leaves ? [{ ...job, leaves: 100 }] : []),
    ]);
    const lists = Array.from({ length: size }).reduce<Visit[][]>(
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
  const odd = visits.filter(({ ends, after, leaves }) => ends !== "returns" || after || leaves).length;
  return visits.reduce((sum, { takes, after = 0 }) => sum + takes + after, 0) + 10 * odd + places;
}
