// Questions about a trace in which one call may be awaited in several ways, for telling mistakes apart. The scenario
// notes `value`, `failure` and `thrown` (by `then` itself) for its awaiters.
import { equal, identical, isUndefined, toPlain } from "./plain.ts";
import { type Call, notesOf, outcomeOf, type Trace } from "./trace.ts";
import { isErrorNamed } from "./values.ts";

/** Whether a call began within this many ms of the run's (or episode's) start, or later than that. */
export function began(trace: Trace, when: "before" | "after", ms: number): boolean {
  const limit = outcomeOf(trace).start.at + ms;
  return trace.calls.some(({ start }) => (when === "before" ? start.at < limit : start.at > limit));
}

/** Whether nothing was called, without an error that would explain it. */
export function neverBegan(trace: Trace): boolean {
  const { state, value } = outcomeOf(trace);
  const broken = state === "threw" || (state === "rejected" && !isErrorNamed(value, "TypeError", /then/));
  return trace.calls.length === 0 && !broken;
}

/** Whether a call's throw came out of `then`. */
export function thrownByThen(trace: Trace): boolean {
  return notesOf(trace, "thrown").some(({ value }) =>
    trace.calls.some((call) => call.how === "threw" && identical(value, call.value!)),
  );
}

/** Whether a callback that was not there was called. */
export function calledNothing(trace: Trace): boolean {
  const error = trace.floating[0]?.reason ?? outcomeOf(trace).value;
  return isErrorNamed(error, "TypeError", /is not a function/);
}

/** Whether what `then` gave was there before the call ended, or was the call's result in place of the callback's. */
export function unchained(trace: Trace): boolean {
  const [call] = trace.calls;
  const { settled, state, value } = outcomeOf(trace);
  if (!call?.end || !settled) return false;
  if (isUndefined(value!)) return settled.seq < call.end.seq;
  const own = call.how === "fulfilled" && equal(value!, call.value!);
  return state === "fulfilled" && settled.at === call.end.at && own;
}

/** Whether the call failed, and awaiters got a value after that; none did before. */
export function failureBecameValue(trace: Trace): boolean {
  const { state, value } = outcomeOf(trace);
  const end = failed(trace)?.end;
  if (!end) return false;
  const values = notesOf(trace, "value");
  const resolved = state === "fulfilled" && !isUndefined(value!);
  return resolved || (values.length > 0 && values.every(({ seq }) => seq > end.seq));
}

/** Whether the call failed and fewer than `awaiters` learned of it. */
export function failureUnheard(trace: Trace, awaiters: number): boolean {
  return failed(trace) !== undefined && notesOf(trace, "failure").length < awaiters;
}

/** Whether an awaiter was told of another failure than the call's own. */
export function failureAltered(trace: Trace): boolean {
  const call = failed(trace);
  return call !== undefined && notesOf(trace, "failure").some(({ value }) => !identical(value, call.value!));
}

/** Whether each call had the arguments of some wanted call, but fewer or other ones were made than wanted, in order. */
export function argumentsShared({ calls }: Trace, wanted: unknown[][]): boolean {
  const known = calls.every(({ args }) => wanted.some((want) => sameArgs(args, want)));
  const mixed = calls.some(({ args }, index) => !wanted[index] || !sameArgs(args, wanted[index]));
  return calls.length > 0 && known && (mixed || calls.length < wanted.length);
}

/** Whether a call had arguments that no wanted call has. */
export function argumentsForeign({ calls }: Trace, wanted: unknown[][]): boolean {
  return calls.some(({ args }) => !wanted.some((want) => sameArgs(args, want)));
}

function sameArgs(args: Call["args"], want: unknown[]): boolean {
  return equal({ t: "array", items: args.slice(0, want.length) }, toPlain(want));
}

function failed({ calls }: Trace): Call | undefined {
  return calls.find(({ end, how }) => end && how !== "fulfilled");
}
