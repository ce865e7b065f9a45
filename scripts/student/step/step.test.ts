import { expect, test } from "vitest";
import { emptyTrace } from "../../../graders/trace/trace.ts";
import { columnsOf } from "../../lib/terminal.ts";
import { afterKey } from "./after-key.ts";
import { allSteps, stepLines } from "./step-lines.ts";
import { steppedOf } from "./stepped.ts";

const where = (line: number) => ({ file: "my.ts", line, column: 1 });
const source = [
  "async function f() {",
  "  await sleep(1000);",
  "  console.log('on');",
  "}",
  "f();",
  "get(1);",
].join("\n");
const stepped = steppedOf({
  title: "a check of its own",
  files: new Map([["my.ts", source]]),
  entry: "my.ts",
  trace: emptyTrace({
    endedAt: 1000,
    timersMade: [{ kind: "timeout", ms: 1000, madeAt: 0, dueAt: 1000, fired: [1000], where: where(2) }],
    calls: [
      {
        id: "get#1",
        service: "get",
        index: 1,
        args: [1],
        start: { at: 0, seq: 4, where: where(6) },
        end: { at: 500, seq: 6 },
        how: "rejected",
        value: { t: "error", name: "Error", message: "no", props: [] },
        on: "async",
      },
    ],
    console: [{ at: 1000, seq: 9, level: "log", text: "on\u001b[2J", where: where(3) }],
    steps: [
      { at: 0, seq: 1, kind: "call", task: 1, name: "f", where: where(1) },
      { at: 0, seq: 2, kind: "set", timer: 0, where: where(2) },
      { at: 0, seq: 3, kind: "await", task: 1, where: where(2) },
      { at: 500, seq: 5, kind: "turn", owner: "world" },
      { at: 1000, seq: 7, kind: "turn", owner: "student", timer: 0 },
      { at: 1000, seq: 8, kind: "resume", task: 1 },
      { at: 1000, seq: 10, kind: "settle", task: 1, how: "fulfilled", where: where(4) },
    ],
  }),
});
const look = { width: 70, rows: 24, paint: (_: unknown, text: string) => text };

test("all of it, for where there are no keys", () => {
  expect(allSteps(stepped).join("\n")).toMatchInlineSnapshot(`
    "     0 ms       f() is called: it runs up to its first await  (line 1)
         0 ms       setTimeout(1000) is set  (line 2)
         0 ms       f() waits  (line 2)
         0 ms       get(1) is called  (line 6)
       500 ms ▼ something outside has an answer
       500 ms       get(1) rejects: Error: no
      1000 ms ▼ setTimeout(1000) fires, set in line 2
      1000 ms   · a microtask: f() goes on  (line 2)
      1000 ms       prints on·[2J  (line 3)
      1000 ms       f() resolves  (line 4)"
  `);
});

test("one step: what has happened so far and nothing of what comes, the line, what waits, what was printed", () => {
  expect(stepLines(stepped, 3, look).join("\n")).toMatchInlineSnapshot(`
    "      0 ms     f() is called: it runs up to its first await
                   setTimeout(1000) is set
                   f() waits
    ›              get(1) is called




    ── my.ts ─────────────────────────────────────────────────────────────
      1 │ async function f() {
      2 │   await sleep(1000);
      3 │   console.log('on');
      4 │ }
      5 │ f();
    › 6 │ get(1);

    ── waits now ─────────────────────────────────────────────────────────
      f() in line 2 · get(1), since 0 ms
      setTimeout(1000), due at 1000 ms

    ── printed ───────────────────────────────────────────────────────────


    "
  `);
  expect(stepLines(stepped, 8, look).slice(-4).join("\n")).toContain("1000 ms  on\\u001b[2J");
});

test("where nothing waits the program runs; only at its end the run is over", () => {
  const begins = steppedOf({
    ...stepped,
    trace: { ...stepped.trace, calls: [], steps: [{ ...stepped.trace.steps![0]! }] },
  });
  const { happenings } = { happenings: [...begins.happenings, ...begins.happenings] };
  const waits = (at: number) =>
    stepLines({ ...begins, happenings }, at, look).find((line) => line.includes("nothing"));
  expect([waits(0), waits(happenings.length - 1)]).toEqual([
    "  nothing: the program itself runs",
    "  nothing: the run is over",
  ]);
});

test("it fits whatever screen there is, and begins and ends at its ends", () => {
  for (const [rows, width] of [
    [24, 80],
    [40, 200],
    [10, 30],
  ] as const)
    for (let at = 0; at < stepped.happenings.length; at++) {
      const lines = stepLines(stepped, at, { ...look, rows, width });
      expect(lines.length).toBe(Math.max(rows, 19));
      expect(Math.max(...lines.map(columnsOf))).toBeLessThanOrEqual(width);
    }
});

test("keys: one event, one turn of the loop, or to the ends", () => {
  const last = stepped.happenings.length - 1;
  const turns = stepped.happenings.flatMap(({ level }, index) => (level === "turn" ? [index] : []));
  expect([
    afterKey(stepped, 0, "right"),
    afterKey(stepped, 0, "left"),
    afterKey(stepped, last, "right"),
  ]).toEqual([1, 0, last]);
  expect([
    afterKey(stepped, 0, "down"),
    afterKey(stepped, turns[0]!, "down"),
    afterKey(stepped, turns[1]!, "down"),
  ]).toEqual([...turns, last]);
  expect([afterKey(stepped, last, "up"), afterKey(stepped, turns[0]!, "up")]).toEqual([turns[1], 0]);
  expect([afterKey(stepped, 3, "g"), afterKey(stepped, 3, "G"), afterKey(stepped, 3, "x")]).toEqual([
    0,
    last,
    undefined,
  ]);
});
