import { afterAll, beforeAll, expect, onTestFinished, test } from "vitest";
import { openEngine } from "../../../graders/engine/engine.ts";
import { rightAnswer, type SmallProject, smallProject } from "../../testing/small-project.ts";
import { gradeMutants } from "./grade.ts";

let project: SmallProject;
beforeAll(() => {
  project = smallProject();
});
afterAll(() => project.remove());

const mutants = async (...args: string[]) => {
  const { code, stdout, stderr } = await project.node("scripts/mutants.ts", ...args);
  return { code, stdout: stdout.replaceAll(/ {3}\d+\.\d s$/gm, ""), stderr };
};
const list = (reason: string) => {
  const entry = { line: 'console.log("done");', original: '"done"', replacement: '""', reason };
  project.write("solutions/03-three/equivalent-mutants.json", JSON.stringify({ "three.ts": [entry] }));
};
// No check looks at the log: the hole.
const leaky = `export async function fetchAll(fetchApi: (id: number) => Promise<string>): Promise<string[]> {
  const all = await Promise.all([1, 2, 3].map(fetchApi));
  console.log("done");
  return all;
}
`;
const score = (line: string) => `${line}\n\n${line.replace(/^. 03-three +/, "")}\n`;

test("a hole in the grader is reported, until the mutant is listed with a reason", async () => {
  project.write("solutions/03-three/three.ts", leaky);
  expect(await mutants()).toEqual({
    code: 1,
    stderr: "",
    stdout: `✗ 03-three                         2 of 3 killed   66 %
  solutions/03-three/three.ts:3:15 survives with full marks:
    "done" → ""
    to list it: {"line":"console.log(\\"done\\");","original":"\\"done\\"","replacement":"\\"\\"","reason":""}
  If anything that exercises/03-three/README.md promises differs, let graders/03-three.ts see it, and put the mutant
  into solutions/03-three/wrong/. Else list it in solutions/03-three/equivalent-mutants.json, under "three.ts", with the reason.

2 of 3 killed   66 %
`,
  });
  list("");
  expect(await mutants()).toEqual({
    code: 1,
    stderr: expect.stringMatching(
      /^solutions\/03-three\/equivalent-mutants.json: three.ts.0.reason: it is empty\..*\n$/,
    ),
    stdout: "",
  });
  list("The log is not graded.");
  expect(await mutants()).toEqual({
    code: 0,
    stderr: "",
    stdout: score("✓ 03-three                         2 of 2 killed  100 %   1 equivalent"),
  });
});

test("an entry that no surviving mutant needs any more is reported", async () => {
  project.write("solutions/03-three/three.ts", rightAnswer);
  list("The log is not graded.");
  expect(await mutants("--only", "03")).toEqual({
    code: 1,
    stderr: "",
    stdout: `✗ 03-three                         2 of 2 killed  100 %
  solutions/03-three/equivalent-mutants.json lists for "three.ts" what is no surviving mutant (any more): remove it, or mend it.
    in console.log("done");: "done" → ""

2 of 2 killed  100 %
`,
  });
});

test("with --all the other right answers are mutated, too", async () => {
  project.write("solutions/03-three/three.ts", rightAnswer);
  project.write("solutions/03-three/equivalent-mutants.json", "{}");
  project.write("solutions/03-three/also-correct/leaky.ts", leaky);
  const { code, stdout } = await mutants("--all");
  expect(code).toBe(1);
  expect(stdout).toContain("✗ 03-three                         4 of 5 killed   80 %\n");
  expect(stdout).toContain("  solutions/03-three/also-correct/leaky.ts:3:15 survives with full marks:\n");
});

test("a mutant that runs for ever has timed out", async () => {
  // Counts without keeping anything: a loop that also fills the memory could run into that limit first.
  const text = `export function fetchAllApis(fetchApi: (id: number) => Promise<string>): Promise<string[]> {
  let last = 0;
  while (last < 3) last++;
  return Promise.all(Array.from({ length: last }, (_, index) => fetchApi(index + 1)));
}
`;
  const [exercise, name] = ["03-three-apis", "three-apis.ts"];
  const engine = await openEngine({ only: [exercise], limits: { runMs: 300 } });
  onTestFinished(() => engine.close());
  const graded = await gradeMutants({ exercise, entry: name, name, text }, [], engine, { jobs: 2, seed: 1 });
  expect(graded).toMatchObject({
    count: { killed: 7, "timed out": 1, "does not compile": 0, equivalent: 0, survived: 0 },
    survivors: [],
  });
});

test("bad usage is told in one line", async () => {
  expect(await mutants("--only", "99")).toEqual({
    code: 1,
    stdout: "",
    stderr: expect.stringMatching(/^There is no exercise "99"\..*\n$/),
  });
});
