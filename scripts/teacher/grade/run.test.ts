import { existsSync, readdirSync, readFileSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { UsageError } from "../../lib/usage-error.ts";
import { fakeEngine } from "../../testing/fake-engine.ts";
import { keptOutput } from "../../testing/outputs.ts";
import type { Results } from "../results.ts";
import type { GradeOptions } from "./args.ts";
import { type Io, runGrade } from "./run.ts";

const ids = ["03-three-apis", "04-timeout"];
const class_ = {
  "class/ada/three-apis.ts": "",
  "class/ada/timeout.ts": "",
  "class/bela/three-apis.ts": "failed:sequential-await",
  "class/chidi/timeout.ts": "passed never-settled",
  "class/dara/": "",
};

function setUp(files: Record<string, string>, columns?: number) {
  const root = temporaryFolder(files);
  const engine = fakeEngine(ids);
  const stop = new AbortController();
  const titles = { "sequential-await": { title: "One after the other" } };
  const [stdout, stderr] = [keptOutput(columns), keptOutput(columns)];
  const io: Io = {
    stdout,
    stderr,
    openEngine: async () => engine,
    loadTitles: async () => titles,
    signal: stop.signal,
  };
  const grade = (options: Partial<GradeOptions> = {}) => {
    const places = [{ given: "class", absolute: join(root, "class") }];
    const usual = {
      attempts: "last",
      formats: ["table", "json"],
      jobs: 2,
      sandbox: "auto",
      seed: 1,
    } as const;
    return runGrade(
      { ...usual, formats: [...usual.formats], places, out: join(root, "report"), ...options },
      io,
    );
  };
  const file = join(root, "report/results.json");
  const written = () => readFileSync(file, "utf8");
  return { root, engine, stop, stdout, stderr, grade, file, written, io };
}

test("grades a class: what is said, what is written, the engine closed", async () => {
  const { engine, stdout, stderr, grade, written } = setUp(class_);
  expect(await grade()).toBe(0);
  expect(engine.closed).toBe(1);
  const { submissions, ...rest } = JSON.parse(written()) as Results;
  expect(rest).toEqual({
    schema: "async-dojo/results@1",
    graders: "sha256-of-nothing",
    seed: 1,
    sandbox: ["compile", "ses"],
  });
  expect(submissions.map(({ id, score, maxScore }) => `${id} ${score}/${maxScore}`)).toEqual([
    "ada 20/20",
    "bela 14/20",
    "chidi 14/20",
    "dara 14/20",
  ]);
  expect(
    stderr.text
      .trim()
      .split("\n")
      .map((line) => line.replace(/ \S+ \S+$/, "")),
  ).toEqual(["graded 1/4", "graded 2/4", "graded 3/4", "graded 4/4"]);
  expect(stderr.text).toContain(" ada 20/20\n");
  const lines = stdout.text.replace(/in \d+\.\d s, \S+ a second/, "in T s, R a second").split("\n");
  expect(lines.slice(0, 2)).toEqual([
    "Grading 4 submissions of class in 2 exercises, 2 at a time.",
    "Sandbox: compile, ses (could be stronger: bwrap is not installed. Install the package bubblewrap.)",
  ]);
  expect(lines).toContain("ada         10  10   20/20  100");
  expect(lines.at(-2)).toMatch(/results\.json written\. 4 submissions in T s, R a second\.$/);
});

test("the same bytes with one job and with four, again and again", async () => {
  const { grade, written } = setUp(class_);
  const texts: string[] = [];
  for (const jobs of [1, 4, 1, 4]) {
    expect(await grade({ jobs })).toBe(0);
    texts.push(written());
  }
  expect(new Set(texts).size).toBe(1);
});

test("the best of several attempts is the one whose mark is best, lateness taken off", async () => {
  const attempts = { "attempt-1/three-apis.ts": "failed", "attempt-2/three-apis.ts": "" };
  const of = (student: string) =>
    Object.fromEntries(
      Object.entries(attempts).map(([path, text]) => [`class/${student}/${path}`, text] as const),
    );
  const { root, grade, written, stdout } = setUp({ ...of("ada"), ...of("bela") });
  const at = (path: string, time: string) =>
    utimesSync(join(root, "class", path), new Date(time), new Date(time));
  for (const student of ["ada", "bela"]) at(`${student}/attempt-1/three-apis.ts`, "2026-12-01T10:00:00Z");
  at("ada/attempt-2/three-apis.ts", "2026-12-05T10:00:00Z");
  at("bela/attempt-2/three-apis.ts", "2026-12-02T10:00:00Z");
  const due = Date.parse("2026-12-01T12:00:00Z");
  const late = { grace: 0, percent: 10, floor: 0 };
  await grade({ attempts: "best", due, late, only: "3" });
  const { submissions } = JSON.parse(written()) as Results;
  // Four days late, 10 points are worth less than the 7 of before; one day late they are worth more.
  expect(submissions.map(({ id, score }) => `${id} ${score}`)).toEqual(["ada 7", "bela 10"]);
  expect(stdout.text).toContain("Late: bela 1 day, 10 → 9\n");
});

test("an exercise that the engine's verdict lacks is our error and gives no points", async () => {
  const { engine, grade, written } = setUp(class_);
  const { gradeSubmission } = engine;
  engine.gradeSubmission = async (submission, options) => {
    const verdict = await gradeSubmission.call(engine, submission, options);
    return { ...verdict, exercises: verdict.exercises.slice(1) };
  };
  expect(await grade()).toBe(3);
  const [ada] = (JSON.parse(written()) as Results).submissions;
  expect([ada!.score, ada!.maxScore]).toEqual([10, 20]);
  expect(ada!.exercises.map(({ id, outcome }) => `${id} ${outcome}`)).toEqual([
    "03-three-apis grader-error",
    "04-timeout passed",
  ]);
});

test("--only: other exercises are neither read, graded nor written", async () => {
  const { grade, written, stdout } = setUp(class_);
  await grade({ only: "4" });
  const { submissions } = JSON.parse(written()) as Results;
  expect(submissions.flatMap(({ exercises }) => exercises.map(({ id }) => id))).toEqual(
    Array(4).fill("04-timeout"),
  );
  expect(stdout.text).toContain("in 1 exercise,");
});

test("an engine that fails on one submission: grader errors there, exit code 3, the others are graded", async () => {
  const { grade, written, stdout, stderr } = setUp({ ...class_, "class/evil/timeout.ts": "boom" });
  expect(await grade()).toBe(3);
  const { submissions } = JSON.parse(written()) as Results;
  expect(submissions.map(({ id, exercises }) => [id, ...exercises.map(({ outcome }) => outcome)])).toEqual([
    ["ada", "passed", "passed"],
    ["bela", "failed", "missing"],
    ["chidi", "missing", "never-settled"],
    ["dara", "missing", "missing"],
    // What nobody handed in needs no engine.
    ["evil", "missing", "grader-error"],
  ]);
  expect(written()).not.toContain("secret");
  expect(stderr.text).toContain("Grader error in evil: Error: the engine broke in /secret/place");
  expect(stdout.text).toContain("A grader failed (our fault, no mark yet; grade again): evil");
});

test("a sandbox that does not hold: nothing is graded at all, nothing written", async () => {
  const { engine, grade, file, stderr } = setUp(class_);
  engine.gradeSubmission = async () => {
    throw Object.assign(new Error("The sandbox does not hold."), { name: "EngineError" });
  };
  await expect(grade()).rejects.toThrow("The sandbox does not hold.");
  expect([existsSync(file), engine.closed, stderr.text]).toEqual([false, 1, ""]);
});

test("a check's grader-error alone is exit code 3, too", async () => {
  const { grade } = setUp({ "class/ada/timeout.ts": "passed grader-error passed" });
  expect(await grade({ only: "04" })).toBe(3);
});

test("marks never change the exit code", async () => {
  const bad = "failed memory-limit crashed";
  const { grade } = setUp({ "class/ada/timeout.ts": bad, "class/ada/three-apis.ts": bad });
  expect(await grade()).toBe(0);
});

test.each<[Partial<GradeOptions>, string]>([
  [{ only: "77" }, 'There is no exercise "77".'],
  [{ places: [{ given: "x", absolute: "/nowhere/x" }] }, '"x" is not there.'],
  [{ out: "/dev/null" }, '/dev/null" is, or is in, a file and not a folder.'],
])("wrong usage %o: nothing is graded or written", async (options, message) => {
  const { engine, file, grade } = setUp(class_);
  const failure = await grade(options).catch((error) => error);
  expect(failure).toBeInstanceOf(UsageError);
  expect(failure.message).toContain(message);
  expect([engine.graded, existsSync(file)]).toEqual([[], false]);
});

test("stopped half way: rejects with the reason, the old report is whole, the engine is closed", async () => {
  const { root, engine, stop, stderr, grade, written } = setUp({ ...class_, "report/results.json": "old" });
  const gradeSubmission = engine.gradeSubmission;
  engine.gradeSubmission = async (submission, options) => {
    if (submission.id === "bela") stop.abort(new Error("Stopped by SIGINT"));
    return gradeSubmission.call(engine, submission, options);
  };
  await expect(grade({ jobs: 1 })).rejects.toThrow("Stopped by SIGINT");
  expect(written()).toBe("old");
  expect(readdirSync(join(root, "report"))).toEqual(["gradebook.sqlite", "results.json"]);
  expect(engine.closed).toBe(1);
  expect(stderr.text).toBe("graded 1/4 ada 20/20\n");
});

test("a report that cannot be written: the marks are on the screen all the same, and the engine is closed", async () => {
  const { root, engine, stdout, grade } = setUp({ ...class_, "report/results.json": "old" });
  const gradeSubmission = engine.gradeSubmission;
  engine.gradeSubmission = async (submission, options) => {
    rmSync(join(root, "report"), { recursive: true, force: true });
    return gradeSubmission.call(engine, submission, options);
  };
  await expect(grade()).rejects.toThrow('report/results.json" could not be written: ENOENT. What was there');
  expect(stdout.text).toContain("ada         10  10   20/20  100");
  expect(stdout.text).not.toContain("written");
  expect(engine.closed).toBe(1);
});

test("notes come before grading, harmless to a terminal", async () => {
  const { grade, stderr } = setUp({ ...class_, "class/\u001b[2J.ts": "" });
  await grade();
  expect(stderr.text.split("\n")[0]).toBe(
    "Note: class: not graded, since nothing says whose they are: \\u001b[2J.ts. Put each into a folder that is called as its student.",
  );
});

test("on a terminal: a bar, taken away at the end; the cursor is back", async () => {
  const { grade, stderr, stdout } = setUp(class_, 80);
  await grade();
  expect(stderr.text).toContain("0/4 graded");
  expect(stderr.text).not.toContain("graded 1/4");
  expect(stderr.text.lastIndexOf("\u001b[?25h")).toBeGreaterThan(stderr.text.lastIndexOf("\u001b[?25l"));
  expect(stdout.text).toContain("\u001b[32m");
});
