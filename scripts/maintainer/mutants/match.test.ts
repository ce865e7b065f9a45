import { expect, test } from "vitest";
import { entryOf, sameChange } from "./match.ts";
import { mutantsOf } from "./mutate.ts";

const entries = async (text: string) => {
  const mutants = await mutantsOf(text);
  return mutants.map((mutant) => entryOf(mutant, mutants, text));
};

test("an entry is the line and the change; those that are alike are told apart by their order", async () => {
  const call = { line: "stop();", original: "stop();", replacement: ";", reason: "" };
  expect(await entries("stop();\nif (a) {\n  stop();\n}\n")).toEqual([
    { ...call, nth: 1 },
    { line: "if (a) {", original: "a", replacement: "true", nth: 1, reason: "" },
    { line: "if (a) {", original: "a", replacement: "false", nth: 1, reason: "" },
    { line: "if (a) {", original: "{ stop(); }", replacement: "{}", nth: 1, reason: "" },
    { ...call, nth: 2 },
  ]);
});

test("an entry stays the same when its line moves, and not when the line or the change differs", async () => {
  const [entry] = await entries("x = true;");
  const [moved] = await entries("// more\n\n    x = true;");
  expect(sameChange({ ...entry!, reason: "why" }, moved!)).toBe(true);
  for (const [key, value] of Object.entries({ line: "y = true;", original: "!0", replacement: "1", nth: 2 }))
    expect([key, sameChange(entry!, { ...entry!, [key]: value })]).toEqual([key, false]);
});
