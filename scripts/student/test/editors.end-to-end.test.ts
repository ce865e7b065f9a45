// vitest without our commands: as an editor's extension uses it, and one who calls it by hand.
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rightAnswer, type SmallProject, smallProject } from "../../testing/small-project.ts";

const FILE = "exercises/03-three/three.ts";
const titles = [
  "fetches all three in the time of the slowest",
  "takes as long as the calls do",
  "calls three times",
  "asks for 1, 2 and 3",
];

/** What VS Code's extension does: it lists, then runs a file's tests that have a name. */
const editor = `import { createVitest } from "vitest/node";

const [file, name, ...filters] = process.argv.slice(2);
const vitest = await createVitest("test", { root: process.cwd(), watch: true, reporters: [{}] });
const files = await vitest.globTestSpecifications();
const listed = (await vitest.parseSpecifications(files)).flatMap((each) => [...each.children.allTests()]);
vitest.setGlobalTestNamePattern(name);
const { testModules } = await vitest.runTestSpecifications(vitest.getModuleSpecifications(process.cwd() + "/" + file));
const ran = testModules.flatMap((each) => [...each.children.allTests()]);
const told = (tests) => tests.map((each) => [each.id, each.name, each.result().state]);
const found = [];
for (const filter of filters) found.push((await vitest.globTestSpecifications([filter])).map((each) => each.moduleId));
console.log(JSON.stringify({ found, files: files.length, listed: told(listed), ran: told(ran) }));
await vitest.close();
process.exit();
`;

let project: SmallProject;
beforeAll(() => {
  project = smallProject();
  project.write(FILE, rightAnswer.replace("1, 2, 3", "1, 2"));
  project.write("exercises/03-three/help.ts", "export {};\n");
  project.write("scripts/mine.test.ts", "throw new Error('a test of the maintainers');\n");
  project.write("editor.js", editor);
});
afterAll(() => project.remove());

const vitest = (...args: string[]) => project.node("node_modules/vitest/vitest.mjs", ...args);

test("exercises and checks are listed as tests, and nothing of the maintainers'", async () => {
  const { code, stdout } = await vitest("list");
  const lines = titles.map((title) => `[exercises] ${FILE} > ${title}\n`);
  expect([code, stdout]).toEqual([0, lines.join("")]);
});

test("running one test in an editor gives its verdict, and any path of its folder finds the exercise", async () => {
  const filters = [FILE, "exercises/03-three/.grader.ts", "exercises/03-three/help.ts", "03-three", "04"];
  const { stdout, stderr } = await project.node("editor.js", FILE, titles[1]!, ...filters);
  const { found, files, listed, ran } = JSON.parse(stdout);
  expect(stderr).toBe("");
  expect([files, listed.map(([, name]: string[]) => name)]).toEqual([1, titles]);
  const states = ["skipped", "failed", "skipped", "skipped"];
  expect(ran).toEqual(listed.map(([id, name]: string[], index: number) => [id, name, states[index]]));
  const own = [join(project.root, FILE)];
  expect(found).toEqual([own, own, own, own, []]);
});
