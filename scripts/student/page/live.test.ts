import { setImmediate } from "node:timers/promises";
import { expect, test } from "vitest";
import type { GradedCheck } from "../../../graders/vitest/graded.ts";
import type { Grading } from "../../../graders/vitest/grading.ts";
import { Live } from "./live.ts";

const passing: GradedCheck = {
  title: "works",
  verdict: { id: "works", title: "works", outcome: "passed", score: 3, maxScore: 3, feedback: "" },
};
const waiting: GradedCheck[] = [
  { title: "one", untouched: "todo", points: 2 },
  { title: "two", untouched: "todo", points: 5 },
];

/** Grading that answers when it is told to. */
function pending() {
  const asked = new Map<string, PromiseWithResolvers<GradedCheck[] | undefined>>();
  const grading: Grading = {
    graded(id) {
      asked.set(id, Promise.withResolvers());
      return asked.get(id)!.promise;
    },
    saved: () => ["02-b"],
    closely: async () => undefined,
    close: async () => {},
  };
  return { asked, grading };
}

function watched() {
  const moved: string[] = [];
  const live = new Live({
    root: "/nowhere",
    chosen: ["01-a", "02-b"],
    current: "02-b",
    moved: (id) => moved.push(id),
  });
  let told = 0;
  live.subscribe(() => told++);
  return { live, moved, told: () => told };
}
const standings = ({ live }: ReturnType<typeof watched>) =>
  live.overview().exercises.map(({ state, score, maxScore, grading, revision }) => {
    return [state, score, maxScore, grading, revision];
  });

test("it hears what is graded, and tells of all that happens in one turn once", async () => {
  const all = watched();
  const { asked, grading } = pending();
  const heard = all.live.heard(grading);
  const answers = ["01-a", "02-b"].map((id) => heard.graded(id));
  expect(standings(all)).toEqual([
    [undefined, 0, 0, true, 0],
    [undefined, 0, 0, true, 0],
  ]);
  asked.get("01-a")!.resolve([passing]);
  asked.get("02-b")!.resolve(waiting);
  expect(await Promise.all(answers)).toEqual([[passing], waiting]);
  await setImmediate();
  expect([standings(all), all.told()]).toEqual([
    [
      ["passed", 3, 3, false, 1],
      ["waits", 0, 7, false, 1],
    ],
    1,
  ]);
  const ids = all.live.newest("02-b").report!.checks.map(({ verdict }) => verdict.id);
  expect(new Set(ids).size).toBe(2);
});

test("a save leads there, and what a newer one has taken the place of changes nothing", async () => {
  const all = watched();
  const { asked, grading } = pending();
  const heard = all.live.heard(grading);
  const older = heard.graded("01-a");
  expect(heard.saved("01-a")).toEqual(["02-b"]);
  asked.get("01-a")!.resolve(undefined);
  await older;
  expect([all.live.overview().current, all.moved]).toEqual([{ id: "01-a", saves: 1 }, ["01-a"]]);
  expect(standings(all)).toEqual([
    [undefined, 0, 0, true, 0],
    [undefined, 0, 0, true, 0],
  ]);
});

test("what could not be graded is our fault, and nobody's failure", async () => {
  const all = watched();
  const { asked, grading } = pending();
  const answer = all.live.heard(grading).graded("01-a");
  asked.get("01-a")!.reject(new Error("The grading thread ended."));
  await expect(answer).rejects.toThrow("The grading thread ended.");
  expect(standings(all)[0]).toEqual(["fault", 0, 0, false, 1]);
});
