import fc from "fast-check";
import { expect, test } from "vitest";
import { type Check, check } from "../../../graders/kit/grader.ts";
import { fromPlain } from "../../../graders/trace/plain.ts";
import { chooseInputs, type Fails } from "./choose-inputs.ts";

const play = { points: 10, scenario: () => undefined, expect: () => [] };
const generating = (max: number): Check => check("sum", "adds", { ...play, cast: fc.nat(max) });
const grader = (...checks: Check[]) => ({ id: "03-x", checks });
const program = (name: string, isRight = false) => ({ name, text: "", isRight });

/** Each program fails with the numbers that it says so of; of those named `stuck…` each has to be stopped. */
const failing = (bad: Record<string, (value: number) => boolean>): { fails: Fails; asked: string[] } => {
  const asked: string[] = [];
  return {
    asked,
    async fails({ name }, _check, inputs) {
      asked.push(`${name} ${inputs.length}`);
      const failed = inputs.map(([input]) => bad[name]!(fromPlain(input!) as number));
      return name.startsWith("stuck") && failed.includes(true)
        ? failed.slice(0, failed.indexOf(true) + 1)
        : failed;
    },
  };
};

test("few inputs fail all that any input fails, the most telling first", async () => {
  const { fails } = failing({
    right: () => false,
    odd: (value) => value % 2 === 1,
    large: (value) => value > 500,
    even: (value) => value % 2 === 0,
    "as right": () => false,
  });
  const programs = [
    program("right", true),
    ...["odd", "large", "even", "as right"].map((name) => program(name)),
  ];
  const { chosen, told } = await chooseInputs(grader(generating(1000)), programs, fails, {
    jobs: 1,
    seeds: 40,
  });
  const [first, second, ...more] = Object.values(chosen.sum!).map(Number);
  expect(more).toEqual([]);
  expect(first).toBeGreaterThan(500);
  expect((first! + second!) % 2).toBe(1);
  expect(told).toEqual(["03-x sum: with 2 inputs 3 of 3 wrong programs fail"]);
  expect(await chooseInputs(grader(generating(1000)), programs, fails, { jobs: 1, seeds: 40 })).toEqual({
    chosen,
    told,
  });
});

test("a program that fails with none of the first inputs is tried with the rest, as far as it must be", async () => {
  const [seldom] = fc.sample(fc.nat(1_000_000), { seed: 30, path: "5", numRuns: 1 });
  const { fails, asked } = failing({ seldom: (value) => value === seldom });
  const { chosen } = await chooseInputs(grader(generating(1_000_000)), [program("seldom")], fails, {
    jobs: 1,
    seeds: 100,
  });
  expect(chosen).toEqual({ sum: { "30:5": `${seldom}` } });
  expect(asked).toEqual(["seldom 200", "seldom 250"]);
});

test("what has to be stopped is tried with what is chosen alone, and gets an input of its own if it must", async () => {
  const { fails, asked } = failing({
    odd: (value) => value % 2 === 1,
    "stuck with odd ones": (value) => value % 2 === 1,
    "stuck with even ones": (value) => value % 2 === 0,
  });
  const names = ["odd", "stuck with odd ones", "stuck with even ones"];
  const { chosen, told } = await chooseInputs(
    grader(generating(1000)),
    names.map((name) => program(name)),
    fails,
    { jobs: 1, seeds: 40 },
  );
  expect(Object.values(chosen.sum!).map((text) => Number(text) % 2)).toEqual([1, 0]);
  expect(told).toEqual(["03-x sum: with 2 inputs 3 of 3 wrong programs fail"]);
  expect(asked.filter((each) => each.endsWith(" 1")).toSorted()).toEqual([
    "stuck with even ones 1",
    "stuck with odd ones 1",
  ]);
});

test("where there is no room for all, those stay that fail most, and it is said", async () => {
  const names = Array.from({ length: 20 }, (_, digit) => `only ${digit}`);
  const bad = Object.fromEntries(names.map((name, digit) => [name, (value: number) => value === digit]));
  const { chosen, told } = await chooseInputs(
    grader(generating(19)),
    [...names, "only 7 too"].map((name) => program(name)),
    failing({ ...bad, "only 7 too": (value) => value === 7 }).fails,
    { jobs: 1, seeds: 40 },
  );
  expect(Object.values(chosen.sum!)).toHaveLength(19);
  expect(Object.values(chosen.sum!)[0]).toBe("7");
  expect(told).toEqual([
    "03-x sum: with 19 inputs 20 of 21 wrong programs fail; 20 would be needed for all, and a check has room for 19: let its cast make more telling ones",
  ]);
});

test("a right program that fails is told, with the input", async () => {
  const { fails } = failing({ "solutions/03-x/x.ts": (value) => value > 500 });
  const programs = [program("solutions/03-x/x.ts", true)];
  await expect(
    chooseInputs(grader(generating(1000)), programs, fails, { jobs: 1, seeds: 40 }),
  ).rejects.toThrow(
    /^solutions\/03-x\/x.ts is a right answer, and fails in "sum" of 03-x with the input 1:\d: \d+ Mend that first.$/,
  );
});

test("checks with a list, or without inputs, choose none", async () => {
  const checks = [check("list", "has a list", { ...play, cast: [1] }), check("once", "runs once", play)];
  const { fails } = failing({ any: () => true });
  expect(await chooseInputs(grader(...checks), [program("any")], fails, { jobs: 1, seeds: 40 })).toEqual({
    chosen: {},
    told: [],
  });
});
