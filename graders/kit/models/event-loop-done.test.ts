import { expect, test } from "vitest";
import { MADE } from "../jobs.ts";
import { clear, fail, micro, type Program, played, timer } from "./event-loop.ts";
import { doing, inWords, linesOf } from "./event-loop-done.ts";
import { traceOfLines } from "./event-loop-fixture.ts";

test("steps are done on a loop, and a name is one function", () => {
  const [log, queue]: [string[], (() => void)[]] = [[], []];
  const loop = {
    setTimeout: (fn: () => void, ms: number) => {
      log.push(`set ${ms}`);
      queue.push(fn);
      return `id of ${ms}`;
    },
    clearTimeout: (id: unknown) => void log.push(`clear ${id}`),
    queueMicrotask: (fn: () => void) => void queue.push(fn),
  };
  const act = doing(
    loop,
    (name) => log.push(name),
    (value) => new Error(`made of ${value}`),
  );
  act([micro("A"), micro("A"), timer(5, "B", fail(1)), clear("B"), clear("C")]);
  expect(queue[0]).toBe(queue[1]);
  queue[0]!();
  expect(queue[2]).toThrow("made of 1");
  act([{ queue: { name: "Z", steps: [], chain: 3 } }]);
  for (let at = 3; at < queue.length; at++) queue[at]!();
  expect(queue.length).toBe(6);
  expect(log).toEqual(["set 5", "clear id of 5", "clear 987654321", "A", "B", "Z"]);
});

test("lines are found again in a trace, and whether they were in a run", () => {
  const program: Program = [[micro("A"), timer(100, "B", fail(0))], [micro("C")]];
  const lines = linesOf(traceOfLines(program, played(program), ["C"]));
  expect(lines).toEqual(
    played(program).map((line) => ({ ...line, during: !("ran" in line && line.ran === "C") })),
  );
});

test("a program is said as it would be written", () => {
  expect(
    inWords([[timer(200, "A", clear("B"), micro("C", fail(MADE)))], [micro("D", fail(undefined))]]),
  ).toBe(
    "setTimeout(A, 200), run(), queueMicrotask(D), run(), where A does clearTimeout(the id of B), queueMicrotask(C); C does throw an Error; D does throw undefined",
  );
  expect(inWords([[{ queue: { name: "Z", steps: [], chain: 9 } }]])).toBe(
    "queueMicrotask(the first of 9 in a chain, the last of which is Z), run()",
  );
});
