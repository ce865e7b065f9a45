import { expect, test } from "vitest";
import { mutantsOf } from "./mutate.ts";

test("every mutant is the whole file with one change, in the order of the text, at its place", async () => {
  const text = `// a sum
import { x } from "node:events";
export type Word = "a" | "b";

export function add(a: number, b: number): number {
  log();
  return a + b;
}
`;
  const changed = (await mutantsOf(text)).map(({ line, column, text: mutated }) => [line, column, mutated]);
  const head = text.slice(0, text.indexOf("{\n  log"));
  expect(changed).toEqual([
    [5, 51, `${head}{}\n`],
    [6, 3, text.replace("log();", ";")],
    [7, 10, text.replace("a + b", "(a - b)")],
  ]);
});

test("what takes an expression's place is in parentheses, and a statement is not", async () => {
  const mutated = async (text: string) =>
    (await mutantsOf(text)).map((mutant) => `${mutant.original} → ${mutant.replacement}: ${mutant.text}`);
  expect(await mutated("x = a && b && c;")).toContain("a && b → a || b: x = (a || b) && c;");
  expect(await mutated("const f = () => 1;")).toEqual([
    "() => 1 → () => undefined: const f = (() => undefined);",
  ]);
  expect(await mutated("for (const a of b) c();")).toEqual(["c(); → ;: for (const a of b) ;"]);
  expect(await mutated("for (;;) d;")).toEqual(["for (;;) d; → for (; false;) d;: for (; false;) d;"]);
  expect(await mutated("switch (a) { case 1: b; }")).toEqual([
    "case 1: b; → case 1:: switch (a) { case 1: }",
  ]);
});

test("comments that would switch Stryker off hide nothing", async () => {
  expect(await mutantsOf("// Stryker disable all\nx = true;")).toEqual([
    {
      line: 2,
      column: 5,
      original: "true",
      replacement: "false",
      text: "// Stryker disable all\nx = (false);",
    },
  ]);
});

test("what does not parse is refused", async () => {
  await expect(mutantsOf("export const = 1;")).rejects.toThrow("Unexpected token");
});
