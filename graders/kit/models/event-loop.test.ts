// How programs go by the right rules, which are Node's where it has them; and by rules that are not.
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  clear,
  fail,
  type Line,
  micro,
  type Program,
  played,
  RIGHT,
  type Rules,
  timer,
} from "./event-loop.ts";
import { doing } from "./event-loop-done.ts";
import { telling } from "./event-loop-mistakes.ts";

const words = (lines: readonly Line[]) =>
  lines.map((line) => `${"ran" in line ? line.ran : line.ended} ${line.now}`).join(", ");
const goes = (program: Program, rules: Partial<Rules> = {}) => words(played(program, rules));

test("all microtasks before each timer, timers when they are due, and a clock that jumps", () => {
  const nested = timer(100, "B", micro("D", micro("E")), timer(0, "F"));
  expect(
    goes([
      [timer(200, "A"), nested, micro("C", timer(100, "G"))],
      [timer(-5, "H"), micro("I")],
    ]),
  ).toBe("C 0, B 100, D 100, E 100, G 100, F 100, A 200, returned 200, I 200, H 200, returned 200");
  expect(goes([[{ queue: { name: "Z", steps: [], chain: 3 } }, micro("A", micro("B"))]])).toBe(
    "A 0, B 0, Z 0, returned 0",
  );
});

test("what is cleared is not there, and clearing what is not there does nothing", () => {
  expect(
    goes([[timer(100, "A", clear("A"), clear("B")), timer(100, "B"), timer(200, "C"), clear("D")]]),
  ).toBe("A 100, C 200, returned 200");
  expect(goes([[timer(100, "A"), timer(300, "B"), clear("B")], [timer(100, "C")]])).toBe(
    "A 100, returned 100, C 200, returned 200",
  );
});

test("a throw ends the run, and the next goes on with what is left", () => {
  const program = [
    [micro("A", micro("B"), fail(0), micro("never")), timer(100, "C", fail(0)), micro("D")],
    [],
    [],
  ];
  expect(goes(program)).toBe("A 0, threw 0, D 0, B 0, C 100, threw 100, returned 100");
  expect(goes(program, { thrown: () => "leaves at the end" })).toBe(
    "A 0, D 0, B 0, C 100, threw 100, returned 100, returned 100",
  );
});

test("changed rules", () => {
  const program = [[micro("A"), micro("B"), timer(100, "C", micro("D")), timer(100, "E")]];
  expect(goes(program)).toBe("A 0, B 0, C 100, D 100, E 100, returned 100");
  expect(goes(program, { next: ({ length }) => length - 1 })).toBe(
    "B 0, A 0, C 100, D 100, E 100, returned 100",
  );
  expect(goes(program, { before: (waiting, timers) => (timers.length > 0 ? 1 : waiting) })).toBe(
    "A 0, C 100, B 100, E 100, D 100, returned 100",
  );
  expect(goes(program, { order: (a, b) => -RIGHT.order(a, b), clock: (now) => now })).toBe(
    "A 0, B 0, E 0, C 0, D 0, returned 0",
  );
});

/** The order in which Node itself runs the program's callbacks, in real time: so many as there are to come. */
async function onNode([steps]: Program, count: number): Promise<string[]> {
  const names: string[] = [];
  await new Promise<void>((resolve) => {
    const ran = (name: string) => {
      names.push(name);
      if (names.length >= count) setImmediate(resolve);
    };
    doing({ setTimeout, clearTimeout, queueMicrotask }, ran, String)(steps!);
  });
  return names;
}

// What Node promises however fast the machine is: the order of timers of one duration, and of those of which each lasts
// as long as the one set before it or longer. It reads its clock anew for each timer.
test("Node runs the same programs in the same order", async () => {
  const programs = fc.sample(telling([], { delays: [1] }), { seed: 1, numRuns: 100 });
  const clears = timer(1, "B", micro("H", clear("C")), clear("B"), clear("nobody"));
  programs.push([
    [micro("A", timer(3, "E"), timer(4, "F", micro("G"))), clears, timer(1, "C"), timer(2, "D")],
  ]);
  programs.push([
    [timer(1, "A", micro("B", micro("C"))), timer(1, "D", micro("E")), timer(2, "F"), micro("G")],
  ]);
  const wanted = programs.map((program) =>
    played(program).flatMap((line) => ("ran" in line ? [line.ran] : [])),
  );
  const got = await Promise.all(programs.map((program, index) => onNode(program, wanted[index]!.length)));
  expect(got).toEqual(wanted);
});
