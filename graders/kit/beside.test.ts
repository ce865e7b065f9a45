import { expect, test } from "vitest";
import { beside } from "./beside.ts";
import { fulfilled, that } from "./expectations.ts";
import { call, outcome, traceOf } from "./timeline/fixture.ts";

const play = {
  scenario: () => {},
  expect: (trace: Parameters<typeof fulfilled>[0], input: number) => [
    fulfilled(trace, { value: input }),
    that(trace.calls.length === 1, "it was not called once."),
  ],
  says: (input: number) => `with ${input}`,
  mistakes: { "repeated-call": (trace: Parameters<typeof fulfilled>[0]) => trace.calls.length > 1 },
};
const { expect: judge, says, mistakes } = beside(play, () => 1, { name: "With a throw", other: "With none" });
const ran = (own: unknown, other: unknown, calls: string[]) =>
  traceOf(
    calls.map((scope) => call(`${scope}: job`, [], 0, 100)),
    [outcome("fulfilled", 100, other, "With none"), outcome("fulfilled", 100, own, "With a throw")],
  );

test("what is wrong in the other play too does not count", () => {
  const both = ["With none", "With a throw"];
  expect(judge(ran(2, 1, both), 2)).toEqual([undefined, undefined]);
  expect(judge(ran(3, 3, both), 2)).toEqual([undefined]);
  expect(judge(ran(3, 1, both), 2)[0]?.message).toBe("Your function resolved to 3; expected 2.");
  expect(judge(ran(2, 1, ["With none"]), 2)[1]?.message).toBe("it was not called once.");
});

test("failures say which play they are about, and mistakes are looked for in that alone", () => {
  expect(says(2)).toBe("With a throw: with 2");
  expect(mistakes["repeated-call"]!(ran(2, 1, ["With none", "With none"]))).toBe(false);
  expect(mistakes["repeated-call"]!(ran(2, 1, ["With a throw", "With a throw"]))).toBe(true);
});
