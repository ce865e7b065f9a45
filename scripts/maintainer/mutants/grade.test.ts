import { expect, test } from "vitest";
import type { CheckOutcome } from "../../../graders/engine/types.ts";
import type { Equivalent } from "../evidence/equivalents.ts";
import type { Grading } from "../evidence/evidence.ts";
import { gradeMutants, type SolutionFile } from "./grade.ts";

const file: SolutionFile = {
  exercise: "03-x",
  entry: "x.ts",
  name: "also-correct/y.ts",
  text: "a = true;\nb = true;\n",
};
const listed = (line: string): Equivalent => {
  return { line, original: "true", replacement: "false", nth: 1, reason: "Nobody looks." };
};

/** Says of every text what `outcomeOf` does; refuses what is no submission of 03-x. */
function engine(outcomeOf: (text: string) => CheckOutcome): Pick<Grading, "gradeSubmission"> {
  return {
    async gradeSubmission({ id, exercises }, { seed, only }) {
      expect([Object.keys(exercises), seed, only]).toEqual([["03-x"], 5, ["03-x"]]);
      const files = exercises["03-x"]!;
      if ("refused" in files) throw new Error("refused");
      const outcome = outcomeOf(files.files.get(files.entry)!);
      const score = outcome === "passed" ? 1 : 0;
      const check = {
        id: "works",
        title: "works",
        outcome,
        score,
        maxScore: 1,
        feedback: `It is ${outcome}.`,
      };
      const verdict = { id: "03-x", score, maxScore: 1, outcome, checks: [check] };
      return { id, score, maxScore: 1, exercises: [verdict] };
    },
  };
}
const mutated = (outcomes: { a: CheckOutcome; b: CheckOutcome }, entries: Equivalent[] = []) =>
  gradeMutants(
    file,
    entries,
    engine((text) => {
      if (text === file.text) return "passed";
      return text.startsWith("a = (false)") ? outcomes.a : outcomes.b;
    }),
    { jobs: 2, seed: 5 },
  );
const none = { killed: 0, "timed out": 0, "does not compile": 0, equivalent: 0, survived: 0 };

test("each mutant's end is counted", async () => {
  const counts = async (a: CheckOutcome, b: CheckOutcome) => (await mutated({ a, b })).count;
  expect(await counts("failed", "never-settled")).toEqual({ ...none, killed: 2 });
  expect(await counts("time-limit", "virtual-time-limit")).toEqual({ ...none, "timed out": 2 });
  expect(await counts("compile-error", "forbidden")).toEqual({ ...none, "does not compile": 2 });
  expect(await counts("crashed", "passed")).toEqual({ ...none, killed: 1, survived: 1 });
});

test("a survivor comes with its place and the entry that would list it", async () => {
  const { survivors, stale, fault } = await mutated({ a: "failed", b: "passed" });
  expect({ survivors, stale, fault }).toEqual({
    survivors: [
      {
        mutant: {
          line: 2,
          column: 5,
          original: "true",
          replacement: "false",
          text: "a = true;\nb = (false);\n",
        },
        entry: { ...listed("b = true;"), reason: "" },
      },
    ],
    stale: [],
    fault: undefined,
  });
});

test("a survivor that is listed is equivalent; an entry that excuses no survivor is stale", async () => {
  const both = [listed("a = true;"), listed("b = true;")];
  expect(await mutated({ a: "failed", b: "passed" }, both)).toEqual({
    file,
    count: { ...none, killed: 1, equivalent: 1 },
    survivors: [],
    stale: [both[0]],
  });
  const gone = listed("c = true;");
  expect((await mutated({ a: "failed", b: "failed" }, [gone])).stale).toEqual([gone]);
});

test("without a right answer, or with a broken grader, there are no figures", async () => {
  const all = (outcome: CheckOutcome) =>
    gradeMutants(
      file,
      [],
      engine(() => outcome),
      { jobs: 1, seed: 5 },
    );
  expect((await all("failed")).fault).toBe(
    'It does not get full marks itself: "works" is failed. See: npm run verify -- --only 03',
  );
  expect((await all("grader-error")).fault).toBe('The grader itself fails in "works": It is grader-error.');
  expect((await mutated({ a: "failed", b: "grader-error" })).fault).toBe(
    '2:5, true → false: The grader itself fails in "works": It is grader-error.',
  );
});
