import { expect, test } from "vitest";
import { outcome, traceOf } from "../timeline/fixture.ts";
import type { World } from "../world/world.ts";
import { inParts } from "./in-parts.ts";

const inputs = { "One user": 1, "Two users": 2 };
const play = { scenario: async (world: World, _: undefined, input: number) => world.note(`plays ${input}`) };

/** What happens, in order, in a world in which what is watched settles at once. */
async function told(gap?: number): Promise<string[]> {
  const all: string[] = [];
  const world = {
    scope: (scope: string) => ({ note: (name: string) => all.push(`${scope}: ${name}`) }),
    watch: (name: string, act: () => Promise<unknown>) => act().then(() => all.push(`${name} settled`)),
    wait: async (ms: number) => all.push(`waited ${ms}`),
  } as unknown as World;
  await inParts(play, inputs, gap === undefined ? {} : { gap }).scenario(world, undefined);
  return all;
}

test("each is played in a scope of its own when the one before has settled, or after a while", async () => {
  expect(await told()).toEqual([
    ...["One user: plays 1", "One user settled"],
    ...["Two users: plays 2", "Two users settled"],
  ]);
  expect((await told(5000)).filter((each) => !each.endsWith("settled"))).toEqual([
    ...["One user: plays 1", "waited 5000"],
    ...["Two users: plays 2", "waited 5000"],
  ]);
});

test("each has its part of the trace", () => {
  const trace = traceOf(
    [],
    [outcome("fulfilled", 100, 7, "One user"), outcome("pending", 0, 0, "Two users")],
  );
  const parts = inParts(play, inputs).parts(trace);
  expect(parts.map(({ name, input, part }) => [name, input, part.outcomes.main!.state])).toEqual([
    ["One user", 1, "fulfilled"],
    ["Two users", 2, "pending"],
  ]);
});
