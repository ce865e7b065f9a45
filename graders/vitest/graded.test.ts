import { expect, test } from "vitest";
import { EngineError } from "../engine/errors.ts";
import { type Grading, OwnExercises } from "../engine/own/own-exercises.ts";
import { temporaryFolder } from "../engine/testing/folders.ts";
import type { CheckVerdict, ExerciseFiles } from "../engine/types.ts";
import { emptyTrace, type Trace } from "../trace/trace.ts";
import { gradeOwn } from "./graded.ts";

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
      ...(outcome === "failed" ? { trace: emptyTrace() } : {}),
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
    program: async () => undefined,
    closely: async () => undefined,
    ghost: async () => ghost,
  };
  return { engine: Promise.resolve(engine as Grading), asked, checks };
}

const exercisesIn = (root: string, engine: Promise<Grading>) =>
  new OwnExercises({ root, open: () => engine, folder: null });

const project = (source: string, stub: string) =>
  temporaryFolder({ "exercises/03-x/x.ts": source, "graders/stubs.json": JSON.stringify({ "03-x": stub }) });

test("what the student wrote is graded, and a failure gets its ghost", async () => {
  const root = project("export const x = 1;", todo);
  const { engine, asked, checks } = engineFor(["passed", "failed"]);
  expect(await gradeOwn(exercisesIn(root, engine), "03-x", { named: false })).toEqual([
    { title: "promise 0", verdict: checks[0] },
    { title: "promise 1", verdict: checks[1], ghost },
  ]);
  expect(asked).toEqual([{ entry: "x.ts", files: new Map([["x.ts", "export const x = 1;"]]) }]);
});

test("an untouched exercise waits, whatever its comments and white space, and is not run", async () => {
  const root = project(`// mine\n\n${todo.replace("// TODO: write it", "")}`, todo);
  const { engine, asked } = engineFor(["failed", "skipped"]);
  expect(await gradeOwn(exercisesIn(root, engine), "03-x", { named: false })).toEqual([
    { title: "promise 0", untouched: "todo", points: 5 },
    { title: "promise 1", untouched: "todo", points: 5 },
  ]);
  expect(asked).toEqual([]);
});

test("an untouched exercise that was asked for fails with what to do first", async () => {
  const { engine, asked } = engineFor(["failed", "skipped"]);
  const graded = await gradeOwn(exercisesIn(project(todo, todo), engine), "03-x", { named: true });
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
  const graded = await gradeOwn(exercisesIn(project(repair, repair), engine), "03-x", { named: true });
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
  await gradeOwn(exercisesIn(root, engine), "03-x", { named: true });
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
  const graded = (opening: Promise<Grading>, id: string) => {
    opening.catch(() => {});
    return gradeOwn(exercisesIn(root, opening), id, { named: true });
  };
  const closed = Promise.reject(new EngineError("The graders do not build."));
  expect(await graded(closed, "03-x")).toEqual(fault("The graders do not build."));
  const { engine } = engineFor(["passed"]);
  const unknown = exercisesIn(project(todo, todo), engine);
  unknown.read = async (id) => ({ id, files: { refused: "missing", reason: "" }, untouched: "todo" });
  const said = fault("There is no grader graders/04-y.ts.");
  expect(await gradeOwn(unknown, "04-y", { named: true })).toEqual(said);
  const broken = engine.then((each) => ({ ...each, gradeExercise: () => Promise.reject(new Error("boom")) }));
  expect(await graded(broken, "03-x")).toEqual(fault("The grader failed: Error: boom"));
});

test("no ghost is no reason to fail", async () => {
  const { engine, checks } = engineFor(["failed"]);
  const ghostless = engine.then((each) => ({
    ...each,
    ghost: () => Promise.reject(new Error("no solution")),
  }));
  const root = project("export const x = 1;", todo);
  expect(await gradeOwn(exercisesIn(root, ghostless), "03-x", { named: true })).toEqual([
    { title: "promise 0", verdict: checks[0] },
  ]);
});
