// A failed check's run, watched closely: the very same run, with each step of the event loop.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { happeningsOf } from "../timeline/step-by-step.ts";
import type { Trace } from "../trace/trace.ts";
import { type Engine, openEngine } from "./engine.ts";
import type { ExerciseFiles } from "./types.ts";

const SOLUTIONS = join(import.meta.dirname, "..", "..", "solutions");
const ids = ["03-three-apis", "08-gather"];

let engine: Engine;
beforeAll(async () => {
  engine = await openEngine({ only: ids });
});
afterAll(() => engine?.close());

function answer(id: string, name: string): ExerciseFiles {
  const entry = `${id.slice(3)}.ts`;
  return { entry, files: new Map([[entry, readFileSync(join(SOLUTIONS, id, name), "utf8")]]) };
}

/** What happened, without the numbers that steps take as well. */
function bare({ steps: _, ...trace }: Trace): unknown {
  const drop = ["seq", "where", "choices", "input", "program", "uses"];
  return JSON.parse(JSON.stringify(trace, (key, value) => (drop.includes(key) ? undefined : value)));
}

test.each(ids)(
  "%s: every check of a wrong answer, also with an input and an order of its own",
  async (id) => {
    const files = answer(id, "wrong/sequential-await.ts");
    const { checks } = await engine.gradeExercise(id, files, { seed: 1 });
    let asked = 0;
    for (const check of checks.filter(({ trace }) => trace)) {
      const trace = await engine.closely(id, files, check);
      expect(bare(trace!), check.title).toEqual(bare(check.trace!));
      asked++;
    }
    expect(asked).toBeGreaterThan(2);
  },
);

test("its events stand in the student's own file", async () => {
  const files = answer("03-three-apis", "wrong/sequential-await.ts");
  const { checks } = await engine.gradeExercise("03-three-apis", files, { seed: 1 });
  const trace = await engine.closely("03-three-apis", files, checks[0]!);
  const told = happeningsOf(trace!).map(
    ({ at, text, where }) => `${at} ${text}${where ? ` @${where.line}` : ""}`,
  );
  expect(told).toMatchInlineSnapshot(`
    [
      "0 fetchAllApis() is called: it runs up to its first await @5",
      "0 fetchApi(1) is called @8",
      "0 fetchAllApis() waits @8",
      "1000 something outside has an answer",
      "1000 fetchApi(1) resolves: { api: 1, data: "Data from API 1" }",
      "1000 a microtask: fetchAllApis() goes on @8",
      "1000 fetchApi(2) is called @8",
      "1000 fetchAllApis() waits @8",
      "2000 something outside has an answer",
      "2000 fetchApi(2) resolves: { api: 2, data: "Data from API 2" }",
      "2000 a microtask: fetchAllApis() goes on @8",
      "2000 fetchApi(3) is called @8",
      "2000 fetchAllApis() waits @8",
      "3000 something outside has an answer",
      "3000 fetchApi(3) resolves: { api: 3, data: "Data from API 3" }",
      "3000 a microtask: fetchAllApis() goes on @8",
      "3000 fetchAllApis() resolves @8",
    ]
  `);
});

test("what has no run has none to be watched", async () => {
  const files: ExerciseFiles = { entry: "three-apis.ts", files: new Map([["three-apis.ts", "const = 1"]]) };
  const { checks } = await engine.gradeExercise("03-three-apis", files, { seed: 1 });
  expect(await engine.closely("03-three-apis", files, checks[0]!)).toBe(undefined);
});
