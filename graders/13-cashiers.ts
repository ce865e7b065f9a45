// What serve promises: one line of orders, nobody idle while one is left, and nothing more after a failure.
import fc from "fast-check";
import { about, called, fulfilled, noted, rejected, rejectedWithOneOf, that } from "./kit/expectations.ts";
import * as gathered from "./kit/gathered.ts";
import { check, type Finding, grader, type Mistakes } from "./kit/grader.ts";
import { equal, fromPlain, isNode, show, toPlain } from "./kit/plain.ts";
import { type Call, madeBy, outcomeOf, type Trace } from "./kit/trace.ts";
import { isErrorNamed, isFalsy, partsOf } from "./kit/values.ts";
import type { Answer, World } from "./kit/world.ts";

type Student = typeof import("../exercises/13-cashiers/cashiers.ts");
type Cashier = Parameters<Student["serve"]>[1][number];

/** What becomes of one order. `takes`: virtual ms. The value "made" stands for one that the world makes up. */
interface Plan {
  takes: number;
  how: "returns" | "fails" | "throws";
  value: unknown;
}
interface Shift {
  plans: Plan[];
  cashiers: number;
}

// A value that is given may be undefined, too: hence no default.
const planOf = (how: Plan["how"], takes: number, ...value: [unknown?]): Plan => ({
  takes,
  how,
  value: value.length > 0 ? value[0] : "made",
});
const returning = planOf.bind(null, "returns");
const failing = planOf.bind(null, "fails");
const throwing = planOf.bind(null, "throws", 0);
const isFailure = ({ how }: Plan) => how !== "returns";
const ordersFor = ({ plans }: Pick<Shift, "plans">) => plans.map((_, index) => `order ${index + 1}`);
/** A shift whose orders come from this list, again and again. */
interface Menu extends Shift {
  menu: readonly string[];
}
const ordersOn = ({ plans, menu }: Menu) => plans.map((_, index) => menu[index % menu.length]!);
const STORY: Shift = { plans: Array.from({ length: 16 }, () => returning(1000)), cashiers: 8 };

/** Cashiers for these plans: the order that starts first has the first, whatever it is called. */
function hire(world: World, { plans, cashiers }: Shift, name = "prepare"): Cashier[] {
  const outcomes = plans.map(({ how, value }, index) => {
    const what = `${name} ${index}`;
    const made = how === "returns" ? world.payload(what) : world.error(what);
    return world.made(what, value === "made" ? made : value);
  });
  let started = 0;
  const cashier = () => {
    let freeAt = 0;
    const when = (): Answer => {
      if (world.now < freeAt) return { takes: 0, fails: new Error("cashier is busy") };
      const index = started++;
      const { takes, how } = plans[index] ?? returning(1000);
      freeAt = world.now + takes;
      return { takes, [how]: outcomes[index] };
    };
    return { prepare: world.service(name, { when }) };
  };
  return Array.from({ length: cashiers }, cashier);
}

/** When each order starts if the first cashier to be free takes it. */
function startsOf({ plans, cashiers }: Shift): number[] {
  const freeAt = Array.from({ length: cashiers }, () => 0);
  return plans.map(({ takes }) => {
    const first = Math.min(...freeAt);
    freeAt[freeAt.indexOf(first)] = first + takes;
    return first;
  });
}
const endsOf = (shift: Shift) => startsOf(shift).map((start, index) => start + shift.plans[index]!.takes);

const inWords = ({ plans, cashiers }: Shift) => {
  const takes = plans.map(({ takes, how }) => (how === "returns" ? takes : `${takes} and ${how}`));
  return `With durations [${takes.join(", ")}] and ${cashiers} ${cashiers === 1 ? "cashier" : "cashiers"}`;
};
const results = (trace: Trace, count: number, { name = "prepare", from = 0 } = {}) =>
  Array.from({ length: count }, (_, index) => madeBy(trace, `${name} ${from + index}`));

const orderOf = ({ args }: Call) => String(args[0] ?? "");
const busyCall = ({ calls }: Trace) =>
  calls.find(({ value }) => isErrorNamed(value, "Error", /^cashier is busy$/));
const nobodyDisturbed = (trace: Trace) => {
  const call = busyCall(trace);
  const message = `a cashier was asked for "${call && orderOf(call)}" at ${call?.start.at} ms while busy.`;
  return that(call === undefined, message);
};
const startedInTurn = (trace: Trace, shift: Shift): Finding[] => [
  nobodyDisturbed(trace),
  called(trace, "prepare", { at: startsOf(shift), args: ordersFor(shift).map((order) => [order]) }),
];

