import { expect, test } from "vitest";
import { call, outcome, traceOf } from "../../timeline/fixture.ts";
import type { Call } from "../../trace/trace.ts";
import { losersAborted, restAborted } from "./losers.ts";

const never = undefined;
/** Three attempts: the second one wins at 400 ms, and the outcome is as given. */
function found(aborts: (number | undefined)[], ends: Parameters<typeof outcome> = ["fulfilled", 400, "b"]) {
  const calls: Call[] = [900, 400, never].map((end, index) => {
    const aborted = aborts[index];
    return call("job", [index + 1], 0, end, { value: "abc"[index], ...(aborted !== never && { aborted }) });
  });
  return losersAborted(traceOf(calls, outcome(...ends)));
}
const named = (...seen: Parameters<typeof found>) => found(...seen).find((each) => each)?.misconception;

test("at the win those who still run are aborted, and only they", () => {
  expect(named([400, never, 400])).toBeUndefined();
  expect(named([400, never, never])).toBe("losers-keep-running");
  expect(named([500, never, 400])).toBe("losers-keep-running");
  expect(named([400, 400, 400])).toBe("winner-aborted");
  expect(named([400, 900, 400])).toBe("winner-aborted");
  expect(found([400, never, 300])[0]).toEqual({
    message: "The signal of attempt 3 aborted at 300 ms; expected 400 ms, when attempt 2 won.",
    misconception: "aborts-too-early",
  });
});

test("who won, and when, is as it went: another winner, later, or none", () => {
  expect(named([never, never, 900], ["fulfilled", 900, "a"])).toBeUndefined();
  expect(named([never, 900, 900], ["fulfilled", 900, "a"])).toBeUndefined();
  // Aborted at the win, and waited for all the same.
  expect(named([400, never, 400], ["fulfilled", 900, "b"])).toBeUndefined();
  expect(named([never, never, never], ["rejected", 100])).toBeUndefined();
  expect(named([never, never, never], ["pending"])).toBeUndefined();
  const failed = call("job", [4], 0, 100, { how: "rejected" });
  const early = traceOf([call("job", [1], 0, 400), failed], outcome("fulfilled", 100));
  expect(losersAborted(early)).toEqual([]);
  expect(named([0, never, 0], ["fulfilled", 0, "?"])).toBe("aborts-too-early");
});

/** Three calls: one ends at 100 ms, one fails at 300 ms, one is under way; by what becomes of their signals. */
function told(aborts: (number | undefined)[], ends: Parameters<typeof outcome> = ["rejected", 300]) {
  const calls = [100, 300, never].map((end, index) => {
    const aborted = aborts[index];
    const how = end === 300 ? "rejected" : "fulfilled";
    const made = call("job", [index + 1], 0, end, { how, ...(aborted !== never && { aborted }) });
    return { signal: {}, ...made };
  });
  return restAborted(traceOf(calls, outcome(...ends))).find((each) => each);
}

test("at a failure those under way are told, and after a success nobody", () => {
  expect(told([never, never, 300])).toBeUndefined();
  expect(told([300, 300, 300])).toBeUndefined();
  expect(told([300, 300, 900])).toEqual({
    message: "The signal of 3 aborted at 900 ms; the failure was at 300 ms.",
    misconception: "signal-not-aborted",
  });
  expect(told([never, never, 500], ["fulfilled", 500])?.misconception).toBe("aborts-after-success");
});
