import { expect, test } from "vitest";
import { call, outcome, traceOf } from "../../timeline/fixture.ts";
import type { Plain } from "../../trace/plain.ts";
import { failing, type Job, jobList } from "../jobs.ts";
import { arrivals } from "./arrivals.ts";
import { decided, decisionMistakes, firstSuccess, firstSuccessOf, WRONG_DECISIONS } from "./decision.ts";

const error = (name: string): Plain => ({ t: "error", name: "Error", message: name, props: [], ref: name });
const list = (errors: Plain[]): Plain => ({
  t: "error",
  name: "AggregateError",
  message: "",
  props: [],
  errors,
});
const mixed = jobList(failing(100), 900, 300, 600);
const none = [300, 100, 200].map((ms) => failing(ms));
const values = (jobs: Job[]) =>
  jobs.map(({ ends }, index) => (ends === "fails" ? error(`e${index}`) : `v${index}`));

/** The jobs' calls, from `starts` on or from 0, and what came of them all. */
function ran(jobs: Job[], ends: Parameters<typeof outcome>, starts: number[] = []) {
  const calls = jobs.map(({ takes, ends }, index) => {
    const start = starts[index] ?? 0;
    const how = ends === "fails" ? "rejected" : "fulfilled";
    return call("job", [index + 1], start, start + takes, { how, value: values(jobs)[index] });
  });
  const made = Object.fromEntries(values(jobs).map((value, index) => [`job ${index + 1}`, value]));
  return traceOf(calls, outcome(...ends), { made });
}
const shown = (jobs: Job[], ends: Parameters<typeof outcome>, starts?: number[]) => {
  const mistakes = decisionMistakes("job", () => jobs);
  return Object.keys(mistakes).find((id) => mistakes[id]!(ran(jobs, ends, starts)));
};

test("the first success decides, or the last failure with all of them in their places", () => {
  expect(firstSuccess(arrivals(mixed))).toEqual({ at: 300, by: "value", of: [2] });
  expect(firstSuccess(arrivals(none))).toEqual({ at: 300, by: "errors", of: [0, 1, 2] });
  expect(firstSuccess([])).toEqual({ at: 0, by: "errors", of: [] });
});

test("by others, something else does", () => {
  const by = (id: string, jobs: Job[]) => WRONG_DECISIONS[id]!.map((rule) => rule(arrivals(jobs)));
  expect(by("first-settled", mixed)).toEqual([{ at: 100, by: "error", of: [0] }]);
  expect(by("waits-for-all", mixed)).toEqual([1, 2].map((index) => ({ at: 900, by: "value", of: [index] })));
  expect(by("input-order", jobList(500, failing(900), 300))).toEqual([{ at: 500, by: "value", of: [0] }]);
  expect(by("completion-order", none)).toEqual([{ at: 300, by: "errors", of: [1, 2, 0] }]);
  expect(by("first-error-only", none).map((one) => one?.of)).toEqual([[0], [2], [1], [0]]);
  expect(by("first-error-only", mixed)).toEqual(Array(4).fill(undefined));
});

test("as it went: who began later decides later, and who was left out is still due", () => {
  const jobs = jobList(failing(100), 300);
  expect(firstSuccessOf(ran(jobs, ["pending"], [0, 100]), "job", jobs).at).toBe(400);
  expect(firstSuccessOf(ran(jobs.slice(0, 1), ["pending"]), "job", jobs)).toEqual({
    at: 300,
    by: "value",
    of: [1],
  });
});

test("the errors are judged one by one, by identity", () => {
  const due = firstSuccess(arrivals(none));
  const [a, b, c] = values(none);
  const judge = (...errors: Plain[]) =>
    decided(ran(none, ["rejected", 300, list(errors)]), due, values(none));
  expect(judge(a!, b!, c!)).toBeUndefined();
  expect(judge(a!, c!, b!)?.message).toMatch(/^The AggregateError's `errors` are .+; expected .+\.$/);
  expect(judge(a!, b!)).toBeDefined();
});

test("errors as many as there are attempts, when the last in the list has failed and others have not ended", () => {
  const late = jobList(900, failing(100), failing(300));
  const gaps: Plain[] = [{ t: "undefined" }, error("e1"), error("e2")];
  expect(shown(late, ["rejected", 300, list(gaps)])).toBe("length-is-no-count");
  expect(shown(late, ["rejected", 300, list(gaps.slice(1))])).not.toBe("length-is-no-count");
  expect(shown(late, ["rejected", 900, list(gaps)])).not.toBe("length-is-no-count");
});

test("a mistake is named by the rule that explains the outcome, or by what came of the failures", () => {
  const [a, b, c] = values(none) as [Plain, Plain, Plain];
  expect(shown(mixed, ["fulfilled", 300, "v2"])).toBeUndefined();
  expect(shown(mixed, ["rejected", 100, error("e0")])).toBe("first-settled");
  expect(shown(mixed, ["fulfilled", 900, "v1"])).toBe("waits-for-all");
  expect(shown(mixed, ["fulfilled", 600, "v3"])).toBeUndefined();
  // Also those that were aborted by then.
  const waited = ran(jobList(900, 300), ["fulfilled", 900, "v1"]);
  waited.calls[0]!.signal = { aborted: { at: 300, seq: waited.calls[0]!.end!.seq - 0.5 } };
  const { "waits-for-all": waits } = decisionMistakes("job", () => jobList(900, 300));
  expect(waits!(waited)).toBe(true);
  expect(shown(jobList(500, failing(900), 300), ["fulfilled", 500, "v0"])).toBe("input-order");
  expect(shown(none, ["rejected", 300, list([b, c, a])])).toBe("completion-order");
  expect(shown(none, ["rejected", 300, c])).toBe("first-error-only");
  expect(shown(none, ["rejected", 300, new Error("all failed")])).toBe("generic-error");
  expect(
    shown(none, ["rejected", 300, list([a, b, { t: "error", name: "Error", message: "e2", props: [] }])]),
  ).toBe("wrapped-error");
  expect(shown(none, ["fulfilled", 300])).toBe("swallowed-error");
  expect(shown(none, ["pending"])).toBe("lost-rejection");
  expect(shown(none, ["rejected", 600, list([a, b, c])], [0, 300, 400])).toBe("sequential-await");
  expect(shown([failing(100, null), ...none], ["pending"])).toBe("falsy-is-nothing");
});
