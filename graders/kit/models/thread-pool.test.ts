import { expect, test } from "vitest";
import { toPlain } from "../../trace/plain.ts";
import type { World } from "../../world/world.ts";
import { returning } from "../jobs.ts";
import { crowd, visiting } from "./line.ts";
import { runHere } from "./run-fixture.ts";
import {
  begunTogether,
  calledWhenAsked,
  explainedBy,
  inWords,
  noThread,
  type Pool,
  poolMistakes,
  poolOf,
  servedByPool,
} from "./thread-pool.ts";

type OnThread = (toThread: <T>(job: () => T) => Promise<T>) => (job: () => unknown) => unknown;
const [WORK, REQUEST] = ["work", "Request"];

/** A right pool of so many threads; `handed`: what becomes of a thread that comes back while somebody waits. */
const limited =
  (places: number, gives = 1): OnThread =>
  (toThread) => {
    let free = places;
    const line: (() => void)[] = [];
    return async (job) => {
      if (free > 0) free--;
      else await new Promise<void>((enter) => line.push(enter));
      try {
        return await toThread(job);
      } finally {
        for (let times = 0; times < gives; times++) {
          const next = line.shift();
          if (next) next();
          else free++;
        }
      }
    };
  };
const unlimited: OnThread = (toThread) => toThread;

async function played(pool: Pool, how: OnThread) {
  const trace = await runHere((world: World) => {
    const { toThread, work, turnOf } = poolOf(world, pool, WORK);
    const onThread = how(toThread);
    return visiting(world, pool.visits, REQUEST, (index) => onThread(() => work(index)), turnOf);
  });
  return { ...trace, input: toPlain(pool) };
}
async function judged(pool: Pool, how: OnThread) {
  const trace = await played(pool, how);
  const shown = Object.entries(poolMistakes(WORK, REQUEST, ["unbounded", "batches"]));
  return {
    found: servedByPool(trace, WORK, pool).find(Boolean)?.message,
    mistakes: shown.filter(([, shows]) => shows(trace)).map(([id]) => id),
  };
}

test("a thread is taken from when it is asked for, however late its job begins", async () => {
  for (const late of [0, 100])
    expect(await judged({ ...crowd(2, 600, 200, 100, 300), late }, limited(2))).toEqual({
      found: undefined,
      mistakes: [],
    });
  expect(await judged({ ...crowd(2, 600, 200, 100, 300), late: 100 }, unlimited)).toEqual({
    found: "`work(3)` was called at 100 ms; expected 400 ms.",
    mistakes: ["unbounded"],
  });
  expect(await judged(crowd(1, 100, 100, 100, 100), limited(1, 2))).toMatchObject({
    mistakes: ["double-release"],
  });
  expect(await judged(crowd(3, 100, 200, 300, 100, 100), limited(4))).toMatchObject({
    mistakes: expect.arrayContaining(["wrong-count"]),
  });
});

test("who follows another asks in the very turn in which that one's thread ends, and stands behind those who wait", async () => {
  const pool = crowd(1, 100, 100, { ...returning(100), follows: 0, lag: 1 });
  expect(await judged(pool, limited(1))).toEqual({ found: undefined, mistakes: [] });
  const barging: OnThread = (toThread) => {
    let free = 1;
    const line: (() => void)[] = [];
    return async (job) => {
      while (free === 0) await new Promise<void>((enter) => line.push(enter));
      free--;
      const result = await toThread(job);
      free++;
      line.shift()?.();
      return result;
    };
  };
  expect(await judged(pool, barging)).toMatchObject({ mistakes: ["barging"] });
});

test("rules of a grader's own, what needs no thread, and pools in words", async () => {
  const trace = await played(crowd(1, 100, 200), unlimited);
  expect(explainedBy(WORK, () => ({ lane: (index) => index }))(trace)).toBe(true);
  expect(explainedBy(WORK, () => ({}))(trace)).toBe(false);
  expect([noThread(trace, 2), noThread(trace, 1)?.misconception]).toEqual([undefined, "async-on-thread"]);
  expect([begunTogether(trace, WORK), ...calledWhenAsked(trace, WORK, REQUEST, 2)]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
  const late = await played(crowd(1, 100, 200), limited(1));
  expect(begunTogether(late, WORK)?.message).toBe("`work` was held up by what has nothing to do with it.");
  expect(calledWhenAsked(late, WORK, REQUEST, 2)[1]?.message).toBe(
    "Request 2 came at 0 ms, and `work` was called at 100 ms.",
  );
  expect(inWords({ ...crowd(2, 100), late: 50 }, 3)).toBe(
    "With 2 threads and requests of 100 ms, for 3 handlers in turn, on threads that begin 50 ms later",
  );
});
