// When and why a signal aborts, as data, and how operations answer that: how inputs say it, how the world does it, its words.

import { show, toPlain } from "../trace/plain.ts";
import { type Note, notesOf, type Trace } from "../trace/trace.ts";
import type { World } from "../world/world.ts";
import { failing, type Job, MADE, returning, serviceFor } from "./jobs.ts";

export interface Abort {
  /**
   * How long after the scenario's start, in virtual ms, or after the first call of `during`. 0 without `during`: in the very
   * turn of that start. "before": it has aborted already. "at once": in the very call of `during`, before that comes back.
   */
  after: number | "before" | "at once";
  /** The name of a service. */
  during?: string;
  /** The reason, if it is not an Error that the world makes up. */
  reason?: { is: unknown };
}

export const IN_BODY: Abort = { after: "at once", during: "body" };

/** The world's signal `signal`, which aborts then, if ever; see also `abortsIn`. The abort is noted as `abort`. */
export function signalFor(world: World, { after, during, reason }: Partial<Abort> = {}): AbortSignal {
  const signal = world.signal("signal", {
    aborted: after === "before",
    ...(reason && { reason: reason.is }),
  });
  const abort = () => stop(world, signal);
  if (after === "before") world.note("abort");
  else if (typeof after !== "number" || during !== undefined) return signal;
  else if (after === 0) void Promise.resolve().then(abort);
  else world.at(world.now + after, abort);
  return signal;
}

/** The same service, the first call of which begins the time of an abort that is `during` this one. */
export function abortsIn<Args extends unknown[], Result>(
  world: World,
  { during, after }: Partial<Abort> = {},
  { name, service, signal }: { name: string; service: (...args: Args) => Result; signal: AbortSignal },
): (...args: Args) => Result {
  if (during !== name || after === undefined || after === "before") return service;
  let calls = 0;
  return (...args) => {
    const isFirst = calls++ === 0;
    if (isFirst && after !== "at once") world.at(world.now + after, () => stop(world, signal));
    const result = service(...args);
    if (isFirst && after === "at once") stop(world, signal);
    return result;
  };
}

/** The service `name`, which does this job; the abort may come during its first call. See `serviceFor` (jobs.ts) and `abortsIn`. */
export function abortingService<Result>(
  world: World,
  name: string,
  job: Job,
  {
    abort,
    signal,
    returns,
  }: { abort?: Abort | undefined; signal: AbortSignal; returns?: Result | undefined },
) {
  return abortsIn(world, abort, { name, service: serviceFor(world, name, job, returns), signal });
}

/** The same input, but that it is this what its signal aborts with. */
export function because<Cast extends { abort?: Abort }>(is: unknown, cast: Cast): Cast {
  return { ...cast, abort: { ...cast.abort!, reason: { is } } };
}

/** The abort in the trace; undefined if it has not come. */
export function abortOf(trace: Trace): Note | undefined {
  return notesOf(trace, "abort")[0];
}

/** `aborted 500 ms into fetchUser with null`; nothing if there is none. */
export function abortInWords(abort?: Abort): string {
  if (!abort) return "";
  const { after, during, reason } = abort;
  const when =
    after === "before"
      ? "before the call"
      : after === "at once"
        ? `in the very call of ${during}`
        : during
          ? `${after} ms into ${during}`
          : `at ${after} ms`;
  return `, aborted ${when}${reason ? ` with ${show(toPlain(reason.is))}` : ""}`;
}

/** A job that obeys its signal: on the abort it ends with the reason, `after` virtual ms later. */
export const obeying = (takes: number, after = 0): Job => ({
  ...returning(takes),
  onAbort: { rejects: "reason", after },
});
export const obeys = ({ onAbort }: Job): boolean =>
  typeof onAbort === "object" && "rejects" in onAbort && onAbort.rejects === "reason";

/**
 * Every way in which an operation that takes `takes` virtual ms answers the abort of its signal. Those with the signal's
 * own reason come last: whoever takes over the answer is seen only where the two are not the same.
 */
export function abortAnswers(takes: number): Job[] {
  const answering = (onAbort: Job["onAbort"]): Job => ({ ...returning(takes), onAbort });
  return [
    returning(takes),
    failing(takes),
    returning(Number.POSITIVE_INFINITY),
    answering({ rejects: MADE }),
    answering({ rejects: MADE, after: 300 }),
    answering({ resolves: true }),
    answering({ resolves: true, after: 300 }),
    obeying(takes),
    obeying(takes, 300),
  ];
}

function stop(world: World, signal: AbortSignal): void {
  world.note("abort");
  world.abort(signal);
}
