import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { rightAnswer, type SmallProject, smallProject, stub } from "../../testing/small-project.ts";

let project: SmallProject;
beforeAll(() => {
  project = smallProject();
});
afterAll(() => project.remove());
beforeEach(() => answer(stub));

const answer = (text: string) => project.write("exercises/03-three/three.ts", text);
const npmTest = (...args: string[]) => project.node("scripts/test.ts", ...args);
/** Whatever the student did: no path and no stack of ours, and nothing on stderr. */
const oursIn = (text: string) => text.match(/\.grader\.ts|graders\/|node_modules|^ *at .*:\d+:\d+\)?$/gm);

interface JsonReport {
  testResults: { assertionResults: { title: string; status: string; failureMessages: string[] }[] }[];
}

test("a fresh clone is green and says how many wait", async () => {
  expect(await npmTest()).toEqual({
    code: 0,
    stderr: "",
    stdout: "\nYou have begun none yet: 1 exercise waits for you.\nNext: npm test exercises/03\n",
  });
});

test("named, an untouched exercise fails with what to do first", async () => {
  answer(`// my own comment\n${stub}`);
  expect(await npmTest("exercises/03")).toEqual({
    code: 1,
    stderr: "",
    stdout: `
03-three  exercises/03-three/three.ts

  Nothing of yours is here yet. Read exercises/03-three/README.md, then write
  in exercises/03-three/three.ts.

  ✗ 0/4 fetches all three in the time of the slowest
  ↓ –/2 takes as long as the calls do
  ↓ –/2 calls three times
  ↓ –/2 asks for 1, 2 and 3

  ↓ not run yet: the first check has to get somewhere first.
  0 of 4 checks, 0 of 10 points
`,
  });
});

test("a right answer passes, and what it printed has its virtual time", async () => {
  answer(`export async function fetchAll(fetchApi: (id: number) => Promise<string>) {
  const all = Promise.all([1, 2, 3].map(fetchApi));
  setTimeout(() => console.log("half", { way: 1 }), 5);
  return all;
}`);
  const { code, stdout, stderr } = await npmTest("3");
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toContain(
    "  ✓ 4/4 fetches all three in the time of the slowest\n             5 ms  log   half { way: 1 }\n",
  );
  expect(stdout).toContain("\n  4 of 4 checks, 10 of 10 points\n\nNext: npm run score\n");
});

test("a wrong answer: feedback, what is behind it, the timeline with its ghost, the points", async () => {
  answer(`export async function fetchAll(fetchApi: (id: number) => Promise<string>) {
  const all: string[] = [];
  for (const id of [1, 2, 3]) all.push(await fetchApi(id));
  return all;
}`);
  const { code, stdout, stderr } = await npmTest("exercises/03-three/three.ts");
  expect([code, stderr, oursIn(stdout)]).toEqual([1, "", null]);
  expect(stdout).toMatch(
    /✗ 0\/4 fetches all three.*\n +Your function resolved at 3000 ms; expected 1000 ms\.\n\n +One after the other/,
  );
  expect(stdout).toMatch(
    /your code.+fetchApi\(3\).+resolved at 3000 ms.+as it could be.+resolved at 1000 ms/s,
  );
  expect(stdout).toMatch(/2 of 4 checks, 4 of 10 points\n\nStuck\? npm run hint 03\n$/);
  expect(stdout.split("\n").filter((line) => line.length > 80)).toEqual([]);
});

test("where the student's code threw, their line is shown, and no stack of ours", async () => {
  answer(`import { help } from "./help.ts";
export const fetchAll = async (fetchApi: (id: number) => Promise<string>) => help(await fetchApi(1));
`);
  writeFileSync(
    join(project.root, "exercises/03-three/help.ts"),
    "export function help(text: string): string[] {\n  return (text as any).nothing.map(String);\n}\n",
  );
  const { code, stdout, stderr } = await npmTest("03");
  expect([code, stderr, oursIn(stdout)]).toEqual([1, "", null]);
  expect(stdout).toMatch(/Thrown at exercises\/03-three\/help\.ts:2:\d+\n +1 \| export function help/);
  expect(stdout).toContain("> 2 |   return (text as any).nothing.map(String);");
});

test("what does not compile is shown where it does not", async () => {
  answer("export const fetchAll = ;\n");
  const { code, stdout, stderr } = await npmTest("03");
  expect([code, stderr, oursIn(stdout)]).toEqual([1, "", null]);
  expect(stdout).toContain("exercises/03-three/three.ts:1:25\n        > 1 | export const fetchAll = ;\n");
  expect(stdout).toContain("↓ not run: your file has to compile first.\n  0 of 4 checks");
});

test("an endless loop ends, and says so", async () => {
  answer("export function fetchAll(): never { for (;;); }\n");
  const { code, stdout } = await npmTest("03");
  expect(code).toBe(1);
  expect(stdout).toMatch(/never came back: the event loop was not given\s+back/);
});

test("a broken grader is our fault, and does not look like the student's", async () => {
  answer(rightAnswer);
  project.write("graders/04-broken.ts", "export default nothing;\n");
  project.write("exercises/04-broken/broken.ts", "export const a = 1;\n");
  project.write(
    "exercises/04-broken/.grader.ts",
    'import { exercise } from "../../graders/vitest.ts";\n\nexercise("04-broken");\n',
  );
  const { code, stdout, stderr } = await npmTest("04");
  expect([code, stderr]).toEqual([1, ""]);
  expect(stdout).toMatch(/^\nNot your fault: 04 could not be graded\. [^✗]+$/);
  expect((await npmTest("03")).code).toBe(0);
});

test("vitest's own reporters see each check as a test", async () => {
  answer("export const fetchAll = async () => { throw new Error('mine'); };\n");
  const { code, stdout } = await npmTest("03", "--reporter", "json");
  expect(code).toBe(1);
  const written = /^JSON report written to (.+)$/m.exec(stdout)![1]!;
  const [file] = (JSON.parse(readFileSync(written, "utf8")) as JsonReport).testResults;
  expect(file!.assertionResults.map(({ title, status }) => [title, status])).toEqual([
    ["fetches all three in the time of the slowest", "failed"],
    ["takes as long as the calls do", "skipped"],
    ["calls three times", "skipped"],
    ["asks for 1, 2 and 3", "skipped"],
  ]);
  expect(file!.assertionResults[0]!.failureMessages[0]).toMatch(
    /rejected at 0 ms with Error: mine.+three\.ts:1:\d+/s,
  );
});

test("bad usage is told in two lines at most, at once", async () => {
  const { code, stdout, stderr } = await npmTest("exercises/99");
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^There is no exercise "exercises\/99"\. There are 03.*\n$/);
});
