import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rightAnswer, type SmallProject, smallProject, stub } from "../../testing/small-project.ts";

let project: SmallProject;
beforeAll(() => {
  project = smallProject();
});
afterAll(() => project.remove());

const reset = (...args: string[]) => project.node("scripts/reset.ts", ...args);
const PATH = "exercises/03-three/three.ts";
const text = (path: string) => readFileSync(join(project.root, path), "utf8");

test("the stub back, the attempt where the message says, and then nothing to reset", async () => {
  project.write(PATH, rightAnswer);
  const { code, stdout, stderr } = await reset("exercises/03");
  expect([code, stderr, text(PATH)]).toEqual([0, "", stub]);
  const [, kept] = /kept in (\.attempts\/03-three\/\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d-three\.ts)$/m.exec(stdout)!;
  expect(text(kept!)).toBe(rightAnswer);
  expect(await reset("3")).toEqual({
    code: 0,
    stderr: "",
    stdout: `There is nothing to reset: ${PATH} is as you first got it.\n`,
  });
});

test("an exercise whose folder is gone can be had back whole", async () => {
  project.write("graders/stubs.json", JSON.stringify({ "03-three": stub, "04-gone": stub }));
  expect(await reset("4")).toEqual({
    code: 1,
    stdout: "",
    stderr: "exercises/04-gone is gone, or not whole. Get it back: git checkout -- exercises/04-gone\n",
  });
  project.write("graders/stubs.json", JSON.stringify({ "03-three": stub }));
});

test("bad usage is told in one line, and resets nothing", async () => {
  project.write(PATH, rightAnswer);
  const faults = {
    "": "Name one exercise: npm run reset 03\n",
    "99": 'There is no exercise "99". There are 03; and the belts white.\n',
    "--force": "There is no option --force. See: npm run reset -- --help\n",
  };
  for (const [arg, stderr] of Object.entries(faults)) {
    expect(await reset(arg)).toEqual({ code: 1, stdout: "", stderr });
  }
  expect(text(PATH)).toBe(rightAnswer);
});
