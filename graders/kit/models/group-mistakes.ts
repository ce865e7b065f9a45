// Wrong rules of a group, and which of them explains what was seen where the right ones do not. Serves whom group-acted.ts serves.

import { identical, type Plain } from "../../trace/plain.ts";
import { type Call, madeBy, outcomeOf, type Trace } from "../../trace/trace.ts";
import { abortOf } from "../aborts.ts";
import type { Mistakes } from "../grader.ts";
import { oneGaveUp } from "../mistakes/gathered.ts";
import { isErrorNamed, isWrapping } from "../mistakes/values.ts";
import { errorsIn } from "./decision.ts";
import { courseOf, type Rules } from "./group.ts";
import { type Failed, failuresIn, reasonIn, resultIn, staysIn, toldOf } from "./group-seen.ts";
import { callsBy, type Group, groupsIn, madeAs, membersOf } from "./members.ts";

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
  return JSON.stringify([stays, groupsIn(group).map((number) => results[number])]);
}
function seen(trace: Trace, group: Group): string {
  return JSON.stringify([
    staysIn(trace, group),
    groupsIn(group).map((number) => resultIn(trace, group, number)),
  ]);
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

/** A check's `mistakes` for groups acted out. What falsy values, failures named `AbortError` and aborts before
 * the call are blamed for, others must be asked for first. */
export function groupMistakes(groupOf: (trace: Trace) => Group): Mistakes {
  const by = (id: WrongId) => (trace: Trace) => misread(trace, groupOf(trace)) === id;
  const started = (trace: Trace) => [staysIn(trace, groupOf(trace)), courseOf(groupOf(trace)).stays] as const;
  return {
    "gives-up": oneGaveUp,
    "falsy-is-nothing": (trace) => {
      const { abort } = groupOf(trace);
      const falsy = membersOf(groupOf(trace)).some(({ value }) => !value);
      return falsy || (abort?.reason !== undefined && !abort.reason.is);
    },
    "abort-by-error": (trace) =>
      membersOf(groupOf(trace)).some((_, number) =>
        isErrorNamed(madeBy(trace, madeAs(number)), "AbortError"),
      ),
    "signal-not-passed": ({ calls }) => calls.some(({ signal }) => !signal),
    "ignores-already-aborted": (trace) => groupOf(trace).abort?.after === "before" && !toldOf(trace),
    ...Object.fromEntries((Object.keys(WRONG) as WrongId[]).map((id) => [id, by(id)])),
    "snapshot-join": (trace) => by("snapshot-join")(trace) || leftLaterOnes(trace),
    "late-start": (trace) => {
      const [seen, right] = started(trace);
      return right.some(({ starts }, number) => starts! < seen[number]!.starts!);
    },
    "aborts-after-success": (trace) =>
      toldOf(trace) !== undefined && !abortOf(trace) && failuresIn(trace, groupOf(trace)).length === 0,
    ...abortMistakes(groupOf),
    ...failureMistakes((trace) => {
      const end = outcomeOf(trace).settled?.seq ?? Infinity;
      return failuresIn(trace, groupOf(trace)).filter((each) => each.end.seq < end);
    }),
    "generic-error": (trace) => {
      const { state, value = null } = outcomeOf(trace);
      const isReason = identical(value, madeBy(trace, "signal reason"));
      return state === "rejected" && !isReason && !isErrorNamed(value, "AggregateError");
    },
  };
}

/** Whether it resolved while some were at work that had begun when the body was over. */
function leftLaterOnes(trace: Trace): boolean {
  const [{ state, settled }, [body]] = [outcomeOf(trace), callsBy(trace, 0)];
  const left = ({ start, end }: Call) => start.seq > body!.end!.seq && (!end || end.seq > settled!.seq);
  return state === "fulfilled" && body?.end !== undefined && trace.calls.some(left);
}

/** What is wrong with how an abort from outside ends a group. */
function abortMistakes(groupOf: (trace: Trace) => Group): Mistakes {
  const reason = (trace: Trace) => madeBy(trace, "signal reason");
  const decides = (trace: Trace) => {
    const [abort, [first]] = [abortOf(trace), failuresIn(trace, groupOf(trace))];
    return abort !== undefined && !(first && first.end.seq < abort.seq);
  };
  const told = (trace: Trace) => decides(trace) && toldOf(trace) !== undefined;
  return {
    "late-abort-wins": (trace) =>
      abortOf(trace) !== undefined &&
      !decides(trace) &&
      identical(outcomeOf(trace).value ?? null, reason(trace)),
    "swallowed-cancellation": (trace) => told(trace) && outcomeOf(trace).state === "fulfilled",
    "abort-answer-wins": (trace) => told(trace) && isErrorNamed(outcomeOf(trace).value, "AggregateError"),
    "reason-not-handed-on": (trace) => {
      const own = reasonIn(trace);
      return told(trace) && own !== undefined && !identical(own, reason(trace));
    },
  };
}

/** What is wrong with how failures are told. */
function failureMistakes(failuresOf: (trace: Trace) => Failed[]): Mistakes {
  const values = (trace: Trace) => failuresOf(trace).map(({ value }) => value);
  const rejectedWith = (trace: Trace) => {
    const { state, value = null } = outcomeOf(trace);
    return state === "rejected" ? value : undefined;
  };
  const isIn = (list: readonly Plain[]) => (error: Plain) => list.some((other) => identical(other, error));
  return {
    "cancellation-counted-as-failure": (trace) => {
      const reason = reasonIn(trace);
      const count = (list: readonly Plain[]) =>
        list.filter((each) => reason !== undefined && identical(each, reason)).length;
      return count(errorsIn(trace)) > count(values(trace));
    },
    "first-error-only": (trace) => {
      const value = rejectedWith(trace);
      return value !== undefined && values(trace).length > 1 && isIn(values(trace))(value);
    },
    "failure-not-grouped": (trace) => {
      const value = rejectedWith(trace);
      return value !== undefined && values(trace).length === 1 && isIn(values(trace))(value);
    },
    "swallowed-error": (trace) => values(trace).length > 0 && outcomeOf(trace).state === "fulfilled",
    "wrapped-error": (trace) =>
      errorsIn(trace).some((error) => values(trace).some((own) => isWrapping(error, own))),
    "counted-twice": (trace) => {
      const errors = errorsIn(trace);
      return (
        errors.some((error, index) => isIn(errors.slice(0, index))(error)) &&
        errors.every(isIn(values(trace)))
      );
    },
    "input-order": (trace) => {
      const [errors, right] = [errorsIn(trace), values(trace)];
      const moved = errors.some(
        (error, index) => right[index] === undefined || !identical(error, right[index]),
      );
      return moved && errors.length === right.length && errors.every(isIn(right));
    },
    "errors-flattened": (trace) =>
      values(trace).some((own) => isErrorNamed(own, "AggregateError") && !isIn(errorsIn(trace))(own)),
  };
}
