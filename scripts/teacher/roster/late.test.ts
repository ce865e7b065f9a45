import { expect, test } from "vitest";
import { lateness, markOf, offsetOf, parseDue, parseLate, timeAt } from "./late.ts";

const due = parseDue("2026-12-01T23:59+01:00");

test.each([
  ["in time", "2026-12-01T22:59:00Z", undefined, 87],
  ["within the grace", "2026-12-01T23:14:00Z", undefined, 87],
  ["a millisecond beyond it", "2026-12-01T23:14:00.001Z", { days: 1, percent: 10 }, 78.3],
  ["a whole day", "2026-12-02T23:14:00Z", { days: 1, percent: 10 }, 78.3],
  ["a day and a bit", "2026-12-03T00:15+01:00", { days: 2, percent: 20 }, 69.6],
  ["a month: never under the floor", "2027-01-01T00:00Z", { days: 31, percent: 50 }, 43.5],
])("%s", (_, submitted, expected, mark) => {
  const late = lateness(submitted, due, parseLate("grace=15m,percent=10,floor=50"));
  expect(late).toEqual(expected && { submitted, ...expected });
  expect(markOf(87, late)).toBe(mark);
});

test("without rules lateness is told and costs nothing", () => {
  const late = lateness("2026-12-05T00:00Z", due, { grace: 0, percent: 0, floor: 0 });
  expect([late, markOf(87, late)]).toEqual([{ submitted: "2026-12-05T00:00Z", days: 4, percent: 0 }, 87]);
});

test("hundredths, as platforms keep them", () => {
  expect(markOf(10, { submitted: "", days: 1, percent: 33.333 })).toBe(6.67);
});

test.each(["2026-12-01", "2026-12-01T23:59", "tomorrow", "2026-12-01T25:00Z"])(
  "--due %s is refused",
  (text) => {
    expect(() => parseDue(text)).toThrow(
      "is no time with its offset. Give it as in --due 2026-12-01T23:59+01:00",
    );
  },
);

test.each(["2026-02-30T10:00Z", "2026-13-01T00:00Z", "2026-11-31 10:00+01:00", "2027-02-29T10:00Z"])(
  "--due %s is refused: there is no such day",
  (text) => {
    expect(() => parseDue(text)).toThrow(
      `there is no ${text.slice(0, 10)}. Give a day that the calendar has.`,
    );
  },
);

test("a time at an offset is written as it was given", () => {
  for (const text of [
    "2026-12-01T23:59+01:00",
    "2026-12-01T00:30-03:30",
    "2026-12-01T23:59Z",
    "2026-03-01T00:10+0530",
  ])
    expect(timeAt(parseDue(text), offsetOf(text)!)).toBe(text);
});

test("offsets", () => {
  expect(["2026-12-01T23:59+01:00", "2026-12-01 23:59Z", "2026-12-01"].map(offsetOf)).toEqual([
    "+01:00",
    "Z",
    undefined,
  ]);
});

test.each(["", "percent", "percent=-1", "percent=101", "grace=5", "grace=5s", "floor=5m", "tax=3"])(
  "--late %j is refused",
  (text) => {
    expect(() => parseLate(text)).toThrow(
      "is not understood. Give it as in --late grace=15m,percent=10,floor=50",
    );
  },
);
