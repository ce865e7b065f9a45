import { join } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { readChosen } from "../../../graders/engine/edition/chosen.ts";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { type Check, check } from "../../../graders/kit/grader.ts";
import { chosenFact, inWords, writeChosen } from "./chosen-file.ts";

const play = { points: 10, scenario: () => undefined, expect: () => [] };
const sums = (max: number): Check => check("sum", "adds", { ...play, cast: fc.record({ ms: fc.nat(max) }) });
const list = check("list", "has a list", { ...play, cast: [1] });
const graderOf = (...checks: Check[]) => ({ id: "03-x", checks: [...checks, list] });
const PATH = "graders/catalogue/inputs/03-x.json";
const REMEDY = "Choose anew: npm run catalogue -- --only 03 --inputs";

test("what was chosen is written in words, and fits as long as the cast makes just that", async () => {
  const root = temporaryFolder({ "graders/": "" });
  const problem = (grader: ReturnType<typeof graderOf>) => chosenFact(root, grader).problem;
  const chosen = { sum: inWords(sums(1000), ["3:7", "1:0"]) };
  expect(Object.keys(chosen.sum)).toEqual(["3:7", "1:0"]);
  expect(chosen.sum["3:7"]).toMatch(/^\{ ms: \d+ \}$/);
  expect(problem(graderOf(sums(1000)))).toBe(
    `${PATH} has no inputs for "sum", which generates some. ${REMEDY}`,
  );
  expect([await writeChosen(root, "03-x", chosen), await writeChosen(root, "03-x", chosen)]).toEqual([
    true,
    false,
  ]);
  expect(readChosen("03-x", join(root, "graders"))).toEqual(chosen);
  expect(chosenFact(root, graderOf(sums(1000)))).toEqual({
    name: "03-x: its chosen inputs are those of its casts",
  });
  expect(problem(graderOf(sums(50)))).toMatch(
    new RegExp(
      `^${PATH} has for "sum" at 3:7 \\{ ms: \\d+ \\}, and its cast makes \\{ ms: \\d+ \\}. ${REMEDY}$`,
    ),
  );
  expect(problem(graderOf())).toBe(`${PATH} has inputs for "sum", which generates none. ${REMEDY}`);
  expect(await writeChosen(root, "03-x", {})).toBe(true);
  expect(problem(graderOf())).toBe(undefined);
});

test("too many, and a damaged file, say what to do", () => {
  const origins = Array.from({ length: 20 }, (_, nth) => `1:${nth}`);
  const problem = (text: string) => chosenFact(temporaryFolder({ [PATH]: text }), graderOf(sums(9))).problem;
  expect(problem(JSON.stringify({ sum: inWords(sums(9), origins) }))).toBe(
    `${PATH} has more than 19 inputs for "sum". ${REMEDY}`,
  );
  for (const damaged of ["{", '{ "sum": { "first": "1" } }'])
    expect(problem(damaged)).toBe(`${PATH} is damaged. ${REMEDY}`);
});

test("what grading reads of a damaged file says how to get it back", () => {
  const root = temporaryFolder({ [PATH]: "[[" });
  expect(() => readChosen("03-x", join(root, "graders"))).toThrow(
    `${PATH} is damaged. Get it back: git checkout graders/catalogue`,
  );
});
