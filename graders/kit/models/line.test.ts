// Who is served when in a line: by the right rules, and by each wrong one.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { World } from "../../world/world.ts";
import { failing, MADE, throwing } from "../jobs.ts";
import { crowd, inWords, line, type Rules, type Visit, visiting } from "./line.ts";
import { runHere } from "./run-fixture.ts";

const visit = (takes: number, more: Partial<Visit> = {}): Visit => ({
  ...{ takes, ends: "returns", value: MADE },
  ...more,
});
/** When each is served, by these rules at two places. */
const starts = (visits: (number | Visit)[], rules: Partial<Rules> = {}) =>
  line(crowd(2, ...visits).visits, { places: 2, ...rules }).stays.map(({ starts }) => starts);

test("each is served in its turn, as soon as there is a place, and gives it back", () => {
  const visits = [visit(300), visit(100), visit(100), visit(200, { after: 150 }), failing(100), throwing()];
  expect(line(visits, { places: 2 })).toEqual({
    stays: [
      { asks: 0, starts: 0, ends: 300 },
      { asks: 0, starts: 0, ends: 100 },
      { asks: 0, starts: 100, ends: 200 },
      { asks: 150, starts: 200, ends: 400 },
      { asks: 150, starts: 300, ends: 400 },
      { asks: 150, starts: 400, ends: 400 },
    ],
    free: 2,
  });
  expect(line(visits, { places: Number.POSITIVE_INFINITY }).stays.map(({ starts }) => starts)).toEqual([
    0, 0, 0, 150, 150, 150,
  ]);
});

test("nobody is served out of turn, no place is idle while somebody waits, and none is given twice", () => {
  const takes = fc.integer({ min: 0, max: 5 });
  const visits = fc.array(fc.tuple(takes, takes).map(([ms, after]) => visit(ms, { after })));
  fc.assert(
    fc.property(visits, fc.integer({ min: 1, max: 3 }), (all, places) => {
      const { stays, free } = line(all, { places });
      expect(free).toBe(places);
      const freeAt = Array.from({ length: places }, () => 0);
      for (const [index, { asks, starts }] of stays.entries()) {
        const first = Math.min(...freeAt);
        expect(starts).toBe(Math.max(asks, first));
        freeAt[freeAt.indexOf(first)] = starts! + all[index]!.takes;
      }
    }),
    { numRuns: 100, seed: 1 },
  );
});

test("who asks in the turn of an end stands behind those who wait, and is served at once if nobody does", () => {
  const visits = [visit(300), visit(100), visit(100, { follows: 0 }), visit(100), visit(100, { follows: 2 })];
  expect(line(visits, { places: 1 }).stays.slice(2)).toEqual([
    { asks: 300, starts: 500, ends: 600 },
    { asks: 0, starts: 400, ends: 500 },
    { asks: 600, starts: 600, ends: 700 },
  ]);
  expect(inWords(crowd(1, 300, visit(100, { follows: 0 })), "worker", "tasks")).toBe(
    "With 1 worker and tasks of 300 ms, 100 ms (in the turn in which number 1 ends)",
  );
});

test("visits ask in their time, with a signal that aborts in its, and in the turn of the one they follow, either way", async () => {
  const told: string[] = [];
  const later: (() => void)[] = [];
  const world = {
    now: 0,
    at: (ms: number, act: () => void) => {
      told.push(`at ${ms}`);
      later.push(act);
    },
    signal: (name: string, { abortAt }: { abortAt: number }) =>
      void told.push(`${name} aborts at ${abortAt}`),
    watch: (name: string, act: () => unknown) => {
      told.push(name);
      return Promise.resolve(act()).catch(() => told.push(`${name} failed`));
    },
  };
  const ends = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const all = [visit(1, { after: 5 }), visit(1, { leaves: 9 }), visit(1, { follows: 1 })];
  const over = visiting(world as unknown as World, all, "Task", (index) => ends[index]?.promise);
  expect(told.splice(0)).toEqual(["at 5", "at 5"]);
  for (const act of later) act();
  expect(told.splice(0)).toEqual(["Task 1", "signal 2 aborts at 9", "Task 2"]);
  ends[1]!.reject(new Error("no"));
  ends[0]!.resolve();
  await over;
  expect(told).toEqual(["Task 3", "Task 2 failed"]);
});

