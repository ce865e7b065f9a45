import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import type { CheckVerdict, SubmissionVerdict } from "../../../graders/engine/types.ts";
import { readPieces } from "../evidence/project-files.ts";
import { generate } from "./generate.ts";
import { generatedAnswers, readGenerated, withAlso, writeGenerated } from "./generated.ts";

const right =
  "export async function ask(task: () => Promise<string>): Promise<string> {\n  return task();\n}\n";
const projectWith = (list: string) =>
  temporaryFolder({
    "solutions/03-ask/ask.ts": right,
    "solutions/03-ask/also-correct/other.ts": `// Another one.\n${right}`,
    "solutions/03-ask/generated.json": list,
  });
const header = { check: "failure", misconception: "wrapped-error", also: ["apart"] };

test("a list is written as it is read, an answer a line", async () => {
  const root = projectWith("{}\n");
  const list = { "ask.ts": { "throw-copy": header, "side-branch 2": { ...header, also: [] } } };
  expect(await writeGenerated(root, "03-ask", list)).toBe(true);
  expect(readFileSync(join(root, "solutions/03-ask/generated.json"), "utf8")).toBe(`{
  "ask.ts": {
    "throw-copy": "failure (wrapped-error); also: apart",
    "side-branch 2": "failure (wrapped-error)"
  }
}
`);
  expect(readGenerated(root, "03-ask")).toEqual(list);
  expect(await writeGenerated(root, "03-ask", list)).toBe(false);
  const also = new Map([["generated/wrapped-error-side-branch-2-of-ask.ts", ["time"]]]);
  expect(withAlso(list, also)).toEqual({
    "ask.ts": { "throw-copy": header, "side-branch 2": { ...header, also: ["time"] } },
  });
});

test("each listed answer is made anew, with the first line of a wrong answer's file", async () => {
  const root = projectWith(
    '{ "also-correct/other.ts": { "throw-copy": "failure (wrapped-error); also: apart" } }',
  );
  const { wrong, fact } = await generatedAnswers(root, readPieces(root, "03-ask"));
  expect(fact).toEqual({ name: "03-ask: its generated wrong answers can be made" });
  expect(wrong.map(({ name }) => name)).toEqual(["generated/wrapped-error-throw-copy-of-other.ts"]);
  expect(wrong[0]!.text).toMatch(
    /^\/\/ fails: failure \(wrapped-error\); also: apart\n\/\/ Another one\.\nexport async function ask/,
  );
  expect(wrong[0]!.text).toContain("throw new Error(error?.message);");
});

test("what a list names and cannot be made, and a list that cannot be read, say what to do", async () => {
  const problemOf = async (list: string) => {
    const root = projectWith(list);
    return (await generatedAnswers(root, readPieces(root, "03-ask"))).fact.problem;
  };
  const remedy = "Choose anew: npm run catalogue -- --only 03 --generate";
  expect(await problemOf('{ "ask.ts": { "no-try": "failure (late)" } }')).toBe(
    `solutions/03-ask/generated.json lists "no-try" of ask.ts, and there is no such variant (any more). ${remedy}`,
  );
  expect(await problemOf('{ "gone.ts": { "throw-copy": "failure (late)" } }')).toContain("of gone.ts");
  expect(await problemOf('{ "ask.ts": { "throw-copy": "failure" } }')).toBe(
    `solutions/03-ask/generated.json cannot be read: it is not like "CHECK (misconception-id); also: CHECK". ${remedy}`,
  );
  expect(await problemOf("[")).toMatch(/^solutions\/03-ask\/generated.json cannot be read: /);
});

/** Passes what wraps nothing; a wrapped error fails the second check, and with seed 2 a copied one the third as well. */
const engine = {
  async gradeSubmission(submission: any, { seed }: { seed: number }): Promise<SubmissionVerdict> {
    const text: string = submission.exercises["03-ask"].files.get("ask.ts");
    const failing = [
      false,
      /new Error\(/.test(text),
      text.includes("Something went") || (seed === 2 && text.includes("error?.message")),
    ];
    const checks = failing.map((fails, index): CheckVerdict => {
      const outcome = fails ? "failed" : "passed";
      const misconception = text.includes("Something went") ? "generic-error" : "wrapped-error";
      const check = {
        id: ["one", "two", "three"][index]!,
        title: "",
        outcome,
        score: 0,
        maxScore: 1,
      } as const;
      return { ...check, feedback: "", ...(fails && { misconception }) };
    });
    const sums = { score: 0, maxScore: 3 };
    return { id: "any", ...sums, exercises: [{ id: "03-ask", ...sums, outcome: "failed", checks }] };
  },
};

test("of each operator what it makes of the first right answer is chosen, if it fails alike with every seed under its name", async () => {
  const root = projectWith("{}\n");
  const lists = await generate([readPieces(root, "03-ask")], engine, { seeds: [1, 2], jobs: 2 });
  expect(lists.get("03-ask")).toEqual({
    "ask.ts": {
      "throw-with-cause": { check: "two", misconception: "wrapped-error", also: [] },
      "throw-unless-error": { check: "two", misconception: "wrapped-error", also: [] },
      "throw-new": { check: "two", misconception: "generic-error", also: ["three"] },
    },
  });
});
