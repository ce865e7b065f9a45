// The services of a run: async ones with durations and answers to an abort, blocking ones, threads and workers.
import type { Plain } from "../../trace/plain.ts";
import type { Call } from "../../trace/trace.ts";
import type { VirtualClock } from "../clock.ts";
import type { AbortAnswer, Answer, BlockingOptions, ServiceOptions, ThreadsOptions } from "../world.ts";
import type { Recorder } from "./recorder.ts";

/** What the services need of the platform's abort machinery; no student code can reach it. */
export interface AbortInternals {
  isSignal(value: unknown): value is AbortSignal;
  /** The signal's real state: its properties may have been covered by the student's own. */
  abortOf(signal: AbortSignal): { aborted: boolean; reason: unknown };
  /** Calls `react` when the signal aborts, before any listener; gives back what takes it off again. */
  whenAborted(signal: AbortSignal, react: () => void): () => void;
  /** Calls `react` in its turn among the listeners: what listened before the call hears of the abort first. */
  listenUncounted(signal: AbortSignal, react: () => void): void;
}

export interface ServiceHost {
  clock: VirtualClock;
  recorder: Recorder;
  abort: AbortInternals;
  harden: <T>(value: T) => T;
}

/** A job on a thread while its code runs: blocking services charge it instead of the event loop. */
interface Job {
  /** The call that it is. */
  id: string;
  elapsed: number;
  /** What to write into the trace, and how many virtual ms after the job's start. */
  records: { after: number; write: () => void }[];
}

const MAX_REST_NODES = 500;

export class Services {
  private readonly counts = new Map<string, number>();
  private readonly host: ServiceHost;
  private job: Job | undefined;

  constructor(host: ServiceHost) {
    this.host = host;
  }

  service(name: string, options: ServiceOptions): (...args: any[]) => Promise<any> {
    return this.host.harden((...args: any[]) => {
      const call = this.begin(name, args, "async");
      if (options.number !== undefined) call.number = options.number;
      const answer: Answer = { ...options, ...options.calls?.[call.index - 1], ...options.when?.(...args) };
      if ("throws" in answer) {
        this.end(call, "threw", answer.throws);
        throw answer.throws;
      }
      return new Promise((resolve, reject) => this.answer(call, args, answer, resolve, reject));
    });
  }

  private answer(
    call: Call,
    args: unknown[],
    answer: Answer,
    resolve: (value: unknown) => void,
    reject: (reason: unknown) => void,
  ): void {
    const { clock } = this.host;
    const finish = (how: "fulfilled" | "rejected", value: unknown) => {
      if (call.end) return;
      this.end(call, how, value);
      (how === "fulfilled" ? resolve : reject)(value);
    };
    const succeed = () => {
      const [how, value] = attempt(() => made(answer.returns, args));
      finish(how, value);
    };
    const ordinary = () => ("fails" in answer ? finish("rejected", answer.fails) : succeed());
    if (answer.atOnce) ordinary();
    const takes = made(answer.takes, args) ?? 1000;
    const timer = takes === Infinity || call.end ? undefined : clock.setTimer(ordinary, takes, "world");
    this.watchSignal(call, args, (signal) => {
      const reply = answer.onAbort ?? "ignore";
      if (call.end || reply === "ignore") return;
      if (timer) clock.clear(timer);
      const act = "resolves" in reply ? succeed : () => finish("rejected", this.abortError(reply, signal));
      if (reply.after) clock.setTimer(act, reply.after, "world");
      else act();
    });
  }

  /** Notes when the signal among the arguments aborts (also after the call's end), and lets the service react. */
  private watchSignal(call: Call, args: unknown[], react: (signal: AbortSignal) => void): void {
    const { abort, recorder } = this.host;
    const signal = signalAmong(args, abort);
    if (!signal) return;
    const seen: NonNullable<Call["signal"]> = {};
    const ref = recorder.nameOf(signal);
    if (ref !== undefined) seen.ref = ref;
    // What is handed over in an object is obeyed, as `fetch` does, but no service of an exercise asks for it there.
    if (!recorder.unseen.has(signal) && args.includes(signal)) call.signal = seen;
    const note = () => {
      seen.aborted = recorder.moment();
    };
    if (abort.abortOf(signal).aborted) {
      note();
      react(signal);
      return;
    }
    // Noted before anyone can answer, and answered in turn, since real services listen like everybody else.
    abort.whenAborted(signal, note);
    abort.listenUncounted(signal, () => react(signal));
  }

  private abortError(
    reply: Exclude<AbortAnswer, "ignore" | { resolves: true }>,
    signal: AbortSignal,
  ): unknown {
    return reply.rejects === "reason" ? this.host.abort.abortOf(signal).reason : reply.rejects;
  }

  blocking(name: string, options: BlockingOptions): (...args: any[]) => any {
    return this.host.harden((...args: any[]) => {
      const cost = made(options.costs, args) as number;
      const thrown = made(options.throws, args);
      const fails = "throws" in options && (typeof options.throws !== "function" || thrown !== undefined);
      const value = fails ? thrown : made(options.returns, args);
      this.charge(name, args, cost, fails ? "threw" : "fulfilled", value);
      if (fails) throw thrown;
      return value;
    });
  }

