// Answers that are known stand for runs: judged again they give the verdicts that running again gives.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Engine, openEngine } from "../engine.ts";
import type { ExerciseVerdict } from "../types.ts";

const id = "03-three-apis";
const folder = join(import.meta.dirname, "../../../solutions", id);
const right = readFileSync(join(folder, "three-apis.ts"), "utf8");
const wrong = right.replace("Promise.all(", "Promise.any(");
const endless = "export function fetchAllApis() { for (;;); }";

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine({ only: [id], limits: { runMs: 300 } });
});
afterAll(() => engine.close());

async function graded(text: string, known?: ExerciseVerdict["answers"]): Promise<ExerciseVerdict> {
  const files = { entry: "three-apis.ts", files: new Map([["three-apis.ts", text]]) };
  const submission = { id: "ada", exercises: { [id]: files } };
  const { exercises } = await engine.gradeSubmission(submission, { seed: 1, known: () => known });
  return exercises[0]!;
}

/** As it is after it was written down and read again. */
function stored({ answers }: ExerciseVerdict): NonNullable<ExerciseVerdict["answers"]> {
  return new Map(JSON.parse(JSON.stringify([...answers!])));
}

test.each([
  ["a right answer", right],
  ["a wrong one", wrong],
  ["one that never comes back", endless],
  ["one without the export", "export const other = 1;"],
])("%s", async (_, text) => {
  const first = await graded(text);
  const again = await graded(text, stored(first));
  // How long it took is real time.
  const plain = ({ seconds: _, ...verdict }: ExerciseVerdict) => JSON.parse(JSON.stringify(verdict));
  expect(plain(again)).toEqual(plain(first));
  expect(stored(again)).toEqual(stored(first));
});

test("it is the answers that are judged, and only those of checks that run once are kept", async () => {
  const [passing, failing] = [await graded(right), await graded(wrong)];
  const once = engine.graders[0]!.checks.flatMap((check) => (check.cast ? [] : [check.id]));
  expect([...passing.answers!.keys()]).toEqual(once);
  const mixed = await graded(wrong, stored(passing));
  const passed = ({ checks }: ExerciseVerdict) =>
    checks.flatMap((check) => (check.outcome === "passed" ? [check.id] : []));
  expect(once.length).toBeGreaterThan(1);
  expect(passed(failing)).toEqual(["apart"]);
  expect(passed(mixed)).toEqual(once);
});
