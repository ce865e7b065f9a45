// Tasks go as async functions go on Node: a turn is a microtask there, and all I/O of a phase is one turn of Node's own loop.
import fc from "fast-check";
import { expect, test } from "vitest";
import { played } from "./event-loop.ts";
import {
  finished,
  inWords,
  programOf,
  RIGHT,
  stepName,
  type Task,
  task,
  telling,
  tells,
  WRONG,
} from "./event-loop-tasks.ts";

const orderOf = (runs: Task[][], rules = RIGHT) =>
  played(programOf(runs), rules).flatMap((line) => ("ran" in line ? [line.ran] : []));

/** The order in which Node runs async functions that do what the tasks do. */
async function onNode(tasks: readonly Task[], count: number): Promise<string[]> {
  const seen: string[] = [];
  const waiting: (() => void)[] = [];
  const run = async ({ name, acts }: Task) => {
    let steps = 1;
    seen.push(name);
    for (const act of acts) {
      if ("creates" in act) queueMicrotask(() => run(act.creates));
      else {
        await new Promise<void>((resolve) => {
          waiting.push(() => {
            seen.push(finished(act.waits));
            resolve();
          });
        });
        seen.push(stepName(name, ++steps));
      }
    }
  };
  for (const own of tasks) queueMicrotask(() => run(own));
  while (seen.length < count) {
    await new Promise((resolve) => setImmediate(resolve));
    for (const finish of waiting.splice(0)) finish();
  }
  return seen;
}

test("Node runs the same tasks in the same order", async () => {
  const all = fc.sample(telling(), { seed: 1, numRuns: 100 });
  all.push([
    [task("A", "a1", task("B", "b1", task("C")), "a2"), task("D"), task("E", task("F", "f1"), "e1")],
  ]);
  const wanted = all.map((runs) => orderOf(runs));
  const got = await Promise.all(all.map(([tasks], index) => onNode(tasks!, wanted[index]!.length)));
  expect(got).toEqual(wanted);
});

test("each run goes on with what there is then", () => {
  expect(orderOf([[task("A", "a1")], [], [task("B", task("C")), task("D")]])).toEqual([
    "A",
    finished("a1"),
    "A (2)",
    "B",
    "D",
    "C",
  ]);
});

test("by wrong rules", () => {
  const runs = [[task("A", "a1", task("C", "c1")), task("B", "b1")]];
  const by = (id: string, variant = 0) =>
    orderOf(runs, WRONG[id]![variant]).join(" ").replaceAll("I/O finished for ", "");
  expect(by("depth-first")).toBe("A a1 A (2) B b1 B (2) C c1 C (2)");
  expect(by("last-in-first-out")).toBe("B A b1 a1 A (2) C B (2) c1 C (2)");
  expect(by("last-in-first-out", 1)).toBe("A B b1 a1 B (2) A (2) C c1 C (2)");
  expect(by("io-before-ready")).toBe("A a1 B b1 A (2) B (2) C c1 C (2)");
  expect(by("io-interleaved")).toBe("A B a1 A (2) b1 B (2) C c1 C (2)");
  expect(by("one-io-at-a-time")).toBe("A B a1 A (2) C b1 B (2) c1 C (2)");
  expect(orderOf([[task("A", task("B"), "a1")]], WRONG["new-tasks-after-io"]![0])).toEqual([
    "A",
    finished("a1"),
    "B",
    "A (2)",
  ]);
  expect([tells(runs), tells([[task("A", "a1")]])]).toEqual([false, false]);
});

test("in words", () => {
  expect(inWords([[task("A", "x", task("B"))], [task("C")]])).toBe(
    "A, run(), C, run(), where A waits for x, creates B; B does nothing; C does nothing",
  );
});
