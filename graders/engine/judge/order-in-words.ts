// What a student must know of a run in which events of one virtual millisecond came in another order than usual.
import { callName } from "../../kit/expectations.ts";
import type { Trace } from "../../trace/trace.ts";

/**
 * `At 300 ms these came in this order: work(2) ended, work(1) ended.` of the first moment at which it was chosen;
 * undefined if all came in the order in which they were made, or what came shows nothing.
 */
export function orderInWords({ choices = [], calls, outcomes }: Trace): string | undefined {
  const moment = choices.find(({ took }) => took > 0);
  if (!moment) return undefined;
  const ended = calls.flatMap((call) =>
    call.end?.at === moment.at ? [{ seq: call.end.seq, what: `${callName(call)} ended` }] : [],
  );
  const begun = Object.values(outcomes).flatMap(({ label, start }) =>
    label !== "main" && start.at === moment.at ? [{ seq: start.seq, what: `${label} began` }] : [],
  );
  const events = [...ended, ...begun].sort((a, b) => a.seq - b.seq);
  if (events.length < 2) return undefined;
  return `At ${moment.at} ms these came in this order: ${events.map(({ what }) => what).join(", ")}.`;
}