const shiftOf = ({ input }: Trace) => (input === undefined ? STORY : (fromPlain(input) as Shift));
/** Whether the orders did not start as they should, but just when they would at these times, by index. */
const startedAt = (trace: Trace, starts: number[]) => {
  const startOf = (index: number) =>
    trace.calls.find((call) => orderOf(call) === `order ${index + 1}`)?.start.at;
  return (
    starts.every((at, index) => startOf(index) === at) &&
    startsOf(shiftOf(trace)).some((at, index) => startOf(index) !== at)
  );
};
/** When the orders start if each has its cashier in advance. */
const dealtOut = ({ plans }: Shift, cashierOf: (index: number) => number) => {
  const freeAt = new Map<number, number>();
  return plans.map(({ takes }, index) => {
    const start = freeAt.get(cashierOf(index)) ?? 0;
    freeAt.set(cashierOf(index), start + takes);
    return start;
  });
};
const rowByRow = ({ plans, cashiers }: Shift) => {
  let [row, end] = [0, 0];
  return plans.map(({ takes }, index) => {
    if (index % cashiers === 0) row = end;
    end = Math.max(end, row + takes);
    return row;
  });
};

// Of few orders both may be true; then neither is named.
const inRows = (trace: Trace) => startedAt(trace, rowByRow(shiftOf(trace)));
const asDealtOut = (trace: Trace) => {
  const { plans, cashiers } = shiftOf(trace);
  const share = Math.ceil(plans.length / cashiers);
  const splits = [(index: number) => index % cashiers, (index: number) => Math.floor(index / share)];
  return splits.some((cashierOf) => startedAt(trace, dealtOut({ plans, cashiers }, cashierOf)));
};

const mistakes: Mistakes = {
  "busy-wait": (trace) => busyCall(trace) !== undefined && gathered.polled(trace),
  unbounded: (trace) => busyCall(trace) !== undefined,
  "repeated-call": ({ calls }) => new Set(calls.map(orderOf)).size < calls.length,
  "sequential-await": (trace) => shiftOf(trace).cashiers > 1 && gathered.oneByOne(trace),
  batches: (trace) => inRows(trace) && !asDealtOut(trace),
  "static-split": (trace) => asDealtOut(trace) && !inRows(trace),
  "last-in-first-out": ({ calls }) =>
    calls.length > 1 && calls.every((call, index) => orderOf(call) === `order ${calls.length - index}`),
  "forgotten-await": gathered.unawaited,
  "completion-order": gathered.inOrderOfEnd,
  "late-start": (trace) => gathered.staggered(trace) || gathered.startedLate(trace),
};

const failures = ({ calls }: Trace) => calls.filter(({ how }) => how === "rejected" || how === "threw");
const startedAfter = (trace: Trace) => {
  // The order that fails may itself have begun too late.
  const failedAt = Math.min(...failures(trace).map(({ end }) => end!.at));
  const { cashiers } = shiftOf(trace);
  const at = trace.calls.filter(({ start }) => start.at === failedAt).length;
  const freed = trace.calls.filter(({ end, how }) => how === "fulfilled" && end!.at === failedAt).length;
  // In the failure's own ms a cashier whose order succeeds cannot know of it yet.
  return trace.calls.some(({ start }) => start.at > failedAt) || at > (failedAt === 0 ? cashiers : freed);
};
const failureMistakes: Mistakes = {
  "floating-rejection": ({ floating }) => floating.length > 0,
  "sync-throw-escapes": (trace) => outcomeOf(trace).state === "threw",
  unbounded: mistakes.unbounded!,
  "falsy-is-nothing": (trace) => failures(trace).every(({ value }) => isFalsy(value!)),
  "swallowed-error": gathered.failureSwallowed,
  "lost-rejection": gathered.failureLost,
  "wrapped-error": gathered.failureWrapped,
  "generic-error": gathered.failureReplaced,
  "late-rejection": gathered.rejectedLate,
  "starts-after-failure": startedAfter,
};

const firstFailure = (shift: Shift) =>
  Math.min(...endsOf(shift).filter((_, index) => isFailure(shift.plans[index]!)));
/** It rejected with the first failure, and started nothing after it. */
function gaveUp(trace: Trace, shift: Shift): Finding[] {
  const [at, ends] = [firstFailure(shift), endsOf(shift)];
  const errors = shift.plans.flatMap((plan, index) =>
    isFailure(plan) && ends[index] === at ? [madeBy(trace, `prepare ${index}`)] : [],
  );
  return about(inWords(shift), [
    rejectedWithOneOf(trace, { at, errors }),
    that(!startedAfter(trace), `an order was started after the failure at ${at} ms.`, {
      otherwise: "starts-after-failure",
    }),
  ]);
}

