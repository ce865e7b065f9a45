import { expect, test } from "vitest";
import { emptyTrace, type Trace } from "../../trace/trace.ts";
import type { World } from "../../world/world.ts";
import { failing, returning } from "../jobs.ts";
import { runHere } from "./run-fixture.ts";
import { eachItsOwn, onOwnThreads, returned, threadMistakes, threads, threadsInWords } from "./threads.ts";

const work = (world: World, costs = 300) => world.blocking("work", { costs, returns: "done" });
const named = (trace: Trace) =>
  Object.entries(threadMistakes)
    .filter(([, shows]) => shows(trace))
    .map(([id]) => id);

test("a thread begins its job at once or later, or comes to something else in its place", async () => {
  const spans = async (options: Parameters<typeof threads>[1]) => {
    const trace = await runHere((world) => {
      const toThread = threads(world, options);
      return Promise.all([1, 2].map(() => toThread(work(world))));
    });
    return trace.calls.map(({ service, start, end, how }) => [service, start.at, end?.at, how]);
  };
  expect(await spans({})).toEqual([
    ["toThread", 0, 300, "fulfilled"],
    ["toThread", 0, 300, "fulfilled"],
    ["work", 0, 300, "fulfilled"],
    ["work", 0, 300, "fulfilled"],
  ]);
  expect((await spans({ late: 100, lag: 50 })).map((span) => span.slice(0, 3))).toEqual([
    ["toThread", 100, 400],
    ["work", 100, 400],
    ["toThread", 150, 450],
    ["work", 150, 450],
  ]);
  expect(await spans({ refusal: failing(200, 0) })).toEqual([
    ["toThread", 0, 200, "rejected"],
    ["toThread", 0, 200, "rejected"],
  ]);
});

test("each call of what blocks belongs on a thread of its own, and nothing comes out before that has ended", async () => {
  const played = async (act: (world: World, toThread: ReturnType<typeof threads>) => unknown) => {
    const trace = await runHere((world) => returned(world, () => act(world, threads(world, {}))));
    return { mistakes: named(trace), found: onOwnThreads(trace, "work", 2).find(Boolean)?.message };
  };
  const right = await played((world, toThread) =>
    Promise.all([toThread(work(world)), toThread(work(world))]),
  );
  expect(right).toEqual({ mistakes: [], found: undefined });
  expect(await played((world, toThread) => toThread(() => [work(world)(), work(world)()]))).toEqual({
    mistakes: ["one-thread-for-all"],
    found: "one thread made several calls; expected a thread for each.",
  });
  expect(await played(async (world) => [work(world)(), work(world)()])).toEqual({
    mistakes: ["async-wrapper", "runs-on-loop"],
    found: "`work` was called on the event loop, at 0 ms; expected on a thread.",
  });
  expect((await played((world) => Promise.resolve().then(work(world)))).mistakes).toEqual(["runs-on-loop"]);
  const early = await played(
    (world, toThread) => new Promise((resolve) => void toThread(() => resolve(work(world)()))),
  );
  expect(early).toEqual({
    mistakes: ["settled-from-thread"],
    found: "`work` was called once; expected twice.",
  });
});

test("what floats from the beginning of a call that fails on its thread was made by the job, and what floats at its end was not", async () => {
  const trace = await runHere((world) => {
    const job = world.blocking("work", { costs: 300, throws: "failed" });
    return threads(world, { late: 100 })(job).catch(() => {});
  });
  const floatingAt = (at: number) => named({ ...trace, floating: [{ reason: "failed", seq: 0, at }] });
  expect([100, 400].map(floatingAt)).toEqual([["async-job"], []]);
});

test("threads in words", () => {
  expect([{}, { late: 100 }, { refusal: returning(50) }].map(threadsInWords)).toEqual([
    "",
    ", on threads that begin 100 ms later",
    ", on threads of 50 ms",
  ]);
});

test("of calls with arguments of their own none is made twice while another is not", async () => {
  const made = (...firsts: unknown[]) => {
    const calls = firsts.map((first, index) => ({ ...one, index, args: [first] as never[] }));
    return eachItsOwn(emptyTrace({ calls }), [1, 2])?.message;
  };
  const one = { id: "work", service: "work", start: { at: 0, seq: 1 }, on: "thread" as const };
  expect([made(1, 2), made(2), made(), made(1, 1, 2), made("1, 2")]).toEqual(Array(5).fill(undefined));
  expect(made(2, 2)).toBe("two threads made the call with 2, and none made another.");
});
