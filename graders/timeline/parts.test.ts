// Of many parts, the one to draw.
import { describe, expect, test } from "vitest";
import type { Outcome, Trace } from "../trace/trace.ts";
import { call, fault, moment, outcome, traceOf } from "./fixture.ts";
import { layout } from "./layout.ts";
import { timelineText } from "./text.ts";

/** Three orders, one every 5000 ms; each takes as long as it says, and `more` may change the outcome of the second. */
function orders(takes: number[], more: Partial<Outcome> = {}): Trace {
  const calls = takes.map((ms, i) => call(`Order ${i + 1}: prepare`, [i + 1], i * 5000, i * 5000 + ms));
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

  test("the one that the feedback names, in its own time", () => {
    const about = "Order 2 resolved at 1000 ms; expected 500 ms.";
    expect(shown(orders([500, 1000, 700]), reference, about)).toEqual([
      "part 2 of 3: Order 2",
      0,
      1000,
      [1, 1],
    ]);
  });

  test("of several the first that it names; the longest, where one begins another", () => {
    const many = orders(Array.from({ length: 12 }, () => 500));
    expect(shown(many, undefined, "Order 12 was lost; Order 2 was not.")[0]).toBe("part 12 of 12: Order 12");
  });

  test("the first that differs, if none is named", () => {
    expect(shown(orders([500, 500, 700]), reference)[0]).toBe("part 3 of 3: Order 3");
    expect(shown(orders([500, 500, 500], { value: "wrong" }), reference)[0]).toBe("part 2 of 3: Order 2");
    expect(shown(orders([500, 500, 500], { state: "rejected", value: fault("E") }), reference)[0]).toBe(
      "part 2 of 3: Order 2",
    );
    const twice = orders([500, 500, 500]);
    twice.calls.splice(2, 0, call("Order 2: prepare", [2], 5000, 5500));
    expect(shown(twice, reference)[0]).toBe("part 2 of 3: Order 2");
  });

  test("the one that something unhandled was made in, however late that comes", () => {
    const lost = (at: number, watched?: string) => ({
      ...orders([500, 700, 500]),
      floating: [{ ...moment(at), reason: fault("Error"), ...(watched !== undefined && { watched }) }],
    });
    expect(shown(lost(11_000, "Order 1: again"), reference)[0]).toBe("part 1 of 3: Order 1");
    // Where the trace does not say it, it is the last that had begun.
    expect(shown(lost(4900), reference)[0]).toBe("part 1 of 3: Order 1");
    expect(shown(lost(60_000), reference)[0]).toBe("part 3 of 3: Order 3");
  });

  test("errors may word their messages as they like", () => {
    const failing = (message: string) =>
      orders([500, 500, 500], { state: "rejected", value: fault("TimeoutError", message) });
    expect(shown(failing("too slow"), failing("no answer"))[0]).toBe(undefined);
  });

  test("all of them, without the wait for the end, if nothing differs: then there is no ghost", () => {
    expect(shown(reference, reference)).toEqual([undefined, 0, 10_500, [3]]);
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
    expect(shown(overlapping, undefined, "second resolved")).toEqual([undefined, 0, 700, [2]]);
  });
});

test("the picture of a part has what belongs to it, and nothing of the others", () => {
  const timer = (madeAt: number, more: object) => ({
    kind: "timeout" as const,
    ms: 2000,
    madeAt,
    dueAt: madeAt + 2000,
    ...more,
  });
  const trace = {
    ...orders([500, 1000, 500]),
    floating: [
      { ...moment(900), reason: fault("Error", "of another part") },
      { ...moment(7000), reason: fault("Error", "of this part"), watched: "Order 2" },
    ],
    timersMade: [
      timer(0, { cleared: 500, watched: "Order 1" }),
      timer(5000, { fired: [7000], watched: "Order 2" }),
    ],
  };
  const timeline = layout(trace, orders([500, 500, 500]), "Order 2 resolved at 1000 ms");
  expect(timelineText(timeline)).toMatchInlineSnapshot(`
    "part 2 of 3: Order 2

    your code           0 ms       500          1000        1500        2000
                        ├───────────┼────────────┼───────────┼───────────┼─────────┤
      prepare(2)        █████████████████████████┊
      setTimeout(2000)  ○┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ left behind ▼
      unhandled                                  ┊   Error: of this part ⚠
      settled           ─────────────────────────● ✗ resolved at 1000 ms

    as it could be
      prepare(2)        ░░░░░░░░░░░░┊
      settled           ────────────● resolved at 500 ms

      ▼ a timer fires   ⚠ nobody handled it"
  `);
});
