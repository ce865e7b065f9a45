import { afterAll, beforeAll, expect, test } from "vitest";
import { type Engine, openEngine } from "./engine.ts";
import type { CheckVerdict } from "./types.ts";

const id = "03-three-apis";
const sequential = `export async function fetchAllApis(fetchApi) {
  return [await fetchApi(1), await fetchApi(2), await fetchApi(3)];
}`;

let engine: Engine;
let failed: CheckVerdict[];
beforeAll(async () => {
  engine = await openEngine({ only: [id] });
  const files = { entry: "three-apis.ts", files: new Map([["three-apis.ts", sequential]]) };
  const { checks } = await engine.gradeExercise(id, files, { seed: 1 });
  // It fails one check; what the others' runs were is told by their traces alike.
  failed = checks;
});
afterAll(() => engine.close());

test("a ghost is the reference in the very scenario that failed, asked for one by one or all at once", async () => {
  expect(failed.length).toBeGreaterThan(2);
  const together = await Promise.all(failed.map((verdict) => engine.ghost(id, verdict)));
  for (const [index, verdict] of failed.entries()) {
    const ghost = together[index]!;
    expect([ghost.seed, ghost.input]).toEqual([verdict.trace!.seed, verdict.trace!.input]);
    expect(ghost.calls[0]!.args).toEqual(verdict.trace!.calls[0]!.args);
    expect(await engine.ghost(id, verdict)).toEqual(ghost);
  }
  expect(together[0]!.outcomes.main).toMatchObject({ state: "fulfilled", settled: { at: 1000 } });
  expect(failed[0]!.trace!.outcomes.main).toMatchObject({ state: "fulfilled", settled: { at: 3000 } });
});

test("without a trace, or of a check that the grader does not have, there is none", async () => {
  const { trace: _, ...untraced } = failed[0]!;
  expect(await engine.ghost(id, untraced)).toBe(undefined);
  expect(await engine.ghost(id, { ...failed[0]!, id: "another" })).toBe(undefined);
});

test("a closed engine gives no ghosts", async () => {
  const other = await openEngine({ only: [id] });
  await other.ghost(id, failed[0]!);
  await other.close();
  await expect(other.ghost(id, failed[0]!)).rejects.toThrow("The engine is closed");
});
