import fc from "fast-check";
import { expect, test } from "vitest";
import { clear, fail, type Line, micro, type Program, played, timer } from "./event-loop.ts";
import { traceOfLines } from "./event-loop-fixture.ts";
import { misread, mistakes, telling, tells, WRONG, type WrongId } from "./event-loop-mistakes.ts";

const IDS = Object.keys(WRONG) as WrongId[];
const ORDERS: WrongId[] = [
  "microtasks-after-timers",
  "one-microtask-a-turn",
  "microtasks-reversed",
  "row-per-instant",
];

test("each wrong rule is told by its name in a program where it shows", () => {
  const program: Program = [
    [
      timer(200, "A", clear("F")),
      timer(100, "B", micro("D", micro("E")), timer(-50, "G")),
      micro("C"),
      timer(100, "H"),
    ],
    [
      timer(300, "F"),
      timer(50, "I", fail(0)),
      timer(400.5, "N"),
      clear("A"),
      clear("F"),
      micro("J", fail(0)),
      micro("K"),
      micro("L"),
    ],
    [timer(100, "M"), timer(900, "O"), clear("O")],
    [],
  ];
  for (const id of IDS)
    for (const rules of WRONG[id])
      expect([id, misread(played(program, rules), program, IDS)]).toEqual([id, id]);
  expect(misread(played(program), program, IDS)).toBeUndefined();
});

test("where the order tells, a clock that is wrong as well is no hindrance; where nothing tells, nothing is said", () => {
  const program: Program = [[timer(200, "A"), timer(100, "B")]];
  const ran = (...names: string[]): Line[] => names.map((name) => ({ ran: name, now: 7 }));
  const end: Line = { ended: "returned", now: 7 };
  expect(misread([...ran("A", "B"), end], program, IDS)).toBe("creation-order");
  expect(misread([...ran("A"), end], program, IDS)).toBeUndefined();
});

test("a check's mistakes look at its own ids, and then at what went wrong first", () => {
  const program: Program = [[timer(100, "A"), timer(100, "B"), timer(100, "C")]];
  const named = (order: string, ...ids: WrongId[]) => {
    const lines = [...order].map((ran): Line => ({ ran, now: 100 }));
    const trace = traceOfLines(program, [...lines, { ended: "returned", now: 100 }]);
    return Object.entries(mistakes(...ids)).flatMap(([id, shows]) => (shows(trace) ? [id] : []));
  };
  expect(named("CBA", "creation-order", "unstable-order")).toEqual(["unstable-order"]);
  expect(named("BAC", "creation-order", "unstable-order")).toEqual(["unstable-order"]);
  expect(named("BAC", "creation-order")).toEqual([]);
});

test("in telling programs each of these rules shows, and none as another", () => {
  expect(tells([[micro("A"), timer(100, "B")]], ORDERS)).toBe(false);
  const programs = telling(ORDERS, { delays: [100, 200] });
  fc.assert(
    fc.property(programs, (program) => {
      const orders = [{}, ...ORDERS.flatMap((id): object[] => WRONG[id])].map((rules) =>
        played(program, rules)
          .map((line) => ("ran" in line ? line.ran : line.ended))
          .join(),
      );
      expect(new Set(orders.slice(1)).has(orders[0]!)).toBe(false);
      expect(tells(program, ORDERS)).toBe(true);
    }),
    { seed: 1, numRuns: 20 },
  );
});
