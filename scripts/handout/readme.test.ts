import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { studentReadme } from "./readme.ts";

test("keeps what is for students", () => {
  const ours =
    "# T\n\ntop\n\n## Students\n\na\n\n## Teachers\n\nb\n\n### What becomes of a check\n\nc\n\n## Last\n\nd\n";
  const [head, ...rest] = studentReadme(ours).split("## Good to know");
  expect([head, rest.length]).toEqual([
    "# T\n\ntop\n\n## Students\n\na\n\n## What becomes of a check\n\nc\n\n",
    1,
  ]);
  expect(() => studentReadme("# T\n\n## Pupils\n")).toThrow('README.md has no part "Students"');
});

test("of our README: it names no command and no file that students do not have", () => {
  const text = studentReadme(readFileSync(join(import.meta.dirname, "..", "..", "README.md"), "utf8"));
  const links = Array.from(text.matchAll(/\]\((?!https?:)([^)#]+)/g), ([, path]) => path);
  expect(links).toEqual(["exercises/README.md"]);
  expect(text.match(/npm run (grade|verify|new|handout|mutants|catalogue)/g)).toBe(null);
});