  /** Takes the CPU time from whoever runs: the job of a thread, or else the event loop. */
  private charge(
    name: string,
    args: unknown[],
    cost: number,
    how: "threw" | "fulfilled",
    value: unknown,
  ): void {
    const { clock, recorder } = this.host;
    if (this.job) {
      const [copies, job] = [this.copies(args), this.job];
      let call: Call | undefined;
      job.records.push({
        after: job.elapsed,
        write: () => (call = this.write(name, copies, "thread", job.id)),
      });
      job.elapsed += cost;
      job.records.push({ after: job.elapsed, write: () => call && this.end(call, how, value) });
      return;
    }
    const call = this.begin(name, args, "loop");
    const from = clock.now;
    clock.block(cost, name);
    if (cost > 0) recorder.blocked(from, clock.now, name);
    this.end(call, how, value);
  }

  threads(name: string, { count = Infinity }: ThreadsOptions = {}): <T>(job: () => T) => Promise<T> {
    const waiting: { thread: () => void }[] = [];
    const free: number[] = [];
    let made = 0;
    const start = (job: () => unknown, resolve: (value: any) => void, reject: (reason: unknown) => void) => {
      const thread = free.shift() ?? ++made;
      this.runJob(name, thread, job, resolve, reject, () => {
        free.push(thread);
        free.sort((a, b) => a - b);
        waiting.shift()?.thread();
      });
    };
    return this.host.harden(<T>(job: () => T): Promise<T> => {
      return new Promise((resolve, reject) => {
        const thread = () => start(job, resolve, reject);
        if (free.length > 0 || made < count) thread();
        else waiting.push({ thread });
      });
    });
  }

  worker(name: string): { run<T>(job: () => T): Promise<T> } {
    let busy = false;
    const run = <T>(job: () => T): Promise<T> => {
      if (busy) return this.refusedJob(name, "worker is busy");
      busy = true;
      return new Promise((resolve, reject) => {
        this.runJob(name, 1, job, resolve as (value: unknown) => void, reject, () => {
          busy = false;
        });
      });
    };
    return this.host.harden({ run });
  }

  private refusedJob(name: string, message: string): Promise<never> {
    const error = new Error(message);
    this.end(this.begin(name, [], "thread"), "rejected", error);
    return Promise.reject(error);
  }

  /** Runs the task now, and lets the time that it cost pass on its thread before the result arrives. */
  private runJob(
    name: string,
    thread: number,
    task: () => unknown,
    resolve: (value: unknown) => void,
    reject: (reason: unknown) => void,
    done: () => void,
  ): void {
    const { clock } = this.host;
    const call = this.begin(name, [], "thread");
    call.thread = thread;
    const outer = this.job;
    const job: Job = { id: call.id, elapsed: 0, records: [] };
    this.job = job;
    // Its own name: it is what a student reads who handed over no function.
    const [how, value] = attempt(() => task());
    this.job = outer;
    for (const { after, write } of job.records) clock.setTimer(write, after, "record");
    const finish = () => {
      this.end(call, how, value);
      done();
      (how === "fulfilled" ? resolve : reject)(value);
    };
    clock.setTimer(finish, job.elapsed, "world");
  }

  private begin(name: string, args: unknown[], on: Call["on"]): Call {
    return this.write(name, this.copies(args), on);
  }

  private write(name: string, args: Call["args"], on: Call["on"], within?: string): Call {
    const { recorder } = this.host;
    const index = (this.counts.get(name) ?? 0) + 1;
    this.counts.set(name, index);
    const call: Call = { id: `${name}#${index}`, service: name, index, args, start: recorder.moment(), on };
    if (within !== undefined) call.within = within;
    recorder.call(call);
    return call;
  }

  /** `list.map(service)` hands over an index and the list as well: with many calls the lists would fill the trace. */
  private copies(args: unknown[]): Plain[] {
    const { recorder } = this.host;
    const seen = args.filter((arg) => typeof arg !== "object" || arg === null || !recorder.unseen.has(arg));
    return seen.map((arg, index) => recorder.copy(arg, index === 0 ? undefined : MAX_REST_NODES));
  }

  private end(call: Call, how: NonNullable<Call["how"]>, value: unknown): void {
    const { recorder } = this.host;
    recorder.name(value, `${call.id} ${how === "fulfilled" ? "result" : "error"}`);
    call.end = recorder.moment();
    call.how = how;
    call.value = recorder.copy(value);
  }
}

function made(option: unknown, args: unknown[]): any {
  return typeof option === "function" ? option(...args) : option;
}

/** What came of `act`: it may ask the student's arguments for their text, and these may answer with a throw. */
function attempt(act: () => unknown): ["fulfilled" | "rejected", unknown] {
  try {
    return ["fulfilled", act()];
  } catch (error) {
    return ["rejected", error];
  }
}

/** The signal among a call's arguments: an argument itself, or the `signal` of an options object. */
function signalAmong(args: unknown[], abort: AbortInternals): AbortSignal | undefined {
  for (const arg of args) {
    if (abort.isSignal(arg)) return arg;
    if (typeof arg !== "object" || arg === null) continue;
    // The student made this object: a getter or a proxy trap of theirs must not run in the middle of a service.
    const option = ownData(arg, "signal");
    if (abort.isSignal(option)) return option;
  }
  return undefined;
}

function ownData(holder: object, key: string): unknown {
  try {
    return Object.getOwnPropertyDescriptor(holder, key)?.value;
  } catch {
    return undefined;
  }
}
