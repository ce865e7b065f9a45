import { afterAll, beforeAll, expect, test } from "vitest";
import { rightAnswer, type SmallProject, smallProject, stub } from "../../testing/small-project.ts";

let project: SmallProject;
beforeAll(() => {
  project = smallProject();
  project.write("exercises/03-three/README.md", "# 03 · Three calls at once\n");
});
afterAll(() => project.remove());

async function next(answer: string) {
  project.write("exercises/03-three/three.ts", answer);
  return project.node("scripts/next.ts");
}

test("what is not begun: what to read, where to write, the command", async () => {
  expect(await next(stub)).toEqual({
    code: 0,
    stderr: "",
    stdout: `Next: 03-three  Three calls at once

  Nothing of yours is here yet. Read exercises/03-three/README.md, then write
  in exercises/03-three/three.ts.
  npm test exercises/03
`,
  });
});

test("what is begun: how far it is, the command, and a hint", async () => {
  const sequential = `export async function fetchAll(fetchApi: (id: number) => Promise<string>) {
  return [await fetchApi(1), await fetchApi(2), await fetchApi(3)];
}
`;
  expect(await next(sequential)).toEqual({
    code: 0,
    stderr: "",
    stdout: `Next: 03-three  Three calls at once

  You have 4 of its 10 points. What it asks for: exercises/03-three/README.md
  npm test exercises/03
  Stuck? npm run hint 03
`,
  });
});

test("when all is done it says so", async () => {
  expect(await next(rightAnswer)).toEqual({ code: 0, stderr: "", stdout: "All done. Well done!\n" });
});

test("arguments are refused", async () => {
  expect(await project.node("scripts/next.ts", "03")).toEqual({
    code: 1,
    stdout: "",
    stderr: "npm run next takes no arguments.\n",
  });
});
