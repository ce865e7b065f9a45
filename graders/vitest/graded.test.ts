import { expect, test } from "vitest";
import { EngineError } from "../engine/errors.ts";
import { temporaryFolder } from "../engine/testing/folders.ts";
import type { CheckVerdict, ExerciseFiles } from "../engine/types.ts";
import type { Trace } from "../trace/trace.ts";
import { type Grading, gradeOwn } from "./graded.ts";

const todo = "export function x(): void {\n  // TODO: write it\n}\n";
const repair = "export function x(): number {\n  return 1;\n}\n";
const ghost = { endedAt: 7 } as Trace;

function engineFor(outcomes: CheckVerdict["outcome"][]) {
  const checks = outcomes.map((outcome, index): CheckVerdict => {
    const score = outcome === "passed" ? 5 : 0;
    return {
      id: `check-${index}`,
      title: `promise ${index}`,
      outcome,
      score,
      maxScore: 5,
      feedback: outcome === "passed" ? "" : "No.",
    };
  });
  const graders = [{ id: "03-x", mistakes: {}, checks: checks.map(({ title }) => ({ title, points: 5 })) }];
  const asked: (ExerciseFiles | undefined)[] = [];
  const engine = {
    graders: graders as unknown as Grading["graders"],
    async gradeExercise(id: string, files: ExerciseFiles | undefined) {
      asked.push(files);
      return { id, score: 5, maxScore: 10, outcome: "failed" as const, checks };
    },
    ghost: async () => ghost,
  };
  return { engine: Promise.resolve(engine as Grading), asked, checks };
}

const project = (source: string, stub: string) =>
  temporaryFolder({ "exercises/03-x/x.ts": source, "graders/stubs.json": JSON.stringify({ "03-x": stub }) });

test("what the student wrote is graded, and a failure gets its ghost", async () => {
  const root = project("export const x = 1;", todo);
  const { engine, asked, checks } = engineFor(["passed", "failed"]);
  expect(await gradeOwn(engine, "03-x", { named: false, root })).toEqual([
    { title: "promise 0", verdict: checks[0] },
    { title: "promise 1", verdict: checks[1], ghost },
  ]);
  expect(asked).toEqual([{ entry: "x.ts", files: new Map([["x.ts", "export const x = 1;"]]) }]);
});

test("an untouched exercise waits, whatever its comments and white space, and is not run", async () => {
  const root = project(`// mine\n\n${todo.replace("// TODO: write it", "")}`, todo);
  const { engine, asked } = engineFor(["failed", "skipped"]);
  expect(await gradeOwn(engine, "03-x", { named: false, root })).toEqual([
    { title: "promise 0", untouched: "todo" },
    { title: "promise 1", untouched: "todo" },
  ]);
  expect(asked).toEqual([]);
});

test("an untouched exercise that was asked for fails with what to do first", async () => {
  const { engine, asked } = engineFor(["failed", "skipped"]);
  const graded = await gradeOwn(engine, "03-x", { named: true, root: project(todo, todo) });
  const feedback =
    "Nothing of yours is here yet. Read exercises/03-x/README.md, then write in exercises/03-x/x.ts.";
  expect(graded.map(({ verdict, untouched }) => [untouched, verdict?.outcome, verdict?.feedback])).toEqual([
    ["todo", "failed", feedback],
    ["todo", "skipped", ""],
  ]);
  expect(asked).toEqual([]);
});

test("an untouched repair exercise that was asked for is run: its mistake is the task", async () => {
  const { engine, asked } = engineFor(["failed", "skipped"]);
  const graded = await gradeOwn(engine, "03-x", { named: true, root: project(repair, repair) });
  expect(graded.map(({ verdict, untouched }) => [untouched, verdict?.outcome])).toEqual([
    ["repair", "failed"],
    ["repair", "skipped"],
  ]);
  expect(asked).toHaveLength(1);
});

test("a file that is gone is the engine's to judge, as missing", async () => {
  const root = temporaryFolder({
    "exercises/03-x/": "",
    "graders/stubs.json": JSON.stringify({ "03-x": todo }),
  });
  const { engine, asked } = engineFor(["missing"]);
  await gradeOwn(engine, "03-x", { named: true, root });
  expect(asked).toEqual([{ refused: "missing", reason: expect.stringContaining("no x.ts") }]);
});

test("what keeps it from being graded is our fault, and never a failure of the student's", async () => {
  const fault = (feedback: string) => [
    {
      title: "can be graded",
      verdict: {
        id: "graded",
        title: "can be graded",
        outcome: "grader-error",
        score: 0,
        maxScore: 0,
        feedback,
      },
    },
  ];
  const root = project("export const x = 1;", todo);
  const options = { named: true, root };
  const closed = Promise.reject(new EngineError("The graders do not build."));
  expect(await gradeOwn(closed, "03-x", options)).toEqual(fault("The graders do not build."));
  const { engine } = engineFor(["passed"]);
  expect(await gradeOwn(engine, "04-y", options)).toEqual(fault("There is no grader graders/04-y.ts."));
  const broken = engine.then((each) => ({ ...each, gradeExercise: () => Promise.reject(new Error("boom")) }));
  expect(await gradeOwn(broken, "03-x", options)).toEqual(fault("The grader failed: Error: boom"));
});

test("no ghost is no reason to fail", async () => {
  const { engine, checks } = engineFor(["failed"]);
  const ghostless = engine.then((each) => ({
    ...each,
    ghost: () => Promise.reject(new Error("no solution")),
  }));
  const root = project("export const x = 1;", todo);
  expect(await gradeOwn(ghostless, "03-x", { named: true, root })).toEqual([
    { title: "promise 0", verdict: checks[0] },
  ]);
});
