// Calls that are made again: when, with what, and what is asked of them.
import { expect, test } from "vitest";
import { call, outcome, traceOf } from "../timeline/fixture.ts";
import type { Trace } from "../trace/trace.ts";
import type { World } from "../world/world.ts";
import { allAlike, eachAsked, inStep, nothingShared, onceMore, textsOf } from "./once-more.ts";

/** A world in which nothing takes time, and that writes down when something is to happen. */
function made() {
  const said: string[] = [];
  const world = {
    now: 50,
    payload: (name: string) => `made as ${name}`,
    watch: (label: string, act: () => unknown) => said.push(`${label}: ${act()}`),
    at: (ms: number, act: () => void) => {
      said.push(`at ${ms} ms`);
      act();
    },
  } as unknown as World;
  return { world, said };
}

test("a call is made again when it is to be, and its own outcome comes back", () => {
  const { world, said } = made();
  let calls = 0;
  expect(onceMore(world, [0, 100], () => ++calls)).toBe(3);
  expect(said).toEqual(["Again, 0 ms later: 1", "at 150 ms", "Again, 100 ms later: 2"]);
  expect(onceMore(world, undefined, () => "alone")).toBe("alone");
});

test("results are made of one value, or of a new text each time if there are several calls", () => {
  const { world } = made();
  const [same, anew] = [textsOf(world, "API", "data"), textsOf(world, "API", "data", [100])];
  expect([same(), same(), anew(), anew()]).toEqual([
    ...["data", "data", "made as API of call 1", "made as API of call 2"],
  ]);
});

test("what was made for one is not the other's, and those in one turn go alike", () => {
  const texts = ["API, answer 1 (q7x)", "API, answer 2 (k3w)"];
  const of = (first: unknown, second: unknown) => {
    const values = [outcome("fulfilled", 5, first), outcome("fulfilled", 5, second, "Again, 0 ms later")];
    return traceOf([], values, {
      made: Object.fromEntries(texts.map((text, index) => [`API, answer ${index + 1}`, text])),
    });
  };
  expect(nothingShared(of(texts[0], texts[1]))).toEqual([undefined]);
  expect(nothingShared(of(texts[0], texts[0]))[0]?.misconception).toBe("shared-state");
  const inLine = of(texts[0], texts[1]);
  inLine.outcomes["Again, 0 ms later"]!.settled!.at += 100;
  expect(nothingShared(inLine)[0]?.message).toBe(
    "of two calls with the same services one took 5 ms, the other 105 ms.",
  );
  expect(allAlike(of(1, 1))).toEqual([undefined, undefined]);
  const notes = [0, 1].map((seq) => ({ name: "log", value: "a line", at: 5, seq, given: true as const }));
  const own = { name: "abort", value: 1, at: 5, seq: 2 };
  expect(allAlike({ ...of(1, 1), notes: [...notes, own] })).toEqual([undefined, undefined]);
  expect(allAlike({ ...of(1, 1), notes: notes.slice(1) })[1]?.message).toBe(
    "of calls that are alike not each has given `log`.",
  );
  expect(allAlike(of(1, 2))[0]?.misconception).toBe("shared-state");
  const asked = (...starts: number[]) => {
    const calls = starts.map((at) => call("check", [], at, at + 5));
    return eachAsked({ ...of(1, 1), calls })?.misconception;
  };
  expect([asked(0, 0, 100, 100), asked(0, 0, 100)]).toEqual([undefined, "shared-state"]);
});

test("the later one makes the calls of the first one so much later, and waits for none of these", () => {
  const again = { ...outcome("fulfilled", 900, 2, "Again, 100 ms later"), start: { at: 100, seq: 50 } };
  const says = (...starts: number[]) => {
    const calls = starts.map((at, index) => ({ start: { at, seq: index } }));
    const { calls: _, ...trace } = traceOf([], [outcome("fulfilled", 500, 1), again]);
    return inStep({ ...trace, calls } as unknown as Trace).length;
  };
  expect([says(0, 100), says(0, 0, 100, 100), says(0, 300, 100, 400), says(7, 107)]).toEqual([0, 0, 0, 0]);
  expect([says(0, 500), says(0, 0, 500, 500), says(0)]).toEqual([1, 1, 1]);
});

test("of calls that are alike each has called the service itself", () => {
  const called = (...args: number[]) =>
    eachAsked({
      ...traceOf([], [outcome("fulfilled", 5, 1), outcome("fulfilled", 5, 1, "Again, 0 ms later")]),
      calls: args.map((arg) => call("ask", [arg], 300, 400)),
    });
  expect(called(1, 1, 2, 2)).toBeUndefined();
  expect(called(1, 2)).toEqual({
    message: "of calls that are alike not each has called `ask(1)` at 300 ms.",
    misconception: "shared-state",
  });
});
