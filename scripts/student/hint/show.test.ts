import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { hintLines, takeHint } from "./show.ts";

const look = { width: 40, paint: (_style: unknown, text: string) => text };
const readme = "# 03 · X\n\n<details><summary>Hint 1: only</summary>\n\nLook.\n\n</details>\n";

test("a hint that cannot be remembered is shown all the same, and that is said", async () => {
  const root = temporaryFolder({ "exercises/03-x/README.md": readme, ".attempts": "a file is in the way" });
  const taken = await takeHint({ root, id: "03-x", again: false });
  expect(taken.note).toBe(
    ".attempts/hints.json cannot be written (EEXIST): the next call shows this hint again.",
  );
  expect(hintLines(taken, look)).toEqual([
    "",
    "03-x, hint 1 of 1: only",
    "",
    "  Look.",
    "",
    "That was the last. From the first again:",
    "npm run hint 03 again",
  ]);
  expect(readdirSync(root).sort()).toEqual([".attempts", "exercises"]);
});

test("README with the line ends of Windows", async () => {
  const root = temporaryFolder({ "exercises/03-x/README.md": readme.replaceAll("\n", "\r\n") });
  const taken = await takeHint({ root, id: "03-x", again: false });
  expect(taken).toEqual({ id: "03-x", hint: { title: "only", body: "Look." }, number: 1, count: 1 });
});
