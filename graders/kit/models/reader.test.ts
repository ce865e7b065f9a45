import { expect, test } from "vitest";
import { failing, jobList } from "../jobs.ts";
import { arrivals } from "./arrivals.ts";
import { paceInWords, reading, tells, WRONG_READERS } from "./reader.ts";

const all = arrivals(jobList(300, 100, failing(400), 200));
const got = (pace = {}, id?: string) =>
  (id ? WRONG_READERS[id]! : [{}]).map((rules) => {
    const { gets, ends, failed } = reading(all, pace, rules);
    return [gets.map(({ index, at }) => `${index} at ${at}`).join(), ends, failed];
  });

test("what arrives is read in its turn, when it is there and asked for", () => {
  expect(got()).toEqual([["1 at 100,3 at 200,0 at 300", 400, 2]]);
  expect(got({ begin: 250, pause: 500 })).toEqual([["1 at 250,3 at 750,0 at 1250", 1750, 2]]);
  expect(got({ leaves: 2 })).toEqual([["1 at 100,3 at 200", 200, undefined]]);
});

test("wrong readers read otherwise", () => {
  expect(got({ pause: 500 }, "failure-jumps-queue")).toEqual([["1 at 100", 600, 2]]);
  expect(got({ pause: 500 }, "watches-too-late")).toEqual([["1 at 100,0 at 600", 1100, 2]]);
  expect(got({}, "input-order")).toEqual([["0 at 300,1 at 300", 400, 2]]);
  expect(got({ pause: 210 }, "last-in-first-out")).toEqual([["1 at 100,0 at 310", 520, 2]]);
  expect(got({}, "waits-for-all")).toEqual([
    ["0 at 400,1 at 400", 400, 2],
    ["", 400, 2],
    ["", 400, 2],
  ]);
  expect(got({ leaves: 1 }, "waits-for-rest")).toEqual([["1 at 100", 400, undefined]]);
});

test("an input tells mistakes apart if each shows in it, and none as another", () => {
  const late = ["watches-too-late", "last-in-first-out"];
  const three = arrivals(jobList(300, 100, 200));
  expect(tells(three, {}, late)).toBe(false);
  expect(tells(three, { begin: 400 }, late)).toBe(true);
  // The last in the list is the first to come: the newest first is also the list's own order.
  expect(tells(arrivals(jobList(300, 200, 100)), { begin: 400 }, late)).toBe(false);
});

test("a pace is put into words", () => {
  expect([{}, { begin: Infinity }].map(paceInWords)).toEqual(["", "never begins"]);
  expect(paceInWords({ begin: 5, pause: 7, leaves: 2 })).toBe(
    "begins at 5 ms and pauses for 7 ms and is left after 2",
  );
});
