import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { picturesIn, studentReadme } from "./readme.ts";

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
  const root = join(import.meta.dirname, "..", "..", "..");
  const text = studentReadme(readFileSync(join(root, "README.md"), "utf8"));
  const links = Array.from(text.matchAll(/\]\((?!https?:)([^)#]+)/g), ([, path]) => path);
  const pictures = picturesIn(text);
  expect(links.filter((path) => !pictures.includes(path!))).toEqual(["exercises/README.md"]);
  expect(pictures.every((path) => existsSync(join(root, path)))).toBe(true);
  expect(text.match(/npm run (grade|verify|new|handout|mutants|catalogue)/g)).toBe(null);
});

test("pictures are what Markdown shows, of files in the project", () => {
  const text =
    'a ![one](.github/one.png) [no](two.png) ![far](https://x.org/three.png)\n![four](four.svg "title")';
  expect(picturesIn(text)).toEqual([".github/one.png", "four.svg"]);
});
