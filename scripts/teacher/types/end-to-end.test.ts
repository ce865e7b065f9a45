// Type errors as TypeScript itself finds them; what nobody may reach by them; and beside the marks of a class.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { exerciseIds } from "../../lib/exercises.ts";
import { readPieces } from "../../maintainer/evidence/project-files.ts";
import { fakeEngine } from "../../testing/fake-engine.ts";
import { keptOutput } from "../../testing/outputs.ts";
import { explainMark } from "../grade/explain.ts";
import { runGrade } from "../grade/run.ts";
import { TypeChecker } from "./checker.ts";

const root = join(import.meta.dirname, "../../..");
const checker = new TypeChecker();
afterAll(() => checker.close());

const files = (text: string, more: Record<string, string> = {}) => ({
  entry: "x.ts",
  files: new Map(Object.entries({ "x.ts": text, ...more })),
});

async function faultsIn(text: string, more: Record<string, string> = {}) {
  const [typed] = await checker.check([files(text, more)]);
  return typed!.faults.map(({ file, line, column, text }) => `${file}:${line}:${column} ${text}`);
}

test("what an editor shows, with the place in the file, also of what it imports", async () => {
  const helper = "export const one: number = 1;\nexport const two = one.length;";
  expect(
    await faultsIn(
      'import { two } from "./help.ts";\r\n// é😀\r\nexport const a: string = "😀" + two, b: number = "";',
      {
        "help.ts": helper,
      },
    ),
  ).toEqual([
    "x.ts:3:38 Type 'string' is not assignable to type 'number'.",
    "help.ts:2:24 Property 'length' does not exist on type 'number'.",
  ]);
});

test("the course's own answers and stubs have none, all of them at once", async () => {
  const all = exerciseIds(root).flatMap((id) => {
    const { stub, reference, alsoCorrect } = readPieces(root, id);
    return [stub!, reference!, ...alsoCorrect.map(({ text }) => text)].map((text) => ({ id, text }));
  });
  const found = await checker.check(all.map(({ text }) => files(text)));
  expect(all.flatMap(({ id }, index) => found[index]!.faults.map(({ text }) => `${id}: ${text}`))).toEqual(
    [],
  );
}, 60_000);

test("nothing of the machine is read, and what one declares holds for no other", async () => {
  const secret = join(root, "package.json");
  const outside = await faultsIn(
    `import a from ${JSON.stringify(secret)};\nimport b from "../../package.json";\nimport c from "/0/0/x.ts";\nexport { a, b, c };`,
  );
  expect(outside.map((fault) => fault.replace(JSON.stringify(secret).slice(1, -1), "SECRET"))).toEqual([
    "x.ts:1:15 Cannot find module 'SECRET' or its corresponding type declarations.",
    "x.ts:2:15 Cannot find module '../../package.json' or its corresponding type declarations.",
    "x.ts:3:15 Cannot find module '/0/0/x.ts' or its corresponding type declarations.",
  ]);
  const global = "export {};\ndeclare global { var mine: number; interface Array<T> { mine: T } }";
  const use = "export const a = [mine, [1].mine];";
  const found = await checker.check([files(global), files(use)]);
  expect(found.map(({ count }) => count)).toEqual([0, 2]);
});

test("types that take for ever are left, and the others are checked all the same", async () => {
  const impatient = new TypeChecker({ patience: 300 });
  const endless =
    "type N<L, A extends 1[] = []> = A['length'] extends L ? A : N<L, [...A, 1]>;\n" +
    "type X<T> = T extends [infer _, ...infer R] ? [X<R>, X<R>, X<R>] : 1; export const a: X<N<900>> = 1 as unknown as X<N<900>>;";
  const [first] = await impatient.check([files(endless)]);
  expect(first).toEqual({ count: 0, faults: [], unchecked: expect.stringContaining("too long") });
  await impatient.close();
  const [second] = await checker.check([files("export const b: number = '';")]);
  expect(second!.count).toBe(1);
});

async function grade(folder: string, more: object) {
  const [stdout, stderr] = [keptOutput(), keptOutput()];
  const options = {
    attempts: "last",
    formats: ["json", "csv", "table"],
    jobs: 1,
    sandbox: "auto",
    seed: 1,
  } as const;
  const places = [{ given: "class", absolute: join(folder, "class") }];
  const given = { ...options, formats: [...options.formats], places, out: join(folder, "report"), ...more };
  const io = { stdout, stderr, openEngine: async () => fakeEngine(["03-three-apis"]) };
  await runGrade(given, { ...io, loadTitles: async () => ({}), signal: new AbortController().signal });
  const grades = readFileSync(join(folder, "report/grades.csv"), "utf8").split("\r\n").slice(0, -1);
  return { said: stdout.text, grades, results: readFileSync(join(folder, "report/results.json"), "utf8") };
}

test("beside the marks; in them only where that is asked; and in how a mark came to be", async () => {
  const folder = temporaryFolder({
    // The fake engine takes words for outcomes: all three pass.
    "class/ada/three-apis.ts": "passed",
    "class/bela/three-apis.ts": "",
  });
  const before = await grade(folder, {});
  expect(before.said).not.toContain("Type errors");
  expect(before.grades[0]).not.toContain("type errors");
  const shown = await grade(folder, { types: { cost: 0 } });
  expect(shown.said).toContain("Type errors (they change no mark): ada 03 (1)\n");
  expect(shown.grades.map((line) => line.split(",").slice(4, 6).concat(line.split(",")[10]!))).toEqual([
    ["mark", "score", "type errors"],
    ["10", "10", "1"],
    ["10", "10", "0"],
  ]);
  const cost = await grade(folder, { types: { cost: 25 } });
  expect(cost.said).toContain("Type errors (they take 25 % off an exercise's points): ada 03 (1)\n");
  expect(cost.grades[1]).toMatch(/^ada,,,,7\.5,10,10,/);
  expect([shown.results, cost.results]).toEqual([before.results, before.results]);
  expect(explainMark(join(folder, "report"), { student: "ada" }, 100).join("\n")).toContain(
    "  1 type error, which takes 2.5 points off:\n    three-apis.ts:1:1: Cannot find name 'passed'.",
  );
  const again = await grade(folder, {});
  expect(again.grades).toEqual(before.grades);
});
