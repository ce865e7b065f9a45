import { afterAll, beforeAll, expect, test } from "vitest";
import { rightAnswer, type SmallProject, smallProject } from "../../testing/small-project.ts";

let project: SmallProject;
beforeAll(() => {
  project = smallProject();
});
afterAll(() => project.remove());

const verify = (...args: string[]) => project.node("scripts/verify.ts", ...args);

test("what `new` writes, `verify` asks to be filled in", async () => {
  const created = await project.node("scripts/new.ts", "36-rate-limit");
  expect([created.code, created.stderr]).toEqual([0, ""]);
  expect(created.stdout).toMatch(
    /^exercises\/36-rate-limit\/README\.md\n.*\nNext: npm run verify -- --only 36 /s,
  );
  const { code, stdout, stderr } = await verify("--only", "36");
  expect([code, stderr]).toEqual([1, ""]);
  const broken = stdout.match(/^ {2}\S.*$/gm)!.map((line) => line.trim());
  expect(broken).toEqual([
    "36-rate-limit: nothing is left to fill in",
    "36-rate-limit: its README begins with what to see first",
    "36-rate-limit: its chosen inputs are those of its casts",
    "solutions/36-rate-limit/rate-limit.ts: is right",
    "solutions/36-rate-limit/also-correct/class.ts: is right",
    "solutions/36-rate-limit/also-correct/promise-chain.ts: is right",
    "solutions/36-rate-limit/wrong/forgotten-await.ts: fails as it says",
    "36-rate-limit: its catalogue of failures is up to date",
    "36-rate-limit: its failures are named as well as recorded",
  ]);
  expect(stdout).toContain("    exercises/36-rate-limit/README.md, lines 3, 5, 9, 15, ");
  expect(stdout).toMatch(/\n\n14 passed, 9 failed\n$/);
});

test("what `new` writes has sound format and types", async () => {
  await project.node("scripts/new.ts", "37-other");
  const paths = ["graders/37-other.ts", "exercises/37-other", "solutions/37-other"];
  const biome = "node_modules/@biomejs/biome/bin/biome";
  expect(await project.node(biome, "check", "--error-on-warnings", ...paths)).toMatchObject({ code: 0 });
  for (const part of [".", "graders"]) {
    const types = await project.node("node_modules/typescript/bin/tsc", "-p", part);
    expect(types.stdout.split("\n").filter((line) => line.includes("37-other"))).toEqual([]);
  }
});

test("an exercise with all its pieces and its evidence holds, once its stub is recorded", async () => {
  const titles = [
    "fetches all three in the time of the slowest",
    "takes as long as the calls do",
    "calls three times",
    "asks for 1, 2 and 3",
  ];
  const hints = "<details><summary>hint</summary>\n</details>\n".repeat(3);
  const list = titles.map((title) => `- ${title}`).join("\n");
  const wrong = `// fails: time (sequential-await)
export async function fetchAll(fetchApi: (id: number) => Promise<string>) {
  return [await fetchApi(1), await fetchApi(2), await fetchApi(3)];
}
`;
  project.write(
    "exercises/03-three/README.md",
    `# 03\n\nSee it first: \`npm run play P6-tasks\`.\n\n\`\`\`ts\nfetchAll()\n\`\`\`\n\n## Graded\n\n${list}\n\n${hints}`,
  );
  project.write("examples/course/P6-tasks.ts", "// P6: a demonstration.\n");
  project.write("solutions/03-three/also-correct/a.ts", rightAnswer);
  project.write("solutions/03-three/also-correct/b.ts", `// again\n${rightAnswer}`);
  project.write("solutions/03-three/wrong/sequential-await.ts", wrong);
  project.write("graders/stubs.json", "{}");
  const before = await verify("--only", "03");
  expect(before.stdout).toMatch(/its stub is the recorded one\n.*--write-stubs/);
  expect(before.stdout).toMatch(/its catalogue of failures.*\n.*Run: npm run catalogue -- --only 03\n/);
  const catalogue = await project.node("scripts/catalogue.ts", "--only", "03", "--measure");
  expect(catalogue).toMatchObject({ code: 0, stderr: "" });
  expect(catalogue.stdout).toMatch(
    /^solutions\/03-three\/wrong\/sequential-await\.ts\ngraders\/catalogue\/03-three\.json\nsolutions\/diagnosis\.json\n\n.*│ 1 \/ 0 \/ 0 │/s,
  );
  const { code, stdout } = await verify("--only", "03", "--write-stubs");
  expect(stdout).toMatch(/^✓ evidence of 03-three {2,}23 of 23 +\d+\.\d s\n\n23 passed, 0 failed\n$/);
  expect(code).toBe(0);
});

test("bad usage is told in one line", async () => {
  expect(await verify("--only", "99")).toEqual({
    code: 1,
    stdout: "",
    stderr: expect.stringMatching(/^There is no exercise "99"\..*\n$/),
  });
  expect(await project.node("scripts/new.ts")).toEqual({
    code: 1,
    stdout: "",
    stderr: "Give one name: npm run new -- 36-slug\n",
  });
});
