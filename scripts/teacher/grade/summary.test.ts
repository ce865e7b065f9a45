import { expect, test } from "vitest";
import { failedSubmission, fakeEngine, submissionResult } from "../../testing/fake-engine.ts";
import type { SubmissionResult } from "../results.ts";
import { Standouts, type Titles } from "./summary.ts";

const ids = ["03-three-apis", "04-timeout"];
const titles = {
  "sequential-await": { title: "Waiting for one before starting the next" },
  "timer-leak": { title: "A timer left running" },
};

async function results(class_: Record<string, [string?, string?]>) {
  const engine = fakeEngine(ids);
  const submissions = Object.entries(class_).map(async ([id, texts]) => {
    const files = ids.map((exercise, index) => [
      exercise,
      { entry: "x.ts", files: new Map([["x.ts", texts[index] ?? "missing missing missing"]]) },
    ]);
    const submission = { id, exercises: Object.fromEntries(files) };
    return submissionResult(await engine.gradeSubmission(submission, { seed: 1 }));
  });
  return Promise.all(submissions);
}

function standouts(submissions: readonly SubmissionResult[], titles: Titles): string[] {
  const gathered = new Standouts();
  for (const each of submissions) gathered.add(each);
  return gathered.lines(titles);
}

test("the most common misconceptions, counted once a submission, with their titles where there are any", async () => {
  const class_ = await results({
    ada: ["failed:sequential-await failed:sequential-await", "failed:timer-leak"],
    bela: ["failed:sequential-await", ""],
    chidi: ["failed:toString", "failed:timer-leak"],
    dara: ["", "failed:work-goes-on"],
  });
  expect(standouts(class_, titles)).toEqual([
    "Most common misconceptions:",
    "  timer-leak, in 2 of 4 submissions: A timer left running",
    "  sequential-await, in 2 of 4 submissions: Waiting for one before starting the next",
    "Hardest: 03-three-apis, 70% of the points of those who handed it in",
  ]);
});

test("a misconception that nobody shares is no class's", async () => {
  const class_ = await results({ ada: ["failed:toString"], bela: ["failed:timer-leak"] });
  expect(standouts(class_, titles).join()).not.toContain("misconceptions");
});

test("what could not be taken makes no exercise hard", async () => {
  const invalid = await results({ ada: ["", "failed"], bela: ["invalid invalid invalid", ""] });
  expect(standouts(invalid, titles)).toEqual([
    "Hardest: 04-timeout, 85% of the points of those who handed it in",
  ]);
});

test("who handed in nothing, and where a grader failed", async () => {
  const class_ = [
    ...(await results({ ada: [], "be\u001bla": [], chidi: ["", "failed"] })),
    failedSubmission("dara", fakeEngine(ids).graders),
  ];
  expect(standouts(class_, {})).toEqual([
    "A grader failed (our fault, no mark yet; grade again): dara",
    "Nothing to grade (no exercises/NN-slug/slug.ts, NN-slug/slug.ts or slug.ts): ada, be\\u001bla",
    "Hardest: 04-timeout, 70% of the points of those who handed it in",
  ]);
});

test("long lists of names are cut", async () => {
  const class_ = await results(
    Object.fromEntries(Array.from({ length: 11 }, (_, index) => [`s${index}`, []])),
  );
  expect(standouts(class_, {})[0]).toMatch(
    /: s0, s1, s10, s2, s3, s4, s5, s6 and 3 more$|: s0, .* s7 and 3 more$/,
  );
});

test("full marks: nothing to say", async () => {
  expect(standouts(await results({ ada: ["", ""] }), titles)).toEqual([]);
});
