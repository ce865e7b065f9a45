// A run that was watched closely, for the page to go through step by step; and what each of its lines did.
import { Waiting } from "../../../graders/timeline/waiting.ts";
import type { Position } from "../../../graders/trace/plain.ts";
import { printable } from "../../../graders/trace/printable.ts";
import type { ConsoleLine, Moment, Trace } from "../../../graders/trace/trace.ts";
import { steppedOf } from "../step/stepped.ts";
import { shownLines } from "./check-view.ts";
import { fileViews } from "./file-views.ts";
import type { LineFact, StepsView } from "./shapes.ts";

/** More than these nobody goes through; the rest is left out. */
const MOST = 2000;
/** What waits at one moment is told so far, and how much more there is. */
const MOST_WAITING = 8;

/** `entry`: the file that a place without a name is in. */
export function stepsView(trace: Trace, files: ReadonlyMap<string, string>, entry: string): StepsView {
  const all = steppedOf({ title: "", trace, files, entry }).happenings.slice(0, MOST);
  const waiting = new Waiting(trace);
  return {
    happenings: all.map((one) => ({ ...one, text: printable(one.text) })),
    waiting: all.map(({ seq }) => {
      waiting.to(Math.floor(seq));
      return waiting.inWords(MOST_WAITING);
    }),
    printed: printedBy(trace.console, all),
    console: shownLines(trace),
    entry,
    files: fileViews(files, entry),
    callsAt: trace.calls.map(({ start }) => start.where ?? null),
    lines: lineFacts(trace, entry),
  };
}

/** How many of the console's lines are there after each: one call of it may be several lines. */
function printedBy(lines: readonly ConsoleLine[], moments: readonly Moment[]): number[] {
  const calls = lines.values();
  let next = calls.next();
  let count = 0;
  return moments.map(({ seq }) => {
    for (; !next.done && next.value.seq <= seq; next = calls.next())
      count += next.value.text.split("\n").length;
    return count;
  });
}

/** How long something waited at each line, and how often it called a service; in order of the lines. */
export function lineFacts({ steps = [], calls }: Trace, entry: string): Record<string, LineFact[]> {
  const facts = new Map<string, LineFact>();
  const at = ({ file = entry, line }: Position): LineFact => {
    const key = JSON.stringify([file, line]);
    const known = facts.get(key) ?? { line, waits: 0, waited: 0, calls: 0 };
    facts.set(key, known);
    return known;
  };
  const waiting = new Map<number, { where: Position; since: number }>();
  const goesOn = (task: number, now: number) => {
    const wait = waiting.get(task);
    if (!wait) return;
    waiting.delete(task);
    const fact = at(wait.where);
    fact.waits++;
    fact.waited += now - wait.since;
  };
  for (const step of steps) {
    if (!("task" in step)) continue;
    goesOn(step.task, step.at);
    if (step.kind === "await" && step.where) waiting.set(step.task, { where: step.where, since: step.at });
  }
  for (const { where, since } of waiting.values()) at(where).still ??= since;
  for (const { start } of calls) if (start.where) at(start.where).calls++;
  const sorted = [...facts].sort(([, a], [, b]) => a.line - b.line);
  const byFile = Object.groupBy(sorted, ([key]) => JSON.parse(key)[0] as string);
  return Object.fromEntries(
    Object.entries(byFile).map(([file, all = []]) => [file, all.map(([, fact]) => fact)]),
  );
}
