// Wrong rules of a group, and which of them explains what was seen where the right ones do not. Serves whom group-acted.ts serves.

import { identical } from "../../trace/plain.ts";
import { outcomeOf, type Trace } from "../../trace/trace.ts";
import type { Mistakes } from "../grader.ts";
import { isErrorNamed, isWrapping } from "../mistakes/values.ts";
import { errorsIn } from "./decision.ts";
import { courseOf, type Rules } from "./group.ts";
import { failuresIn, reasonIn, resultIn, staysIn } from "./group-seen.ts";
import { type Group, membersOf } from "./members.ts";

/** Misconception id -> the rules that are other ones; of several such sets any one. */
export const WRONG = {
  "siblings-keep-running": [{ aborts: false }],
  "leaves-before-tasks-end": [{ until: "abort" }, { until: "body" }, { until: "body", aborts: false }],
  "snapshot-join": [{ until: "all of then" }],
  "only-the-body-can-fail": [{ counts: (how, { isBody }) => isBody && how === "failure" }],
  "watches-in-turn": [{ inTurn: true }],
  "drops-errors-after-abort": [{ counts: (how, { told }) => !told && how === "failure" }],
  "open-after-failure": [{ open: true }],
  "outer-signal-ignored": [{ hears: false }],
  "sequential-await": [{ oneByOne: true }],
} satisfies Record<string, Partial<Rules>[]>;
export type WrongId = keyof typeof WRONG;

/** What a course says of members and of groups, as text. */
function told(group: Group, rules: Partial<Rules>): string {
  const { stays, results } = courseOf(group, rules);
  const groups = membersOf(group).flatMap((member, number) => (number === 0 || member.group ? [number] : []));
  return JSON.stringify([stays, groups.map((number) => results[number])]);
}
function seen(trace: Trace, group: Group): string {
  const groups = membersOf(group).flatMap((member, number) => (number === 0 || member.group ? [number] : []));
  return JSON.stringify([staysIn(trace, group), groups.map((number) => resultIn(trace, group, number))]);
}

/** The first of these wrong rules that explains all of the trace where the right ones do not. */
export function misread(
  trace: Trace,
  group: Group,
  ids = Object.keys(WRONG) as WrongId[],
): WrongId | undefined {
  const got = seen(trace, group);
  if (told(group, {}) === got) return undefined;
  return ids.find((id) => WRONG[id].some((rules) => told(group, rules) === got));
}

/** A check's `mistakes` for groups acted out. */
export function groupMistakes(groupOf: (trace: Trace) => Group): Mistakes {
  const by = (id: WrongId) => (trace: Trace) => misread(trace, groupOf(trace)) === id;
  const failed = (trace: Trace) => {
    const end = outcomeOf(trace).settled?.seq ?? Infinity;
    return failuresIn(trace, groupOf(trace)).filter((each) => each.end.seq < end);
  };
  const values = (trace: Trace) => failed(trace).map(({ value }) => value);
  const rejectedWith = (trace: Trace) => {
    const { state, value = null } = outcomeOf(trace);
    return state === "rejected" ? value : undefined;
  };
  return {
    ...Object.fromEntries((Object.keys(WRONG) as WrongId[]).map((id) => [id, by(id)])),
    "cancellation-counted-as-failure": (trace) => {
      const reason = reasonIn(trace);
      const count = (list: typeof values extends (trace: Trace) => infer List ? List : never) =>
        list.filter((value) => reason !== undefined && identical(value, reason)).length;
      return count(errorsIn(trace)) > count(values(trace));
    },
    "first-error-only": (trace) => {
      const value = rejectedWith(trace);
      return value !== undefined && values(trace).some((own) => identical(own, value));
    },
    "swallowed-error": (trace) => failed(trace).length > 0 && outcomeOf(trace).state === "fulfilled",
    "wrapped-error": (trace) =>
      errorsIn(trace).some((error) => values(trace).some((own) => isWrapping(error, own))),
    "generic-error": (trace) =>
      failed(trace).length > 0 &&
      rejectedWith(trace) !== undefined &&
      !isErrorNamed(rejectedWith(trace), "AggregateError"),
  };
}
