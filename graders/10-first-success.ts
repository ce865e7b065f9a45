// What firstSuccess promises: all attempts at once, the first success, and no work for those who came too late.
import fc from "fast-check";
import { falsyFails, falsyWins, mistakes } from "./kit/attempts.ts";
import { type Episode, episodes } from "./kit/episodes.ts";
import { about, called, fulfilled, rejected, startedTogether, that } from "./kit/expectations.ts";
import { check, type Finding, grader } from "./kit/grader.ts";
import { equal, identical, isNode, type Plain, show, toPlain } from "./kit/plain.ts";
import { callsOf, madeBy, outcomeOf, type Trace } from "./kit/trace.ts";
import { isFalsy, isWrapping } from "./kit/values.ts";
import type { AbortAnswer, World } from "./kit/world.ts";

type Student = typeof import("../exercises/10-first-success/first-success.ts");
type Trial = Episode<Student>;

/** What one attempt does, in virtual ms. "answer" and "error" stand for values that the world makes up. */
interface Plan {
  takes: number;
  how: "returns" | "fails" | "throws";
  value: unknown;
  onAbort?: AbortAnswer;
}

const ANSWER = "answer";
const ERROR = "error";
const returning = (takes: number, onAbort: AbortAnswer = "ignore"): Plan => ({
  ...{ takes, how: "returns", value: ANSWER, onAbort },
});
const failing = (takes: number): Plan => ({ takes, how: "fails", value: ERROR });
const throwing = (value: unknown): Plan => ({ takes: 0, how: "throws", value });
const isSuccess = ({ how }: Plan) => how === "returns";

const STORY = [failing(500), returning(3000), returning(1000)];
const TWINS = [returning(900), returning(400)];
const TRIO = [failing(300), returning(1000), returning(3000)];
const FALSY = [undefined, null, 0, "", false];
const takes = fc.integer({ min: 1, max: 3000 });
const success = fc
  .tuple(takes, fc.constantFrom(ANSWER, ...FALSY))
  .map(([ms, value]) => ({ ...returning(ms), value }));
const failure = fc
  .tuple(takes, fc.constantFrom(ERROR, "no answer", ...FALSY))
  .map(([ms, value]) => ({ ...failing(ms), value }));
/** All of them at times of their own: of two in the same millisecond either may win. */
const plansOf = (plan: fc.Arbitrary<Plan>, minLength: number) =>
  fc.uniqueArray(plan, { minLength, maxLength: 8, size: "max", selector: (each) => each.takes });

/** One attempt for each plan: a call of the service `name` with the attempt's index and its signal. */
function attemptsOf(world: World, plans: Plan[], name = "attempt") {
  const made = (index: number) => {
    const { value } = plans[index]!;
    if (value === "answer") return world.payload(`${name} ${index}`);
    return world.made(
      `${name} ${index}`,
      value === "error" ? world.error(`error ${index} of ${name}`) : value,
    );
  };
  const attempt = world.service<[number, AbortSignal], unknown>(name, {
    when: (index) => {
      const { takes, how, onAbort = "ignore" } = plans[index]!;
      return { takes, onAbort, [how]: made(index) };
    },
  });
  return plans.map((_, index) => (signal: AbortSignal) => attempt(index, signal));
}

const winnerOf = (plans: Plan[]) =>
  plans.filter(isSuccess).reduce((first, plan) => (plan.takes < first.takes ? plan : first));
const outcomesOf = (trace: Trace, plans: Plan[], name = "attempt") =>
  plans.map((_, index) => madeBy(trace, `${name} ${index}`));

interface At {
  start: number;
  label: string;
  name: string;
}
const NONE = "The call without attempts";
const MAIN: At = { start: 0, label: "main", name: "attempt" };

const won = (trace: Trace, plans: Plan[], { start, label, name }: At = MAIN): Finding => {
  const winner = winnerOf(plans);
  const value = madeBy(trace, `${name} ${plans.indexOf(winner)}`);
  return fulfilled(trace, { label, at: start + winner.takes, value });
};
/** Rejected when the last has failed, with an AggregateError of all failures in their order. */
const allFailed = (
  trace: Trace,
  plans: Plan[],
  { start, label, name }: At = MAIN,
  otherwise?: string,
): Finding[] => {
  const { value = null } = outcomeOf(trace, label);
  const got = (isNode(value) && value.t === "error" && value.errors) || [];
  const want = outcomesOf(trace, plans, name);
  // What is falsy has no text to know it by.
  const wrapped =
    got.length === want.length &&
    got.every((error, index) => identical(error, want[index]!) || isWrapping(error, want[index]!));
  const listed = (errors: Plain[]) => errors.map((error) => show(error)).join(", ") || "nothing";
  return [
    rejected(trace, {
      label,
      at: start + Math.max(0, ...plans.map(({ takes }) => takes)),
      shape: { name: "AggregateError" },
      otherwise,
    }),
    that(
      got.length === want.length && got.every((error, index) => identical(error, want[index]!)),
      `The AggregateError's \`errors\` are ${listed(got)}; expected ${listed(want)}.`,
      { otherwise: sameInAnyOrder(got, want) ? "completion-order" : wrapped ? "wrapped-error" : undefined },
    ),
  ];
};
const sameInAnyOrder = (got: Plain[], want: Plain[]) =>
  equal(
    toPlain(got.map((error) => show(error)).toSorted()),
    toPlain(want.map((error) => show(error)).toSorted()),
  );

