// The steps of dependencies, as a trace has them: for dependencies-set-up.ts and dependencies-tear-down.ts, which serve 33, and 35.
import { show } from "../../trace/plain.ts";
import { type Call, callsOf, type Moment, outcomeOf, type Trace } from "../../trace/trace.ts";
import { that } from "../expectations.ts";
import type { Finding } from "../grader.ts";
import { isErrorNamed } from "../mistakes/values.ts";

/** What names are refused with that are unknown, double or in a circle. */
export const REFUSAL = "DependencyError";
/** Whether the scenario's own list was refused. */
export const isRefused = (trace: Trace): boolean => isErrorNamed(outcomeOf(trace).value, REFUSAL);

/** Of a set-up or tear-down: whose it is. */
export const nameOf = ({ args }: Call) => String(args[0]);
export const callOf = (trace: Trace, service: string, name: string) =>
  callsOf(trace, service).find((call) => nameOf(call) === name);
export const never: Moment = { at: Number.POSITIVE_INFINITY, seq: Number.POSITIVE_INFINITY };
export const endOf = (call: Call | undefined): Moment => call?.end ?? never;

/** Each begins in the ms in which the one before has ended, and not before that; the first at `from` (virtual ms). */
export function inTurn(calls: readonly Call[], from: Moment, together: string): Finding[] {
  return calls.map((call, index) => {
    const before = index === 0 ? from : endOf(calls[index - 1]);
    const [what, due] = [`\`${call.service}(${show(call.args[0] ?? null)})\``, before.at];
    const began = `${what} began at ${call.start.at} ms`;
    if (call.start.seq < before.seq)
      return { message: `${began}, before what comes before it had ended.`, misconception: together };
    return that(call.start.at === due, `${began}; it could have at ${due} ms.`, { otherwise: "late-start" });
  });
}
