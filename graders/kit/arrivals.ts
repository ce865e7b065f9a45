// What a loop over promises should get of them, and which wrong way of reading explains what it got instead.
import { fulfilled, noted, rejected } from "./expectations.ts";
import type { Finding } from "./grader.ts";
import { isUndefined, show, toPlain } from "./plain.ts";
import { madeBy, notesOf, outcomeOf, type Trace } from "./trace.ts";
import { holdsPromise, isFalsy, isWrapping, partsOf } from "./values.ts";

/** What one promise comes to, after `takes` virtual ms. "answer" and "error" stand for ones that the world makes up. */
export interface Plan {
  takes: number;
  fails?: boolean;
  value: unknown;
}
/** How the loop asks: from `begin` on, `pause` ms after each value (virtual ms); `leaves` after so many values. */
export interface Pace {
  begin?: number;
  pause?: number;
  leaves?: number;
}

/** When the last of them settles (virtual ms). */
export const slowest = (plans: Plan[]) => Math.max(...plans.map((plan) => plan.takes));

/** Which plans a reader yields and when, if it takes the next one that `choose` names; and when it ends, and how. */
export function reading(plans: Plan[], asks: Pace, choose: (left: Plan[], now: number) => Plan) {
  const { begin = 0, pause = 0, leaves } = asks;
  const [yields, left]: [{ plan: Plan; at: number }[], Plan[]] = [[], [...plans]];
  let now = begin;
  while (left.length > 0) {
    const plan = choose(left, now);
    left.splice(left.indexOf(plan), 1);
    now = Math.max(now, plan.takes);
    if (plan.fails) return { yields, end: now, failed: plan };
    yields.push({ plan, at: now });
    if (yields.length === leaves) break;
    now += pause;
  }
  return { yields, end: now };
}
/** The right choice: whichever settles first. */
export const earliest = (left: Plan[]) =>
  left.reduce((first, plan) => (plan.takes < first.takes ? plan : first));
/** Readers that are wrong. A later one is named only where no earlier one explains the same: inputs shrink to order. */
const wrongReaders: Record<string, (left: Plan[], now: number) => Plan> = {
  "failure-jumps-queue": (left, now) => {
    const failures = left.filter((plan) => plan.fails && plan.takes <= now);
    return earliest(failures.length > 0 ? failures : left);
  },
  "watches-too-late": (left, now) => left.find((plan) => plan.takes <= now) ?? earliest(left),
  "input-order": (left) => left[0]!,
  "last-in-first-out": (left, now) => {
    const arrived = left.filter((plan) => plan.takes <= now);
    return arrived.toSorted((a, b) => b.takes - a.takes)[0] ?? earliest(left);
  },
};
/** What a right reader gets to see if some values are lost on the way. Failures come through. */
const losses: Record<string, (plans: Plan[]) => Plan[]> = {
  "falsy-is-nothing": (plans) => plans.filter(({ fails, value }) => fails || !isFalsy(toPlain(value))),
  "lost-value": (plans) =>
    plans.filter(
      ({ takes, fails, value }) =>
        fails ||
        value === "answer" ||
        !plans.some((other) => !other.fails && other.value === value && other.takes < takes),
    ),
};

/** Where a loop's values and its end are found in the trace. */
export const AT = { start: 0, label: "The loop", note: "loop", job: "job" };

/** The loop got what such a reader yields, when it yields it, and ended when and as the reader does. */
export function reads(trace: Trace, plans: Plan[], read: ReturnType<typeof reading>, at = AT): Finding[] {
  const made = (plan: Plan) => madeBy(trace, `${at.job} ${plans.indexOf(plan)}`);
  const [values, times] = [
    read.yields.map(({ plan }) => made(plan)),
    read.yields.map((each) => at.start + each.at),
  ];
  const end = { label: at.label, at: at.start + read.end };
  const got = noted(trace, at.note, { values, at: times });
  if (read.failed) return [got, rejected(trace, { ...end, error: made(read.failed) })];
  // An error of its own says more than the values that are missing then.
  return outcomeOf(trace, at.label).state === "rejected"
    ? [fulfilled(trace, end)]
    : [got, fulfilled(trace, end)];
}

/** As `reads`, by the order of arrival. A failure says which mistake the loop shows, if one explains all of it. */
export function follows(trace: Trace, plans: Plan[], asks: Pace = {}, at = AT): Finding[] {
  const misconception = misread(trace, plans, asks, at);
  return reads(trace, plans, reading(plans, asks, earliest), at).map(
    (finding) => finding && { ...finding, ...(misconception && { misconception }) },
  );
}

function misread(trace: Trace, plans: Plan[], asks: Pace, at: typeof AT): string | undefined {
  const { state, settled, value = null } = outcomeOf(trace, at.label);
  const right = reading(plans, asks, earliest);
  const got = notesOf(trace, at.note);
  if (got.some(({ value }) => holdsPromise(value))) return "forgotten-await";
  if (got.some(({ value }) => partsOf(value).some((part) => part === "fulfilled"))) return "settled-wrappers";
  const explains = (read: ReturnType<typeof reading>) =>
    reads(trace, plans, read, at).every((finding) => finding === undefined);
  // Inputs shrink to values that are neither falsy nor alike, unless it fails for that.
  const lost = Object.keys(losses).find((name) => {
    const seen = losses[name]!(plans);
    return right.failed && seen.length < plans.length && explains(reading(seen, asks, earliest));
  });
  if (lost) return lost;
  const like = Object.keys(wrongReaders).find((name) => explains(reading(plans, asks, wrongReaders[name]!)));
  if (like) return like;
  const all = at.start + Math.max(asks.begin ?? 0, slowest(plans));
  const [first, due] = [got[0]?.at ?? settled?.at ?? 0, at.start + (right.yields[0]?.at ?? right.end)];
  if (state !== "pending" && due < all && first === all) return "waits-for-all";
  const [missing] = reads(trace, plans, right, at);
  // Inputs shrink to ordinary values unless the others are what it fails for, or that two are alike.
  const odd = plans.filter((plan) => isFalsy(toPlain(plan.value))).map((plan) => show(toPlain(plan.value)));
  if (missing && odd.length > 0 && new Set(odd).size === odd.length && state !== "rejected")
    return "falsy-is-nothing";
  if (state === "pending") return missing ? "lost-value" : right.failed ? "lost-rejection" : "never-ends";
  const falsy = right.failed && isFalsy(toPlain(right.failed.value)) ? "falsy-is-nothing" : undefined;
  if (state === "fulfilled" && right.failed) {
    // One that ends before the failure's turn has not swallowed it.
    return falsy ?? (settled!.at < at.start + right.end ? "lost-value" : "swallowed-error");
  }
  if (state === "fulfilled" && !missing && settled!.at > at.start + right.end) return "waits-for-all";
  if (state === "rejected" && right.failed && settled!.at > at.start + right.end) return falsy;
  if (state === "rejected" && right.failed && settled!.at === at.start + right.end && !missing) {
    if (isUndefined(value)) return falsy ?? "lost-reason";
    return isWrapping(value, madeBy(trace, `${at.job} ${plans.indexOf(right.failed)}`))
      ? "wrapped-error"
      : falsy;
  }
  return state === "fulfilled" && got.length < right.yields.length ? "lost-value" : undefined;
}