test("who follows one that throws at once never asks, and is not waited for", async () => {
  const asked: number[] = [];
  const trace = await runHere((world) =>
    visiting(world, [visit(1), visit(1, { follows: 0 }), visit(1, { follows: 1 })], "Task", (index) => {
      asked.push(index);
      throw new Error("no");
    }),
  );
  expect([asked, trace.outcomes.main!.state]).toEqual([[0], "fulfilled"]);
});

test("who leaves is not served; one who comes too late to wait never joins the line", () => {
  const visits = [visit(300), visit(300), visit(100, { leaves: 50 }), visit(100, { leaves: 0 }), visit(100)];
  const stays = line(visits, { places: 1 }).stays.slice(1);
  expect(stays).toEqual([
    { asks: 0, starts: 300, ends: 600 },
    { asks: 0, left: 50 },
    { asks: 0, left: 0 },
    { asks: 0, starts: 600, ends: 700 },
  ]);
  // Once served, it is too late to leave.
  expect(line([visit(300, { leaves: 50 })], { places: 1 })).toEqual({
    stays: [{ asks: 0, starts: 0, ends: 300 }],
    free: 1,
  });
  // One who has left and is served all the same keeps the place, and the last one waits for ever.
  const haunted = line(visits, { places: 1, ghosts: true });
  expect(haunted.stays.map(({ starts }) => starts)).toEqual([0, 300, undefined, undefined, undefined]);
  expect(haunted.free).toBe(0);
});

test("rules may change whom a place goes to, how long it is kept, and how many come back", () => {
  expect(starts([100, 100, 100, 100, 100], { next: (able) => able.at(-1)! })).toEqual([0, 0, 200, 100, 100]);
  expect(starts([100, 100, 100, 100, 100], { next: (able) => able.at(-1)!, listed: true })).toEqual([
    200, 100, 100, 0, 0,
  ]);
  expect(starts([300, 100, 100], { places: 1, lane: (index) => index % 2 })).toEqual([0, 0, 300]);
  expect(starts([300, 100, 100], { after: (index) => (index === 2 ? [0] : []) })).toEqual([0, 0, 300]);
  // Started no oftener than twice in a second, however long it takes.
  expect(starts([300, 1500, 100, 100, 100], { keeps: () => 1000 })).toEqual([0, 0, 1000, 1000, 2000]);
  expect(
    starts([100, failing(100), 100, 100], { keeps: ({ ends }) => (ends === "fails" ? Infinity : 100) }),
  ).toEqual([0, 0, 100, 200]);
  const twice = [visit(100, { twice: true }), ...[300, 100, 100].map((ms) => visit(ms))];
  expect(line(twice, { places: 2, gives: (each) => (each.twice ? 2 : 1) })).toMatchObject({
    stays: [{ starts: 0 }, { starts: 0 }, { starts: 100 }, { starts: 100 }],
    free: 3,
  });
});

test("places may come from elsewhere, for good", () => {
  const rules = { places: 0, handed: [100, 100, 400], gives: () => 0 };
  expect(
    line(
      [0, 0, 0, 0].map((ms) => visit(ms)),
      rules,
    ),
  ).toEqual({
    stays: [
      { asks: 0, starts: 100, ends: 100 },
      { asks: 0, starts: 100, ends: 100 },
      { asks: 0, starts: 400, ends: 400 },
      { asks: 0 },
    ],
    free: 0,
  });
});

test("in words", () => {
  const visits = [visit(300), failing(100), visit(200, { leaves: 50, twice: true, after: 100 })];
  expect(inWords({ places: 1, visits }, "cashier", "orders")).toBe(
    "With 1 cashier and orders of 300 ms, 100 ms that fails, 200 ms (100 ms later) (aborted after 50 ms) (released twice)",
  );
  expect(inWords(crowd(2), "cashier", "orders")).toBe("With 2 cashiers and no orders");
});
