import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { UsageError } from "../../lib/usage-error.ts";
import { createExercise } from "./create.ts";

const project = () =>
  temporaryFolder({ "exercises/03-three-apis/three-apis.ts": "", "graders/07-x.ts": "", "solutions/": "" });

test("all pieces are there, named alike", () => {
  const root = project();
  expect(createExercise(root, "36-rate-limit")).toEqual([
    "exercises/36-rate-limit/README.md",
    "exercises/36-rate-limit/rate-limit.ts",
    "exercises/36-rate-limit/.grader.ts",
    "graders/36-rate-limit.ts",
    "solutions/36-rate-limit/rate-limit.ts",
    "solutions/36-rate-limit/also-correct/promise-chain.ts",
    "solutions/36-rate-limit/also-correct/class.ts",
    "solutions/36-rate-limit/wrong/forgotten-await.ts",
  ]);
  expect(readFileSync(join(root, "exercises/36-rate-limit/.grader.ts"), "utf8")).toBe(
    'import { exercise } from "../../graders/vitest.ts";\n\nexercise("36-rate-limit");\n',
  );
  expect(readFileSync(join(root, "graders/36-rate-limit.ts"), "utf8")).toContain(
    'typeof import("../exercises/36-rate-limit/rate-limit.ts")',
  );
  expect(readFileSync(join(root, "exercises/36-rate-limit/rate-limit.ts"), "utf8")).toContain(
    "export function rateLimit(",
  );
});

test("a bad name is refused, with one that would do", () => {
  const rows: [string, RegExp][] = [
    ["rate-limit", /two digits and words with hyphens: npm run new -- 08-some-words/],
    ["8-x", /two digits/],
    ["008-x", /two digits/],
    ["00-x", /two digits/],
    ["36-Rate", /two digits/],
    ["36-rate_limit", /two digits/],
    ["36-3d", /two digits/],
    ["36-../x", /two digits/],
    ["36-", /two digits/],
    ["--force", /two digits/],
    ["36-delete", /"delete" is a word of the language.*36-my-delete/],
    ["03-other", /The number 03 is taken by 03-three-apis.*08-some-words/],
    ["07-other", /The number 07 is taken by 07-x/],
  ];
  for (const [id, message] of rows) {
    const root = project();
    expect(() => createExercise(root, id)).toThrow(UsageError);
    expect(() => createExercise(root, id)).toThrow(message);
    expect(existsSync(join(root, "exercises", id))).toBe(false);
  }
});

test("nothing is ever written over, whichever of the trees it is in", () => {
  for (const path of ["exercises/09-y/README.md", "solutions/09-y/notes.txt", "graders/09-y.ts"]) {
    const root = temporaryFolder({ [path]: "mine" });
    expect(() => createExercise(root, "09-y")).toThrow("The number 09 is taken by 09-y");
    expect(readFileSync(join(root, path), "utf8")).toBe("mine");
  }
});