const takes = fc.integer({ min: 1, max: 2000 });
const success = takes.map((ms) => returning(ms));
const failure = fc
  .tuple(takes, fc.constantFrom("made", undefined, null, 0, "", false))
  .map(([ms, value]) => failing(ms, value));
const cashiers = fc.integer({ min: 1, max: 5 });
const listOf = <T>(item: fc.Arbitrary<T>) => fc.array(item, { minLength: 1, maxLength: 12, size: "max" });
const someFail = listOf(fc.oneof(success, success, failure)).filter((plans) => plans.some(isFailure));

const PAIR: Shift = { plans: [1000, 300, 500].map((ms) => returning(ms)), cashiers: 2 };
const served = (trace: Trace, label: string, at: number, more: { name: string; from?: number }) =>
  fulfilled(trace, { label, at, value: results(trace, 3, more) });
const BROKEN: Shift = { plans: [returning(1000), failing(300), returning(500)], cashiers: 2 };
const broke = (trace: Trace, label: string, at: number, name: string) =>
  rejected(trace, { label, at, error: madeBy(trace, `${name} 1`) });
/** Calls that nothing else could disturb: one that ends well, and one that fails. */
const alone = (trace: Trace) => [
  served(trace, "The first call", 1000, { name: "mine" }),
  broke(trace, "A call that fails alone", 1300, "lone"),
];

const servingInTurn = {
  scenario: (world: World, { serve }: Student, shift: Shift) => serve(ordersFor(shift), hire(world, shift)),
  expect: (trace: Trace, shift: Shift) =>
    about(inWords(shift), [
      ...startedInTurn(trace, shift),
      fulfilled(trace, { at: Math.max(...endsOf(shift)) }),
    ]),
  mistakes,
};

