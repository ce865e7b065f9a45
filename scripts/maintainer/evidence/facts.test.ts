import { expect, test } from "vitest";
import { fact, resultOf, totalLine } from "./facts.ts";

test("facts are counted, and those that do not hold are told with their remedy", () => {
  expect(resultOf([fact("a", undefined), fact("b", false), fact("c", "Mend it:\nso.")])).toEqual({
    passed: 2,
    failed: 1,
    skipped: 0,
    details: ["c\n  Mend it:\n  so."],
  });
});

test("no facts at all are a failure", () => {
  expect(resultOf([])).toEqual({ passed: 0, failed: 1, skipped: 0, details: ["Nothing was checked."] });
});

test("the last line", () => {
  const result = { passed: 3, failed: 0, skipped: 0, details: [] };
  expect(totalLine([result, { ...result, failed: 2 }])).toBe("6 passed, 2 failed");
  expect(totalLine([{ ...result, skipped: 4 }])).toBe("3 passed, 0 failed, 4 skipped");
  expect(totalLine([])).toBe("0 passed, 0 failed");
});
