// Generated lines in which wrong rules show, each by itself. Serves whom line.ts serves.
import fc from "fast-check";
import { MADE, returning } from "../jobs.ts";
import { type Crowd, line, type Visit } from "./line.ts";
import { rulesOf, startsBy, type WrongId } from "./line-mistakes.ts";

/** Whether each of these wrong rules shows in such a crowd, and none looks like another: so that a failure can be named. */
export function tells(crowd: Crowd, ids: readonly WrongId[]): boolean {
  const kinds = ids.map((id) => rulesOf(id, crowd).map((rules) => startsBy(crowd, rules).join()));
  const right = startsBy(crowd).join();
  return kinds.every(
    (own, at) =>
      !own.includes(right) &&
      kinds.every((other, n) => n === at || !own.some((each) => other.includes(each))),
  );
}

const NOBODY = -1;

/**
 * One more who asks in the turn in which another ends while somebody waits, and one when nobody does and the place given back
 * is the only free one (NOBODY if there is no such moment). `lags`: how many microtasks later than they could.
 */
function followed({ visits, places }: Crowd, lags: readonly number[]): Crowd {
  const follow = (all: Visit[], such: (waiting: number, busy: number) => boolean) => {
    const { stays } = line(all, { places });
    const at = stays.findIndex(({ ends = 0 }) => {
      const waiting = stays.filter(({ asks, starts = 0 }) => asks < ends && starts >= ends);
      const busy = stays.filter((stay) => stay.starts! < ends && stay.ends! > ends);
      return such(waiting.length, busy.length);
    });
    return [...all, { ...returning(100), follows: at, lag: lags[all.length - visits.length]! }];
  };
  const more = follow(visits, (waiting) => waiting > 0);
  return { places, visits: follow(more, (waiting, busy) => waiting === 0 && busy === places - 1) };
}

/**
 * Generated crowds of 5 to 10 visits at 2 to 4 places, in each of which all these wrong rules show. All of them return;
 * they come at once, or, if `later`, also up to a second after each other and, at last, in the turn in which another ends. A
 * picture shows each difference. `latest`: how many microtasks later than they could these ask at most.
 */
export function telling(ids: readonly WrongId[], { later = false, latest = 6 } = {}): fc.Arbitrary<Crowd> {
  const hundreds = (max: number) => fc.integer({ min: 1, max }).map((each) => 100 * each);
  // Nobody asks in the very ms in which another ends, by whatever rules: who was first would be chance.
  const off = hundreds(10).map((ms) => ms + 10);
  const visit: fc.Arbitrary<Visit> = fc.record({
    takes: hundreds(20),
    after: later ? fc.oneof(fc.constant(0), fc.constant(0), off) : fc.constant(0),
    ends: fc.constant<Visit["ends"]>("returns"),
    value: fc.constant<unknown>(MADE),
  });
  const lag = fc.integer({ min: 0, max: latest });
  const visits = fc.array(visit, { minLength: 5, maxLength: 10, size: "max" });
  return fc
    .record({
      places: fc.integer({ min: 2, max: 4 }),
      visits,
      lags: later ? fc.tuple(lag, lag) : fc.constant([]),
    })
    .map(({ lags, ...crowd }) => (later ? followed(crowd, lags) : crowd))
    .filter((crowd) => crowd.visits.every(({ follows }) => follows !== NOBODY))
    .filter((crowd) => tells(crowd, ids));
}
