import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { studentCommands } from "./packages.ts";
import { picturesIn, studentReadme } from "./readme.ts";

test("keeps what is for students, and has them clone what is theirs", () => {
  const clone = "git clone <this repository> && cd t && npm ci";
  const ours = `# T\n\ntop\n\n## Students\n\n${clone}\n\n### See it run\n\nd\n\n## Teachers\n\nb\n\n### What becomes of a check\n\nc\n`;
  const [head, ...rest] = studentReadme(ours).split("## Good to know");
  expect([head, rest.length]).toEqual([
    "# T\n\ntop\n\n## Students\n\ngit clone <your repository> exercises-of-mine && cd exercises-of-mine && npm ci\n\n## See it run\n\nd\n\n",
    1,
  ]);
  expect(() => studentReadme("# T\n\n## Pupils\n")).toThrow('README.md has no part "Students"');
  expect(() => studentReadme("# T\n\n## Students\n\n### See it run\n")).toThrow(
    "does not say how it is cloned",
  );
});

test("of our README: it names no command, file, folder or table that students do not have", () => {
  const root = join(import.meta.dirname, "..", "..", "..");
  const text = studentReadme(readFileSync(join(root, "README.md"), "utf8"));
  const links = Array.from(text.matchAll(/\]\((?!https?:)([^)#]+)/g), ([, path]) => path);
  const pictures = picturesIn(text);
  expect(links.filter((path) => !pictures.includes(path!))).toEqual([
    "exercises/README.md",
    "examples/course",
    "graders/world/world.ts",
  ]);
  expect(pictures.every((path) => existsSync(join(root, path)))).toBe(true);
  const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const theirs = Object.keys(studentCommands(manifest));
  const named = Array.from(text.matchAll(/npm run ([a-z]+)/g), ([, name]) => name!);
  expect(named.filter((name) => !theirs.includes(name))).toEqual([]);
  expect(text).not.toMatch(/cd async-dojo|^\|/m);
});

test("pictures are what Markdown shows, of files in the project", () => {
  const text =
    'a ![one](.github/one.png) [no](two.png) ![far](https://x.org/three.png)\n![four](four.svg "title")';
  expect(picturesIn(text)).toEqual([".github/one.png", "four.svg"]);
});
