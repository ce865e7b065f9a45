import { expect, test } from "vitest";
import { emptyTrace } from "../trace/trace.ts";
import type { World } from "../world/world.ts";
import { siblings } from "./siblings.ts";

const play = siblings<undefined, number>({
  scenario: async (_world, _student, input, group) => {
    for (let turn = 0; turn < input; turn++) await null;
    if (input === 0) throw new Error("no");
    return group?.aborted;
  },
  expect: ({ outcomes }, input, aborted) => [
    { message: `${input} ${outcomes.main?.settled?.at} ${aborted}` },
  ],
  says: (input) => `With ${input}`,
});

test("the first to fail aborts the group, once, and all are waited for", async () => {
  const done: unknown[] = [];
  const controller = new AbortController();
  const world = {
    signal: () => controller.signal,
    scope: (name: string) => done.push(name) && world,
    note: (name: string) => done.push(name),
    abort: () => controller.abort(),
    watch: async (name: string, act: () => Promise<unknown>) => done.push([name, await act().catch(String)]),
  } as unknown as World;
  await play.scenario(world, undefined, [9, 0, 0]);
  expect(done).toEqual([
    ...["Sibling 1", "Sibling 2", "Sibling 3", "abort"],
    ...[
      ["Sibling 2", "Error: no"],
      ["Sibling 3", "Error: no"],
      ["Sibling 1", true],
    ],
  ]);
});

test("one alone is no group", async () => {
  const trace = emptyTrace({
    outcomes: { main: { label: "main", start: { at: 0, seq: 1 }, state: "pending" } },
  });
  expect(await play.scenario({} as World, undefined, [3])).toBeUndefined();
  expect(play.expect(trace, [3])).toEqual([{ message: "3 undefined undefined" }]);
});

test("each is judged by its own part of the trace, and by when the group was aborted", () => {
  const settled = (at: number) => ({ at, seq: at });
  const outcome = (label: string, at: number) => ({
    [label]: { label, start: settled(0), state: "fulfilled" as const, settled: settled(at) },
  });
  const trace = emptyTrace({
    outcomes: { ...outcome("Sibling 1", 100), ...outcome("Sibling 2", 200) },
    notes: [{ name: "abort", value: null, ...settled(150) }],
  });
  expect(play.expect(trace, [7, 8])).toEqual([
    { message: "Sibling 1: 7 100 150", misconception: "shared-state" },
    { message: "Sibling 2: 8 200 150", misconception: "shared-state" },
  ]);
  expect(play.says([7, 8])).toMatch(/^With 2 siblings /);
  expect(play.says([7])).toBe("With 7");
});
