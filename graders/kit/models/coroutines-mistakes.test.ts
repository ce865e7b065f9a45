import { expect, test } from "vitest";
import { FALSY, failing, returning } from "../jobs.ts";
import { kinds, plain, promise, returns, type Step } from "./coroutines.ts";
import { driven, type Line, NOTHING } from "./coroutines-driven.ts";
import { traceOfDriven } from "./coroutines-fixture.ts";
import { mistakes, WRONG } from "./coroutines-mistakes.ts";

const named = (steps: Step[], lines: Line[]) => {
  const trace = traceOfDriven(steps, lines);
  return Object.entries(mistakes).flatMap(([id, shows]) => (shows(trace) ? [id] : []));
};
const FAILS = promise(failing(400));
const STEPS: Step[] = [
  promise(returning(300)),
  plain(),
  { tries: [{ tries: [FAILS], catches: [promise(failing(100))] }], catches: [promise(returning(200))] },
  promise(returning(500)),
  returns(),
];

test("each wrong rule is told by its name where it shows, and by it alone", () => {
  // Whoever skips what is yielded in answer never comes to one that fails.
  const other: Step[] = [{ tries: [FAILS], catches: [promise(returning(200))] }, plain(), returns()];
  for (const [id, all] of Object.entries(WRONG))
    for (const rules of all) {
      const names = [STEPS, other].map((steps) => named(steps, driven(steps, rules)));
      expect([id, names]).toContainEqual(expect.arrayContaining([[id]]));
    }
  expect(named(STEPS, driven(STEPS))).toEqual([]);
});

test("where the course tells, an outcome that is wrong as well is no hindrance", () => {
  const lines = driven(STEPS, WRONG["resumes-with-promise"]![0]!);
  expect(named(STEPS, [...lines.slice(0, -1), { ...lines.at(-1)!, value: NOTHING, at: 7 }])).toEqual([
    "resumes-with-promise",
  ]);
});

test("what no rule explains", () => {
  const [right, end] = [driven(STEPS).slice(0, -1), driven(STEPS).at(-1)!];
  const failing: Step[] = [promise(returning(300)), FAILS];
  const cut = (value: Line["value"], what: Line["what"] = "threw") => [
    driven(failing)[0]!,
    { what, value, at: 900 },
  ];
  expect(named(failing, cut(NOTHING))).toEqual(["lost-reason"]);
  expect(named(failing, cut(NOTHING, "returned"))).toEqual(["swallowed-error"]);
  expect(named(failing, cut("Oh: work 2"))).toEqual(["wrapped-error"]);
  expect(named(failing, [{ what: "pending", value: NOTHING, at: 900 }])).toEqual(["lost-rejection"]);
  expect(named(STEPS, [...right, { ...end, value: "something", at: 1 }])).toEqual([]);
  const [error, list] = kinds("an Error", "a list").map((kind): Step[] => [{ plain: kind }]);
  const none: Line[] = [{ what: "threw", value: "anything", at: 0 }];
  expect([named(error!, none), named(list!, none)]).toEqual([
    ["value-taken-for-failure"],
    ["plain-unpacked"],
  ]);
  for (const value of FALSY) expect(named([plain(value)], none)).toEqual(["falsy-is-nothing"]);
});
