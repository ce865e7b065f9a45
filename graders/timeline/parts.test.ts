// Of many episodes, the one to draw.
import { describe, expect, test } from "vitest";
import type { Outcome, Trace } from "../trace/trace.ts";
import { call, fault, moment, outcome, traceOf } from "./fixture.ts";
import { layout } from "./layout.ts";
import { timelineText } from "./text.ts";

/** Three orders, one every 5000 ms; each takes as long as it says, and `more` may change the outcome of the second. */
function orders(takes: number[], more: Partial<Outcome> = {}): Trace {
  const calls = takes.map((ms, i) => call("prepare", [i + 1], i * 5000, i * 5000 + ms));
  const outcomes = takes.map((ms, i) => ({
    ...outcome("fulfilled", i * 5000 + ms, "done", `Order ${i + 1}`),
    start: moment(i * 5000),
    ...(i === 1 ? more : {}),
  }));
  return traceOf(calls, [...outcomes, outcome("fulfilled", takes.length * 5000)]);
}

const shown = (trace: Trace, ghost?: Trace, about?: string) => {
  const { headline, from, to, charts } = layout(trace, ghost, about);
  return [headline, from, to, charts.map(({ outcomes }) => outcomes.length)];
};

describe("which part", () => {
  const reference = orders([500, 500, 500]);

  test("the one that the feedback names", () => {
    const about = "Order 2 resolved at 6000 ms; expected 5500 ms.";
    expect(shown(orders([500, 1000, 700]), reference, about)).toEqual([
      "part 2 of 3: Order 2",
      5000,
      6000,
      [1, 1],
    ]);
  });

  test("the longest name, where one begins another", () => {
    const many = orders(Array.from({ length: 12 }, () => 500));
    expect(shown(many, undefined, "Order 12 was lost.")[0]).toBe("part 12 of 12: Order 12");
  });

  test("the first that differs, if none is named", () => {
    expect(shown(orders([500, 500, 700]), reference)[0]).toBe("part 3 of 3: Order 3");
    expect(shown(orders([500, 500, 500], { value: "wrong" }), reference)[0]).toBe("part 2 of 3: Order 2");
    expect(shown(orders([500, 500, 500], { state: "rejected", value: fault("E") }), reference)[0]).toBe(
      "part 2 of 3: Order 2",
    );
    const twice = orders([500, 500, 500]);
    twice.calls.splice(2, 0, call("prepare", [2], 5000, 5500));
    expect(shown(twice, reference)[0]).toBe("part 2 of 3: Order 2");
  });

  test("errors may word their messages as they like", () => {
    const failing = (message: string) =>
      orders([500, 500, 500], { state: "rejected", value: fault("TimeoutError", message) });
    expect(shown(failing("too slow"), failing("no answer"))[0]).toBe(undefined);
  });

  test("all of them, without the wait for the end, if nothing differs", () => {
    expect(shown(reference, reference)).toEqual([undefined, 0, 10_500, [3, 3]]);
    expect(shown(reference)).toEqual([undefined, 0, 10_500, [3]]);
  });

  test("one that a run which ended early did not come to is still counted", () => {
    expect(shown(orders([500, 700]), reference)[0]).toBe("part 2 of 3: Order 2");
  });

  test("other runs are never cut", () => {
    const overlapping = traceOf(
      [call("work", [], 0, 500)],
      [
        outcome("fulfilled", 500, 1, "first"),
        { ...outcome("fulfilled", 700, 1, "second"), start: moment(300) },
      ],
    );
    expect(shown(overlapping, overlapping, "second resolved")).toEqual([undefined, 0, 700, [2, 2]]);
  });
});

test("the picture of a part", () => {
  const floating = [
    { ...moment(900), reason: fault("Error", "of another part") },
    { ...moment(6500), reason: fault("Error", "of this part") },
  ];
  const trace = { ...orders([500, 1000, 500]), floating };
  const timeline = layout(trace, orders([500, 500, 500]), "Order 2 resolved at 6000 ms");
  expect(timelineText(timeline)).toMatchInlineSnapshot(`
    "part 2 of 3: Order 2

    your code       5000 ms             5500                 6000               6500
                    ├────────────────────┼────────────────────┼────────────────────┤
      prepare(2)    ██████████████████████████████████████████┊
      settled       ──────────────────────────────────────────● resolved at 6000 ms
      ⚠ rejection that nobody handled at 6500 ms: Error: of this part

    as it could be
      prepare(2)    ░░░░░░░░░░░░░░░░░░░░░┊
      settled       ─────────────────────● resolved at 5500 ms"
  `);
});

test("a scope's, in its own time and by its own names", () => {
  const calls = [call("First: api", [1], 0, 100), call("Second: api", [2], 5100, 5400)];
  const outcomes = [
    outcome("fulfilled", 100, "a", "First"),
    { ...outcome("fulfilled", 5400, "b", "Second"), start: moment(5100) },
  ];
  const trace = traceOf(calls, [...outcomes, outcome("fulfilled", 5400)]);
  const { headline, from, to, charts } = layout(trace, undefined, "Second: it resolved at 300 ms.");
  expect([headline, from, to, charts[0]!.lanes.map((lane) => lane.kind === "call" && lane.service)]).toEqual([
    "part 2 of 2: Second",
    0,
    300,
    ["api"],
  ]);
});
