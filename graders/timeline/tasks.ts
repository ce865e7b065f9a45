// The timeline's lanes of async functions that were called.
import { tasksOf } from "../trace/tasks.ts";
import type { Trace } from "../trace/trace.ts";
import { cutMiddle } from "./gaps.ts";
import type { Axis, Gap, Mark, Track } from "./layout.ts";
import { safe } from "./words.ts";

/** A lane for each call, in their order. What took no time is not drawn: it would be many that say nothing. */
export function taskTracks(trace: Trace, { to }: Axis): (Track | Gap)[] {
  const tracks = tasksOf(trace).flatMap(({ name, start, end, how }): Track[] => {
    const until = Math.min(end?.at ?? to, to);
    if (start.at > to || (end && end.at === start.at)) return [];
    const marks: Mark[] = [];
    if (!end) marks.push({ at: to, look: "open", text: trace.end === "quiet" ? "never ends" : "" });
    else if (how === "rejected") marks.push({ at: until, look: "failed", text: "" });
    return [
      {
        kind: "track",
        label: name === "" ? "async function" : `${safe(name, 56)}()`,
        count: 1,
        spans: [{ from: start.at, to: until, look: "task" }],
        marks,
        text: "",
      },
    ];
  });
  return cutMiddle(tracks, (left) => `… ${left.length} more async functions`);
}
