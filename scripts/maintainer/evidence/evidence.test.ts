import { expect, test } from "vitest";
import { fakeEngine } from "../../testing/fake-engine.ts";
import { evidenceFacts } from "./evidence.ts";
import type { Fact } from "./facts.ts";
import type { ExercisePieces } from "./project-files.ts";

const options = { seeds: [1, 2], jobs: 2, misconceptions: new Set(["late", "lost"]) };

/** Each text says what the fake engine makes of its three checks; see fake-engine.ts. */
const right = "passed passed passed";
const header = "// fails: two (late)\n";

function pieces(more: Partial<ExercisePieces> = {}): ExercisePieces {
  return {
    id: "03-x",
    entry: "x.ts",
    stub: "failed skipped skipped",
    reference: right,
    alsoCorrect: [
      { name: "also-correct/a.ts", text: right },
      { name: "also-correct/b.ts", text: right },
    ],
    wrong: [],
    ...more,
  };
}
const problemsOf = async (exercise: ExercisePieces) => {
  const facts = await evidenceFacts([exercise], engineOf(["03-x"]), options);
  return facts.filter(({ problem }) => problem !== undefined) as Required<Fact>[];
};
/** As the fake engine, but a first line that is a comment is none of its words. */
function engineOf(ids: string[]) {
  const engine = fakeEngine(ids);
  const grade = engine.gradeSubmission.bind(engine);
  engine.gradeSubmission = (submission, more) => {
    const exercises = Object.fromEntries(
      Object.entries(submission.exercises).map(([id, files]) => {
        if ("refused" in files) throw new Error("not refused");
        const text = files.files.get(files.entry)!.replace(/^\/\/.*\n/, "");
        return [id, { ...files, files: new Map([[files.entry, text]]) }];
      }),
    );
    return grade({ ...submission, exercises }, more);
  };
  return engine;
}
const wrong = (name: string, text: string) => pieces({ wrong: [{ name: `wrong/${name}`, text }] });

test("good evidence holds", async () => {
  const exercise = wrong("late.ts", `${header}passed failed:late passed`);
  const facts = await evidenceFacts([exercise], engineOf(["03-x"]), options);
  expect(facts.map(({ name, problem }) => [name, problem])).toEqual([
    ["03-x: has 2 other right answers", undefined],
    ["03-x: has wrong answers", undefined],
    ["exercises/03-x/x.ts: scores 0", undefined],
    ["solutions/03-x/x.ts: is right", undefined],
    ["solutions/03-x/also-correct/a.ts: is right", undefined],
    ["solutions/03-x/also-correct/b.ts: is right", undefined],
    ["solutions/03-x/wrong/late.ts: fails as it says", undefined],
  ]);
});

test("a stub that gives something away", async () => {
  const [, problem] = await problemsOf(pieces({ stub: "failed passed failed" }));
  expect(problem).toEqual({
    name: "exercises/03-x/x.ts: scores 0",
    problem:
      'The stub passes "promise 2". Change the stub or the check, so that nothing is given away. (seed 1)',
  });
});

test("a right answer that is marked down", async () => {
  const [, problem] = await problemsOf(pieces({ reference: "passed passed never-settled" }));
  expect(problem!.problem).toBe(
    'It is marked down: "promise 3" is never-settled: It is never-settled. Mend the check, or the answer if it is not right after all. (seed 1)',
  );
});

