import { expect, test } from "vitest";
import { ghostKey, pack, unpack } from "./pack.ts";

test("what is packed comes out again, and cannot be read in between", () => {
  const script = `const secret = 1;\n${"x".repeat(10_000)}`;
  const content = { hash: "abc", program: { "ses.js": "", "program.js": script, "child.cjs": "" } };
  const packed = pack(content);
  expect(unpack(packed)).toEqual(content);
  expect(packed.includes("secret")).toBe(false);
});

test("a ghost is found by check, seed and input, and by nothing else", () => {
  const scenarios = [
    { check: "time", seed: 1 },
    { check: "order", seed: 1 },
    { check: "time", seed: 2 },
    { check: "time", seed: 1, input: null },
    { check: "time", seed: 1, input: { t: "undefined" as const } },
  ];
  const keys = scenarios.map(ghostKey);
  expect(new Set(keys).size).toBe(scenarios.length);
  expect(ghostKey({ seed: 1, check: "order" })).toBe(keys[1]);
});
