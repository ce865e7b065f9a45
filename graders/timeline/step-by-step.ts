// A run that was watched closely, told one event after another, in the order of the event loop.
import { isNode, type Position, show } from "../trace/plain.ts";
import { isFile } from "../trace/tasks.ts";
import type { LeftTimer, Moment, Step, Trace } from "../trace/trace.ts";
import { tellingOf } from "./values.ts";
import { callLabel, ms, plainMs, safe } from "./words.ts";

/** What began there: a turn of the loop (a timer), a microtask, or nothing new: it happened in the course of one. */
export type Level = "turn" | "microtask" | "within";

export interface Happening extends Moment {
  level: Level;
  /** Safe to print. */
  text: string;
}

const LONGEST = 160;

/** All of it; only the calls, the console and the outcomes where nothing was watched closely. */
export function happeningsOf(trace: Trace): Happening[] {
  const { steps = [] } = trace;
  const tell = tellingOf(trace);
  const names = new Map<number, string>();
  const waits = new Map<number, Position>();
  for (const step of steps)
    if (step.kind === "call") names.set(step.task, isFile(step) ? FILE : taskName(step.name));
  const all: Happening[] = [
    ...steps.map((step) => {
      // It goes on where it waited.
      if (step.kind === "await" && step.where) waits.set(step.task, step.where);
      const where = step.kind === "resume" ? waits.get(step.task) : undefined;
      return ofStep({ ...step, ...(where && { where }) }, trace, names);
    }),
    ...trace.calls.flatMap((call) => {
      const label = safe(
        callLabel(
          call.service,
          call.args.slice(0, 6).map((arg) => tell(arg, 40)),
          60,
        ),
        60,
      );
      const took =
        call.on === "loop" ? `, and blocks the loop for ${ms((call.end?.at ?? 0) - call.start.at)}` : "";
      const start = { ...call.start, level: "within" as const, text: `${label} is called${took}` };
      if (!call.end || call.on === "loop") return [start];
      const value =
        isNode(call.value ?? null) && (call.value as { t: string }).t === "undefined"
          ? ""
          : `: ${tell(call.value ?? null, 60)}`;
      return [
        start,
        { ...call.end, level: "within" as const, text: `${label} ${ENDS[call.how ?? "fulfilled"]}${value}` },
      ];
    }),
    ...trace.console.map(({ text, level: _, ...moment }) =>
      within(moment, `prints ${safe(text.replaceAll("\n", " ⏎ "), LONGEST)}`),
    ),
    ...trace.notes
      .filter(({ given }) => given)
      .map(({ name, value, at, seq, where }) =>
        within(
          { at, seq, ...(where && { where }) },
          `${name === "loop" ? "the loop" : safe(name, 40)} gets ${tell(value, 80)}`,
        ),
      ),
    ...(trace.aborts ?? []).map(({ name, ...moment }) =>
      within(moment, `the signal ${safe(name, 40)} is aborted`),
    ),
    ...trace.floating.map(({ at, seq, reason }) =>
      within({ at, seq }, `nobody has handled ${safe(show(reason, 120))}`),
    ),
    ...(trace.uncaught
      ? [
          within(
            { at: trace.uncaught.at, seq: trace.uncaught.seq },
            `thrown, and caught by nobody: ${safe(show(trace.uncaught.reason, 120))}`,
          ),
        ]
      : []),
    ...Object.values(trace.outcomes).flatMap(({ label, settled, state, value }) =>
      settled && !(label === "main" && steps.some(({ kind }) => kind === "call"))
        ? [
            within(
              settled,
              `${label === "main" ? "what the check waits for" : safe(label, 40)} ${state === "rejected" ? `rejects: ${tell(value ?? null, 60)}` : state === "threw" ? `threw ${tell(value ?? null, 60)}` : "is settled"}`,
            ),
          ]
        : [],
    ),
  ];
  return withBlocked(withoutEmpty(all.sort((a, b) => a.seq - b.seq)), trace);
}

