import { describe, expect, test } from "vitest";
import { equal, fromPlain, identical, type Plain, show, toPlain } from "./plain.ts";

describe("toPlain and fromPlain", () => {
  const values = [
    ["undefined", undefined],
    ["null", null],
    ["NaN", Number.NaN],
    ["minus zero", -0],
    ["a bigint", 12n],
    ["nested", { a: [1, "two", { three: undefined }], b: new Map([["k", new Set([1])]]) }],
    ["a date", new Date(5)],
  ] as const;
  test.each(values)("%s comes through JSON unchanged", (_name, value) => {
    expect(fromPlain(JSON.parse(JSON.stringify(toPlain(value))))).toEqual(value);
  });

  test("a function has no plain form", () => {
    expect(() => toPlain(() => 1)).toThrow("A function has no plain form");
  });
});

describe("equal", () => {
  const same: [string, unknown, unknown][] = [
    ["key order", { a: 1, b: 2 }, { b: 2, a: 1 }],
    ["an undefined property and none", { a: 1, b: undefined }, { a: 1 }],
    ["0 and -0", 0, -0],
    ["NaN and NaN", Number.NaN, Number.NaN],
  ];
  test.each(same)("%s are equal", (_name, a, b) => {
    expect(equal(toPlain(a), toPlain(b))).toBe(true);
  });

  const different: [string, unknown, unknown][] = [
    ["1 and '1'", 1, "1"],
    ["null and undefined", null, undefined],
    ["a longer list", [1], [1, undefined]],
    ["an extra property", { a: 1 }, { a: 1, b: 2 }],
    ["a list and an object", [], {}],
  ];
  test.each(different)("%s differ", (_name, a, b) => {
    expect(equal(toPlain(a), toPlain(b))).toBe(false);
  });

  test("proxies, accessors, promises and what was cut off equal nothing, not even themselves", () => {
    const tags = ["proxy", "accessor", "promise", "cut", "hole", "circular"] as const;
    expect(tags.map((t) => equal({ t }, { t }))).toEqual(tags.map(() => false));
  });
});

describe("identical", () => {
  const error: Extract<Plain, { t: "error" }> = {
    t: "error",
    name: "Error",
    message: "no",
    props: [],
    ref: "a",
  };
  test("the same error of the world is itself; a copy of it and another are not", () => {
    const { ref: _, ...copy } = error;
    expect([
      identical(error, { ...error }),
      identical(copy, error),
      identical({ ...error, ref: "b" }, error),
    ]).toEqual([true, false, false]);
  });

  test("falsy reasons are the same by value", () => {
    expect([identical(0, 0), identical("", ""), identical(null, null), identical(0, "")]).toEqual([
      true,
      true,
      true,
      false,
    ]);
  });
});

test("show writes a value as a student would", () => {
  const value = toPlain({ api: 1, data: ["a"], "odd key": undefined });
  expect([show(value), show("long text", 6), show({ t: "promise" })]).toEqual([
    '{ api: 1, data: ["a"], "odd key": undefined }',
    '"long…',
    "a Promise",
  ]);
});
