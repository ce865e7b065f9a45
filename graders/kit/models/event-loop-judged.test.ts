import { expect, test } from "vitest";
import { clear, fail, type Line, micro, type Program, played, type Rules, timer } from "./event-loop.ts";
import { traceOfLines } from "./event-loop-fixture.ts";
import { type Fault, kept, symptomOf } from "./event-loop-judged.ts";

const KINDS: Fault[] = [
  ...(["microtasks", "resumed", "timers", "twins", "clock", "moved", "waited"] as const),
  ...(["cleared", "again", "left", "throw", "outside"] as const),
];
/** The faults that are found in these lines, each with what is said of the first of its kind. */
const found = (program: Program, lines: Line[], outside?: string[]) =>
  KINDS.flatMap((kind) => {
    const finding = kept(traceOfLines(program, lines, outside), program, kind);
    return finding ? [`${kind}: ${finding.message}`] : [];
  });
const by = (program: Program, rules: Partial<Rules>) => found(program, played(program, rules));

test("what goes right has no fault, also where something was wrong before", () => {
  const program: Program = [
    [timer(100, "A", micro("B"), fail(0)), timer(100, "C"), timer(300, "D"), clear("D")],
    [timer(0, "E")],
  ];
  expect(found(program, played(program))).toEqual([]);
  expect(by([[timer(100, "A", timer(100, "B")), timer(150, "C")]], { clock: (now) => now })).toEqual([
    "clock: `now` was 0 when A ran, which was due at 100. It ran A at 0, B at 0, C at 0; expected A at 100, C at 150, B at 200.",
  ]);
});

test("each fault is of its own kind", () => {
  const tasks: Program = [[timer(200, "A"), timer(100, "B", micro("D")), micro("C"), micro("E")]];
  expect(by(tasks, { next: ({ length }) => length - 1 })).toEqual([
    "microtasks: E ran before C, which was queued before it. It ran E, C, B, D, A; expected C, E, B, D, A.",
  ]);
  expect(by(tasks, { order: (a, b) => a.made - b.made })).toEqual([
    "timers: A (due at 200) ran before B (due at 100). It ran C, E, A, B, D; expected C, E, B, D, A.",
  ]);
  expect(by([[timer(100, "A"), timer(100, "B")]], { order: (a, b) => b.made - a.made })).toEqual([
    "twins: B (due at 100) ran before A (due at 100), which was set before it. It ran B, A; expected A, B.",
  ]);
  const cleared: Program = [[timer(100, "A"), timer(200, "B"), clear("B")]];
  expect(by(cleared, { clear: () => {} })).toEqual([
    "cleared: B ran though it had been cleared. It ran A, B; expected A.",
  ]);
  const silent: Partial<Rules> = {
    clear: (_, timer) => void (timer && Object.assign(timer, { silent: true })),
  };
  expect(by(cleared, silent)).toEqual(["waited: `now` was 200 after `run()`, and 100 before."]);
  expect(by(cleared, { clear: (timers) => void timers.splice(0) })).toEqual([
    "left: A had not run when `run()` was over. It ran nothing; expected A.",
  ]);
});

test("after a throw", () => {
  const program: Program = [[timer(100, "A", micro("B"), fail(0)), timer(100, "C")], []];
  expect(by(program, { thrown: () => "is swallowed" })).toEqual([
    "throw: A threw, and B ran before `run()` was over.",
  ]);
  const ran = (...names: string[]): Line[] => names.map((name) => ({ ran: name, now: 100 }));
  const [threw, returned] = (["threw", "returned"] as const).map((ended): Line => ({ ended, now: 100 }));
  expect(found(program, [...ran("A"), threw!, ...ran("C", "B"), returned!])).toEqual([
    "resumed: C is a timer, and ran while the microtask B was waiting. It ran A, C, B; expected A, B, C.",
  ]);
  const again: Program = [[timer(100, "A", fail(0)), timer(100, "B")], []];
  expect(found(again, [...ran("A"), threw!, ...ran("A"), threw!])).toEqual([
    "again: A ran once more. It ran A, A; expected A, B.",
  ]);
});

test("what runs outside of run() is that fault and no other", () => {
  const program: Program = [[micro("A"), timer(100, "B"), micro("C")], []];
  const ran = (name: string, now = 0): Line => ({ ran: name, now });
  const ended = (now: number): Line => ({ ended: "returned", now });
  const lines = [ran("C"), ran("A"), ran("B", 100), ended(100), ended(100)];
  expect(found(program, lines, ["C"])).toEqual([
    "outside: C ran outside of `run()`. It ran C, A, B; expected A, C, B.",
  ]);
});

test("faults that tell of a misconception by themselves, if it is asked for", () => {
  const symptom = (rules: Partial<Rules>, ...ids: string[]) =>
    symptomOf(traceOfLines(program, played(program, rules)), program, ids);
  const program: Program = [[timer(100, "A"), timer(100, "B"), micro("C")]];
  expect(symptom({}, "unstable-order")).toBeUndefined();
  expect(symptom({ order: (a, b) => b.made - a.made }, "creation-order", "unstable-order")).toBe(
    "unstable-order",
  );
  expect(symptom({ order: (a, b) => b.made - a.made }, "creation-order")).toBeUndefined();
  expect(symptom({ clock: () => 7 }, "clock-not-advanced")).toBe("clock-not-advanced");
});
