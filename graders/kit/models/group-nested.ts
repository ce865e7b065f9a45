// What groups in a group promise, by what happened as it went. Serves 23, and 24, 25 and 35, where scopes and groups stand in each other.

import { identical, isNode, type Plain, show } from "../../trace/plain.ts";
import { outcomeOf, type Trace } from "../../trace/trace.ts";
import { settledInWords, that } from "../expectations.ts";
import type { Finding } from "../grader.ts";
import { partsOf } from "../mistakes/values.ts";
import { errorsIn } from "./decision.ts";
import { groupNamed } from "./group-acted.ts";
import { errorOf, failuresIn, reasonIn, toldOf } from "./group-seen.ts";
import { type Group, groupsIn, nameOf } from "./members.ts";

/**
 * Each group in the group was one task of it. When the group was aborted all within were told; if it had not failed by then it ended
 * with that very reason. What it failed with by itself, whatever that is, is in what the group failed with, and none of its tasks'
 * errors is beside it.
 */
export function oneTaskEach(trace: Trace, group: Group): Finding[] {
  const [told, { value = null, settled }] = [toldOf(trace), outcomeOf(trace)];
  const [, ...inner] = groupsIn(group);
  const ofEach = inner.flatMap((number): Finding[] => {
    const [label, error] = [groupNamed(number), errorOf(trace, number)];
    const { state, settled: end } = outcomeOf(trace, label);
    const [first] = failuresIn(trace, group, number);
    if (!end || (settled && settled.seq < end.seq)) return [];
    if (told && told.seq < Math.min(end.seq, first?.end.seq ?? Infinity)) {
      const isReason = state === "rejected" && identical(error, reasonIn(trace)!);
      return [
        that(
          isReason,
          `${label} ${settledInWords(outcomeOf(trace, label))}; expected the reason of the abort.`,
        ),
      ];
    }
    const beside = failuresIn(trace, group, number).find((each) =>
      errorsIn(trace).some((other) => identical(other, each.value)),
    );
    return [
      that(
        state !== "rejected" || isWithin(error, value),
        `${label} failed with ${show(error)}; that is not in what the outer group rejected with.`,
      ),
      that(
        !beside,
        `\`errors\` has what a task in ${label} failed with: ${show(beside?.value ?? null)}; expected ${label}'s own error alone.`,
      ),
    ];
  });
  const untold = trace.calls.find(({ start, end, signal }) => {
    const ran = told && start.seq < told.seq && (!end || end.at > told.at);
    return ran && !((signal?.aborted?.at ?? Infinity) <= told.at);
  });
  const message = `The signal of ${nameOf(untold)} had not aborted when the outer group was, at ${told?.at} ms.`;
  return [...ofEach, that(!untold, message)];
}

/** Whether a value is the other one, or somewhere in it. */
function isWithin(inner: Plain, value: Plain): boolean {
  if (identical(inner, value)) return true;
  const own =
    isNode(value) && value.t === "error"
      ? [...(value.errors ?? []), ...(value.cause === undefined ? [] : [value.cause])]
      : [];
  return [...own, ...partsOf(value)].some((part) => isWithin(inner, part));
}
