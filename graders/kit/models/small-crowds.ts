// All small crowds (see line.ts), for exploring: serves 13 and 14, and what else hands out places.
import { failing, isFailure, returning, throwing } from "../jobs.ts";
import type { Crowd, Visit } from "./line.ts";
import { listsOf } from "./small-jobs.ts";

export interface Kinds {
  /** Some ask 100 ms after the one before, not all at once. */
  later?: boolean;
  /** But for those at the start no two ask in one ms: for a judge to whom their numbers are the order in which they ask. */
  inTurn?: boolean;
  /** Somebody fails: later, at once, or with what is falsy. */
  fails?: boolean;
  /** Some leave the line after 100 ms, or are aborted already. */
  leaves?: boolean;
}
/** More odd ones in one crowd tell nothing new. */
const MOST_ODD = 2;

/**
 * Every crowd of so many visits, of 100 or 200 ms each, for one place and for more, but fewer than visits: those first that
 * have fewer odd ones and are sooner over.
 */
export function smallCrowds({
  later = false,
  inTurn = false,
  fails = false,
  leaves = false,
}: Kinds = {}): (size: number) => Crowd[] {
  return (size) => {
    const failures = [failing(100), failing(200), throwing(), failing(100, undefined)];
    const jobs = [returning(100), returning(200), ...(fails ? failures : [])];
    const one = jobs.flatMap((job): Visit[] => [
      job,
      ...(later ? [{ ...job, after: 100 }] : []),
      ...(leaves ? [100, 0].map((after) => ({ ...job, leaves: after })) : []),
    ]);
    const lists = listsOf(one, size)
      .filter((visits) => !visits[0]?.after && visits.filter(isOdd).length <= MOST_ODD)
      .filter((visits) => !inTurn || visits.every(({ after }, index) => after || !visits[index - 1]?.after));
    const places = Array.from({ length: Math.max(1, size - 1) }, (_, index) => index + 1);
    return places
      .flatMap((count) => lists.map((visits): Crowd => ({ places: count, visits })))
      .filter(({ visits }) => !fails || visits.some(isFailure))
      .sort((a, b) => weight(a) - weight(b));
  };
}

const isOdd = ({ ends, after, leaves }: Visit) =>
  ends !== "returns" || Boolean(after) || leaves !== undefined;

function weight({ visits, places }: Crowd): number {
  const odd = visits.filter(isOdd).length;
  return visits.reduce((sum, { takes, after = 0 }) => sum + takes + after, 0) + 10 * odd + places;
}
