// What serve promises: one line of orders, nobody idle while one is left, and nothing more after a failure.
import fc from "fast-check";
import { about, called, fulfilled, noted, rejected, rejectedWithOneOf, that } from "./kit/expectations.ts";
import * as gathered from "./kit/gathered.ts";
import { check, type Finding, grader, type Mistakes } from "./kit/grader.ts";
import { isNode, type Plain } from "./kit/plain.ts";
import { type Call, madeBy, outcomeOf, type Trace } from "./kit/trace.ts";
import { isErrorNamed, isFalsy } from "./kit/values.ts";
import type { World } from "./kit/world.ts";

type Student = typeof import("../exercises/13-cashiers/cashiers.ts");
type Cashier = Parameters<Student["serve"]>[1][number];

/** What becomes of one order. `takes`: virtual ms. The value "error" stands for one that the world makes up. */
interface Plan {
  takes: number;
  how?: "fails" | "throws";
  value?: unknown;
}

const BUSY = /^cashier is busy$/;
const ordersFor = (count: number) => Array.from({ length: count }, (_, index) => `order ${index + 1}`);
const evenly = (count: number, takes = 1000) => Array.from({ length: count }, (): Plan => ({ takes }));

/** Cashiers who share the orders' plans: the first order that starts has the first plan, whatever it is called. */
function hire(world: World, count: number, plans: Plan[], name = "prepare"): Cashier[] {
  const reasons = plans.map(({ value }, index) =>
    world.made(`${name} reason ${index}`, value === "error" ? world.error(`${name} error ${index}`) : value),
  );
  let started = 0;
  const work = (order: string) => {
    const index = started++;
    const { takes, how } = plans[index]!;
    const outcome = how ? { [how]: reasons[index] } : { returns: world.payload(`${name} ${index} ${order}`) };
    return { takes, ...outcome };
  };
  const cashier = () => {
    let freeAt = 0;
    const when = (order: string) => {
      if (world.now < freeAt || started >= plans.length) return { takes: 0, fails: new Error("cashier is busy") };
      const answer = work(order);
      freeAt = world.now + ("throws" in answer ? 0 : answer.takes);
      return answer;
    };
    return { prepare: world.service(name, { when }) };
  };
  return Array.from({ length: count }, cashier);
}

/** When each order starts if the first cashier to be free takes it. */
function startsOf(plans: Plan[], cashiers: number): number[] {
  const freeAt = Array.from({ length: cashiers }, () => 0);
  return plans.map(({ takes }) => {
    const first = Math.min(...freeAt);
    freeAt[freeAt.indexOf(first)] = first + takes;
    return first;
  });
}
const endsOf = (plans: Plan[], cashiers: number) =>
  startsOf(plans, cashiers).map((start, index) => start + plans[index]!.takes);
const lastEnd = (plans: Plan[], cashiers: number) => Math.max(...endsOf(plans, cashiers));

const inWords = (plans: Plan[], cashiers: number) => {
  const takes = plans.map((plan) => `${plan.takes}${plan.how ? ` (${plan.how})` : ""}`);
  return `With durations [${takes.join(", ")}] and ${cashiers} ${cashiers === 1 ? "cashier" : "cashiers"}`;
};
const resultsOf = (trace: Trace, orders: string[], name = "prepare") =>
  orders.map((order, index) => madeBy(trace, `${name} ${index} ${order}`));

/** All orders started when they should, each once; `orders` says which. */
const inTurn = (trace: Trace, plans: Plan[], cashiers: number, orders: string[]): Finding[] => [
  that(!wasBusy(trace), `a cashier was asked for ${busyOrder(trace)} while busy.`),
  called(trace, "prepare", { at: startsOf(plans, cashiers), args: orders.map((order) => [order]) }),
];

const isBusy = ({ value }: Call) => isErrorNamed(value, "Error", BUSY);
const wasBusy = (trace: Trace) => trace.calls.some(isBusy);
const busyOrder = (trace: Trace) => String(trace.calls.find(isBusy)?.args[0] ?? "");
const orderOf = (call: Call) => String(call.args[0] ?? "");

/** When each order would have started if dealt out in advance: this is the cashier of the order at `index`. */
const dealt = (trace: Trace, plans: Plan[], cashierOf: (index: number) => number) => {
  const freeAt = new Map<number, number>();
  const starts = plans.map(({ takes }, index) => {
    const start = freeAt.get(cashierOf(index)) ?? 0;
    freeAt.set(cashierOf(index), start + takes);
    return start;
  });
  return starts.every((at, index) =>
    trace.calls.some((call) => orderOf(call) === `order ${index + 1}` && call.start.at === at),
  );
};
const rowByRow = (trace: Trace, plans: Plan[], cashiers: number) => {
  let [row, next] = [0, 0];
  return plans.every(({ takes }, index) => {
    if (index % cashiers === 0) row = next;
    next = Math.max(next, row + takes);
    return trace.calls[index]?.start.at === row;
  });
};

