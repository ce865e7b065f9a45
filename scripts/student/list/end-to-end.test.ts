import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rightAnswer, type SmallProject, smallProject, stub } from "../../testing/small-project.ts";

let project: SmallProject;
beforeAll(() => {
  project = smallProject();
  project.write("exercises/03-three/README.md", "# 03 · Three calls at once\n");
  project.write("exercises/36-more/.grader.ts", "");
  project.write("exercises/36-more/more.ts", "export const more = 1;\n");
});
afterAll(() => project.remove());

const list = (...args: string[]) => project.node("scripts/list.ts", ...args);
const listed = (state: string, end: string) => ({
  code: 0,
  stderr: "",
  stdout: `white belt
  03  Three calls at once  ${state}

beyond
  36  more                 begun

${end}
`,
});

test("belts, titles, and what is begun, without grading", async () => {
  project.write("graders/03-three.ts", "this grader could not be loaded");
  const states = {
    [stub]: "not begun",
    [`// a note\n${stub}`]: "not begun",
    "does not parse (": "begun",
    [rightAnswer]: "begun",
  };
  for (const [answer, state] of Object.entries(states)) {
    project.write("exercises/03-three/three.ts", answer);
    const begun = state === "begun" ? 2 : 1;
    expect(await list()).toEqual(listed(state, `${begun} of 2 begun. Your points: npm run score`));
  }
});

test("a file that is gone is told, with how to get it back", async () => {
  rmSync(join(project.root, "exercises/03-three/three.ts"));
  expect(await list()).toEqual(
    listed("no file", "1 of 2 begun. Your points: npm run score\nTo get a file back: npm run reset 03"),
  );
  expect((await project.node("scripts/reset.ts", "03")).code).toBe(0);
  expect(await list()).toEqual(listed("not begun", "1 of 2 begun. Your points: npm run score"));
});

test("arguments are refused", async () => {
  expect(await list("03")).toEqual({ code: 1, stdout: "", stderr: "npm run list takes no arguments.\n" });
});
