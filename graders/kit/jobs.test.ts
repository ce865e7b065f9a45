import { expect, test } from "vitest";
import { blockingService, failing, returning } from "./jobs.ts";
import { runHere } from "./models/run-fixture.ts";

test("a blocking service does the job of what it is called with, and throws also undefined", async () => {
  const trace = await runHere(async (world) => {
    const work = blockingService(world, [returning(300, "tea"), failing(100, undefined)], "work", ["a", "b"]);
    const thread = world.threads("thread");
    const jobs = ["b", "a", "c"].map((thing) => thread(() => work(thing, "more")));
    return (await Promise.allSettled(jobs)).map(({ status }) => status);
  });
  const threads = trace.calls.filter(({ service }) => service === "thread");
  const work = trace.calls.filter(({ service }) => service === "work");
  expect(threads.map(({ start, end, how }) => [start.at, end?.at, how])).toEqual([
    [0, 100, "rejected"],
    [0, 300, "fulfilled"],
    [0, 300, "fulfilled"],
  ]);
  expect(work.map(({ args, on, end, how, value }) => [...args, on, end?.at, how, value])).toEqual([
    ["b", "more", "thread", 100, "threw", { t: "undefined" }],
    ["a", "more", "thread", 300, "fulfilled", "tea"],
    ["c", "more", "thread", 300, "fulfilled", "tea"],
  ]);
  expect(trace.outcomes.main?.value).toEqual({ t: "array", items: ["rejected", "fulfilled", "fulfilled"] });
});
