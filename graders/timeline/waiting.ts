// What waits at a moment of a run that was watched closely: tasks, timers that are set, calls under way.
import type { Position } from "../trace/plain.ts";
import { isFile } from "../trace/tasks.ts";
import type { Trace } from "../trace/trace.ts";
import { FILE, taskName, timerInWords } from "./step-by-step.ts";
import { tellingOf } from "./values.ts";
import { callLabel, ms, safe } from "./words.ts";

/** Each in a few words, in the order in which they began to wait. `seq`: the moment's, which is over. */
export function waitingAt(trace: Trace, seq: number): string[] {
  const tell = tellingOf(trace);
  const names = new Map<number, string>();
  const tasks = new Map<number, Position | undefined>();
  const timers = new Map<number, string>();
  for (const step of trace.steps ?? []) {
    if (step.seq > seq) break;
    if (step.kind === "call") names.set(step.task, isFile(step) ? FILE : taskName(step.name));
    if ("task" in step) tasks.delete(step.task);
    if (step.kind === "await") tasks.set(step.task, step.where);
    if ("timer" in step && step.timer !== undefined) {
      const timer = trace.timersMade[step.timer];
      timers.delete(step.timer);
      const again = step.kind === "turn" && timer?.kind === "interval";
      const due = step.kind === "set" ? timer?.dueAt : again ? step.at + timer.ms : undefined;
      if (due !== undefined) timers.set(step.timer, `${timerInWords(timer)}, due at ${ms(due)}`);
    }
  }
  const calls = trace.calls.filter(({ start, end }) => start.seq <= seq && !(end && end.seq <= seq));
  return [
    ...Array.from(tasks, ([id, where]) => `${names.get(id) ?? FILE}${where ? ` in line ${where.line}` : ""}`),
    ...calls.map(({ service, args, start }) => {
      const shown = args.slice(0, 6).map((arg) => tell(arg, 30));
      return `${safe(callLabel(service, shown, 40), 60)}, since ${ms(start.at)}`;
    }),
    ...timers.values(),
  ];
}
