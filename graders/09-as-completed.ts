// What asCompleted promises: each result at the instant it arrives, whenever the loop asks, and failures in their turn.
import fc from "fast-check";
import { earliest, follows, type Pace, type Plan, reading, reads, slowest } from "./kit/arrivals.ts";
import { type Episode, episodes } from "./kit/episodes.ts";
import { about, fulfilled, noTimerLeft, that } from "./kit/expectations.ts";
import { check, grader } from "./kit/grader.ts";
import { equal, show, toPlain } from "./kit/plain.ts";
import { madeBy, notesOf, outcomeOf, type Trace, thrownAt } from "./kit/trace.ts";
import { isErrorNamed } from "./kit/values.ts";
import type { World } from "./kit/world.ts";

type Student = typeof import("../exercises/09-as-completed/as-completed.ts");

const answer = (takes: number, value: unknown = "answer"): Plan => ({ takes, value });
const failure = (takes: number): Plan => ({ takes, value: "error", fails: true });
const STORY = [answer(2000), answer(3000), answer(1000)];
const FALSY = [undefined, null, 0, "", false];

const takes = fc.integer({ min: 0, max: 3000 });
const plansOf = (plan: fc.Arbitrary<Plan>) =>
  fc
    .uniqueArray(plan, { minLength: 3, maxLength: 8, size: "max", selector: (each) => each.takes })
    // So that waiting for the first and waiting for all of them look different.
    .filter((plans) => plans[0]!.takes < slowest(plans));
const success = fc
  .tuple(takes, fc.constantFrom("answer", ...FALSY))
  .map(([ms, value]) => ({ takes: ms, value }));
const failing = fc
  .tuple(takes, fc.constantFrom("error", ...FALSY))
  .map(([ms, value]) => ({ takes: ms, value, fails: true }));
const someFail = plansOf(fc.oneof(failing, success)).filter((plans) => plans.some(({ fails }) => fails));
const pace = fc.record({
  begin: fc.integer({ min: 0, max: 3500 }),
  pause: fc.integer({ min: 0, max: 1500 }),
});
/** One promise for each plan, from the service `name`. */
const promisesOf = (world: World, plans: Plan[], name = "job"): Promise<unknown>[] => {
  const job = world.service(name, {
    when: (index) => {
      const { takes, fails, value } = plans[index]!;
      const own = value === "answer" ? world.payload(`${name} ${index}`) : value;
      const made = world.made(`${name} ${index}`, own === "error" ? world.error(`error ${index}`) : own);
      return { takes, [fails ? "fails" : "returns"]: made };
    },
  });
  return plans.map((_, index) => job(index));
};

/** Notes what it gets as `loop`, or as that with a name. */
async function loop(world: World, values: AsyncIterable<unknown>, asks: Pace = {}, name = "loop") {
  const { begin = 0, pause = 0, leaves } = asks;
  if (begin > 0) await world.wait(begin);
  let count = 0;
  for await (const value of values) {
    world.note(name, value);
    if (++count === leaves) break;
    if (pause > 0) await world.wait(pause);
  }
}

const doesNotPoll = ({ timersMade }: Trace, promises: number) =>
  that(
    timersMade.length <= promises,
    `It made ${timersMade.length} timers for ${promises} promises: it looks again and again.`,
    { otherwise: "busy-wait" },
  );
const inWords = (plans: Plan[], { begin = 0, pause = 0 }: Pace = {}) => {
  const what = (value: unknown) => (value === "error" ? "an error" : show(toPlain(value)));
  const one = ({ takes, fails, value }: Plan) =>
    fails
      ? `${takes} ms (fails with ${what(value)})`
      : value === "answer"
        ? `${takes} ms`
        : `${takes} ms (${what(value)})`;
  const asks = begin + pause > 0 ? `, and a loop that begins at ${begin} ms and pauses for ${pause} ms` : "";
  return `With promises that take ${plans.map(one).join(", ")}${asks}`;
};

