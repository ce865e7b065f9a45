// One watcher through all that a student's evening may bring: it must never end, and never show what is the grader's.
import { renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rightAnswer, type SmallProject, smallProject, stub } from "../../testing/small-project.ts";
import { startWatching, type Watching } from "../../testing/watching.ts";

const FILE = "exercises/03-three/three.ts";
const wrongAnswer = `export async function fetchAll(fetchApi: (id: number) => Promise<string>) {
  const all: string[] = [];
  for (const id of [1, 2, 3]) all.push(await fetchApi(id));
  return all;
}
`;

let project: SmallProject;
let watching: Watching;
const shown: string[] = [];
const next = async () => {
  shown.push(await watching.printed());
  return shown.at(-1)!;
};
const after = (change: () => void) => {
  change();
  return next();
};
const save = (text: string) => after(() => project.write(FILE, text));

beforeAll(async () => {
  project = smallProject();
  project.write("exercises/04-four/four.ts", stub);
  project.write("exercises/04-four/.grader.ts", 'import { exercise } from "../../graders/vitest.ts";\n');
  project.write(
    "graders/04-four.ts",
    'import three from "./03-three.ts";\n\nexport default { ...three, id: "04-four" };\n',
  );
  watching = startWatching(project.root);
});
afterAll(async () => {
  await watching.stop();
  project.remove();
});

test("what is untouched waits, and each save re-runs its exercise alone", async () => {
  const start = await next();
  expect(start).toMatch(/^In the browser: http:\/\/127\.0\.0\.1:\d+\/[\w-]{22}\/\n/);
  expect(start).toContain("1 exercise waits for you.");

  const wrong = await save(wrongAnswer);
  expect(wrong).toMatch(
    /── .* exercises\/03-three\/three\.ts\n\n03-three {2}exercises\/03-three\/three\.ts\n/,
  );
  expect(wrong).toMatch(/resolved at 3000 ms; expected 1000 ms\..*your code.*as it could be/s);
  expect(wrong).toContain("2 of 4 checks, 4 of 10 points\n\nStuck? npm run hint 03\n");
  expect(wrong).not.toContain("04-four");

  const right = await save(rightAnswer);
  // It is watched already.
  expect(right).toContain("4 of 4 checks, 10 of 10 points\n\nNext: exercises/04-four/README.md\n");
});

test("an editor's rename, a new helper, a deleted file and its return are saves too", async () => {
  const hidden = join(project.root, "exercises/03-three/.three.ts.swp");
  project.write("exercises/03-three/.three.ts.swp", wrongAnswer);
  expect(await after(() => renameSync(hidden, join(project.root, FILE)))).toContain("2 of 4 checks");

  expect(await save('export { fetchAll } from "./help.ts";\n')).toContain("There is no file `./help.ts`");
  expect(await after(() => project.write("exercises/03-three/help.ts", rightAnswer))).toContain(
    "4 of 4 checks",
  );

  expect(await after(() => rmSync(join(project.root, FILE)))).toContain(
    "There is no three.ts. Was it renamed",
  );
  expect(await save(rightAnswer)).toContain("4 of 4 checks");
});

test("neither a syntax error nor an endless loop ends it", async () => {
  expect(await save("export const fetchAll = ;\n")).toContain("> 1 | export const fetchAll = ;");
  expect(await save("export function fetchAll(): never { for (;;); }\n")).toMatch(/never came back/);
  expect(await save(rightAnswer)).toContain("4 of 4 checks");
});

// The loop without end is told after its time limit: a machine that is so busy for that long is given another chance.
const AGAIN = { retry: 3 };

test(
  "a save ends what the older text is at, of its own exercise or another's, and says nothing of it",
  AGAIN,
  async () => {
    const endless = "export async function fetchAll() { for (;;); }\n";
    project.write(FILE, endless);
    await watching.shown(/^── /m);
    const right = await save(rightAnswer);
    expect(right).not.toContain("never came back");
    expect(right.match(/^── /gm)).toHaveLength(2);
    expect(right).toContain("4 of 4 checks");

    project.write(FILE, endless);
    await watching.shown(/^── /m);
    project.write("exercises/04-four/four.ts", rightAnswer);
    await watching.shown(/04-four.* 10 of 10 points/s);
    expect(await save(rightAnswer)).not.toContain("never came back");
    expect(await next()).toMatch(/── .*three\.ts\n\n03-three.*4 of 4 checks/s);
  },
);

test("nothing of the grader's was shown", () => {
  expect(shown.join("").match(/\.grader\.ts|graders\/|node_modules|^ *at .*:\d+:\d+\)?$/gm)).toBeNull();
});

test("bad usage is told at once, as by npm test", async () => {
  const { code, stdout, stderr } = await project.node("scripts/watch.ts", "99", "--open");
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(/^There is no exercise "99"\. There are 03–04;.*\n$/);
});