const inWords = (plans: Plan[]) => {
  const what = (value: unknown) =>
    value === "error" || value === "answer" ? `an ${value}` : show(toPlain(value));
  const verb = { returns: "brings", fails: "fails with", throws: "throws" };
  const one = ({ takes, how, value }: Plan) =>
    `${verb[how]} ${what(value)} ${how === "throws" ? "at once" : `after ${takes} ms`}`;
  return `With an attempt that ${plans.map(one).join(", one that ")}`;
};

const withSignals = (trace: Trace): Finding => {
  const without = trace.calls.find(({ args }) => !(isNode(args[1]!) && args[1].t === "signal"));
  return that(!without, `Attempt ${show(without?.args[0] ?? 0)} (from 0) got no AbortSignal.`, {
    otherwise: "signal-not-passed",
  });
};
/** At the win each attempt that is still running was aborted, and the winner never. `round`: of several with one name. */
function aborts(trace: Trace, plans: Plan[], { start, name }: At = MAIN, round = 0): Finding[] {
  const winner = winnerOf(plans);
  const won = start + winner.takes;
  const abortOf = (plan: Plan) => {
    const calls = callsOf(trace, name).filter(({ args }) => args[0] === plans.indexOf(plan));
    return calls[round]?.signal?.aborted?.at;
  };
  const losers = plans.filter(({ takes }) => takes > winner.takes);
  const early = [winner, ...losers].find((plan) => (abortOf(plan) ?? won) < won);
  const late = losers.find((loser) => (abortOf(loser) ?? Number.POSITIVE_INFINITY) > won);
  const told = (plan: Plan | undefined) =>
    plan && `The signal of the attempt that takes ${plan.takes} ms aborted at ${abortOf(plan) ?? "no"} ms`;
  const message = `expected ${won} ms, when the first one succeeded.`;
  return [
    that(!early, `${told(early)}; ${message}`, { otherwise: "aborts-too-early" }),
    that(abortOf(winner) === undefined, `${told(winner)}, though it had won; expected no abort.`, {
      otherwise: "winner-aborted",
    }),
    that(!late, `${told(late)}; ${message}`, { otherwise: "losers-keep-running" }),
  ];
}

const won2 = (plans: Plan[]): Omit<Trial, "name"> => ({
  scenario: (world, { firstSuccess }) => firstSuccess(attemptsOf(world, plans)),
  expect: (part, start) => [fulfilled(part, { at: start + winnerOf(plans).takes })],
});
const stopped = new Error("The attempt was stopped");
/** One attempt wins after 500 ms; the other one would take longer. */
const against = (name: string, loser: Plan): Trial => ({ name, ...won2([loser, returning(500)]) });
const late = episodes(
  [
    against("The call whose loser fails later", failing(900)),
    against("The call whose loser succeeds later", returning(900)),
    against("The call whose loser never ends", returning(Number.POSITIVE_INFINITY)),
    against("The call whose loser rejects with the reason", returning(900, { rejects: "reason" })),
    against("The call whose loser rejects with an error", returning(900, { rejects: stopped })),
    against("The call whose loser cleans up first", returning(900, { rejects: stopped, after: 300 })),
    against("The call whose loser answers the abort with a result", returning(900, { resolves: true })),
    {
      name: "The call with failures before and after",
      ...won2([failing(900), returning(500), failing(100)]),
    },
    {
      name: "The call of which all fail",
      scenario: (world, { firstSuccess }) =>
        firstSuccess(attemptsOf(world, [failing(300), failing(900), failing(600)])),
      expect: (part, start) => [rejected(part, { at: start + 900 })],
    },
  ],
  mistakes,
);