/** For a run without failures, of orders that are all different. */
const mistakesWith = (plans: Plan[], cashiers: number): Mistakes => ({
  "busy-wait": (trace) => wasBusy(trace) && (gathered.polled(trace) || askedAgain(trace)),
  unbounded: wasBusy,
  "repeated-call": (trace) => new Set(trace.calls.map(orderOf)).size < trace.calls.length,
  "sequential-await": (trace) => cashiers > 1 && trace.calls.length > 1 && gathered.oneByOne(trace),
  batches: (trace) => rowByRow(trace, plans, cashiers),
  "static-split": (trace) => {
    const share = Math.ceil(plans.length / cashiers);
    return (
      dealt(trace, plans, (index) => index % cashiers) ||
      dealt(trace, plans, (index) => Math.floor(index / share))
    );
  },
  "last-in-first-out": ({ calls }) =>
    calls.length > 0 && calls.every((call, index) => orderOf(call) === `order ${calls.length - index}`),
  "forgotten-await": gathered.unawaited,
  "completion-order": gathered.inOrderOfEnd,
});
/** A cashier who was busy was asked for the same order again later. */
const askedAgain = ({ calls }: Trace) =>
  calls.some((call) => isBusy(call) && calls.some((other) => orderOf(other) === orderOf(call) && other.start.at > call.start.at));

const failures = (trace: Trace) => trace.calls.filter(({ how }) => how === "rejected" || how === "threw");
const firstFailure = (trace: Trace) => Math.min(...failures(trace).map(({ end }) => end!.at));
/** In the failure's own ms those whose order succeeds may go on: they cannot know of it yet. */
const startsAfter = (trace: Trace, failure: number, cashiers: number) => {
  const late = trace.calls.filter(({ start }) => start.at > failure);
  const now = trace.calls.filter(({ start }) => start.at === failure);
  const freed = trace.calls.filter(({ end, how }) => how === "fulfilled" && end!.at === failure).length;
  return late.length > 0 || now.length > (failure === 0 ? cashiers : freed);
};

const failureMistakes = (cashiers: number): Mistakes => ({
  "floating-rejection": ({ floating }) => floating.length > 0,
  "sync-throw-escapes": (trace) => outcomeOf(trace).state === "threw",
  unbounded: wasBusy,
  "falsy-is-nothing": (trace) => failures(trace).length > 0 && failures(trace).every(({ value }) => isFalsy(value!)),
  "swallowed-error": gathered.failureSwallowed,
  "lost-rejection": gathered.failureLost,
  "wrapped-error": gathered.failureWrapped,
  "generic-error": gathered.failureReplaced,
  "late-rejection": gathered.rejectedLate,
  "starts-after-failure": (trace) => startsAfter(trace, firstFailure(trace), cashiers),
});

/** It rejected with the first failure, and started nothing after it. */
function gaveUp(trace: Trace, plans: Plan[], cashiers: number): Finding[] {
  const ends = endsOf(plans, cashiers);
  const at = Math.min(...ends.filter((_, index) => plans[index]!.how));
  const errors = plans.flatMap(({ how }, index) =>
    how && ends[index] === at ? [madeBy(trace, `prepare reason ${index}`)] : [],
  );
  return [
    rejectedWithOneOf(trace, { at, errors }),
    that(!startsAfter(trace, at, cashiers), `an order was started after the failure at ${at} ms.`, {
      otherwise: "starts-after-failure",
    }),
  ];
}

const takes = fc.integer({ min: 1, max: 2000 });
const plan = takes.map((ms): Plan => ({ takes: ms }));
const failing = fc
  .tuple(takes, fc.constantFrom("error", undefined, null, 0, "", false))
  .map(([ms, value]): Plan => ({ takes: ms, how: "fails", value }));
const cashiers = fc.integer({ min: 1, max: 5 });
const plans = fc.array(plan, { minLength: 1, maxLength: 12, size: "max" });
const somePlansFail = fc
  .array(fc.oneof({ weight: 3, arbitrary: plan }, failing), { minLength: 1, maxLength: 12, size: "max" })
  .filter((list) => list.some(({ how }) => how));
const inputOf = (trace: Trace, plans: Plan[], cashiers: number) => ({ trace, plans, cashiers });

export default grader<Student>("13-cashiers", []);
