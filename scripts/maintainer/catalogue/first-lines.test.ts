import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { verdictOf } from "../../testing/fake-engine.ts";
import { firstLines } from "./first-lines.ts";

test("a wrong answer's first line is made to list what else it fails, where that is the same with every seed", async () => {
  const texts = {
    "new.ts": "// fails: two (late)\nexport {};\n",
    "old.ts": "// fails: two (late); also: one\n",
    "same.ts": "// fails: one (late); also: three\n",
    "unsteady.ts": "// fails: one (late); also: two\n",
    "none.ts": "// right\n",
  };
  const does: Record<string, string[]> = {
    "new.ts": ["failed failed never-settled", "failed failed failed"],
    "old.ts": ["passed failed passed", "passed failed skipped"],
    "same.ts": ["failed passed failed", "failed passed failed"],
    "unsteady.ts": ["failed failed passed", "failed passed passed"],
    "none.ts": ["failed failed failed", "failed failed failed"],
  };
  const root = temporaryFolder(texts);
  const lines = firstLines();
  for (const [path, text] of Object.entries(texts))
    for (const [index, seed] of [7, 1].entries()) {
      const { exercises } = await verdictOf("x", { "03-three-apis": does[path]![index]! });
      const verdict = exercises.find(({ id }) => id === "03-three-apis")!;
      lines.graded({ id: "03-three-apis", entry: "three-apis.ts", path, text }, seed, verdict);
    }
  expect(await lines.write(root)).toEqual({
    written: ["new.ts", "old.ts"],
    problems: [
      "unsteady.ts does not fail the same checks with every input (besides its own, seed 1: none; seed 7: two). Let those checks' inputs always show it, or never.",
    ],
  });
  const now = Object.keys(texts).map((path) => [path, readFileSync(join(root, path), "utf8")]);
  expect(Object.fromEntries(now)).toEqual({
    ...texts,
    "new.ts": "// fails: two (late); also: one, three\nexport {};\n",
    "old.ts": "// fails: two (late)\n",
  });
});
