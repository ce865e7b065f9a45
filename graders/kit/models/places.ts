// A number of places, event by event as they came: who has one when. By the right rules, in whatever order the events had come.
// Serves 26, and 28 and 32, which hand out places as well.

export interface PlaceEvent {
  /** Virtual ms. */
  at: number;
  kind: "asks" | "gives back" | "aborts";
  who: string;
}

/** When somebody was let in, or left without (virtual ms); neither: they wait still. */
export interface Standing {
  came?: number;
  left?: number;
}

export interface Places {
  standings: Map<string, Standing>;
  /** After each event. */
  counts: { at: number; free: number; waiting: number }[];
}

/**
 * First come first served: who gives back, even twice, frees one place, which the first in line has at once; an abort takes
 * those out of the line who wait, and does nothing to those who are in. Where a place comes back and an abort comes in one ms, either may
 * count: `hasLeft` says which did.
 */
export function placesGiven(
  events: readonly PlaceEvent[],
  capacity: number,
  hasLeft: (who: string) => boolean,
): Places {
  const standings = new Map<string, Standing>();
  const counts: Places["counts"] = [];
  const [aborted, given] = [new Set<string>(), new Set<string>()];
  const waiting: string[] = [];
  let free = capacity;
  const act = ({ at, kind, who }: PlaceEvent) => {
    const own = standings.get(who) ?? {};
    standings.set(who, own);
    if (kind === "asks") {
      if (aborted.has(who)) own.left = at;
      else waiting.push(who);
    } else if (kind === "gives back") {
      if (!given.has(who)) free++;
      given.add(who);
    } else {
      aborted.add(who);
      const comesBack = events.some((event) => event.kind === "gives back" && event.at === at);
      if (waiting.includes(who) && (hasLeft(who) || !comesBack)) {
        waiting.splice(waiting.indexOf(who), 1);
        own.left = at;
      } else if (own.came === at && hasLeft(who)) {
        delete own.came;
        own.left = at;
        free++;
      }
    }
  };
  for (const event of events) {
    act(event);
    while (free > 0 && waiting.length > 0) {
      standings.get(waiting.shift()!)!.came = event.at;
      free--;
    }
    counts.push({ at: event.at, free, waiting: waiting.length });
  }
  return { standings, counts };
}
