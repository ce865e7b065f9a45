// Each outcome of a check, reached by a submission that really provokes it, through the whole engine.
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Engine, openEngine } from "./engine.ts";
import type { Limits } from "./sandbox/run.ts";

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine({ only: ["03-three-apis"], limits: { runMs: 400 } });
});
afterAll(() => engine.close());

/** Grades `three-apis.ts` and gives back the exercise's outcome with the first check's verdict, in short. */
async function graded(source: string) {
  const files = { entry: "three-apis.ts", files: new Map([["three-apis.ts", source]]) };
  const verdict = await engine.gradeExercise("03-three-apis", files, { seed: 1 });
  const [first, ...rest] = verdict.checks;
  const { outcome, feedback, where } = first!;
  return {
    score: verdict.score,
    outcome,
    feedback,
    where,
    rest: new Set(rest.map((check) => check.outcome)),
  };
}

/** Grades with limits of its own; by default with more real time than the submission needs, on any machine. */
async function gradedWith(source: string, limits: Partial<Limits> = { runMs: 60_000, exerciseMs: 120_000 }) {
  const other = await openEngine({ only: ["03-three-apis"], limits });
  const files = { entry: "three-apis.ts", files: new Map([["three-apis.ts", source]]) };
  const verdict = await other.gradeExercise("03-three-apis", files, { seed: 1 });
  await other.close();
  return verdict;
}

const skipped = new Set(["skipped"]);

test("an endless loop while the file loads is a time-limit", async () => {
  expect(await graded("export async function fetchAllApis() {}\nfor (;;);")).toEqual({
    score: 0,
    outcome: "time-limit",
    feedback:
      "Loading your file never came back: the event loop was not given back, so nothing else could run.",
    where: undefined,
    rest: skipped,
  });
});

test("an endless loop inside the call is a time-limit", async () => {
  expect(await graded("export async function fetchAllApis() { for (;;); }")).toMatchObject({
    outcome: "time-limit",
    feedback:
      "The call of your function never came back: the event loop was not given back, so nothing else could run.",
    rest: skipped,
  });
});

test("an endless loop after an await is a time-limit that tells when", async () => {
  const source = "export async function fetchAllApis(fetchApi) { await fetchApi(1); for (;;); }";
  expect(await graded(source)).toMatchObject({
    outcome: "time-limit",
    feedback:
      "What your code did at 1000 ms never came back: the event loop was not given back, so nothing else could run.",
  });
});

test("an endless loop of microtasks is a time-limit", async () => {
  expect(await graded("export async function fetchAllApis() { for (;;) await null; }")).toMatchObject({
    outcome: "time-limit",
    rest: skipped,
  });
});

test("runs that each stay within their limit, and together do not, are a time-limit", async () => {
  const source =
    "export const fetchAllApis = (fetchApi) => Promise.all([1, 2, 3].map((api) => fetchApi(api)));";
  expect(await gradedWith(source)).toMatchObject({ outcome: "passed" });
  const { outcome, score, maxScore, checks } = await gradedWith(source, { runMs: 60_000, exerciseMs: 0 });
  expect(outcome).toBe("time-limit");
  expect(score).toBeLessThan(maxScore);
  expect(checks.at(-1)).toMatchObject({
    outcome: "time-limit",
    feedback:
      "All the checks of this exercise together ran for too long. What in it takes so much computing?",
  });
});

test("a promise that never settles is told at once", async () => {
  const source = "export function fetchAllApis(fetchApi) { fetchApi(1); return new Promise(() => {}); }";
  expect(await graded(source)).toMatchObject({
    score: 0,
    outcome: "never-settled",
    feedback:
      "Your function's promise never settles: no timer and no call is left that could still settle it.",
  });
});

test("a timer that re-arms for ever uses up the virtual time", async () => {
  const source =
    "export function fetchAllApis() { setInterval(() => {}, 1000); return new Promise(() => {}); }";
  expect(await graded(source)).toMatchObject({ score: 0, outcome: "virtual-time-limit" });
});

