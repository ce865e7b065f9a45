import { dirname } from "node:path";
import { expect, test } from "vitest";
import { exerciseIds, readmeOf } from "../../lib/exercises.ts";
import { markdownLines } from "../../lib/markdown.ts";
import { columnsOf } from "../../lib/terminal.ts";
import { hintsOf } from "./hints.ts";

const plain = (_style: unknown, text: string) => text;
const ROOT = dirname(dirname(dirname(import.meta.dirname)));

const readme = `# 03

<details><summary>Hint 1: a nudge</summary>

One sentence that is
broken over two lines, with a [link](https://example.org/a) and \`x[0](1)\`.

- an item that is long enough
  to be broken
- another

</details>

<details>
<summary>nearly the answer</summary>

\`\`\`ts
if (a < b) {
  go(/* a line of code that is much wider than the terminal */);

}
\`\`\`

And a last word.

</details>
`;

test("each <details> is a hint, with its title", () => {
  expect(hintsOf(readme).map(({ title }) => title)).toEqual(["a nudge", "nearly the answer"]);
  expect(hintsOf("# 03\n\nNo hints.\n")).toEqual([]);
});

test("text and lists are broken anew, code has its own lines where they have room", () => {
  const [first, second] = hintsOf(readme).map((hint) => markdownLines(hint.body, 40, plain));
  expect(first).toEqual([
    "One sentence that is broken over two",
    "lines, with a link",
    "(https://example.org/a) and `x[0](1)`.",
    "",
    "- an item that is long enough to be",
    "  broken",
    "- another",
  ]);
  expect(second).toEqual([
    "    if (a < b) {",
    "      go(/* a line of code that is",
    "          much wider than the terminal",
    "          */);",
    "",
    "    }",
    "",
    "And a last word.",
  ]);
});

test("nothing in a hint can steer the terminal", () => {
  expect(markdownLines("a\u001b[2Jb", 40, plain)).toEqual(["a\\u001b[2Jb"]);
});

test("every exercise's hints are found, and their text fits", () => {
  const ids = exerciseIds(ROOT);
  expect(ids.length).toBeGreaterThan(0);
  for (const id of ids) {
    const markdown = readmeOf(ROOT, id);
    const hints = hintsOf(markdown);
    expect([id, hints.length]).toEqual([id, markdown.match(/<details/g)?.length]);
    const lines = hints.flatMap((hint) => markdownLines(hint.body, 77, plain));
    const text = lines.filter((line) => !line.startsWith("    "));
    expect(
      text.filter(
        (line) =>
          columnsOf(line) > 77 || line.includes("```") || /<\/?\w+>/.test(line.replace(/`[^`]*`/g, "")),
      ),
    ).toEqual([]);
  }
});