export default grader<Student>("10-first-success", [
  check("story", "takes the first success, at 1000 ms", {
    points: 2,
    scenario: (world, { firstSuccess }) => firstSuccess(attemptsOf(world, STORY)),
    expect: (trace) => [won(trace, STORY)],
    mistakes,
    whenStuck: "busy-wait",
  }),
  check("start", "starts all attempts at once, each with an AbortSignal", {
    points: 1,
    given: fc.array(success, { minLength: 1, maxLength: 20, size: "max" }),
    scenario: (world, { firstSuccess }, plans) => firstSuccess(attemptsOf(world, plans)),
    expect: (trace, plans) =>
      about(`With ${plans.length} ${plans.length === 1 ? "attempt" : "attempts"}`, [
        startedTogether(trace, "attempt", { count: plans.length }),
        called(trace, "attempt", { times: plans.length }),
        withSignals(trace),
        that(trace.timersMade.length <= plans.length, "it made more timers than there are attempts.", {
          otherwise: "busy-wait",
        }),
      ]),
    mistakes,
  }),
  check("failure", "lets failures pass while another attempt may succeed", {
    points: 1,
    given: plansOf(fc.oneof(failure, success), 1).filter((plans) => plans.some(isSuccess)),
    runs: 100,
    scenario: (world, { firstSuccess }, plans) => firstSuccess(attemptsOf(world, plans)),
    expect: (trace, plans) => about(inWords(plans), [won(trace, plans)]),
    mistakes: falsyWins,
  }),
  check("abort", "aborts all that still run when one succeeds, and never the winner", {
    points: 2,
    given: plansOf(
      fc.oneof(
        failure,
        fc
          .tuple(
            success,
            fc.constantFrom<AbortAnswer>(
              "ignore",
              { rejects: "reason" },
              { resolves: true },
              { resolves: true, after: 7 },
            ),
          )
          .map(([plan, onAbort]) => ({ ...plan, onAbort })),
      ),
      2,
    ).filter((plans) => plans.some(isSuccess)),
    runs: 100,
    scenario: (world, { firstSuccess }, plans) => firstSuccess(attemptsOf(world, plans)),
    expect: (trace, plans) => about(inWords(plans), [withSignals(trace), ...aborts(trace, plans)]),
  }),
  check("all-fail", "rejects with all the failures, in the order of the attempts, when none succeeds", {
    points: 1,
    given: plansOf(failure, 1),
    runs: 50,
    scenario: (world, { firstSuccess }, plans) => {
      world.watch(NONE, () => firstSuccess([]));
      return firstSuccess(attemptsOf(world, plans));
    },
    expect: (trace, plans) => {
      const otherwise = outcomeOf(trace, NONE).state === "pending" ? "empty-hangs" : undefined;
      return [
        ...about(inWords(plans), allFailed(trace, plans)),
        ...allFailed(trace, [], { ...MAIN, label: NONE }, otherwise),
      ];
    },
    mistakes: falsyFails,
  }),
  check("throw", "counts a throw as a failure of that attempt alone", {
    points: 1,
    cases: [
      [throwing(ERROR), returning(1000), failing(500)],
      [returning(700), throwing(ERROR), returning(300)],
      [throwing(ERROR), returning(40_000)],
      [throwing(ERROR), failing(500)],
      [failing(300), throwing(undefined), throwing(ERROR), failing(500)],
    ],
    scenario: (world, { firstSuccess }, plans) => firstSuccess(attemptsOf(world, plans)),
    expect: (trace, plans) =>
      about(inWords(plans), [
        startedTogether(trace, "attempt", { count: plans.length }),
        ...(plans.some(isSuccess) ? [won(trace, plans)] : allFailed(trace, plans)),
      ]),
    mistakes: {
      // The cases before this one have shown that a throw as such does no harm.
      "falsy-is-nothing": ({ calls }) => calls.at(-1)?.how === "threw" && isFalsy(calls.at(-1)!.value!),
      "sync-throw-escapes": (trace) =>
        outcomeOf(trace).state === "threw" || trace.calls.at(-1)?.how === "threw",
      ...mistakes,
    },
  }),
  check("floating", "lets nothing that a loser does later change the outcome or go unhandled", {
    points: 1,
    ...late,
  }),
  check("apart", "keeps calls apart that overlap, and starts an attempt twice that is given twice", {
    points: 1,
    scenario: async (world, { firstSuccess }) => {
      const [mine, yours] = ["mine", "yours"].map((name) => attemptsOf(world, TRIO, name));
      const twins = attemptsOf(world, TWINS, "twin").values();
      const twin = (signal: AbortSignal) => twins.next().value!(signal);
      await world.watch("The first call", () => firstSuccess(mine!));
      world.watch("The second call", () => firstSuccess(mine!));
      await world.wait(100);
      await world.watch("A call that overlaps it", () => firstSuccess(yours!));
      await world.watch("A call with one attempt twice", () => firstSuccess([twin, twin]));
    },
    expect: (trace) => {
      const call = (label: string, start: number, name: string, round = 0) => [
        won(trace, TRIO, { start, label, name }),
        ...aborts(trace, TRIO, { start, label, name }, round),
      ];
      const twins = { start: 2100, label: "A call with one attempt twice", name: "twin" };
      const apart = [
        ...call("The second call", 1000, "mine", 1),
        ...call("A call that overlaps it", 1100, "yours"),
        called(trace, "mine", { times: 6 }),
      ];
      // An abort of the first call's attempts when another call has its winner: 2000, 2100 and 2500 ms.
      const meddled = callsOf(trace, "mine")
        .slice(0, TRIO.length)
        .some(({ signal }) => [2000, 2100, 2500].includes(signal?.aborted?.at ?? 0));
      const first = call("The first call", 0, "mine");
      return [
        ...(meddled
          ? first.map((finding) => finding && { ...finding, misconception: "shared-state" })
          : first),
        ...apart.map((finding) => finding && { ...finding, misconception: "shared-state" }),
        called(trace, "twin", { at: [2100, 2100], otherwise: "twins-merged" }),
        won(trace, TWINS, twins),
        ...aborts(trace, TWINS, twins).map(
          (finding) => finding && { ...finding, misconception: "twins-merged" },
        ),
      ];
    },
  }),
]);
