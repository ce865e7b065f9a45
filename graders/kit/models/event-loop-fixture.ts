// Traces of loops, for the tests of event-loop-*.ts: as if a program had been done on a loop of which these lines were seen.
import { toPlain } from "../../trace/plain.ts";
import {
  type Call,
  emptyTrace,
  type Moment,
  type Note,
  type Outcome,
  type Trace,
} from "../../trace/trace.ts";
import type { Line, Program } from "./event-loop.ts";

/** `outside`: names of callbacks that ran before the `run()` whose line they stand before. */
export function traceOfLines(program: Program, lines: readonly Line[], outside: string[] = []): Trace {
  let seq = 0;
  const moment = (): Moment => ({ at: 0, seq: ++seq });
  const calls: Call[] = [];
  const notes: Note[] = [{ ...moment(), name: "now", value: 0 }];
  const outcomes: Record<string, Outcome> = {};
  let start: Moment | undefined;
  for (const line of lines) {
    if ("ran" in line) {
      if (!outside.includes(line.ran)) start ??= moment();
      const id = { id: line.ran, service: line.ran, index: 1 };
      calls.push({ ...id, args: [line.now], start: moment(), on: "loop" });
    } else {
      const label = `run() ${notes.length}`;
      outcomes[label] = { label, start: start ?? moment(), state: line.ended };
      notes.push({ ...moment(), name: "now", value: line.now });
      start = undefined;
    }
  }
  return emptyTrace({ calls, notes, outcomes, input: toPlain({ program }) });
}
