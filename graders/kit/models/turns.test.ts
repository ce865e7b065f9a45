import { expect, test } from "vitest";
import { call, outcome, traceOf } from "../../timeline/fixture.ts";
import type { Call } from "../../trace/trace.ts";
import { byTimer, noneAfterFailure, oneAfterTheOther, waited, wentBy, wrong } from "./turns.ts";

const attempts = (...spans: [number, number?, Call["how"]?][]) =>
  traceOf(
    spans.map(([start, end, how], index) => ({
      ...call("check", [], start, end, { ...(how && { how }), value: `${index}` }),
      index: index + 1,
    })),
    outcome("fulfilled", 900),
  );
const wait = (number: number) => 100 * number;

test("the wait counts from the end of the one before, and is known by its number", () => {
  expect(oneAfterTheOther(attempts([0, 50], [150, 200], [400, 450]), "check", wait)).toBeUndefined();
  expect(oneAfterTheOther(attempts([0, 50], [50, 80]), "check")).toBeUndefined();
  expect(oneAfterTheOther(attempts([0, 50], [150, 200], [350]), "check", wait)).toEqual({
    message: "Call 3 of `check` began at 350 ms; the one before it ended at 200 ms, so 400 ms was expected.",
  });
  expect(oneAfterTheOther(attempts([0, 50], [10, 200]), "check")).toEqual({
    message: "Call 2 of `check` began at 10 ms, while the one before it was still under way.",
  });
});

test("a wrong rule is the one only where it explains all calls, and the right one does not", () => {
  const named = (...spans: [number, number?][]) =>
    Object.entries(wrong)
      .filter(([, rule]) => wentBy(rule, attempts(...spans), "check", wait))
      .map(([name]) => name);
  expect(named([0, 50], [150, 200], [400])).toEqual([]);
  expect(named([0, 50], [100, 120], [300])).toEqual(["fromStart"]);
  expect(named([0, 150], [100])).toEqual(["fromStart"]);
  expect(named([0, 150], [150])).toEqual(["fromStart", "noWait", "oftenNoWait"]);
  expect(named([0, 50], [50, 80], [80])).toEqual(["noWait", "oftenNoWait"]);
  expect(named([0, 50], [50, 80], [280])).toEqual(["oftenNoWait"]);
  expect(named([0, 50], [151])).toEqual(["timerOfNothing"]);
  expect(named([0, 50], [77])).toEqual([]);
});

test("a wait of none may be a timer's; a wrong wait is the one only where it explains all calls", () => {
  const none = () => 0;
  for (const start of [50, 51])
    expect(oneAfterTheOther(attempts([0, 50], [start]), "check", none, byTimer)).toBeUndefined();
  expect(oneAfterTheOther(attempts([0, 50], [52]), "check", none, byTimer)).toBeDefined();
  const constant = () => 100;
  expect(waited(constant, attempts([0, 50], [150, 200], [300]), "check", wait, byTimer)).toBe(true);
  expect(waited(constant, attempts([0, 50], [150, 200], [400]), "check", wait, byTimer)).toBe(false);
  expect(waited(constant, attempts([0, 50], [150, 200], [350]), "check", wait, byTimer)).toBe(false);
});

test("a call after a failure is further, one that was under way is not", () => {
  expect(noneAfterFailure(attempts([0, 50, "rejected"], [20, 60]), "check")).toBeUndefined();
  expect(noneAfterFailure(attempts([0, 50, "rejected"], [51, 60]), "check", "starts-after-failure")).toEqual({
    message: "`check` was called at 51 ms, though a call had failed at 50 ms.",
    misconception: "starts-after-failure",
  });
});
