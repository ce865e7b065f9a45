// Work and the clean-up after it: what comes out of the two, by how each of them went. Serves 25 (a connection that is given
// back) and 33 (dependencies that are torn down).

import { identical, isNode, type Plain } from "../../trace/plain.ts";
import { type Call, outcomeOf, type Trace } from "../../trace/trace.ts";
import { failures, settledAt } from "../as-it-went.ts";
import { fulfilled, rejected } from "../expectations.ts";
import type { Finding } from "../grader.ts";
import { isFalsy, isWrapping } from "../mistakes/values.ts";

/** How a step of the work ended: a call, or something like it. */
export type Step = Pick<Call, "how" | "value">;

export interface Course {
  /** The steps of the work, in order; one that an abort left out is undefined. */
  steps: readonly (Step | undefined)[];
  /** Why it was aborted, if it was. */
  reason: Plain;
  cleanUp: readonly Call[];
  /** Whether a SuppressedError of the clean-up's that tells of the work's failure will do. */
  suppressed?: boolean;
}

/** Whether somebody who was at work was told to stop, or somebody who began later. */
export const wasTold = ({ calls }: Trace): boolean => calls.some(({ signal }) => signal?.aborted);

/** The first failure of the work came out, or else that of the clean-up, or else the value of the last step. */
export function cameOut(trace: Trace, { steps, reason, cleanUp, suppressed }: Course): Finding {
  const [failed, { value = null }] = [cleanUp.find(isFailed), outcomeOf(trace)];
  const due = steps.find((step) => !step || isFailed(step));
  const work = due ?? (steps.includes(undefined) ? { how: "rejected", value: reason } : steps.at(-1)!);
  const end = isFailed(work) ? work : (failed ?? work);
  const otherwise = isFalsy(end.value!) ? "falsy-is-nothing" : mistakeIn(trace, { work, failed, reason });
  if (!isFailed(end)) return fulfilled(trace, { value: end.value, otherwise });
  const told = isNode(value) && value.t === "error" && value.name === "SuppressedError";
  if (suppressed && failed && told && identical(value.suppressed ?? null, end.value!)) return undefined;
  return rejected(trace, { error: end.value!, otherwise });
}

const isFailed = ({ how }: { how?: string }) => how !== "fulfilled";

/** It settled in the ms in which all calls had ended. `early`: the misconception of who settled sooner, by no timer of its own. */
export function settledWithAll(trace: Trace, early: string): Finding {
  const { settled } = outcomeOf(trace);
  const at = Math.max(...trace.calls.map(({ end }) => end?.at ?? Number.POSITIVE_INFINITY));
  const byTimer = trace.timersMade.some(({ dueAt }) => dueAt === settled?.at);
  const sooner = settled && settled.at < at ? (byTimer ? "gives-up" : early) : undefined;
  return settledAt(trace, { at, otherwise: settled ? sooner : unheard(trace) });
}

/** Why it never settled, if a failure was lost. */
function unheard(trace: Trace): string | undefined {
  if (trace.floating.length > 0) return "floating-rejection";
  return failures(trace).length > 0 ? "lost-rejection" : undefined;
}

/** The mistake by which something else came out. */
function mistakeIn(
  trace: Trace,
  { work, failed, reason }: { work: Partial<Step>; failed: Call | undefined; reason: Plain },
): string | undefined {
  const { state, value = null } = outcomeOf(trace);
  if (state === "pending") return isFailed(work) ? (unheard(trace) ?? "lost-rejection") : undefined;
  if (state === "threw") return "sync-throw-escapes";
  if (state !== "rejected" && !isFailed(work) && failed)
    return identical(value, work.value!) ? "lost-release-error" : "swallowed-error";
  if (state !== "rejected" && !isFailed(work)) return undefined;
  if (state !== "rejected")
    return identical(work.value!, reason) ? "swallowed-cancellation" : "swallowed-error";
  if (identical(value, reason)) return "release-raced";
  if (!isFailed(work)) return "generic-error";
  if (failed && holds(value, failed.value!) && !holds(value, work.value!)) return "cleanup-error-wins";
  return isWrapping(value, work.value!) ? "wrapped-error" : "generic-error";
}

/** Whether the value is this failure, or an error that has it inside. */
function holds(value: Plain, failure: Plain): boolean {
  if (identical(value, failure)) return true;
  if (!isNode(value) || value.t !== "error") return false;
  return [value.cause, value.suppressed, ...(value.errors ?? [])].some(
    (part) => part && identical(part, failure),
  );
}
