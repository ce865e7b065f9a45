// Small traces for the timeline's tests, written by hand.
import { type Plain, toPlain } from "../trace/plain.ts";
import { type Call, emptyTrace, type Moment, type Outcome, type Trace } from "../trace/trace.ts";

interface Written {
  end?: number;
  how?: Call["how"];
  value?: unknown;
  aborted?: number;
  on?: Call["on"];
  thread?: number;
}

/** Within an instant starts come first, then aborts, ends and outcomes, unless `order` says otherwise. */
export function moment(at: number, order = 0): Moment {
  return { at, seq: at * 100 + order };
}

/** A call from `start` to `end` (missing: it never ends). */
export function call(
  service: string,
  args: unknown[],
  start: number,
  end?: number,
  more: Written = {},
): Call {
  return {
    id: `${service}#1`,
    service,
    index: 1,
    args: args.map(toPlain),
    start: moment(start, 1),
    ...(end !== undefined && {
      end: moment(end, 3),
      how: more.how ?? "fulfilled",
      value: toPlain(more.value),
    }),
    ...(more.aborted !== undefined && { signal: { aborted: moment(more.aborted, 2) } }),
    on: more.on ?? "async",
    ...(more.thread !== undefined && { thread: more.thread }),
  };
}

/** An outcome that settled at `at` (missing: pending). */
export function outcome(state: Outcome["state"], at?: number, value?: unknown, label = "main"): Outcome {
  return {
    label,
    start: moment(0),
    state,
    ...(at !== undefined && { settled: moment(at, 9), value: toPlain(value) }),
  };
}

/** A trace of these calls and outcomes; everything else is empty, or as `more` says. */
export function traceOf(calls: Call[], outcomes: Outcome | Outcome[] = [], more: Partial<Trace> = {}): Trace {
  const all = [outcomes].flat();
  const pending = all.some(({ state }) => state === "pending");
  return emptyTrace({
    end: pending ? "never-settles" : "quiet",
    endedAt: Math.max(
      0,
      ...calls.map(({ end }) => end?.at ?? 0),
      ...all.map(({ settled }) => settled?.at ?? 0),
    ),
    outcomes: Object.fromEntries(all.map((one) => [one.label, one])),
    calls,
    ...more,
  });
}

/** 03-three-apis with `await` in a loop, and as it could be. */
export function threeApis(): { yours: Trace; ghost: Trace } {
  const inTurn = [1, 2, 3].map((api) => call("fetchApi", [api], (api - 1) * 1000, api * 1000));
  const together = [1, 2, 3].map((api) => call("fetchApi", [api], 0, 1000));
  return {
    yours: traceOf(inTurn, outcome("fulfilled", 3000, [])),
    ghost: traceOf(together, outcome("fulfilled", 1000, [])),
  };
}

/** An error as a trace holds it. */
export function fault(name: string, message = ""): Plain {
  return { t: "error", name, message, props: [] };
}