/** A loop over promises of which some fail, in an episode of its own. */
const fails = (name: string, plans: Plan[], asks: Pace = {}): Episode<Student> => ({
  name,
  scenario: async (world, { asCompleted }) => loop(world, asCompleted(promisesOf(world, plans, name)), asks),
  expect: (part, start) => follows(part, plans, asks, { start, label: "main", note: "loop", job: name }),
});
const failures = episodes([
  fails("A loop whose first promise fails", [failure(100), failure(300), failure(300), answer(200)]),
  fails("A loop that ends with a failure", [failure(900), failure(1000), answer(200), answer(100)]),
  // Each wrong reader takes another failure first.
  fails("A slow loop", [answer(100), failure(300), failure(400), failure(200)], { pause: 500 }),
  fails("A loop that begins late", [answer(500), failure(700), failure(600), failure(2000)], { begin: 1000 }),
  fails("A loop that is left", [failure(900), answer(100), failure(2000), answer(3000)], { leaves: 1 }),
  fails("A slow loop that is left", [failure(300), answer(200), answer(100)], { pause: 400, leaves: 2 }),
  {
    name: "A loop that never begins",
    scenario: (world, { asCompleted }) => void asCompleted(promisesOf(world, [failure(100)], "unheard")),
    expect: () => [],
  },
]);

/** Lists that hold what is alike, and what the loop gets of it: virtual ms and the plan's index. */
const PAIR = [answer(1000), answer(400)];
const PAIR_AND_FAILURE = [...PAIR, failure(1300)];
const alike: Record<
  string,
  { plans: Plan[]; list: (jobs: Promise<unknown>[]) => Promise<unknown>[]; gets: number[][] }
> = {
  "a promise that is there twice": {
    plans: PAIR,
    list: ([a, b]) => [a!, b!, a!],
    gets: [
      [400, 1],
      [1000, 0],
      [1000, 0],
    ],
  },
  "one promise, three times": {
    plans: PAIR,
    list: ([, b]) => [b!, b!, b!],
    gets: [
      [400, 1],
      [400, 1],
      [400, 1],
    ],
  },
  "three that arrive in the same millisecond": {
    plans: [700, 700, 700].map((ms) => answer(ms)),
    list: (jobs) => jobs,
    gets: [
      [700, 0],
      [700, 1],
      [700, 2],
    ],
  },
  "results that are alike": {
    plans: [answer(300, 5), answer(200, 5), answer(100, 5)],
    list: (jobs) => jobs,
    gets: [
      [100, 0],
      [200, 0],
      [300, 0],
    ],
  },
};

const OWN_KIND = "an iterable of its own kind";
/** Ways to hand over promises. `read` is told each time that the iterable is asked for its items. */
const iterables: Record<string, (jobs: Promise<unknown>[], read: () => void) => Iterable<Promise<unknown>>> =
  {
    [OWN_KIND]: (jobs, read) => ({
      [Symbol.iterator]() {
        read();
        return jobs.values();
      },
    }),
    "a generator": (jobs) => jobs.values().map((job) => job),
    "a Set": (jobs) => new Set(jobs),
    "an empty array": () => [],
    "an empty generator": () => [].values(),
  };

