// A corrected grader: stored traces are judged again, or run again, and the result is what grading all anew gives.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rightAnswer, type SmallProject, smallProject } from "../../testing/small-project.ts";

const answers: Record<string, string> = {
  ada: rightAnswer,
  bela: "export async function fetchAll(f) { const r = []; for (const n of [1, 2, 3]) r.push(await f(n)); return r; }",
  chidi: "export const fetchAll = (f) => Promise.all([1, 2, 3, 4].map(f));",
  // Its process ends, as an endless loop's does, and sooner.
  dara: "export function fetchAll() { const all = []; for (;;) all.push(new Array(1e6).fill(0)); }",
  emeka: "export const other = 1;",
  fatou: "export function fetchAll( {",
  goran: "export const fetchAll = () => undefined;",
};

let project: SmallProject;
beforeAll(() => {
  project = smallProject();
  for (const [name, text] of Object.entries(answers)) project.write(`class/${name}/three.ts`, text);
});
afterAll(() => project.remove());

const grader = () => readFileSync(join(project.root, "graders/03-three.ts"), "utf8");

async function graded(out: string) {
  const ended = await project.node("scripts/grade.ts", "class", "--out", out, "--format", "json");
  expect(ended.code, ended.stderr).toBe(0);
  const file = readFileSync(join(project.root, out, "results.json"), "utf8");
  return { file, lines: ended.stdout.split("\n") };
}

/** Changes the grader, grades again, and compares with grading all anew. What is said of the change. */
async function correct(out: string, before: string, after: string): Promise<string[]> {
  expect(grader()).toContain(before);
  project.write("graders/03-three.ts", grader().replaceAll(before, after));
  const [again, anew] = [await graded("report"), await graded(out)];
  expect(again.file).toBe(anew.file);
  return again.lines
    .slice(again.lines.findIndex((line) => line.startsWith("Since")))
    .map((line) => line.replace(/\(\d.*UTC\)|in [\d.]+ s, [\d.]+ a second/, "…"));
}

test("expectations, points and scenarios: which marks moved, because of which check", async () => {
  await graded("report");
  expect(
    await correct(
      "anew-1",
      'called(trace, "fetchApi", { times: 3 })',
      'called(trace, "fetchApi", { times: 4 })',
    ),
  ).toEqual([
    "Since the grading before …: 3 marks moved.",
    "  03-three: calls three times (its expectations changed)",
    "    ada 2 → 0, bela 2 → 0, chidi 0 → 2",
    "",
    "report/results.json written. 7 submissions …. Of these 5 judged again from stored traces.",
    "",
  ]);
  expect(await correct("anew-2", "scenario: scenario(70)", "scenario: scenario(80)")).toEqual([
    "Since the grading before …: 1 mark moved.",
    "  03-three: takes as long as the calls do (its scenarios, the sandbox or the",
    "    engine changed)",
    "    ada 2 → 0",
    "",
    "report/results.json written. 7 submissions ….",
    "",
  ]);
  const database = new DatabaseSync(join(project.root, "report/gradebook.sqlite"), { readOnly: true });
  const moves = database.prepare("SELECT run, submission, before, after FROM changes ORDER BY rowid").all();
  expect(moves.map((move) => Object.values(move).join(" "))).toEqual([
    "2 ada 2 0",
    "2 bela 2 0",
    "2 chidi 0 2",
    "3 ada 2 0",
  ]);
  database.close();
});

test("files that differ in comments, types and layout alone share a verdict, and are told apart from others", async () => {
  const spaced = answers
    .bela!.replace("(f)", "(f: any): Promise<unknown[]> /* mine */ ")
    .replaceAll(";", ";\n\n");
  const other = answers.bela!.replaceAll("r.push", "r.unshift");
  for (const [name, text] of Object.entries({ one: answers.bela!, two: spaced, three: other }))
    project.write(`alike/${name}/three.ts`, `${text} // by ${name}`);
  const { code, stderr } = await project.node(
    "scripts/grade.ts",
    "alike",
    "--out",
    "alike-report",
    "--jobs",
    "1",
  );
  expect(code, stderr).toBe(0);
  const database = new DatabaseSync(join(project.root, "alike-report/gradebook.sqlite"), { readOnly: true });
  const sql = "SELECT id, verdict FROM submissions JOIN results USING (run, position) ORDER BY id";
  const verdicts = Object.fromEntries(
    database
      .prepare(sql)
      .all()
      .map(({ id, verdict }) => [id, verdict]),
  );
  database.close();
  expect(verdicts.one).toBe(verdicts.two);
  expect(verdicts.three).not.toBe(verdicts.one);
});
