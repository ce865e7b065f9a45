// What a loop of microtasks and timers promises, one promise at a time: the program is followed along what was seen, so
// that what went wrong before counts as it went. Serves whom event-loop.ts serves.

import { equal, type Plain, show } from "../../trace/plain.ts";
import { notesOf, type Trace } from "../../trace/trace.ts";
import type { Finding } from "../grader.ts";
import {
  callbacksIn,
  type Line,
  LoopState,
  type Program,
  played,
  RIGHT,
  type Rules,
  type Timer,
} from "./event-loop.ts";
import { linesOf } from "./event-loop-done.ts";

/**
 * What was not as it should be. `microtasks`: one out of turn, or a timer before one; `row`: one before a timer, where timers
 * run in rows; `resumed`: a timer before one only at the next `run()` after a throw; `timers`, `twins`: one out of turn, that was due later or was set later; `clock`: `now` is not when
 * the timer is due; `moved`, `waited`: it changed without a timer, late or with no reason; `cleared`, `again`: something
 * ran that was not there; `left`: something did not; `throw`: a throw did not end `run()`; `outside`: something ran
 * outside of it.
 */
export type Fault = keyof typeof SHOWN | (typeof OTHERS)[number];
const OTHERS = ["microtasks", "row", "moved", "waited", "again", "throw", "outside"] as const;
/** The misconceptions of faults that tell by themselves. */
const SHOWN = {
  timers: "creation-order",
  twins: "unstable-order",
  clock: "clock-not-advanced",
  cleared: "cleared-still-runs",
  left: "clears-another",
  resumed: "microtasks-after-timers",
};

/** The first of these misconceptions that a fault tells of by itself. */
export function symptomOf(trace: Trace, program: Program, ids: readonly string[]): string | undefined {
  // Thrown where nobody could catch it.
  if (trace.end === "crashed") return "throw-swallowed";
  const shown: Partial<Record<Fault, string>> = SHOWN;
  return followed(trace, program)
    .flatMap(({ kind }) => shown[kind] ?? [])
    .find((id) => ids.includes(id));
}

/** How a loop works, and what its faults are called. */
export interface Manner {
  rules: Partial<Rules>;
  /** All timers of one time run in a row, before any microtask. */
  rows?: boolean;
  /** A microtask ran before another one, a timer before a microtask, a microtask before the rest of a row. */
  overtook(name: string, first: string): string;
  barged(name: string, waiting: string): string;
  brokeIn(name: string, rest: string): string;
  /** A timer ran before another one, at the same time or a later one. */
  outOfTurn(timer: Timer, least: Timer): string;
  left(name: string): string;
}
const TIMERS: Manner = {
  rules: {},
  overtook: (name, first) => `${name} ran before ${first}, which was queued before it`,
  barged: (name, waiting) => `${name} is a timer, and ran while the microtask ${waiting} was waiting`,
  brokeIn: (name) => `${name} ran too early`,
  outOfTurn(timer, least) {
    const due = ({ name, due }: Timer) => `${name} (due at ${due})`;
    const why = timer.due === least.due ? ", which was set before it" : "";
    return `${due(timer)} ran before ${due(least)}${why}`;
  },
  left: (name) => `${name} had not run when \`run()\` was over`,
};

/** What gives the first fault of these kinds in a trace. */
export const keeping =
  (manner: Manner) =>
  (trace: Trace, program: Program, ...kinds: Fault[]): Finding => {
    const found = followed(trace, program, manner).find(({ kind }) => kinds.includes(kind));
    if (!found) return undefined;
    const timed = found.kind === "clock" || found.kind === "moved";
    const words = (lines: readonly Line[]) =>
      lines
        .flatMap((line) => ("ran" in line ? [timed ? `${line.ran} at ${show(line.now)}` : line.ran] : []))
        .join(", ") || "nothing";
    const [ran, expected] = [words(linesOf(trace)), words(played(program, manner.rules))];
    const order = ran === expected ? "" : ` It ran ${ran}; expected ${expected}.`;
    return { message: `${found.what}.${order}` };
  };
export const kept = keeping(TIMERS);

interface Found {
  kind: Fault;
  what: string;
  /** The callbacks that it is about. */
  of: string[];
}

