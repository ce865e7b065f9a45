import { join } from "node:path";
import { expect, test } from "vitest";
import { rightAnswersIn } from "../../../graders/engine/edition/right-answers.ts";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { columnsOf } from "../../lib/terminal.ts";
import { allIds } from "../../maintainer/evidence/project-files.ts";
import { comparisonLines } from "./show.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const paint = (_: unknown, text: string) => text;

test("of the right answers: the reference, and the two shortest that are unlike it and each other", () => {
  const others = {
    "nearly-so": "// The same.\n\nexport const three = all\n",
    "by-hand": "// Counted.\n\nfunction count(left: number) { return left; }\n",
    "no-words": "let short = 1;\n",
    "a-class": "// A class.\n\nclass Gathering { private readonly values: unknown[] = []; }\n",
    "a-longer-one": `// Longer.\n\n${"switch (which) { case 1: break; }\n".repeat(9)}`,
  };
  const files = Object.entries(others).map(([name, text]) => [`03-three/also-correct/${name}.ts`, text]);
  const folder = temporaryFolder({
    "03-three/three.ts": "// All at once.\n// In order.\n\nexport const three = all;\n",
    ...Object.fromEntries(files),
  });
  expect(rightAnswersIn(folder, "03-three")).toEqual([
    { name: "the reference", why: "All at once. In order.", source: "export const three = all;\n" },
    { name: "by hand", why: "Counted.", source: "function count(left: number) { return left; }\n" },
    { name: "a class", why: "A class.", source: expect.stringContaining("class Gathering") },
  ]);
  expect(rightAnswersIn(folder, "04-none")).toEqual([]);
});

test("every exercise has three to compare with", () => {
  for (const id of allIds(ROOT)) {
    const answers = rightAnswersIn(join(ROOT, "solutions"), id);
    expect([answers[0]?.name, answers.length], id).toEqual(["the reference", 3]);
  }
});

const comparison = {
  id: "03-three",
  own: {
    name: "three.ts",
    source: "import x\n\nconst a = f();\nconst b = g();\nreturn [await a, await b];\n",
  },
  answers: [
    {
      name: "the reference",
      why: "All at once.",
      source: "import x\n\nreturn Promise.all([f(), g()]);\u001b[2J\n",
    },
  ],
};

test("under each other where there is little room", () => {
  expect(comparisonLines(comparison, { width: 60, paint }).join("\n")).toMatchInlineSnapshot(`
    "
     Yours is right. Here are other right answers; what is
     marked is not in the other one.

     the reference
       All at once.

     - three.ts   + the reference
       import x

     - const a = f();
     - const b = g();
     - return [await a, await b];
     + return Promise.all([f(), g()]);\\u001b[2J"
  `);
});

test("beside each other where there is room; nothing is cut off", () => {
  const lines = comparisonLines(comparison, { width: 100, paint });
  expect(lines.slice(5).join("\n")).toMatchInlineSnapshot(`
    "
       three.ts                                         the reference
       import x                                      │   import x
                                                     │
     - const a = f();                                │ + return Promise.all([f(), g()]);\\u001b[2J
     - const b = g();                                │
     - return [await a, await b];                    │"
  `);
  const long = { ...comparison, own: { name: "three.ts", source: `${"abcdefghi ".repeat(30)}\n` } };
  for (const width of [40, 100]) {
    const shown = comparisonLines(long, { width, paint });
    expect(Math.max(...shown.map(columnsOf))).toBeLessThanOrEqual(width);
    expect(shown.join("").match(/i/g)!.length).toBeGreaterThanOrEqual(30);
  }
});
