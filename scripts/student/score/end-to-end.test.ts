import { afterAll, beforeAll, expect, test } from "vitest";
import { rightAnswer, type SmallProject, smallProject, stub } from "../../testing/small-project.ts";

let project: SmallProject;
beforeAll(() => {
  project = smallProject();
});
afterAll(() => project.remove());

const score = (...args: string[]) => project.node("scripts/score.ts", ...args);

test("nothing begun is 0 points, with what to do next", async () => {
  project.write("exercises/03-three/three.ts", stub);
  expect(await score()).toEqual({
    code: 0,
    stderr: "",
    stdout: `0 of 10 points (0 %)

  ○ white   ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  0/10  03 ·

· not begun

Next: 03-three  three
  npm test exercises/03
`,
  });
});

test("JSON, and the exit code under a minimum", async () => {
  project.write("exercises/03-three/three.ts", rightAnswer.replace("1, 2, 3", "1, 2"));
  const { code, stdout, stderr } = await score("--json", "--min", "20");
  expect([code, stderr]).toEqual([1, "That is less than 20 %.\n"]);
  expect(JSON.parse(stdout)).toEqual({
    schema: "async-dojo/score@1",
    score: 0,
    maxScore: 10,
    percent: 0,
    belts: [
      {
        name: "white",
        score: 0,
        maxScore: 10,
        exercises: [{ id: "03-three", score: 0, maxScore: 10, outcome: "failed", untouched: false }],
      },
    ],
    next: { exercise: "03-three", command: "npm test exercises/03" },
  });
  project.write("exercises/03-three/three.ts", rightAnswer);
  expect((await score("--min", "100")).code).toBe(0);
});

test("the next time it says what changed", async () => {
  project.write("exercises/03-three/three.ts", rightAnswer);
  project.write(".cache/score.json", '{"at":"2000-01-01T00:00:00.000Z","points":{"03-three":4}}');
  expect((await score()).stdout).toMatch(
    /\nSince last time \(.+ ago\): \+6 points\n {2}▲ 03 {3}4 → 10 {2}done {2}three\n/,
  );
  const again = await score();
  expect(again.stdout).toMatch(/\nNothing new since last time \(.+\)\.\n/);
});

test("bad usage is told in one line", async () => {
  const { code, stdout, stderr } = await score("--min", "lots");
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toMatch(
    /^option '--min <percent>' argument 'lots' is invalid\. Give a number from 0 to 100.*\n$/,
  );
});