test("wrong answers that do not fail as they say", async () => {
  const rows: [string, string, RegExp][] = [
    ["late.ts", "failed", /first line must be: \/\/ fails: CHECK \(misconception-id\), or/],
    ["late.ts", "// fails: nine (late)\nfailed", /No check is called "nine". There are: one, two, three/],
    ["odd.ts", "// fails: two (odd)\npassed failed:odd", /misconceptions\/ does not explain "odd"/],
    ["other.ts", `${header}passed failed:late`, /name must begin with its misconception: wrong\/late.ts/],
    ["later.ts", `${header}passed failed:late`, /name must begin with its misconception/],
    ["late.ts", `${header}passed passed failed`, /It passes "two". It fails "three"/],
    ["late.ts", `${header}${right}`, /It passes "two". Make the check see it/],
    ["late.ts", `${header}failed skipped skipped`, /"two" is skipped, since the first check fails/],
    ["late.ts", `${header}passed failed:lost`, /The feedback names "lost"; it should name "late"/],
    ["late.ts", `${header}passed failed`, /The feedback names no misconception; it should name "late"/],
    [
      "late.ts",
      "// fails: two (late); also: three\npassed failed:late failed:odd",
      /"promise 3" names "odd", which .* does not explain/,
    ],
    [
      "late.ts",
      `${header}passed failed:late failed`,
      /It also fails "three": "three" is failed: It is failed.\n/,
    ],
    [
      "late.ts",
      `${header}failed failed:late failed`,
      /its first line is:\n\/\/ fails: two \(late\); also: one, three\n/,
    ],
    [
      "late.ts",
      "// fails: two (late); also: one, three\npassed failed:late failed",
      /^It does not fail "one", as its first line says.\n.*\n\/\/ fails: two \(late\); also: three\nnpm run catalogue -- --only 03 writes it/,
    ],
    ["late.ts", "// fails: two (late); also: four\npassed failed:late", /No check is called "four"/],
    ["late.ts", `${header}passed grader-error`, /The grader itself fails in "promise 2"/],
  ];
  for (const [name, text, message] of rows) {
    const [problem, ...more] = await problemsOf(wrong(name, text));
    expect(more).toEqual([]);
    expect(problem).toEqual({
      name: `solutions/03-x/wrong/${name}: fails as it says`,
      problem: expect.stringMatching(message),
    });
  }
});

test("a wrong answer fails what its first line lists, and what is skipped counts for nothing", async () => {
  const text = "// fails: one (late); also: two\nfailed:late failed skipped";
  expect(await problemsOf(wrong("late.ts", text))).toEqual([]);
});

test("what is wrong with a generated answer says how to see it", async () => {
  const [problem] = await problemsOf(
    pieces({ wrong: [{ name: "generated/late-x-of-y.ts", text: `${header}${right}` }] }),
  );
  expect(problem!.problem).toMatch(
    /^It passes "two"\. .*\nIt is made by an operator: npm run catalogue -- --only 03 --show prints it/,
  );
});

test("a wrong answer's name may go on after its misconception", async () => {
  for (const name of ["late.ts", "late.2.ts", "late-with-reduce.ts"]) {
    expect(await problemsOf(wrong(name, `${header}passed failed:late`))).toEqual([]);
  }
});

test("too few answers", async () => {
  const [also, wrongs] = await problemsOf(pieces({ alsoCorrect: [] }));
  expect(also!.problem).toContain("Write 2 more in solutions/03-x/also-correct/");
  expect(wrongs!.problem).toContain("Write one in solutions/03-x/wrong/ for each misconception");
});

test("a fact must hold for every seed", async () => {
  const engine = engineOf(["03-x"]);
  const grade = engine.gradeSubmission;
  engine.gradeSubmission = async (submission, more) => {
    const verdict = await grade(submission, more);
    if (more.seed === 2) for (const check of verdict.exercises[0]!.checks) check.outcome = "failed";
    return verdict;
  };
  const facts = await evidenceFacts([pieces()], engine, options);
  expect(facts.find(({ name }) => name.startsWith("solutions/03-x/x.ts"))?.problem).toMatch(/\(seed 2\)$/);
});

test("answers of several exercises share submissions, each exercise once in each", async () => {
  const engine = engineOf(["03-x", "04-y"]);
  const other = { ...pieces(), id: "04-y", entry: "y.ts", alsoCorrect: [] };
  await evidenceFacts([pieces(), other], engine, { ...options, seeds: [1] });
  expect(engine.graded).toHaveLength(4);
});

test("an exercise without a grader has no evidence to grade; its missing piece is told elsewhere", async () => {
  const facts = await evidenceFacts([pieces()], engineOf([]), options);
  expect(facts.map(({ name }) => name)).toEqual([
    "03-x: has 2 other right answers",
    "03-x: has wrong answers",
  ]);
});
