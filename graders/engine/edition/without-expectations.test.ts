import { describe, expect, test } from "vitest";
import { withoutExpectations, withoutInputs } from "./without-expectations.ts";

const source = `
import { called, fulfilled } from "./kit/expectations.ts";
import { check, grader, type Mistakes } from "./kit/grader.ts";

const TAKES = 1000;
const allDone = (trace: Trace) => [fulfilled(trace, { at: TAKES }), ...helper(trace)];
function helper(trace: Trace) { return [called(trace, "fetch", { times: 3 })]; }
const mistakes: Mistakes = { unbounded: (trace) => new Set(trace.calls).size > 2 };
const other: Mistakes = { unbounded: mistakes.unbounded! };
const played = (takes: number) => ({
  scenario: (world: World, { run }: Student) => run(world.service("fetch", { takes })),
  expect: (part: Trace, start: number) => [fulfilled(part, { at: start + takes })],
});

export default grader<Student>("03-x", [
  check("time", "takes as long as one", {
    points: 3,
    scenario: (world, { run }) => run(world.service("fetch", { takes: TAKES, returns: { points: 1, expect: 2 } })),
    expect: (trace) => [...allDone(trace), called(trace, "done at once")],
    mistakes,
    whenStuck: "busy-wait",
  }),
  check("order", "one after the other", { points: 7, ...played(5), mistakes: other }),
], other);
`;

const bare = await withoutExpectations(source);

test("what only the judge reads is gone, and what was declared for that alone", () => {
  for (const gone of [
    "takes as long",
    "allDone",
    "done at once",
    "helper(",
    "mistakes.unbounded",
    "busy-wait",
  ])
    expect(bare).not.toContain(gone);
});

test("scenarios stay whole, data that is called like an option included", () => {
  for (const kept of ["takes: TAKES, returns: { points: 1, expect: 2 }", "const TAKES = 1e3;", "played(5)"])
    expect(bare).toContain(kept);
});

test.each([
  ["a title", "takes as long as one", "is quick"],
  ["points", "points: 3", "points: 4"],
  ["an expectation", "at: TAKES }", "at: TAKES + 1 }"],
  ["what an expectation calls", "times: 3", "times: 4"],
  ["a mistake", "size > 2", "size > 3"],
  ["a play's expectation", "at: start + takes", "at: start + takes + 1"],
  ["a comment", "const TAKES", "/* virtual ms */ const TAKES"],
])("%s does not show", async (_, before, after) => {
  expect(source).toContain(before);
  expect(await withoutExpectations(source.replace(before, after))).toBe(bare);
});

test.each([
  ["a time", "TAKES = 1000", "TAKES = 1001"],
  ["data called like an option", "returns: { points: 1", "returns: { points: 2"],
  ["a check's id", '"time"', '"speed"'],
  ["what is spread", "played(5)", "episode(6)"],
  ["an input", "scenario: (world, { run }) =>", "cast: fc.nat(), scenario: (world, { run }) =>"],
  ["a limit", "scenario: (world, { run }) =>", "stepLimit: 9, scenario: (world, { run }) =>"],
])("%s in a scenario shows", async (_, before, after) => {
  expect(source).toContain(before);
  expect(await withoutExpectations(source.replace(before, after))).not.toBe(bare);
});

test("a declaration whose making does something stays", async () => {
  const acting = 'const seen = globalThis.record = []; const made = make(); export default grader("x", []);';
  const text = await withoutExpectations(acting);
  expect(text).toContain("globalThis.record = []");
  expect(text).toContain("make()");
});

describe("what makes a run's input", () => {
  const text = `
    import fc from "fast-check";
    import { check, grader } from "./kit/grader.ts";
    const takes = fc.integer({ min: 1 }).map((ms) => ms * 2);
    const counted = fc.tuple(takes, count());
    const list = (min: number) => fc.array(takes, { minLength: min });
    const LAST = 5;
    export default grader("03-x", [
      check("any", "any number", { points: 1, cast: list(2), scenario: (world, student, ms) => student.run(ms), expect: () => [] }),
      check("these", "these alone", { points: 1, cast: [1, LAST], scenario: (world, student, ms) => student.run(ms), expect: () => [] }),
    ]);
  `;

  test("decides traces", async () => {
    const code = await withoutExpectations(text);
    for (const kept of ["cast: list(2)", "ms * 2", "cast: [1, LAST]", "LAST = 5"])
      expect(code).toContain(kept);
  });

  test("is not for a run that is given its input; what does more than make inputs stays", async () => {
    const code = await withoutInputs(text);
    for (const gone of ["list", "minLength", "cast: [", "LAST"]) expect(code).not.toContain(gone);
    for (const kept of ["student.run(ms)", "count()"]) expect(code).toContain(kept);
  });
});
