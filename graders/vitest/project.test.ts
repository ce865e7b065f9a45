import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { graderBeside } from "./project.ts";

test("each file of an exercise's folder is the exercise's, and no other is", () => {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const beside = (path: string) => graderBeside(root + path)?.replaceAll("\\", "/");
  const own = "exercises/03-three-apis/.grader.ts";
  expect(beside("exercises/03-three-apis/three-apis.ts")).toBe(own);
  expect(beside("exercises/03-three-apis/lib/help.ts")).toBe(own);
  for (const path of [
    "graders/03-three-apis.ts",
    "exercises/a.ts",
    "exercises/03-three-apis/.#three-apis.ts",
  ])
    expect(beside(path)).toBeUndefined();
});
