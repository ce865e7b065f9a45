// What a scenario may use: the services, signals and times of one run. The engine's virtual world implements it.

/** How a service answers when the signal among its arguments aborts while it is under way. Times in virtual ms. */
export type AbortAnswer =
  /** It goes on as if nothing had happened (the default). */
  | "ignore"
  /** It rejects with the signal's reason, `after` ms later (0: at once). */
  | { rejects: "reason"; after?: number }
  /** It rejects with this error of its own. */
  | { rejects: unknown; after?: number }
  /** It resolves all the same, with its ordinary result. */
  | { resolves: true; after?: number };

/** One call's behaviour. A function is given the call's arguments. */
export interface Answer<Args extends unknown[] = any[], Result = any> {
  /** Virtual ms; default 1000. Infinity: it never ends. */
  takes?: number | ((...args: Args) => number);
  /** Its result, made at the call's end. Default `undefined`. */
  returns?: Result | ((...args: Args) => Result);
  /** It rejects with this instead of returning. Present but undefined rejects with `undefined`. */
  fails?: unknown;
  /** It throws this at once instead of returning a promise. */
  throws?: unknown;
  /** The promise that it returns has settled already; `takes` counts for nothing. */
  atOnce?: boolean;
  onAbort?: AbortAnswer;
}

export interface ServiceOptions<Args extends unknown[] = any[], Result = any> extends Answer<Args, Result> {
  /** Overrides for single calls: the first entry for the first call, and so on; `undefined` overrides nothing. */
  calls?: (Answer<Args, Result> | undefined)[];
  /** Overrides by the call's arguments; wins over `calls`. */
  when?: (...args: Args) => Answer<Args, Result> | undefined;
  /** Which of several that have this name it is, from 1; written into the trace. */
  number?: number;
}

export interface BlockingOptions<Args extends unknown[] = any[], Result = any> {
  /** CPU time of one call in virtual ms: on the event loop nothing else runs meanwhile. */
  costs: number | ((...args: Args) => number);
  returns?: Result | ((...args: Args) => Result);
  /**
   * It throws this after its cost. Present but undefined throws `undefined`. A function is given the arguments; what
   * returns undefined does not throw.
   */
  throws?: unknown;
}

export interface ThreadsOptions {
  /** How many there are; jobs beyond that wait their turn. Default: as many as are asked for. */
  count?: number;
}

export interface World {
  /** Virtual ms since the run's start. */
  readonly now: number;

  /** An async function that the world owns; every call is traced under `name`. It never uses `this`. */
  service<Args extends unknown[] = any[], Result = any>(
    name: string,
    options?: ServiceOptions<Args, Result>,
  ): (...args: Args) => Promise<Result>;

  /** A synchronous function that costs CPU time: the loop's, or that of the thread which it is called on. */
  blocking<Args extends unknown[] = any[], Result = any>(
    name: string,
    options: BlockingOptions<Args, Result>,
  ): (...args: Args) => Result;

  /**
   * `toThread(job)`: runs the job on a thread; what it costs there is not the loop's. Traced as calls of `name`.
   * Resolves when the job's cost is over, to what the job returned; rejects with what it threw.
   */
  threads(name: string, options?: ThreadsOptions): <T>(job: () => T) => Promise<T>;

  /** A worker: `run(job)` like a thread, but one job at a time: asked while busy it rejects with `worker is busy`. */
  worker(name: string): { run<T>(job: () => T): Promise<T> };

  /**
   * A signal that the world owns; its abort listeners are counted. `abortAt`: aborts then (virtual ms). `aborted`: it
   * is already. `reason`: default an unpredictable Error, in the trace as made `NAME reason`. `unseen`: no program
   * gets it, and no call or picture shows it: a service that is called with it ends when the scenario says so.
   */
  signal(
    name: string,
    options?: { abortAt?: number; aborted?: boolean; reason?: unknown; unseen?: boolean },
  ): AbortSignal;

  /** Aborts a signal made by `signal()` now. */
  abort(signal: AbortSignal): void;

  /** A function that notes its one argument under `name`: for parameters such as `log`. Pictures show it. */
  sink(name: string): (value: unknown) => void;

  /** Writes a note into the trace. */
  note(name: string, value?: unknown): void;

  /**
   * Calls `act` and records under `label` what becomes of it. Returns a promise that resolves once it has settled,
   * however it did, to `{ state, value }`.
   */
  watch(label: string, act: () => unknown): Promise<{ state: string; value: unknown }>;

  /** Calls `act` at this virtual time, as the first thing in that instant if the world's action was made first. */
  at(ms: number, act: () => void): void;

  /** Resolves after `ms` virtual ms, for scenarios that do things one after another. */
  wait(ms: number): Promise<void>;

  /** Text that no submission can know; the same for the same seed and name. In the trace as made `NAME`. */
  payload(name: string): string;

  /** An Error whose message starts with `message` and goes on unpredictably. In the trace as made `NAME`. */
  error(name: string, message?: string): Error;

  /** Gives an object (a falsy or other value as well) a name, so that the judge can tell it by identity. */
  made<T>(name: string, value: T): T;

  /** A whole number from `min` to `max`, both included, from the run's seed. */
  integer(min: number, max: number): number;

  /** A timer that beats every `everyMs` (re-armed from its actual beat) while the run goes on. First beat at `phase`. */
  heartbeat(name: string, everyMs: number, phase?: number): void;

  /** Whether the world handed out this very object; for scenarios that look at what services were given. */
  nameOf(value: unknown): string | undefined;

  /**
   * The same world under a name of its own, in which it is 0 ms now: what it hands out, notes and watches is traced as
   * `NAME: …`. `partOf` (trace/scope.ts) gives its part of the trace, without the name and in its own time.
   */
  scope(name: string): World;
}
