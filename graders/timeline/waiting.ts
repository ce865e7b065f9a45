// What waits at a moment of a run that was watched closely: tasks, timers that are set, calls under way.
import type { Position } from "../trace/plain.ts";
import { isFile } from "../trace/tasks.ts";
import type { Call, Step, Trace } from "../trace/trace.ts";
import { FILE, taskName, timerInWords } from "./step-by-step.ts";
import { type Tell, tellingOf } from "./values.ts";
import { callLabel, ms, safe } from "./words.ts";

/** Each in a few words, in the order in which they began to wait. `seq`: the moment's, which is over. */
export function waitingAt(trace: Trace, seq: number): string[] {
  const waiting = new Waiting(trace);
  waiting.to(seq);
  return waiting.inWords();
}

/** Goes through a run once, from its beginning on: a long one has thousands of moments, and thousands of calls. */
export class Waiting {
  private readonly trace: Trace;
  private readonly tell: Tell;
  private readonly steps: Iterator<Step>;
  private readonly starts: Iterator<Call>;
  private readonly ends: Iterator<Call>;
  private next: { step?: Step | undefined; start?: Call | undefined; end?: Call | undefined } = {};
  private readonly names = new Map<number, string>();
  private readonly tasks = new Map<number, Position | undefined>();
  private readonly timers = new Map<number, string>();
  private readonly calls = new Set<Call>();

  constructor(trace: Trace) {
    this.trace = trace;
    this.tell = tellingOf(trace);
    this.steps = (trace.steps ?? []).values();
    this.starts = trace.calls.toSorted((a, b) => a.start.seq - b.start.seq).values();
    const ended = trace.calls.filter(({ end }) => end);
    this.ends = ended.sort((a, b) => a.end!.seq - b.end!.seq).values();
    this.next = { step: this.take(this.steps), start: this.take(this.starts), end: this.take(this.ends) };
  }

  /** On to the moment `seq`, which is over then. */
  to(seq: number): void {
    const { next } = this;
    for (; next.step && next.step.seq <= seq; next.step = this.take(this.steps)) this.step(next.step);
    for (; next.start && next.start.start.seq <= seq; next.start = this.take(this.starts))
      this.calls.add(next.start);
    for (; next.end && next.end.end!.seq <= seq; next.end = this.take(this.ends)) this.calls.delete(next.end);
  }

  /** At most so many of them, and how many more there are. */
  inWords(most = Number.POSITIVE_INFINITY): string[] {
    const all = this.tasks.size + this.calls.size + this.timers.size;
    const words = this.words().take(all > most ? most - 1 : most);
    return all > most ? [...words, `and ${all - most + 1} more`] : [...words];
  }

  private *words(): Generator<string> {
    for (const [id, where] of this.tasks)
      yield `${this.names.get(id) ?? FILE}${where ? ` in line ${where.line}` : ""}`;
    for (const { service, args, start } of this.calls) {
      const shown = args.slice(0, 6).map((arg) => this.tell(arg, 30));
      yield `${safe(callLabel(service, shown, 40), 60)}, since ${ms(start.at)}`;
    }
    yield* this.timers.values();
  }

  private step(step: Step): void {
    const { names, tasks, timers, trace } = this;
    if (step.kind === "call") names.set(step.task, isFile(step) ? FILE : taskName(step.name));
    if ("task" in step) tasks.delete(step.task);
    if (step.kind === "await") tasks.set(step.task, step.where);
    if (!("timer" in step) || step.timer === undefined) return;
    const timer = trace.timersMade[step.timer];
    timers.delete(step.timer);
    const again = step.kind === "turn" && timer?.kind === "interval";
    const due = step.kind === "set" ? timer?.dueAt : again ? step.at + timer.ms : undefined;
    if (due !== undefined) timers.set(step.timer, `${timerInWords(timer)}, due at ${ms(due)}`);
  }

  private take<T>(iterator: Iterator<T>): T | undefined {
    const { done, value } = iterator.next();
    return done ? undefined : value;
  }
}
