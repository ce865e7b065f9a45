// `npm run compare`, as it is typed.
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { rightAnswer, type SmallProject, smallProject } from "../../testing/small-project.ts";

let small: SmallProject;
beforeAll(() => {
  small = smallProject();
  small.write("solutions/03-three/three.ts", `// All at once.\n\n${rightAnswer}`);
});
afterAll(() => small?.remove());

function compare(...args: string[]): Promise<[status: number, stdout: string, stderr: string]> {
  const env = {
    ...process.env,
    npm_lifecycle_event: "compare",
    INIT_CWD: small.root,
    COLUMNS: "80",
    NO_COLOR: "1",
  };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      ["scripts/compare.ts", ...args],
      { cwd: small.root, env },
      (error, stdout, stderr) => {
        resolve([error ? Number(error.code) : 0, stdout, stderr]);
      },
    );
  });
}

test("what does not pass yet is not compared, and says what helps", async () => {
  small.write("exercises/03-three/three.ts", "export const fetchAll = async () => 1;\n");
  expect(await compare("03")).toEqual([
    1,
    "",
    expect.stringMatching(
      /^03 does not pass yet \(0 of 10 points\)\. Our answers stand beside yours once it does; .*npm run hint 03 helps\.\n$/,
    ),
  ]);
});

test("what passes stands beside our answers", async () => {
  small.write("exercises/03-three/three.ts", `const mine = 1;\n${rightAnswer}`);
  const [status, stdout, stderr] = await compare("03");
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toContain(
    " the reference\n   All at once.\n\n - three.ts   + the reference\n - const mine = 1;\n   export",
  );
  expect(readFileSync(join(small.root, "exercises/03-three/three.ts"), "utf8")).toContain("mine");
});
