// The order of what falls into one virtual millisecond, as a sequence of choices: by default events come as they were made.
import type { Choice } from "../trace/trace.ts";
import type { TimerHandle, VirtualClock } from "./clock.ts";

/**
 * Says which timer fires next: `order` has a number for each time at which several of the world's are due together, of
 * which the first is 0 (a number past the last one counts on from the first again, a missing one is 0). What a scenario does
 * keeps its order, student timers and heartbeats their place. What was chosen from goes to `made`.
 */
export function chooser(
  order: readonly number[],
  made: (choice: Choice) => void,
): (clock: VirtualClock) => TimerHandle | undefined {
  let next = 0;
  return (clock) => {
    const candidates = clock.candidates();
    const [first] = candidates;
    const events = candidates.filter(({ owner }) => owner === "world" || owner === "scenario");
    if (!first || !events.includes(first) || events.length < 2) return first;
    const took = (order[next++] ?? 0) % events.length;
    made({ at: Math.max(clock.now, first.due), of: events.length, took });
    return events[took];
  };
}