export default grader<Student>("09-as-completed", [
  check("story", "yields three results at 1000, 2000 and 3000 ms, as they arrive", {
    points: 2,
    scenario: (world, { asCompleted }) =>
      world.watch("The loop", async () => loop(world, asCompleted(promisesOf(world, STORY)))),
    expect: (trace) => [doesNotPoll(trace, 3), ...follows(trace, STORY)],
    whenStuck: "busy-wait",
  }),
  check("order", "yields in the order of completion, each at its instant", {
    points: 1,
    given: plansOf(success),
    runs: 50,
    scenario: (world, { asCompleted }, plans) =>
      world.watch("The loop", async () => loop(world, asCompleted(promisesOf(world, plans)))),
    expect: (trace, plans) =>
      about(inWords(plans), [...follows(trace, plans), doesNotPoll(trace, plans.length)]),
  }),
  check("late", "keeps what arrives for a loop that is slow or begins late", {
    points: 2,
    given: fc.record({ plans: plansOf(success), asks: pace }),
    runs: 100,
    scenario: (world, { asCompleted }, { plans, asks }) =>
      world.watch("The loop", async () => loop(world, asCompleted(promisesOf(world, plans)), asks)),
    expect: (trace, { plans, asks }) => about(inWords(plans, asks), follows(trace, plans, asks)),
  }),
  check("failure", "throws a failure in its turn, and has then ended", {
    points: 1,
    given: fc.record({ plans: someFail, asks: pace }),
    // With 100 one of some hundred seeds has no two values alike before a failure.
    runs: 150,
    scenario: async (world, { asCompleted }, { plans, asks }) => {
      let results: AsyncIterableIterator<unknown> | undefined;
      await world.watch("The loop", async () => {
        results = asCompleted(promisesOf(world, plans));
        const next = () => results!.next();
        await loop(world, { [Symbol.asyncIterator]: () => ({ next }) }, asks);
      });
      await world.watch("next() after the failure", async () =>
        (await results!.next()).done ? "done" : "not done",
      );
    },
    expect: (trace, { plans, asks }) => {
      const label = "next() after the failure";
      const { end } = reading(plans, asks, earliest);
      const otherwise =
        outcomeOf(trace, label).state === "pending" ? "never-ends" : "iterator-outlives-failure";
      return about(inWords(plans, asks), [
        ...follows(trace, plans, asks),
        fulfilled(trace, { label, at: end, value: "done", otherwise }),
      ]);
    },
  }),
  check("nothing-left", "leaves nothing behind, whenever the loop begins or ends", {
    points: 1,
    scenario: failures.scenario,
    expect: (trace) => [...failures.expect(trace), noTimerLeft(trace, { otherwise: "timer-leak" })],
  }),
  check("alike", "yields everything, also what is alike or arrives together", {
    points: 1,
    cases: Object.keys(alike),
    scenario: (world, { asCompleted }, what) => {
      const { plans, list } = alike[what]!;
      return world.watch("The loop", async () => loop(world, asCompleted(list(promisesOf(world, plans)))));
    },
    expect: (trace, what) => {
      const line = (value: Parameters<typeof show>[0], at: number) => `${show(value)} at ${at} ms`;
      const got = notesOf(trace, "loop").map(({ value, at }) => line(value, at));
      const want = alike[what]!.gets.map(([at, index]) => line(madeBy(trace, `job ${index}`), at!));
      const message = `the loop got ${got.join(", ") || "nothing"}; expected ${want.join(", ")}.`;
      const ended = fulfilled(trace, { label: "The loop" });
      return about(`With ${what}`, [
        outcomeOf(trace, "The loop").state === "rejected" ? ended : undefined,
        that(equal(toPlain(got.toSorted()), toPlain(want.toSorted())), message, {
          otherwise: want.length > got.length ? "lost-value" : undefined,
        }),
        ended,
      ]);
    },
  }),
  check("iterable", "takes any iterable, reads it once, and ends at once if it is empty", {
    points: 1,
    cases: Object.keys(iterables),
    scenario: (world, { asCompleted }, kind) =>
      world.watch("The loop", async () => {
        const jobs = kind.includes("empty") ? [] : promisesOf(world, PAIR);
        await loop(world, asCompleted(iterables[kind]!(jobs, () => world.note("read"))));
      }),
    expect: (trace, kind) => {
      const ended = fulfilled(trace, { label: "The loop", at: 0, otherwise: "empty-hangs" });
      const once = that(notesOf(trace, "read").length < 2, "it was read more than once.", {
        otherwise: "iterable-read-twice",
      });
      const unread = kind === OWN_KIND && notesOf(trace, "read").length === 0;
      const asked = that(
        !unread || outcomeOf(trace, "The loop").state !== "fulfilled",
        "it was never read.",
        {
          otherwise: "array-assumed",
        },
      );
      return about(`With ${kind}`, kind.includes("empty") ? [ended] : [asked, once, ...follows(trace, PAIR)]);
    },
    mistakes: {
      "array-assumed": (trace) => {
        const { value } = outcomeOf(trace, "The loop");
        return isErrorNamed(value, "TypeError") && thrownAt(value).length > 0;
      },
    },
  }),
  check("apart", "keeps loops apart, also over the same promises", {
    points: 1,
    scenario: async (world, { asCompleted }) => {
      const run = (label: string, promises: Promise<unknown>[]) =>
        world.watch(label, async () => loop(world, asCompleted(promises), {}, label));
      await run("The first loop", promisesOf(world, PAIR, "mine"));
      const yours = promisesOf(world, PAIR_AND_FAILURE, "yours");
      await Promise.allSettled([
        run("The second loop", yours),
        run("Another loop over the same promises", yours),
        run("A loop over others", promisesOf(world, PAIR, "theirs")),
      ]);
    },
    expect: (trace) => {
      const on = (label: string, job: string, start = 1000, plans = PAIR) =>
        reads(trace, plans, reading(plans, {}, earliest), { start, label, note: label, job });
      return [
        ...on("The first loop", "mine", 0),
        ...[
          ...on("The second loop", "yours", 1000, PAIR_AND_FAILURE),
          ...on("Another loop over the same promises", "yours", 1000, PAIR_AND_FAILURE),
          ...on("A loop over others", "theirs"),
        ].map((finding) => finding && { ...finding, misconception: "shared-state" }),
      ];
    },
  }),
]);
