// What becomes of a group: by the right rules, and by each other one.
import { expect, test } from "vitest";
import { failing, MADE, returning } from "../jobs.ts";
import { courseOf, type Rules } from "./group.ts";
import { answering, at, type Group, groupOf, nested, starting } from "./members.ts";

const obeying = (takes: number, after = 0) => answering(takes, { rejects: "reason", after });
const result = (group: Group, rules: Partial<Rules> = {}) => {
  const { at, comesTo, errors } = courseOf(group, rules).results[0] ?? { comesTo: "nothing", errors: [] };
  return [at, comesTo, ...errors];
};

test("it lasts until body and tasks have ended, those too that are started later", () => {
  expect(courseOf(groupOf(500, 300, starting(700, at(600, returning(400)))))).toEqual({
    stays: [
      { starts: 0, ends: 500 },
      { starts: 0, ends: 300 },
      { starts: 0, ends: 700 },
      { starts: 600, ends: 1000 },
    ],
    results: { 0: { at: 1000, comesTo: "value", errors: [] } },
  });
  // From outside a task is started unless the group is over; by a task, while that is at work.
  const late: Group = {
    ...groupOf(300, starting(100, at(200, returning(5)))),
    tasks: [at(200, returning(300)), at(600, returning(9))],
  };
  expect(courseOf(late).stays.map(({ starts }) => starts)).toEqual([0, 0, undefined, 200, undefined]);
  expect(result(late)).toEqual([500, "value"]);
  expect(result(groupOf(Infinity, 300))).toEqual([undefined, "nothing"]);
});

test("a failure aborts the rest, is waited for, and told with all that follow", () => {
  const own = answering(2000, { rejects: MADE, after: 200 });
  const group = groupOf(obeying(2000), failing(300), obeying(2000, 400), own, failing(900));
  expect(courseOf(group)).toEqual({
    stays: [
      { starts: 0, told: 300, ends: 300 },
      { starts: 0, ends: 300 },
      { starts: 0, told: 300, ends: 700 },
      { starts: 0, told: 300, ends: 500 },
      { starts: 0, told: 300, ends: 900 },
    ],
    results: { 0: { at: 900, comesTo: "errors", errors: [1, 3, 4] } },
  });
  // A body that passes a failure on adds none, and neither does one that was refused a task.
  const joins: Group = {
    body: { ...starting(100, returning(200), failing(300), at(50, returning(1))), joins: true },
  };
  expect(result(joins)).toEqual([300, "errors", 2]);
  const refused: Group = { body: { ...starting(500, failing(100), at(200, returning(1))), joins: true } };
  expect(courseOf(refused).stays[2]).toEqual({});
  expect(result(refused)).toEqual([500, "errors", 1]);
});

test("an abort from outside decides if it comes before a failure", () => {
  const group = groupOf(300, failing(500), obeying(2000, 300));
  expect(result({ ...group, abort: { after: 400 } })).toEqual([700, "reason"]);
  expect(result({ ...group, abort: { after: 600 } })).toEqual([800, "errors", 1]);
  expect(result({ ...group, abort: { after: 900 } })).toEqual([800, "errors", 1]);
  expect(courseOf({ ...groupOf(300, 100), abort: { after: "before" } }).stays).toEqual([
    { starts: 0, told: 0, ends: 300 },
    {},
  ]);
});

test("a group in a group is one task of it", () => {
  const failed = groupOf(500, nested(100, failing(600), obeying(2000, 100)), obeying(2000));
  expect(courseOf(failed).results).toEqual({
    0: { at: 700, comesTo: "errors", errors: [1] },
    1: { at: 700, comesTo: "errors", errors: [2] },
  });
  const aborted = groupOf(500, nested(100, obeying(2000, 300)), failing(600));
  expect(courseOf(aborted).results).toEqual({
    0: { at: 900, comesTo: "errors", errors: [3] },
    1: { at: 900, comesTo: "reason", errors: [] },
  });
});

test("by other rules", () => {
  const group = groupOf(
    500,
    failing(300),
    obeying(2000, 400),
    starting(1000, at(600, returning(800))),
    failing(700),
  );
  expect(result(group)).toEqual([1000, "errors", 1, 5]);
  expect(result(group, { aborts: false })).toEqual([2000, "errors", 1, 5]);
  expect(result(group, { until: "abort" })).toEqual([300, "errors", 1]);
  expect(result(group, { until: "body" })).toEqual([500, "errors", 1]);
  expect(result(group, { open: true })).toEqual([1400, "errors", 1, 5]);
  expect(result(group, { open: true, until: "all of then" })).toEqual([1000, "errors", 1, 5]);
  expect(result(group, { counts: (how, { isBody }) => isBody && how === "failure" })).toEqual([
    2000,
    "value",
  ]);
  expect(result(group, { counts: (how, { told }) => !told && how === "failure" })).toEqual([
    1000,
    "errors",
    1,
  ]);
  expect(result(group, { counts: (how) => how !== "value" })).toEqual([1000, "errors", 1, 2, 5]);
  // It sees the failure when the body, the first, has ended.
  expect(courseOf(group, { inTurn: true }).stays[2]).toEqual({ starts: 0, told: 500, ends: 900 });
  expect(courseOf(groupOf(100, 300, 200, 400), { oneByOne: true }).stays.map(({ starts }) => starts)).toEqual(
    [0, 0, 300, 500],
  );
  expect(result({ ...groupOf(300, obeying(2000)), abort: { after: 400 } }, { hears: false })).toEqual([
    2000,
    "value",
  ]);
  expect(result({ ...groupOf(300, obeying(2000, 50)), abort: { after: 400 } }, { until: "abort" })).toEqual([
    400,
    "reason",
  ]);
});
