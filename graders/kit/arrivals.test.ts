// Which wrong way of reading explains what a loop over promises got.
import { expect, test } from "vitest";
import { follows, type Pace, type Plan } from "./arrivals.ts";
import type { Plain } from "./plain.ts";
import type { Trace } from "./trace.ts";

const answer = (takes: number, value: unknown = "answer"): Plan => ({ takes, value });
const failure = (takes: number): Plan => ({ takes, value: "error", fails: true });

/** What each plan came to: its value, or an error with a name of its own. */
const cameTo = ({ takes, value, fails }: Plan): Plain =>
  fails
    ? { t: "error", name: "Error", message: `failed ${takes}`, props: [], ref: `failure ${takes}` }
    : value === "answer"
      ? `answer ${takes}`
      : (value as Plain);

/** The misconception named for a loop that got these plans at these virtual ms and then rejected with the last. */
function named(plans: Plan[], asks: Pace, got: [Plan, number][], [failed, end]: [Plan, number]) {
  const loop = {
    label: "The loop",
    start: { at: 0, seq: 0 },
    state: "rejected",
    settled: { at: end, seq: 99 },
    value: cameTo(failed),
  };
  const trace = {
    made: Object.fromEntries(plans.map((plan, index) => [`job ${index}`, cameTo(plan)])),
    notes: got.map(([plan, at], index) => ({ name: "loop", value: cameTo(plan), at, seq: index + 1 })),
    outcomes: { "The loop": loop },
    calls: [],
    floating: [],
    timersMade: [],
  } as unknown as Trace;
  const findings = follows(trace, plans, asks).filter((finding) => finding !== undefined);
  return [...new Set(findings.map((finding) => finding.misconception))];
}

test("a falsy value that never came out is no wrong order", () => {
  const [late, empty, last] = [failure(1493), answer(0, false), answer(1494)];
  expect(named([late, empty, last], {}, [], [late, 1493])).toEqual(["falsy-is-nothing"]);
});

test("one of two values that are alike is lost, whatever else could explain it", () => {
  const [first, fails, second, last] = [answer(0, false), failure(2), answer(1, false), answer(2488)];
  const asks = { begin: 1743, pause: 95 };
  expect(named([first, fails, second, last], asks, [[first, 1743]], [fails, 1838])).toEqual(["lost-value"]);
});

test("which of several failures came out tells the readers apart", () => {
  const [first, slow, a, b, c] = [answer(100), failure(2000), failure(300), failure(400), failure(200)];
  const after = (failed: Plan, at: number) =>
    named([first, slow, a, b, c], { pause: 500 }, [[first, 100]], [failed, at]);
  expect([after(slow, 2000), after(a, 600), after(b, 600), after(c, 600)]).toEqual([
    ["input-order"],
    ["watches-too-late"],
    ["last-in-first-out"],
    [],
  ]);
});

test("where two wrong readers explain all alike, the commoner one is named", () => {
  const [first, a, b] = [answer(100), failure(300), failure(200)];
  expect(named([first, a, b], { pause: 500 }, [[first, 100]], [a, 600])).toEqual(["watches-too-late"]);
});