test("polling without end uses up the steps", async () => {
  const source =
    "export async function fetchAllApis() { for (;;) await new Promise((r) => setImmediate(r)); }";
  expect(await gradedWith(source)).toMatchObject({ outcome: "virtual-time-limit", score: 0 });
});

test("a heap that grows without end is a memory-limit", async () => {
  const source =
    "export async function fetchAllApis() { const all = []; for (;;) all.push({ all: [...all.slice(-99)] }); }";
  expect(await gradedWith(source)).toMatchObject({ outcome: "memory-limit", score: 0 });
});

test("printing without end is an output-limit", async () => {
  const source =
    'export async function fetchAllApis() { for (let i = 0; i < 1e5; i++) console.log("x".repeat(99)); }';
  expect(await graded(source)).toMatchObject({ score: 0, outcome: "output-limit" });
});

test("a throw at import is a crash, with the line of theirs", async () => {
  expect(await graded('export async function fetchAllApis() {}\n\nthrow new Error("no");')).toEqual({
    score: 0,
    outcome: "crashed",
    feedback: "Your file threw Error: no while it was being loaded.",
    where: { file: "three-apis.ts", line: 3, column: 7 },
    rest: skipped,
  });
});

test("a throw out of a callback is a crash", async () => {
  const source = `export function fetchAllApis(fetchApi) {
  setTimeout(() => { throw new Error("late"); }, 500);
  return fetchApi(1);
}`;
  expect(await graded(source)).toMatchObject({
    score: 0,
    outcome: "crashed",
    feedback: "At 500 ms Error: late was thrown where no promise could take it: out of a callback.",
    where: { file: "three-apis.ts", line: 2 },
  });
});

test("a throw inside the function tells its line", async () => {
  const source =
    "export async function fetchAllApis(fetchApi) {\n  await fetchApi(1);\n  return fetchApi.nope.nope;\n}";
  expect(await graded(source)).toMatchObject({
    outcome: "failed",
    where: { file: "three-apis.ts", line: 3 },
  });
});

test("a missing export is named", async () => {
  expect(await graded("export async function fetchAllApi() {}")).toMatchObject({
    score: 0,
    outcome: "no-export",
    feedback:
      "There is no export named `fetchAllApis`. Write `export` in front of it, and check its spelling.",
    rest: skipped,
  });
});

test("an export that is no function is told", async () => {
  expect(await graded("export const fetchAllApis = 5;")).toMatchObject({
    outcome: "no-export",
    feedback: "`fetchAllApis` is exported, but it is a value of type number, and cannot be called.",
  });
});

test("a syntax error has its line and column", async () => {
  expect(await graded("export async function fetchAllApis( {\n  return 1;\n}")).toMatchObject({
    score: 0,
    outcome: "compile-error",
    where: { file: "three-apis.ts", line: 2, column: 10 },
  });
});

test("a forbidden import is named", async () => {
  expect(
    await graded('import fs from "node:fs";\nexport async function fetchAllApis() { return fs; }'),
  ).toMatchObject({
    score: 0,
    outcome: "forbidden",
    where: { file: "three-apis.ts", line: 1 },
  });
});

test("a file that is not there is missing", async () => {
  const verdict = await engine.gradeExercise("03-three-apis", undefined, { seed: 1 });
  expect([verdict.outcome, verdict.score, verdict.checks[0]!.feedback]).toEqual([
    "missing",
    0,
    "There is no three-apis.ts for this exercise.",
  ]);
});

test("a file that cannot be taken is invalid, with the reason", async () => {
  const refused = { refused: "invalid", reason: "three-apis.ts is a link." } as const;
  const verdict = await engine.gradeExercise("03-three-apis", refused, { seed: 1 });
  expect([verdict.outcome, verdict.checks[0]!.feedback]).toEqual(["invalid", "three-apis.ts is a link."]);
});
