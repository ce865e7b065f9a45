// Attempts that are made again after a wait: as data, as they are asked for, and in words. Serves 30.
import type { World } from "../../world/world.ts";
import { type Abort, abortInWords, abortsIn, signalFor } from "../aborts.ts";
import {
  answerOf,
  failing,
  isFailure,
  type Job,
  jobList,
  inWords as jobsInWords,
  makeValues,
} from "../jobs.ts";
import type { Wait } from "./turns.ts";

/** Times in virtual ms. */
export interface Retrying {
  /** What the attempts do, one after the other; one more ends as the last of these does. */
  jobs: Job[];
  attempts: number;
  baseMs: number;
  factor?: number;
  maxMs?: number;
  /** What `jitter` returns, call by call. There is none if not given, and likewise below. */
  jitter?: number[];
  /** Which failures `shouldRetry` refuses: their attempts, from 1. */
  refuses?: number[];
  /** Of the signal; `during`: `operation`, `jitter` or `shouldRetry`. */
  abort?: Abort;
  /** Options that are not given are there, and undefined. */
  undefined?: true;
}

/** Attempts that fail after so many virtual ms each, and then one that does this; a number returns after so many. One more is allowed. */
export const after = (failures: number[], last: number | Job, more: Partial<Retrying> = {}): Retrying => ({
  jobs: [...jobList(...failures.map((ms) => failing(ms))), ...jobList(last)],
  attempts: failures.length + 2,
  baseMs: 100,
  ...more,
});
/** Attempts that fail after so many virtual ms each, all that are allowed. */
export const failed = (takes: number[], more: Partial<Retrying> = {}): Retrying => ({
  jobs: takes.map((ms) => failing(ms)),
  attempts: takes.length,
  baseMs: 100,
  ...more,
});

/** So many failures, and then a success or none: aborted at every moment, also in the ms in which an attempt or a wait ends. */
export function smallRetries(size: number): Retrying[] {
  const moments = Array.from({ length: 2 * size }, (_, step) => 100 * (step + 1));
  const failures: number[] = Array(size).fill(100);
  return moments.flatMap((ms) => {
    const more = { factor: 1, abort: { after: ms } };
    return [after(failures, 100, more), failed(failures, more)];
  });
}

export interface Options {
  attempts: number;
  baseMs: number;
  factor?: number;
  maxMs?: number;
  jitter?: (ms: number) => number;
  shouldRetry?: (error: unknown) => boolean;
  signal?: AbortSignal;
}
export type Retry = (operation: (attempt: number) => Promise<unknown>, options: Options) => Promise<unknown>;

/** The names under which what the attempts end with is made. */
export const ATTEMPT = "attempt";

/** How long it is to wait after each attempt, by the options alone. */
export const plainWait =
  ({ baseMs, factor = 2, maxMs = Number.POSITIVE_INFINITY }: Retrying): Wait =>
  (number) =>
    Math.min(baseMs * factor ** (number - 1), maxMs);

/** How long it is to wait after each attempt in the end. */
export const waitOf = (load: Retrying): Wait =>
  load.jitter ? (number) => load.jitter![number - 1] ?? 0 : plainWait(load);

/** What it comes to. The operation is the service `operation`; what `jitter` and `shouldRetry` are given is noted so. */
export function retried(world: World, retry: Retry, load: Retrying): Promise<unknown> {
  const { jobs, attempts, baseMs, factor, maxMs, jitter, refuses, abort } = load;
  const values = makeValues(world, jobs, ATTEMPT);
  const signal = signalFor(world, abort);
  const within = <Args extends unknown[], Result>(name: string, service: (...args: Args) => Result) =>
    abortsIn(world, abort, { name, service, signal });
  const [jitters, asks] = [world.sink("jitter"), world.sink("shouldRetry")];
  let waits = 0;
  const jittered = (ms: number) => {
    jitters(ms);
    return jitter?.[waits++] ?? 0;
  };
  const allows = (error: unknown) => {
    asks(error);
    return !refuses?.some((attempt) => Object.is(values[attempt - 1], error));
  };
  const more = isFailure(jobs.at(-1)!) ? { fails: world.error("one more") } : { returns: "one more" };
  const operation = world.service<[number], unknown>("operation", {
    takes: 100,
    ...more,
    calls: jobs.map((job, index) => answerOf(job, values[index])),
  });
  const options = {
    attempts,
    baseMs,
    factor,
    maxMs,
    jitter: jitter && within("jitter", jittered),
    shouldRetry: refuses && within("shouldRetry", allows),
    signal: abort && signal,
  };
  const given = Object.entries(options).filter(([, value]) => load.undefined || value !== undefined);
  return retry(within("operation", operation), Object.fromEntries(given) as unknown as Options);
}

/** `With 3 attempts, of 200 ms that fails, 100 ms, and waits from 1000 ms on`. */
export function inWords({
  jobs,
  attempts,
  baseMs,
  factor,
  maxMs,
  jitter,
  refuses,
  abort,
  ...more
}: Retrying): string {
  const options = [
    `at most ${attempts}`,
    `baseMs ${baseMs}`,
    factor !== undefined && `factor ${factor}`,
    maxMs !== undefined && `maxMs ${maxMs}`,
    jitter && `a jitter that makes ${jitter.join(", ")} ms of the waits`,
    refuses?.length && `a shouldRetry that refuses failure ${refuses.join(", ")}`,
    more.undefined && "all else undefined",
  ].filter(Boolean);
  return `With attempts of ${jobsInWords(jobs)}, ${options.join(", ")}${abortInWords(abort)}`;
}
