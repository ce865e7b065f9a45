import { expect, test } from "vitest";
import type { CheckOutcome } from "../../../graders/engine/types.ts";
import { type Scored, scoreAll } from "./score.ts";

/** By exercise id: points and outcome, or nothing if it is untouched. */
type Results = Record<string, { score: number; outcome: CheckOutcome } | undefined>;

function scoreOf(results: Results) {
  const ran: string[] = [];
  const own: Scored = {
    read: async (id) => ({
      id,
      files: { entry: "x.ts", files: new Map([["x.ts", ""]]) },
      untouched: results[id] ? undefined : "todo",
    }),
    checks: async () => [4, 6].map((points) => ({ id: "any", title: "t", points })),
    async verdict({ id }) {
      ran.push(id);
      return { id, maxScore: 10, checks: [], ...results[id]! };
    },
  };
  return scoreAll(own, Object.keys(results), 2).then((score) => ({ score, ran }));
}

test("belts, points, percent rounded down, and what is begun comes next", async () => {
  const { score, ran } = await scoreOf({
    "01-a": { score: 10, outcome: "passed" },
    "02-b": undefined,
    "06-c": { score: 9, outcome: "failed" },
  });
  expect(score).toEqual({
    schema: "async-dojo/score@1",
    score: 19,
    maxScore: 30,
    percent: 63,
    belts: [
      {
        name: "white",
        score: 10,
        maxScore: 20,
        exercises: [
          { id: "01-a", score: 10, maxScore: 10, outcome: "passed", untouched: false },
          { id: "02-b", score: 0, maxScore: 10, outcome: "skipped", untouched: true },
        ],
      },
      {
        name: "yellow",
        score: 9,
        maxScore: 10,
        exercises: [{ id: "06-c", score: 9, maxScore: 10, outcome: "failed", untouched: false }],
      },
    ],
    next: { exercise: "06-c", command: "npm test exercises/06" },
  });
  expect(ran).toEqual(["01-a", "06-c"]);
});

test("what is next: the first that is not begun, once all that is begun is done", async () => {
  const passed = { score: 10, outcome: "passed" as const };
  expect((await scoreOf({ "01-a": passed, "02-b": undefined, "03-c": undefined })).score.next?.exercise).toBe(
    "02-b",
  );
  expect((await scoreOf({ "01-a": passed })).score.next).toBe(null);
});

test("an exercise that we cannot grade is nothing to work on", async () => {
  const broken = { score: 0, outcome: "grader-error" as const };
  expect((await scoreOf({ "01-a": broken, "02-b": undefined })).score.next?.exercise).toBe("02-b");
});

test("exercises beyond the last belt count, too", async () => {
  const { score } = await scoreOf({ "36-x": { score: 5, outcome: "failed" } });
  expect([score.score, score.maxScore, score.belts.map(({ name }) => name)]).toEqual([5, 10, ["beyond"]]);
});

test("only full marks are 100 percent", async () => {
  const results: Results = Object.fromEntries(
    Array.from({ length: 30 }, (_, index) => [
      `${String(index + 1).padStart(2, "0")}-x`,
      { score: 10, outcome: "passed" as const },
    ]),
  );
  results["30-x"] = { score: 9, outcome: "failed" };
  expect((await scoreOf(results)).score.percent).toBe(99);
});
