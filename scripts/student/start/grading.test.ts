import { expect, test } from "vitest";
import type { GradedCheck } from "../../../graders/vitest/graded.ts";
import { Grading } from "./grading.ts";

/** A grading of which each run ends when the test says so; `log` tells what happened. */
function rig(lanes = 1) {
  const log: string[] = [];
  const ends: Record<string, (checks: GradedCheck[]) => void> = {};
  const runs: Record<string, number> = {};
  const grading = new Grading(
    (id, signal) => {
      const run = `${id}#${(runs[id] = (runs[id] ?? 0) + 1)}`;
      log.push(`start ${run}`);
      signal.addEventListener("abort", () => log.push(`abort ${run}`));
      return new Promise((resolve) => (ends[run] = resolve));
    },
    lanes,
    { changed: () => {}, graded: (id, checks) => log.push(`graded ${id}: ${checks[0]?.title}`) },
  );
  const end = async (run: string) => {
    ends[run]!([{ title: run }]);
    await Promise.resolve();
    await Promise.resolve();
  };
  return { grading, log, end };
}

test("a newer save ends the older run, whose result is thrown away", async () => {
  const { grading, log, end } = rig();
  grading.now("03");
  grading.now("03");
  await end("03#1");
  expect([...grading.underWay]).toEqual(["03"]);
  await end("03#2");
  expect(log).toEqual(["start 03#1", "abort 03#1", "start 03#2", "graded 03: 03#2"]);
  expect([...grading.underWay]).toEqual([]);
});

test("what can wait waits its turn, and a save goes ahead of it", async () => {
  const { grading, log, end } = rig();
  grading.later(["01", "02", "03"]);
  grading.now("03");
  expect([...grading.underWay]).toEqual(["01", "03", "02"]);
  await end("01#1");
  await end("03#1");
  await end("02#1");
  expect(log).toEqual([
    "start 01#1",
    "start 03#1",
    "graded 01: 01#1",
    "graded 03: 03#1",
    "start 02#1",
    "graded 02: 02#1",
  ]);
});

test("a save that can wait ends the older run, and waits again", async () => {
  const { grading, log, end } = rig();
  grading.later(["01", "02"]);
  grading.later(["01"]);
  await end("02#1");
  await end("01#2");
  expect(log).toEqual([
    "start 01#1",
    "abort 01#1",
    "start 02#1",
    "graded 02: 02#1",
    "start 01#2",
    "graded 01: 01#2",
  ]);
});

test("after the close nothing starts, and nothing is told", async () => {
  const { grading, log, end } = rig();
  grading.later(["01", "02"]);
  grading.close();
  grading.now("03");
  await end("01#1");
  expect(log).toEqual(["start 01#1", "abort 01#1"]);
});
