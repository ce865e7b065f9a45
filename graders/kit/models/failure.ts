// A call's failure that must come out as it is, at once: what a trace shows where it does not. Serves 07, 11, 12 and 15.

import { identical } from "../../trace/plain.ts";
import { outcomeOf, type Trace } from "../../trace/trace.ts";
import { failures } from "../as-it-went.ts";
import type { Mistakes } from "../grader.ts";
import * as gathered from "../mistakes/gathered.ts";
import { isFalsy } from "../mistakes/values.ts";

/** Whether the outcome rejected with a call's very failure, in a later ms. */
function late(trace: Trace): boolean {
  const { state, settled, value } = outcomeOf(trace);
  const own = failures(trace).find((call) => identical(call.value!, value ?? null));
  return state === "rejected" && own !== undefined && settled!.at > own.end!.at;
}

/** For checks with a call that fails; a falsy failure is blamed wherever there is one, so let one with an error come first. */
export const failureMistakes: Mistakes = {
  "sync-throw-escapes": (trace) => outcomeOf(trace).state === "threw",
  "falsy-is-nothing": (trace) => failures(trace).some(({ value }) => isFalsy(value!)),
  "floating-rejection": ({ floating }) => floating.length > 0,
  "lost-rejection": (trace) => gathered.failureLost(trace) || trace.end === "crashed",
  "swallowed-error": gathered.failureSwallowed,
  "lost-reason": gathered.reasonLost,
  "wrapped-error": gathered.failureWrapped,
  "late-rejection": late,
  "generic-error": gathered.failureReplaced,
};