/** What the program itself is called, which runs like an async function. */
export const FILE = "the file";
const ENDS = { fulfilled: "resolves", rejected: "rejects", threw: "throws at once" };

function within(moment: Moment, text: string): Happening {
  return { ...moment, level: "within", text };
}

export function taskName(name: string): string {
  return name === "" ? "an async function" : `${safe(name, 60)}()`;
}

function ofStep(step: Step, { timersMade }: Trace, names: Map<number, string>): Happening {
  const { at, seq, where } = step;
  const moment = { at, seq, ...(where && { where }) };
  const task = "task" in step ? (names.get(step.task) ?? FILE) : "";
  switch (step.kind) {
    case "turn":
      return { ...moment, level: "turn", text: turnInWords(step, timersMade) };
    case "call": {
      const by = step.by === undefined ? undefined : names.get(step.by);
      return within(
        moment,
        task === FILE
          ? "the file begins"
          : `${task} is called${by && by !== FILE ? `, by ${by}` : ""}: it runs up to its first await`,
      );
    }
    case "await":
      return within(moment, `${task} waits`);
    case "resume":
      return { ...moment, level: "microtask", text: `a microtask: ${task} goes on` };
    case "react":
      return { ...moment, level: "microtask", text: "a microtask: a callback of then, or of its like, runs" };
    case "settle":
      return within(
        moment,
        step.how === "rejected"
          ? `${task} rejects`
          : task === FILE
            ? "the file has run to its end"
            : `${task} resolves`,
      );
    case "set":
      return within(moment, `${timerInWords(timersMade[step.timer])} is set`);
    case "clear":
      return within(moment, `${timerInWords(timersMade[step.timer])} is cleared`);
  }
}

function turnInWords({ owner, timer }: Extract<Step, { kind: "turn" }>, timers: LeftTimer[]): string {
  if (owner === "student") {
    const record = timer === undefined ? undefined : timers[timer];
    return `${timerInWords(record)} fires${record?.where ? `, set in line ${record.where.line}` : ""}`;
  }
  return {
    world: "something outside has an answer",
    scenario: "the check does its next thing",
    record: "a thread does its work",
    daemon: "a heartbeat is due",
  }[owner];
}

export function timerInWords(timer: LeftTimer | undefined): string {
  if (!timer) return "a timer";
  if (timer.kind === "AbortSignal.timeout") return `AbortSignal.timeout(${plainMs(timer.ms)})`;
  const name = { timeout: "setTimeout", interval: "setInterval", immediate: "setImmediate" }[timer.kind];
  return `${name}(${timer.kind === "immediate" ? "" : plainMs(timer.ms)})`;
}

/** A microtask in which nothing of the program's is seen to happen says nothing. */
function withoutEmpty(all: Happening[]): Happening[] {
  return all.filter(({ level, text }, index) => {
    if (level !== "microtask" || !text.includes("a callback")) return true;
    for (const next of all.slice(index + 1)) {
      if (next.level !== "within") return false;
      if (next.where) return true;
    }
    return false;
  });
}

/** Loops that read the clock are known by their times alone: each comes before what happened after it. */
function withBlocked(all: Happening[], { blocked, calls }: Trace): Happening[] {
  const loops = blocked.filter(
    ({ from }) => !calls.some(({ on, start }) => on === "loop" && start.at === from),
  );
  for (const { from, to, by } of loops) {
    const next = all.findIndex(({ at }) => at >= to);
    const before = all[next < 0 ? all.length - 1 : next - 1];
    const seq = (before?.seq ?? 0) + 0.5;
    all.splice(next < 0 ? all.length : next, 0, {
      at: from,
      seq,
      level: "within",
      text: `${safe(by, 60)} blocks the loop for ${ms(to - from)}`,
    });
  }
  return all;
}
