// The student edition, used as a student does, and compared with this project.
import { execFile } from "node:child_process";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { unpack } from "../../../graders/engine/edition/pack.ts";
import { type Engine, openEngine } from "../../../graders/engine/engine.ts";
import type { CheckVerdict } from "../../../graders/engine/types.ts";
import type { CheckMeta } from "../../../graders/vitest/report.ts";
import { slugOf } from "../../lib/exercise-ids.ts";
import { ask } from "../../testing/ask.ts";
import { answered } from "../../testing/ask-session.ts";
import { watchingBy } from "../../testing/watching.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const ids = ["03-three-apis", "13-cashiers"];

let edition: string;
let engine: Engine;
let made: Ended;
beforeAll(async () => {
  edition = join(realpathSync(mkdtempSync(join(tmpdir(), "async-dojo-"))), "edition");
  made = await run(ROOT, "scripts/handout.ts", edition, "--only", "03,13");
  symlinkSync(join(ROOT, "node_modules"), join(edition, "node_modules"), "junction");
  engine = await openEngine({ only: ids });
});
afterAll(async () => {
  await engine?.close();
  rmSync(join(edition, ".."), { recursive: true, force: true });
});

interface Ended {
  status: number;
  stdout: string;
  stderr: string;
}

/** Without what vitest and npm set for their own. */
function run(cwd: string, ...args: string[]): Promise<Ended> {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|TEST$|NODE_ENV|NODE_OPTIONS|npm_|INIT_CWD|FORCE_COLOR|GITHUB_OUTPUT)/.test(name),
  );
  const compiled = { NODE_COMPILE_CACHE: join(edition, "..", "compiled") };
  const env = { ...Object.fromEntries(kept), COLUMNS: "80", NO_COLOR: "1", ...compiled, ...more };
  return new Promise((resolve) => {
    execFile(process.execPath, args, { cwd, env, maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}
const more: Record<string, string> = {};

/** Runs one of the edition's npm scripts. */
function npm(script: string, ...args: string[]): Promise<Ended> {
  const { scripts } = JSON.parse(readFileSync(join(edition, "package.json"), "utf8"));
  return run(edition, ...scripts[script].split(" ").slice(1), ...args);
}
const fileOf = (id: string) => join(edition, "exercises", id, `${slugOf(id)}.ts`);
const solution = (id: string, name: string) => readFileSync(join(ROOT, "solutions", id, name), "utf8");

test("the command says what it made and what comes next; it never writes over anything", async () => {
  expect(made).toEqual({
    status: 0,
    stderr: "",
    stdout: expect.stringContaining("&& npm ci && npm test 03\n"),
  });
  const again = await run(ROOT, "scripts/handout.ts", edition);
  expect([again.status, again.stdout]).toEqual([1, ""]);
  expect(again.stderr).toMatch(/is not empty\. Name a folder that does not exist yet.*\n$/);
});

test("it holds no solution and no grader that can be read", async () => {
  const paths = readdirSync(edition, { recursive: true, encoding: "utf8" }).filter(
    (path) => !path.startsWith("node_modules"),
  );
  expect(existsSync(join(edition, "solutions"))).toBe(false);
  const course = readdirSync(join(ROOT, "examples/course")).map((name) => `examples/course/${name}`);
  expect(paths.filter((path) => path.endsWith(".ts")).sort()).toEqual([
    ...course.sort(),
    ...ids.flatMap((id) => [`exercises/${id}/.grader.ts`, `exercises/${id}/${slugOf(id)}.ts`]),
    "graders/vitest.ts",
    "graders/world/world.ts",
  ]);
  const texts = paths
    .filter((path) => /\.(js|ts|br)$/.test(path))
    .map((path) => readFileSync(join(edition, path), "latin1"));
  expect(texts.some((text) => text.includes("startedTogether("))).toBe(false);
  expect(texts.some((text) => text.includes("fetches all three in the time of the slowest"))).toBe(false);
});

test("a file of one's own runs in it as here", async () => {
  const file = join(edition, "mine.ts");
  writeFileSync(file, "setTimeout(() => console.log('later'), 500);\nawait new Promise(() => {});\n");
  const told = ({ stdout }: Ended) => JSON.parse(stdout).runs[0];
  const [ours, theirs] = [
    told(await run(ROOT, "scripts/play.mjs", file, "--json")),
    told(await npm("play", file, "--json")),
  ];
  expect(ours.console).toMatchObject([{ at: 500, text: "later" }]);
  expect(theirs).toEqual({ ...ours, file: "mine.ts" });
  expect(told(await npm("play", "P6", "--json"))).toMatchObject({
    file: "P6-tasks.wrong.ts",
    end: "ended at 2000 ms",
  });
  rmSync(file);
});

test("every command of it, and the git hook, is there and says its usage", async () => {
  const { scripts } = JSON.parse(readFileSync(join(edition, "package.json"), "utf8"));
  const names = Object.keys(scripts).filter((name) => name !== "prepare");
  expect(names).toEqual(expect.arrayContaining(["start", "test", "watch", "score", "list", "hint", "reset"]));
  for (const name of names) {
    const { status, stdout, stderr } = await npm(name, "--help");
    expect([name, status, stderr], stdout).toEqual([name, 0, ""]);
    expect(stdout).toContain(name);
  }
  const hook = readFileSync(join(edition, ".husky", "pre-commit"), "utf8");
  const started = hook.match(/\bgraders\/\S+\.js\b/g) ?? [];
  expect(started.every((path) => existsSync(join(edition, path)))).toBe(true);
  expect(hook).not.toMatch(/\bscripts\//);
});

test("it grades by the same graders as this project", () => {
  const packed = readFileSync(join(edition, "graders", "packs", "engine.br"));
  expect(unpack(packed)).toMatchObject({ hash: engine.gradersHash });
});

test("untouched, it is green, lists its exercises and says what to do", async () => {
  const tested = await npm("test");
  expect([tested.status, tested.stdout]).toEqual([0, expect.stringContaining("2 exercises wait for you")]);
  expect((await npm("list")).stdout).toMatch(/03 {2}Three APIs at once +not begun\n.*13 .*not begun/s);
  expect((await npm("next")).stdout).toContain("npm test exercises/03");
});

test("an editor finds its exercises as tests", async () => {
  const { status, stdout } = await run(edition, "node_modules/vitest/vitest.mjs", "list");
  const titles = engine.graders.flatMap(({ id, checks }) =>
    checks.map(({ title }) => `[exercises] exercises/${id}/${slugOf(id)}.ts > ${title}\n`),
  );
  expect([status, stdout]).toEqual([0, titles.join("")]);
});

const submissions: [what: string, files: string[]][] = [
  ["right answers", ["three-apis.ts", "cashiers.ts"]],
  ["sequential ones", ["wrong/sequential-await-in-a-loop.ts", "wrong/sequential-await.ts"]],
  ["ones that swallow errors", ["wrong/swallowed-error-all-settled.ts", "wrong/batches.ts"]],
  ["ones that lose arguments or the order", ["wrong/lost-arguments.ts", "wrong/completion-order.ts"]],
];

test.each(submissions)("%s get the same verdicts, diagnosis and ghosts as here", async (_, files) => {
  for (const [index, id] of ids.entries()) writeFileSync(fileOf(id), solution(id, files[index]!));
  await npm("test", "03", "13", "--reporter", "json");
  const report = readFileSync(join(edition, ".vitest", "json", "output.json"), "utf8");
  const results = JSON.parse(report).testResults as {
    name: string;
    assertionResults: { meta: { dojo: CheckMeta } }[];
  }[];
  for (const [index, id] of ids.entries()) {
    const entry = `${slugOf(id)}.ts`;
    const texts = new Map([[entry, solution(id, files[index]!)]]);
    const { checks } = await engine.gradeExercise(id, { entry, files: texts }, { seed: 1 });
    const expected = await Promise.all(checks.map(async (verdict) => [verdict, await ghostOf(id, verdict)]));
    const theirs = results
      .find(({ name }) => name.includes(id))!
      .assertionResults.map(({ meta }) => [meta.dojo.verdict, meta.dojo.ghost]);
    expect(JSON.parse(JSON.stringify(theirs))).toEqual(JSON.parse(JSON.stringify(expected)));
  }
});

const ghostOf = (id: string, verdict: CheckVerdict) =>
  verdict.outcome === "passed" ? undefined : engine.ghost(id, verdict);

test("feedback, ghost, score, points for the classroom, hint and reset, as a student sees them", async () => {
  writeFileSync(fileOf(ids[0]!), solution(ids[0]!, "wrong/sequential-await.ts"));
  writeFileSync(fileOf(ids[1]!), solution(ids[1]!, "cashiers.ts"));
  const tested = await npm("test", "03");
  expect(tested.status).toBe(1);
  expect(tested.stdout).toContain("One after the other instead of together");
  expect(tested.stdout).toMatch(/as it could be\n.*resolved at 1000 ms/s);
  expect((await npm("test", "13")).status).toBe(0);

  const { score, maxScore } = JSON.parse((await npm("score", "--json")).stdout);
  expect([score, maxScore]).toEqual([17, 20]);
  const output = join(edition, "..", "output.txt");
  more.GITHUB_OUTPUT = output;
  const classroom = await npm("classroom");
  delete more.GITHUB_OUTPUT;
  const result = JSON.parse(classroom.stdout);
  expect([classroom.status, result.max_score, result.tests.map(({ score }: any) => score)]).toEqual([
    0,
    20,
    [7, 10],
  ]);
  const [, encoded] = readFileSync(output, "utf8").split("=", 2);
  expect(JSON.parse(Buffer.from(encoded!, "base64").toString())).toEqual(result);

  expect((await npm("hint", "03")).stdout).toContain("hint 1 of");
  expect((await npm("reset", "03")).status).toBe(0);
  const stubs = JSON.parse(readFileSync(join(ROOT, "graders", "stubs.json"), "utf8"));
  expect(readFileSync(fileOf(ids[0]!), "utf8")).toBe(stubs[ids[0]!]);
});

test("its page is whole, and has no answer of ours for anybody; play is answered meanwhile", async () => {
  writeFileSync(fileOf(ids[0]!), solution(ids[0]!, "also-correct/start-then-await.ts"));
  const watching = watchingBy(edition, ["graders/watch.js", "03"]);
  const { origin, pathname } = new URL(await watching.url);
  await watching.printed();
  const [script, style, exercise, compare] = await Promise.all(
    ["page.js", "page.css", `exercise/${ids[0]}`, `compare/${ids[0]}`].map((path) =>
      ask(origin, pathname + path),
    ),
  );
  const played = expect.poll(() => answered(edition, "examples/course/P6-tasks.right.ts"));
  await played.toMatchObject({ code: 0, printed: [["stdout", expect.stringContaining("1000 ms  hello")]] });
  await watching.stop();
  expect([script!.status, style!.status]).toEqual([200, 200]);
  expect(script!.body.length).toBeGreaterThan(20_000);
  const { checks, compare: offered } = JSON.parse(exercise!.body);
  expect([checks.every(({ state }: any) => state === "passed"), offered]).toEqual([true, false]);
  expect(JSON.parse(compare!.body).refused).toMatch(/^There is nothing here to compare 03 with/);
});

test("a damaged part says how to get it back", async () => {
  const path = join(edition, "graders", "packs", "03-three-apis.br");
  const whole = readFileSync(path);
  writeFileSync(path, whole.subarray(0, 1000));
  const { status, stdout } = await npm("test", "03");
  writeFileSync(path, whole);
  expect([status, stdout]).toEqual([1, expect.stringContaining("Get it back: git checkout graders")]);
});

test("our answers are in it where the teacher wants that, packed, and for who passes", async () => {
  writeFileSync(fileOf(ids[0]!), solution(ids[0]!, "also-correct/start-then-await.ts"));
  const without = await npm("compare", "03");
  expect([without.status, without.stderr]).toEqual([
    1,
    "There is nothing here to compare 03 with: this edition was made without our answers.\n",
  ]);
  const other = join(edition, "..", "with-answers");
  expect((await run(ROOT, "scripts/handout.ts", other, "--only", "03", "--compare")).status).toBe(0);
  symlinkSync(join(ROOT, "node_modules"), join(other, "node_modules"), "junction");
  const compare = () => run(other, "graders/compare.js", "03");
  expect((await compare()).stderr).toMatch(/^03 does not pass yet \(0 of 10 points\)/);
  writeFileSync(
    join(other, "exercises", ids[0]!, "three-apis.ts"),
    solution(ids[0]!, "also-correct/start-then-await.ts"),
  );
  const { status, stdout } = await compare();
  expect([status, stdout]).toEqual([
    0,
    expect.stringContaining(" the reference\n   All three calls are under way"),
  ]);
  const packed = readFileSync(join(other, "graders", "packs", "03-three-apis.br"), "latin1");
  expect(packed).not.toContain("Promise.all");
});
