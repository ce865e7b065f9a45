import { expect, test } from "vitest";
import { call, moment, outcome, traceOf } from "../../timeline/fixture.ts";
import { orderInWords } from "./order-in-words.ts";

const trace = traceOf(
  [call("work", [1], 0, 300), call("work", [2], 0, 300), call("work", [3], 0, 500)],
  [outcome("fulfilled", 500), { ...outcome("fulfilled", 700, 1, "A call"), start: moment(300) }],
);
// The second call ended first.
trace.calls[0]!.end = { at: 300, seq: 21 };
trace.calls[1]!.end = { at: 300, seq: 20 };
trace.outcomes["A call"]!.start = { at: 300, seq: 22 };
const choice = (at: number, took: number) => ({ at, of: 3, took });

test("the first moment at which it was chosen", () => {
  expect(orderInWords({ ...trace, choices: [choice(100, 0), choice(300, 1), choice(500, 1)] })).toBe(
    "At 300 ms these came in this order: `work(2)` ended, `work(1)` ended, A call began.",
  );
});

test("what came in the turn of another", () => {
  const gap = (took: number, seq: number) => ({ at: 300, of: 3, took, gap: { seq } });
  const aborts = [{ at: 300, seq: 23, name: "signal" }];
  expect(orderInWords({ ...trace, aborts, choices: [gap(1, 21), gap(2, 22)] })).toBe(
    "At 300 ms these came in this order: `work(2)` ended, `work(1)` ended, and in the same turn A call began, and 1 microtask later signal aborted.",
  );
});

test("nothing of an order that is the usual one, or that shows nothing", () => {
  expect(orderInWords(trace)).toBeUndefined();
  expect(orderInWords({ ...trace, choices: [choice(300, 0)] })).toBeUndefined();
  expect(orderInWords({ ...trace, choices: [choice(500, 2)] })).toBeUndefined();
});
