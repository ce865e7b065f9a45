// What a student must know of a run in which events of one virtual millisecond came in another order than usual.
import { callName } from "../../kit/expectations.ts";
import type { Choice, Moment, Trace } from "../../trace/trace.ts";

interface Event {
  seq: number;
  what: string;
}

/**
 * `At 300 ms these came in this order: work(2) ended, work(1) ended.` of the first moment at which it was chosen, with `and
 * in the same turn` before what came before all microtasks had run; undefined if all came as usual, or what came shows nothing.
 */
export function orderInWords(trace: Trace): string | undefined {
  const { choices = [] } = trace;
  const moment = choices.find(({ took }) => took > 0);
  if (!moment) return undefined;
  const events = eventsAt(trace, moment.at);
  if (events.length < 2) return undefined;
  const gaps = choices.filter(({ at, took, gap }) => gap && took > 0 && at === moment.at);
  const told = events.map(({ what, seq }, index) => {
    const gap = gaps.find((one) => isBetween(one, events[index - 1]?.seq, seq));
    return gap ? `${gapInWords(gap)} ${what}` : what;
  });
  return `At ${moment.at} ms these came in this order: ${told.join(", ")}.`;
}

const isBetween = ({ gap }: Choice, before: number | undefined, after: number) =>
  before !== undefined && before <= gap!.seq && gap!.seq < after;

function gapInWords({ took }: Choice): string {
  if (took === 1) return "and in the same turn";
  return `and ${took - 1} microtask${took === 2 ? "" : "s"} later`;
}

/** What the world did at that virtual time. */
function eventsAt({ calls, outcomes, aborts = [] }: Trace, at: number): Event[] {
  const event = (moment: Moment | undefined, what: string) =>
    moment?.at === at ? [{ seq: moment.seq, what }] : [];
  return [
    ...calls.flatMap((call) => event(call.end, `${callName(call)} ended`)),
    ...Object.values(outcomes).flatMap(({ label, start }) =>
      label === "main" ? [] : event(start, `${label} began`),
    ),
    ...aborts.flatMap((abort) => event(abort, `${abort.name} aborted`)),
  ].sort((a, b) => a.seq - b.seq);
}
