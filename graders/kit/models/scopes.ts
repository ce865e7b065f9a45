// Deadlines around a body, one in another: whose reason comes first, and what each scope makes of how the body ended, as it
// went. Serves 24, and 25, where a connection is used in a scope.

import { equal, identical, type Plain, refOf, show, toPlain } from "../../trace/plain.ts";
import { type Moment, madeBy, outcomeOf, type Trace } from "../../trace/trace.ts";
import type { World } from "../../world/world.ts";
import { fulfilled, rejected, that } from "../expectations.ts";
import type { Finding } from "../grader.ts";
import { holdsPromise, isErrorNamed } from "../mistakes/values.ts";

/** `failAfter` rejects with a TimeoutError when its time is up; `moveOnAfter` resolves to what `timedOut` says. */
export interface Scope {
  by: "failAfter" | "moveOnAfter";
  /** Virtual ms, from the beginning of all. */
  ms: number;
}
/** Scopes from the outermost inwards, and when (virtual ms) the signal from outside aborts, if it does. */
export interface Nest {
  scopes: readonly Scope[];
  outside?: number;
}
/** What the body in the innermost scope did: a call of the trace, or something like it. */
export interface Body {
  how?: string | undefined;
  value?: Plain | undefined;
  end?: Moment | undefined;
  signal?: { aborted?: Moment };
  /** Whether it rejects with the reason, and nothing else, once it is told. */
  obeys: boolean;
}

/** What something ends with: with the reason `of` which scope, if it is one; `late`: with an inner scope's TimeoutError. */
interface Ending {
  how?: string | undefined;
  value: Plain;
  of?: number;
  late?: boolean;
}

const TIMED_OUT = toPlain({ timedOut: true });

/** The label under which the scope of this depth, from 0, is watched. */
export const labelOf = (depth: number): string =>
  ["main", "The inner scope"][depth] ?? `The scope at depth ${depth}`;

/** When the first of all reasons comes, in virtual ms. */
export function firstReason({ scopes, outside = Number.POSITIVE_INFINITY }: Nest): number {
  return Math.min(...scopes.map(({ ms }) => ms), outside);
}

/**
 * Whose reason the body was told, as it went: that of the scope of this depth, or -1 for the signal from outside. In one ms
 * the scope's, since a scope's end may be what aborts that.
 */
function toldBy(nest: Nest, { signal }: Body): number {
  const at = signal?.aborted?.at;
  const due = (time: number | undefined) => nest.scopes.findIndex(({ ms }) => ms === time);
  return due(at) >= 0 || at === nest.outside ? due(at) : due(firstReason(nest));
}

/** Whether the body was told to stop before it had ended. */
function wasTold({ end, signal }: Body): boolean {
  return signal?.aborted !== undefined && signal.aborted.seq < (end?.seq ?? Number.POSITIVE_INFINITY);
}

/** What the scope of this depth ends with; below the last one, the body. */
function endingOf(nest: Nest, body: Body, depth: number): Ending {
  const scope = nest.scopes[depth];
  if (!scope) {
    const { how, value = null } = body;
    const cut = body.obeys && how === "rejected" && wasTold(body);
    return { how, value, ...(cut && { of: toldBy(nest, body) }) };
  }
  const inner = endingOf(nest, body, depth + 1);
  const moves = scope.by === "moveOnAfter";
  if (inner.of === depth)
    return moves ? { how: "fulfilled", value: TIMED_OUT } : { how: "rejected", value: null, late: true };
  if (!moves || inner.how !== "fulfilled") return inner;
  return { how: "fulfilled", value: toPlain({ timedOut: false, value: inner.value }) };
}

/** Each scope, the innermost first, ended in the ms in which the body did, and as that says. */
export function scopesEnded(trace: Trace, nest: Nest, body: Body): Finding[] {
  const depths = nest.scopes.map((_, depth) => depth).toReversed();
  return depths.map((depth) => {
    const { how, value, late } = endingOf(nest, body, depth);
    const otherwise = mistakeOf(trace, nest, body, depth);
    const expected = { label: labelOf(depth), at: body.end?.at, otherwise };
    if (how === "fulfilled") return fulfilled(trace, { ...expected, value });
    const shape = { name: "TimeoutError" };
    return rejected(trace, { ...expected, ...(late ? { shape } : { error: value }) });
  });
}

/** The body, which ended with the reason of its signal, ended with that of the abort from outside. */
export function sameReason(trace: Trace, otherwise = "reason-not-handed-on"): Finding {
  const { value = null } = trace.calls[0] ?? {};
  const message = `The reason of the body's signal was ${show(value)}; expected that of the abort.`;
  return that(identical(value, madeBy(trace, "signal reason")), message, { otherwise });
}

/** What makes a scope end otherwise. */
function mistakeOf(trace: Trace, nest: Nest, body: Body, depth: number): string | undefined {
  const { how, of, late } = endingOf(nest, body, depth + 1);
  const { state, settled, value = null } = outcomeOf(trace, labelOf(depth));
  // Who is later has waited for something else.
  if (!settled || settled.at > (body.end?.at ?? Number.POSITIVE_INFINITY)) return undefined;
  if (wasTold(body) && settled.seq < (body.end?.seq ?? Number.POSITIVE_INFINITY))
    return "leaves-before-cleanup";
  if (of === depth) {
    if (state === "fulfilled") return "resolves-on-timeout";
    const around = [nest.outside, ...nest.scopes.slice(0, depth).map(({ ms }) => ms)];
    const later = around.some((at = 0) => at > body.signal!.aborted!.at && at <= body.end!.at);
    if (later) return "late-abort-wins";
    return nest.scopes[depth]!.by === "moveOnAfter" ? "throws-on-timeout" : "generic-error";
  }
  const isTimeout = isErrorNamed(value, "TimeoutError") && refOf(value) === undefined;
  if (isTimeout || equal(value, TIMED_OUT)) {
    if (of !== undefined || late) return "outer-taken-for-own";
    return how === "fulfilled" ? "late-value-lost" : "late-error-is-timeout";
  }
  if (state !== how) return how === "fulfilled" ? "late-value-lost" : "swallowed-error";
  if (how !== "fulfilled") return "generic-error";
  return holdsPromise(value) ? "forgotten-await" : "value-lost";
}

/**
 * A right scope, for scenarios around something else: `body` gets the world's signal `signal`, which aborts `ms` virtual ms
 * after the world's 0 ms.
 */
export async function inScope(
  world: World,
  { by, ms }: Scope,
  body: (signal: AbortSignal) => Promise<unknown>,
): Promise<unknown> {
  const reason = Object.assign(new Error(`More than ${ms} ms`), { name: "TimeoutError" });
  try {
    const value = await body(world.signal("signal", { abortAt: ms, reason }));
    return by === "moveOnAfter" ? { timedOut: false, value } : value;
  } catch (error) {
    if (error !== reason || by === "failAfter") throw error;
    return { timedOut: true };
  }
}