export default grader<Student>("13-cashiers", [
  check("story", "serves 16 orders at 8 cashiers in 2000 ms", {
    points: 2,
    scenario: (world, { serve }) => serve(ordersFor(STORY), hire(world, STORY)),
    expect: (trace) => [
      nobodyDisturbed(trace),
      fulfilled(trace),
      ...startedInTurn(trace, STORY),
      fulfilled(trace, { at: 2000, value: results(trace, 16) }),
    ],
    mistakes,
  }),
  check("idle", "leaves no cashier idle while there is an order left", {
    points: 1,
    cases: [
      { plans: [300, 100, 100, 100, 100, 200].map((ms) => returning(ms)), cashiers: 2 },
      { plans: [900, 500, 100, 100, 300, 600, 200].map((ms) => returning(ms)), cashiers: 3 },
      // More than the story's eight.
      { plans: Array.from({ length: 13 }, (_, index) => returning(100 + 10 * index)), cashiers: 12 },
    ],
    ...servingInTurn,
  }),
  check("start", "starts each order in turn, as soon as a cashier is free", {
    points: 1,
    given: fc.record({ plans: listOf(success), cashiers }),
    runs: 60,
    ...servingInTurn,
  }),
  check("order", "gives the results in the order of the orders", {
    points: 1,
    given: fc.record({
      plans: listOf(fc.tuple(takes, fc.constantFrom("made", "")).map(([ms, value]) => returning(ms, value))),
      cashiers,
      // Often the same order twice, which are two orders all the same.
      menu: fc.constantFrom(["burger"], ["burger", "fries", "", "salad"]),
    }),
    runs: 60,
    scenario: (world, { serve }, shift) => serve(ordersOn(shift), hire(world, shift)),
    expect: (trace, shift) =>
      about(`${inWords(shift)}, for the orders ${show(toPlain(ordersOn(shift)))}`, [
        nobodyDisturbed(trace),
        fulfilled(trace, { value: results(trace, shift.plans.length) }),
      ]),
    mistakes: {
      unbounded: mistakes.unbounded!,
      "completion-order": gathered.inOrderOfEnd,
      "twins-merged": (trace) => {
        const items = partsOf(outcomeOf(trace).value ?? null);
        const orders = ordersOn(fromPlain(trace.input!) as Menu);
        const kept = new Set(orders).size;
        const alike = items.some((item, index) =>
          items.some((other, at) => at !== index && item !== "" && equal(item, other)),
        );
        const lost = items.length === kept || items.some((item) => isNode(item) && item.t === "hole");
        return outcomeOf(trace).state === "fulfilled" && kept < orders.length && (alike || lost);
      },
      "falsy-is-nothing": (trace) => {
        const orders = ordersOn(fromPlain(trace.input!) as Menu);
        return trace.calls.some(({ value }) => value === "") || orders[trace.calls.length] === "";
      },
    },
  }),
  check("failure", "rejects at the moment of a failure, and starts no further order", {
    points: 2,
    given: fc.record({ plans: someFail, cashiers }),
    runs: 100,
    scenario: (world, { serve }, shift) => serve(ordersFor(shift), hire(world, shift)),
    expect: gaveUp,
    mistakes: failureMistakes,
  }),
  check("throw", "takes a prepare that throws at once for a failure", {
    points: 1,
    cases: [
      { plans: [returning(1000), throwing(), returning(500), returning(200)], cashiers: 2 },
      { plans: [throwing(), returning(1000), failing(700), returning(200)], cashiers: 3 },
      { plans: [returning(1000), returning(400), throwing(), failing(900)], cashiers: 2 },
      { plans: [failing(500), throwing(), returning(200)], cashiers: 2 },
      { plans: [returning(300), throwing(null), returning(300)], cashiers: 1 },
      { plans: [throwing(undefined)], cashiers: 1 },
    ],
    scenario: (world, { serve }, shift) => serve(ordersFor(shift), hire(world, shift)),
    expect: gaveUp,
    mistakes: failureMistakes,
  }),
  check("empty", "needs no cashier without orders, and at least one with them", {
    points: 1,
    cases: [
      { orders: 0, cashiers: 2 },
      { orders: 0, cashiers: 0 },
      { orders: 3, cashiers: 0 },
      { orders: 1, cashiers: 0 },
    ],
    scenario: (world, { serve }, { orders, cashiers }) =>
      serve(ordersFor(STORY).slice(0, orders), hire(world, { ...STORY, cashiers })),
    expect: (trace, { orders, cashiers }) =>
      about(`With ${orders} orders and ${cashiers} cashiers`, [
        orders === 0
          ? fulfilled(trace, { at: 0, value: [] })
          : rejected(trace, { shape: { name: "RangeError" } }),
      ]),
    mistakes: {
      "sync-throw-escapes": ({ outcomes: { main } }) =>
        main?.state === "threw" && isErrorNamed(main.value, "RangeError"),
      "empty-hangs": (trace) => noOrders(trace) && outcomeOf(trace).state === "pending",
      "bad-input-accepted": (trace) =>
        !noOrders(trace) && ["pending", "fulfilled"].includes(outcomeOf(trace).state),
      "generic-error": (trace) => !noOrders(trace) && outcomeOf(trace).state === "rejected",
    },
  }),
  check("apart", "keeps calls apart, and leaves both lists as they are", {
    points: 1,
    scenario: async (world, { serve }) => {
      const [orders, mine] = [ordersFor(PAIR), hire(world, PAIR, "mine")];
      const hired = [...mine];
      await world.watch("The first call", () => serve(orders, mine));
      world.note("orders", [...orders]);
      world.note(
        "cashiers",
        mine.map((cashier) => hired.indexOf(cashier)),
      );
      await world.watch("A call that fails alone", () => serve(orders, hire(world, BROKEN, "lone")));
      // Those that the failure left at work are done.
      await world.wait(1000);
      // It fails while the next ones still have an order to start.
      world.watch("A call that fails", () => serve(orders, hire(world, BROKEN, "broken")));
      await world.wait(100);
      const second = world.watch("The second call", () => serve(orders, hire(world, PAIR, "second")));
      await world.wait(100);
      await world.watch("A call that overlaps it", () => serve(orders, hire(world, PAIR, "yours")));
      await second;
      await world.watch("A last call", () => serve(orders, hire(world, PAIR, "last")));
    },
    expect: (trace) => [
      noted(trace, "orders", { values: [ordersFor(PAIR)], otherwise: "input-changed" }),
      noted(trace, "cashiers", { values: [[0, 1]], otherwise: "input-changed" }),
      ...alone(trace),
      broke(trace, "A call that fails", 2600, "broken"),
      served(trace, "The second call", 3400, { name: "second" }),
      served(trace, "A call that overlaps it", 3500, { name: "yours" }),
      served(trace, "A last call", 4500, { name: "last" }),
    ],
    mistakes: { "shared-state": (trace) => alone(trace).every((finding) => finding === undefined) },
  }),
]);

function noOrders({ input }: Trace): boolean {
  return (fromPlain(input!) as { orders: number }).orders === 0;
}
