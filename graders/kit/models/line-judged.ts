// What a line promises, judged by its model: each served in turn, nobody idle, nothing begun after a failure. Serves 13
// and 14, and 16, 26, 27, 29 and 32. What was refused was not begun.

import { equal, identical, isNode, type Plain, show, toPlain } from "../../trace/plain.ts";
import { callsOf, madeBy, outcomeOf, type Trace } from "../../trace/trace.ts";
import { failures } from "../as-it-went.ts";
import { called, fulfilled, rejected, that } from "../expectations.ts";
import type { Finding } from "../grader.ts";
import { isFailure, type Job, returning } from "../jobs.ts";
import { isFalsy, partsOf } from "../mistakes/values.ts";
import { type Crowd, line } from "./line.ts";
import { isRefused } from "./line-mistakes.ts";

/**
 * The service was called for each visit in its turn, as soon as there was a place, with its `thing` first; and nobody busy was.
 * In a ms in which a place comes free several may begin in any order: whoever has waited, and who asks in that very turn.
 */
export function servedInTurn(
  trace: Trace,
  service: string,
  { visits, places }: Crowd,
  thing: (index: number) => unknown,
): Finding[] {
  const { stays } = line(visits, { places });
  const order = stays
    .map(({ asks, starts }, index) => ({ asks, at: starts!, index }))
    .filter(({ at }) => at !== undefined)
    .toSorted((a, b) => a.at - b.at || a.asks - b.asks || a.index - b.index);
  const calls = callsOf(trace, service);
  const comesFree = (ms: number) => calls.some(({ end }) => end?.at === ms);
  const place = (index: number) =>
    calls.findIndex(({ args }) => equal(args[0] ?? null, toPlain(thing(index))));
  order.sort((a, b) => (a.at === b.at && comesFree(a.at!) ? place(a.index) - place(b.index) : 0));
  return [
    nobodyDisturbed(trace),
    called(trace, service, {
      at: order.map(({ at }) => at),
      args: order.map(({ index }) => [thing(index)]),
    }),
  ];
}

/** Of visits that all came at once, in whatever turn they were served, each began as soon as there was a place; none is missing. */
export function nobodyIdle(trace: Trace, service: string, { visits, places }: Crowd): Finding[] {
  const calls = callsOf(withoutRefused(trace), service);
  const asMade = calls.map(({ start, end }) => returning((end?.at ?? Number.POSITIVE_INFINITY) - start.at));
  const { stays } = line(asMade, { places });
  const late = calls.findIndex(({ start }, index) => start.at !== stays[index]!.starts);
  const [call, could] = [calls[late], stays[late]?.starts];
  return [
    that(
      !call,
      `${show(call?.args[0] ?? null)} began at ${call?.start.at} ms; it could have at ${could} ms.`,
    ),
    that(calls.length >= visits.length, `only ${calls.length} of ${visits.length} were begun.`),
  ];
}

/**
 * Nothing was begun after the first failure. In that very ms those may go on that cannot know of it: whose own call
 * succeeds then, and places that had none yet.
 */
export function begunNoMore(
  trace: Trace,
  service: string,
  places: number,
  misconception = "starts-after-failure",
): Finding {
  const calls = callsOf(withoutRefused(trace), service);
  const [first] = failures(withoutRefused(trace), service);
  if (!first?.end) return undefined;
  const { at } = first.end;
  const before = calls.filter(({ start, end }) => start.at < at && (!end || end.at >= at));
  const freed = before.filter(({ end, how }) => end?.at === at && how === "fulfilled");
  const begun = calls.filter(({ start }) => start.at === at);
  const later = calls.some(({ start }) => start.at > at);
  const holds = !later && begun.length <= Math.max(0, places - before.length + freed.length);
  // Others have failed before with what is not falsy.
  const otherwise = isFalsy(first.value!) ? "falsy-is-nothing" : misconception;
  return that(holds, `something was begun after the failure at ${at} ms.`, { otherwise });
}

/**
 * It fulfilled with the calls' results in the order of the `things` that they were called with. Where they were not
 * called in that order, which is not judged here, the results of things alike may change places.
 */
export function resultsInPlace(trace: Trace, things: readonly string[]): Finding {
  const items = partsOf(outcomeOf(trace).value ?? null);
  const left = withoutRefused(trace).calls;
  const inTurn = left.every(({ args }, index) => args[0] === things[index]);
  const value = things.map((thing, index) => {
    const own = left.filter(({ args }) => args[0] === thing);
    const same = own.find((call) => equal(call.value ?? null, items[index] ?? null));
    const call = inTurn ? own[0] : (same ?? own[0]);
    if (call) left.splice(left.indexOf(call), 1);
    return call?.value ?? null;
  });
  return fulfilled(trace, { value });
}

/**
 * The outcomes `NAME 1` and so on are their own jobs', each in the ms in which the service's call with its number ended.
 * `asked`: only the values of those that returned; or only the errors of those that failed, and that no other has one; both if
 * not given.
 */
export function ownOutcomes(
  trace: Trace,
  visits: readonly Job[],
  name: string,
  service: string,
  asked?: "values" | "failures",
): Finding[] {
  return visits.map((job, index) => {
    const [label, made] = [`${name} ${index + 1}`, madeBy(trace, `${service} ${index + 1}`)];
    const call = callsOf(trace, service).find(({ args }) => args[0] === index + 1);
    // While the event loop was blocked nothing could settle in time.
    const at = trace.blocked.length > 0 ? undefined : call?.end?.at;
    if (isFailure(job)) return asked === "values" ? undefined : rejected(trace, { label, error: made, at });
    if (asked === "failures") return fulfilled(trace, { label });
    if (isRefused(outcomeOf(trace, label))) return undefined;
    return fulfilled(trace, { label, value: made, at }) ?? veryValue(trace, label, made);
  });
}

/** The outcome's value is that very one, and no copy. */
function veryValue(trace: Trace, label: string, made: Plain): Finding {
  const { value = null } = outcomeOf(trace, label);
  const message = `${label} resolved to a copy of ${show(made)}, not to that very value.`;
  return that(identical(value, made), message, { otherwise: "copy-handed-on" });
}

/** Nobody was asked while busy, by whom that is refused. */
export function nobodyDisturbed({ calls }: Trace): Finding {
  const call = calls.find(isRefused);
  const { value = null, start, args } = call ?? {};
  const who = isNode(value) && value.t === "error" ? value.message.split(" ")[0] : "";
  const what = args?.length ? `: ${show(args[0]!)}` : "";
  return that(!call, `a busy ${who} was asked for more at ${start?.at} ms${what}.`);
}

/** The trace without the calls that were refused. */
export function withoutRefused(trace: Trace): Trace {
  return { ...trace, calls: trace.calls.filter((call) => !isRefused(call)) };
}
