// Traces of driven generators, for the tests of coroutines*.ts: as if these lines had been seen.
import { type Plain, toPlain } from "../../trace/plain.ts";
import { emptyTrace, type Outcome, type Trace } from "../../trace/trace.ts";
import { CAUGHT, givenIn, RESUMED, type Step, valueName } from "./coroutines.ts";
import { type Line, NOTHING, type Value } from "./coroutines-driven.ts";

const STATES: Record<string, Outcome["state"]> = { returned: "fulfilled", threw: "rejected" };

/** What the world has made stands in the trace as its own name, or as an Error that says it. */
export function traceOfDriven(steps: readonly Step[], lines: readonly Line[]): Trace {
  const made = Object.fromEntries(
    givenIn(steps).map((given, index): [string, Plain] => {
      const message = valueName(given, index);
      const error: Plain = { t: "error", name: "Error", message, props: [], ref: message };
      return [message, given.ends === "returns" ? message : error];
    }),
  );
  const plain = (value: Value): Plain => (value === NOTHING ? toPlain(undefined) : (made[value] ?? value));
  const end = lines.at(-1)!;
  const notes = lines.slice(0, -1).map(({ what, value, at }, seq) => {
    return { name: what === "caught" ? CAUGHT : RESUMED, value: plain(value), at, seq };
  });
  const main: Outcome = {
    label: "main",
    start: { at: 0, seq: 0 },
    state: STATES[end.what] ?? "pending",
    settled: { at: end.at, seq: notes.length },
    value: plain(end.value),
  };
  const start = { at: 0, seq: 0 };
  const call = { id: "work#1", service: "work", index: 1, args: [1], start, on: "async" as const };
  const input = toPlain({ steps });
  return emptyTrace({ notes, outcomes: { main }, made, calls: [call], input, endedAt: end.at });
}