function followed(trace: Trace, program: Program, manner = TIMERS): Found[] {
  const faults: Found[] = [];
  const fault = (kind: Fault, what: string, ...of: string[]) => void faults.push({ kind, what, of });
  const cleared = new Set<string>();
  const follow = (now: Plain) => {
    if (typeof now === "number") state.now = now;
  };
  const state = new LoopState({
    due: RIGHT.due,
    clear: (timers, timer) => {
      if (timer && timers.includes(timer)) cleared.add(timer.name);
      RIGHT.clear(timers, timer);
    },
  });
  const { microtasks, timers } = state;
  const known = callbacksIn(program.flat());
  const parts = program.values();
  const begin = () => state.act(parts.next().value ?? []);
  let [thrower, resumes, due]: [string | undefined, boolean, number] = [undefined, false, 0];
  /** The time of the row that is under way. */
  let row: number | undefined;

  const end = ({ ended, now }: Extract<Line, { ended: string }>) => {
    const [waiting] = [...microtasks, ...timers];
    if (thrower !== undefined && ended === "returned")
      fault("throw", `${thrower} threw, and \`run()\` did not`, thrower);
    else if (thrower === undefined && ended === "threw") fault("left", "`run()` threw, and no callback had");
    else if (thrower === undefined && waiting) fault("left", manner.left(waiting.name), waiting.name);
    if (!equal(now, state.now))
      fault(
        equal(now, due) ? "moved" : "waited",
        `\`now\` was ${show(now)} after \`run()\`, and ${state.now} before`,
      );
    follow(now);
    [thrower, resumes] = [undefined, thrower !== undefined];
    begin();
  };
  const takeMicrotask = (turn: number, now: Plain) => {
    const [{ name: first }, { name }] = [microtasks[0]!, microtasks[turn]!];
    const rest = manner.rows && row !== undefined && timers.find((each) => each.due === row);
    if (rest) fault("row", manner.brokeIn(name, rest.name), name);
    else row = undefined;
    if (turn > 0) fault("microtasks", manner.overtook(name, first), name, first);
    if (!equal(now, state.now))
      fault("moved", `\`now\` was ${show(now)} when ${name} ran, and had been ${state.now}`, name);
    follow(now);
    microtasks.splice(turn, 1);
  };
  const takeTimer = (timer: Timer, now: Plain) => {
    const { name } = timer;
    const [waiting] = manner.rows && row === timer.due ? [] : microtasks;
    const kind = resumes && !faults.some(({ kind }) => kind === "microtasks") ? "resumed" : "microtasks";
    if (waiting) fault(kind, manner.barged(name, waiting.name), name, waiting.name);
    const least = timers.toSorted(RIGHT.order)[0]!;
    const late = timer.due === least.due ? "twins" : "timers";
    if (least !== timer) fault(late, manner.outOfTurn(timer, least), name, least.name);
    if (!equal(now, timer.due))
      fault("clock", `\`now\` was ${show(now)} when ${name} ran, which was due at ${timer.due}`, name);
    row = timer.due;
    timers.splice(timers.indexOf(timer), 1);
    state.now = due = timer.due;
    follow(now);
  };

  const [first] = notesOf(trace, "now");
  if (first && !equal(first.value, 0)) fault("clock", `\`now\` was ${show(first.value)} at first, not 0`);
  begin();
  const lines = linesOf(trace);
  for (const line of lines) {
    if ("ended" in line) {
      end(line);
      continue;
    }
    const { ran: name, now } = line;
    if (!line.during) fault("outside", `${name} ran outside of \`run()\``);
    if (thrower !== undefined)
      fault("throw", `${thrower} threw, and ${name} ran before \`run()\` was over`, thrower, name);
    const turn = microtasks.findIndex((each) => each.name === name);
    const timer = timers.toSorted(RIGHT.order).find((each) => each.name === name);
    if (turn >= 0) takeMicrotask(turn, now);
    else if (timer) takeTimer(timer, now);
    else {
      const known = cleared.has(name);
      fault(
        known ? "cleared" : "again",
        `${name} ran ${known ? "though it had been cleared" : "once more"}`,
        name,
      );
      follow(now);
      due = state.now;
    }
    resumes = false;
    thrower = state.act(known.get(name)?.steps ?? []) ? name : undefined;
  }
  // What ran outside of `run()` is a fault in itself, and counts as no other.
  const outside = lines.flatMap((line) => ("ran" in line && !line.during ? [line.ran] : []));
  return faults.filter(({ of }) => !of.some((name) => outside.includes(name)));
}
