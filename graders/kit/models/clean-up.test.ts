import { expect, test } from "vitest";
import type { Plain } from "../../trace/plain.ts";
import { type Call, emptyTrace, type Outcome } from "../../trace/trace.ts";
import { cameOut, type Step, settledWithAll } from "./clean-up.ts";

const named = (message: string): Plain => ({ t: "error", name: "Error", message, props: [], ref: message });
const [own, late, reason, other] = ["own", "late", "reason", "other"].map(named) as [
  Plain,
  Plain,
  Plain,
  Plain,
];
const made = (name: string, parts: object): Plain => ({ t: "error", name, message: "", props: [], ...parts });

const done = (value: Plain = "data"): Step => ({ how: "fulfilled", value });
const failed = (value: Plain): Step => ({ how: "rejected", value });
const moment = (at: number) => ({ at, seq: at });
const release = (step: Step): Call => ({
  ...{
    id: "release#1",
    service: "release",
    index: 1,
    args: [],
    on: "async",
    start: moment(5),
    end: moment(6),
  },
  ...step,
});

/** What is wrong if these steps and this clean-up come to that. */
function found(steps: (Step | undefined)[], cleanUp: Step, [state, value]: [Outcome["state"], Plain]) {
  const main: Outcome = { label: "main", start: moment(0), state, settled: moment(9), value };
  const trace = emptyTrace({ outcomes: { main } });
  return cameOut(trace, { steps, reason, cleanUp: [release(cleanUp)], suppressed: true });
}

test.each<[string, (Step | undefined)[], Step, [Outcome["state"], Plain]]>([
  ["the last step's value", [done("first"), done()], done(), ["fulfilled", "data"]],
  ["the clean-up's failure, if it is the only one", [done(), done()], failed(late), ["rejected", late]],
  ["the first step's failure", [failed(own), undefined], done(), ["rejected", own]],
  ["the work's failure before the clean-up's", [done(), failed(own)], failed(late), ["rejected", own]],
  ["a falsy one, too", [done(), failed(0)], failed(late), ["rejected", 0]],
  ["the reason, if a step was left out", [done(), undefined], failed(late), ["rejected", reason]],
  [
    "the work's failure as what is suppressed by the clean-up's",
    [done(), failed(own)],
    failed(late),
    ["rejected", made("SuppressedError", { suppressed: own })],
  ],
])("%s comes out", (_, ...given) => {
  expect(found(...given)).toBeUndefined();
});

test.each<[string, (Step | undefined)[], Step, [Outcome["state"], Plain]]>([
  ["lost-release-error", [done()], failed(late), ["fulfilled", "data"]],
  ["swallowed-error", [done()], failed(late), ["fulfilled", { t: "undefined" }]],
  ["wrapped-error", [done()], failed(late), ["rejected", made("Error", { cause: late })]],
  ["swallowed-error", [failed(own)], done(), ["fulfilled", "data"]],
  ["swallowed-cancellation", [failed(reason)], done(), ["fulfilled", "data"]],
  ["release-raced", [done()], done(), ["rejected", reason]],
  ["cleanup-error-wins", [failed(own)], failed(late), ["rejected", late]],
  [
    "wrapped-error",
    [undefined],
    failed(late),
    ["rejected", made("AggregateError", { errors: [reason, late] })],
  ],
  [
    "cleanup-error-wins",
    [failed(own)],
    failed(late),
    ["rejected", made("SuppressedError", { suppressed: late })],
  ],
  ["falsy-is-nothing", [failed(0)], failed(late), ["rejected", late]],
  ["wrapped-error", [failed(own)], done(), ["rejected", made("Error", { cause: own })]],
  ["generic-error", [failed(own)], done(), ["rejected", other]],
  ["generic-error", [done()], done(), ["rejected", other]],
  ["lost-rejection", [failed(own)], done(), ["pending", null]],
  ["sync-throw-escapes", [failed(own)], done(), ["threw", own]],
])("what comes out otherwise is named: %s", (name, ...given) => {
  expect(found(...given)).toMatchObject({ misconception: name });
});

test("who settles before all calls have ended leaves early, or gives up; who never does has lost a failure", () => {
  const named = (at: number | undefined, parts: object = {}, step: Step = done()) => {
    const settled =
      at === undefined ? { state: "pending" as const } : { state: "fulfilled" as const, settled: moment(at) };
    const main: Outcome = { label: "main", start: moment(0), value: "data", ...settled };
    const trace = emptyTrace({ outcomes: { main }, calls: [release(step)], ...parts });
    return settledWithAll(trace, "leaves")?.misconception;
  };
  const timer = { kind: "timeout" as const, ms: 4, madeAt: 0, dueAt: 4 };
  expect([named(6), named(4), named(4, { timersMade: [timer] }), named(7)]).toEqual([
    undefined,
    "leaves",
    "gives-up",
    undefined,
  ]);
  expect([named(undefined), named(undefined, {}, failed(own))]).toEqual([undefined, "lost-rejection"]);
  expect(named(undefined, { floating: [{ reason: own, ...moment(6) }] })).toBe("floating-rejection");
});
