// The order of what falls into one virtual millisecond, as a sequence of choices: by default events come as they were made.
import type { Choice } from "../trace/trace.ts";
import type { TimerHandle, VirtualClock } from "./clock.ts";

/** What comes next, if anything does, and what comes in the turn of the event before, if anything does. */
export interface Chooser {
  next(): TimerHandle | undefined;
  /** After how many microtasks the next one comes before they have all run out: it comes in the same turn, or nearly so. */
  joined?(before: TimerHandle): { timer: TimerHandle; microtasks: number } | undefined;
}

/**
 * Says which timer fires next: `order` has a number for each time at which several of the world's are due together, of
 * which the first is 0 (a number past the last one counts on from the first again, a missing one is 0). What a scenario does
 * keeps its order, student timers and heartbeats their place. What was chosen from goes to `made`.
 */
export function chooser(
  clock: VirtualClock,
  order: readonly number[],
  made: (choice: Choice) => void,
): Chooser {
  const take = taking(clock, order, made);
  return {
    next() {
      const candidates = clock.candidates();
      const [first] = candidates;
      const events = candidates.filter(isEvent);
      if (!first || !events.includes(first)) return first;
      return events[take(events.length, first)];
    },
  };
}

/**
 * As `chooser`, for exploring all that may happen: any of the scenario's events and the student's first timer may come next, too, and
 * before what a client does (or another service's end, after one) there is a choice of the gap, of `gaps` kinds beside the usual
 * one, in which all microtasks run out: none at all, which is the same turn; one microtask; two, and so on. `seq`: what was
 * written down last.
 */
export function explorer(
  clock: VirtualClock,
  order: readonly number[],
  { gaps, made, seq }: { gaps: number; made: (choice: Choice) => void; seq: () => number },
): Chooser {
  const take = taking(clock, order, made);
  return {
    next() {
      const events = clock.candidates({ everyone: true });
      return events[take(events.length, events[0])];
    },
    joined(before) {
      if (gaps === 0 || !isEvent(before)) return undefined;
      const due = clock.candidates({ everyone: true }).filter(({ due }) => due <= clock.now);
      const events = due.filter(
        ({ owner }) => owner === "scenario" || (owner === "world" && owner === before.owner),
      );
      if (events.length === 0) return undefined;
      const gap = take(1 + gaps, undefined, { seq: seq() });
      return gap === 0 ? undefined : { timer: events[take(events.length)]!, microtasks: gap - 1 };
    },
  };
}

const isEvent = ({ owner }: TimerHandle) => owner === "world" || owner === "scenario";

/** Takes the next number of `order` where there is a choice. */
function taking(clock: VirtualClock, order: readonly number[], made: (choice: Choice) => void) {
  let next = 0;
  return (of: number, first?: TimerHandle, gap?: Choice["gap"]): number => {
    if (of < 2) return 0;
    const took = (order[next++] ?? 0) % of;
    made({ at: Math.max(clock.now, first?.due ?? 0), of, took, ...(gap && { gap }) });
    return took;
  };
}
