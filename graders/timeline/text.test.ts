// The timeline's text pictures, whole: each was looked at before it was written down.
import { stripVTControlCharacters } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Trace } from "../trace/trace.ts";
import { call, fault, moment, outcome, threeApis, traceOf } from "./fixture.ts";
import { layout } from "./layout.ts";
import { timelineText } from "./text.ts";

/** With a rule on both sides: so a snapshot shows where lines begin, and that none is too long. */
function picture(trace: Trace, ghost?: Trace, width = 80): string {
  const lines = timelineText(layout(trace, ghost), { width }).split("\n");
  return ["", ...lines.map((line) => `|${line.padEnd(width)}|`), ""].join("\n");
}

describe("whole pictures", () => {
  test("await in a loop, and all at once", () => {
    const { yours, ghost } = threeApis();
    expect(picture(yours, ghost)).toMatchInlineSnapshot(`
      "
      |your code       0 ms      500       1000       1500      2000       2500    3000|
      |                ├──────────┼─────────┼──────────┼─────────┼──────────┼─────────┤|
      |  fetchApi(1)   █████████████████████                                          ┊|
      |  fetchApi(2)                        █████████████████████                     ┊|
      |  fetchApi(3)                                             █████████████████████┊|
      |  settled       ──────────────────────────────────────── ✗ resolved at 3000 ms ●|
      |                                                                                |
      |as it could be                                                                  |
      |  fetchApi(1)   ░░░░░░░░░░░░░░░░░░░░░┊                                          |
      |  fetchApi(2)   ░░░░░░░░░░░░░░░░░░░░░┊                                          |
      |  fetchApi(3)   ░░░░░░░░░░░░░░░░░░░░░┊                                          |
      |  settled       ─────────────────────● resolved at 1000 ms                      |
      "
    `);
  });

  test("the same in 40 columns", () => {
    const { yours, ghost } = threeApis();
    expect(picture(yours, ghost, 40)).toMatchInlineSnapshot(`
      "
      |your code       0 ms   1000   2000  3000|
      |                ├───────┼──────┼───────┤|
      |  fetchApi(1)   ████████               ┊|
      |  fetchApi(2)           ███████        ┊|
      |  fetchApi(3)                  ████████┊|
      |  settled        ✗ resolved at 3000 ms ●|
      |                                        |
      |as it could be                          |
      |  fetchApi(1)   ░░░░░░░░┊               |
      |  fetchApi(2)   ░░░░░░░░┊               |
      |  fetchApi(3)   ░░░░░░░░┊               |
      |  settled       ────────●               |
      |                     resolved at 1000 ms|
      "
    `);
  });

  test("an abort, after which the call goes on though nobody waits for it", () => {
    const unaware = traceOf([call("operation", [], 0, 5000)], outcome("fulfilled", 5000));
    const timedOut = traceOf(
      [call("operation", [], 0, 5000, { aborted: 2000 })],
      outcome("rejected", 2000, fault("TimeoutError")),
    );
    expect(picture(unaware, timedOut)).toMatchInlineSnapshot(`
      "
      |your code       0 ms        1000        2000         3000        4000       5000|
      |                ├────────────┼───────────┼────────────┼───────────┼────────────┤|
      |  operation()   ███████████████████████████████████████████████████████████████┊|
      |  settled       ──────────────────────────────────────── ✗ resolved at 5000 ms ●|
      |                                                                                |
      |as it could be                                                                  |
      |  operation()   ░░░░░░░░░░░░░░░░░░░░░░░░░⊘ aborted at 2000 ms ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ |
      |  settled       ─────────────────────────● rejected at 2000 ms: TimeoutError    |
      |                                                                                |
      |  ╌ nobody waits for it any more                                                |
      "
    `);
  });

  test("work far beyond the outcome does not squeeze the rest, and what was left behind is told", () => {
    const late = call("operation", [], 0, 90_000, {
      aborted: 500,
      how: "rejected",
      value: fault("Error", "late"),
    });
    const trace = traceOf(
      [late],
      outcome("rejected", 500, fault("TimeoutError", "took longer than 500 ms")),
      {
        left: { timers: [{ kind: "timeout", ms: 2000, madeAt: 0, dueAt: 2000 }], listeners: { client: 1 } },
      },
    );
    expect(picture(trace)).toMatchInlineSnapshot(`
      "
      |your code       0 ms        200         400          600         800        1000|
      |                ├────────────┼───────────┼────────────┼───────────┼────────────┤|
      |  operation()   ████████████████████████████████⊘ aborted at 500 ms ╌╌╌╌╌╌╌╌╌╌╌→|
      |                                                  fails at 90000 ms: Error: late|
      |  settled       ────────────────────────────────●                               |
      |                     ✓ rejected at 500 ms: TimeoutError: took longer than 500 ms|
      |  ⚠ 1 abort listener left behind                                                |
      |                                                                                |
      |  ╌ nobody waits for it any more                                                |
      "
    `);
  });

  test("a call that never ends", () => {
    const stuck = traceOf(
      [call("fetchUser", [1], 0, 1000), call("fetchPosts", [1], 1000)],
      outcome("pending"),
    );
    const sound = traceOf(
      [call("fetchUser", [1], 0, 1000), call("fetchPosts", [1], 1000, 2000)],
      outcome("fulfilled", 2000),
    );
    expect(picture(stuck, sound)).toMatchInlineSnapshot(`
      "
      |your code        0 ms        500          1000         1500         2000        |
      |                 ├────────────┼────────────┼────────────┼────────────┼─────────┤|
      |  fetchUser(1)   ██████████████████████████                                     |
      |  fetchPosts(1)                            ████████████████████████ never ends →|
      |  settled        ───────────────────────────────────────────── ✗ never settles →|
      |                                                                                |
      |as it could be                                                                  |
      |  fetchUser(1)   ░░░░░░░░░░░░░░░░░░░░░░░░░░                          ┊          |
      |  fetchPosts(1)                            ░░░░░░░░░░░░░░░░░░░░░░░░░░┊          |
      |  settled        ─────────────────────────────── resolved at 2000 ms ●          |
      "
    `);
  });

  test("failures, and one that nobody handled", () => {
    const boom = fault("Error", "boom 7f3a");
    const late = fault("Error", "late boom 99e1");
    const calls = [
      call("fetchApi", [1], 0, 1000),
      call("fetchApi", [2], 0, 500, { how: "rejected", value: boom }),
      call("fetchApi", [3], 0, 2000, { how: "rejected", value: late }),
    ];
    const floating = [{ ...moment(2000), reason: late }];
    expect(picture(traceOf(calls, outcome("rejected", 500, boom), { floating }))).toMatchInlineSnapshot(`
      "
      |your code       0 ms           500             1000           1500          2000|
      |                ├───────────────┼───────────────┼──────────────┼───────────────┤|
      |  fetchApi(1)   ████████████████╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌                                |
      |  fetchApi(2)   ████████████████× Error: boom 7f3a                              |
      |  fetchApi(3)   ████████████████╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ Error: late boom 99e1 ×|
      |  unhandled                     ┊                        Error: late boom 99e1 ⚠|
      |  settled       ────────────────● ✓ rejected at 500 ms: Error: boom 7f3a        |
      |                                                                                |
      |  ╌ nobody waits for it any more   ⚠ nobody handled it                          |
      "
    `);
  });

  test("a blocked event loop, and the same work on threads", () => {
    const onLoop = ["/a", "/b"].map((url, i) =>
      call("requestsGet", [url], i * 2000, i * 2000 + 2000, { on: "loop" }),
    );
    const blocked = [0, 2000].map((from) => ({ from, to: from + 2000, by: "requestsGet" }));
    const beats = [{ name: "heartbeat", due: 100, ...moment(4000) }];
    const onThreads = ["/a", "/b"].flatMap((url, i) => [
      call("toThread", [], 0, 2000, { on: "thread", thread: i + 1 }),
      call("requestsGet", [url], 0, 2000, { on: "thread" }),
    ]);
    expect(
      picture(
        traceOf(onLoop, outcome("fulfilled", 4000), { blocked, beats }),
        traceOf(onThreads, outcome("fulfilled", 2000)),
      ),
    ).toMatchInlineSnapshot(`
      "
      |your code            0 ms          1000          2000           3000        4000|
      |                     ├──────────────┼─────────────┼──────────────┼─────────────┤|
      |  requestsGet("/a")  ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒                             ┊|
      |  requestsGet("/b")                               ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒┊|
      |  heartbeat           ○~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~♥|
      |                                                  due at 100 ms, came at 4000 ms|
      |  event loop         ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒┊|
      |                                                             blocked for 4000 ms|
      |  settled            ─────────────────────────────────── ✗ resolved at 4000 ms ●|
      |                                                                                |
      |as it could be                                                                  |
      |  toThread()         ═════════════════════════════┊ thread 1                    |
      |  requestsGet("/a")  ═════════════════════════════┊                             |
      |  toThread()         ═════════════════════════════┊ thread 2                    |
      |  requestsGet("/b")  ═════════════════════════════┊                             |
      |  settled            ─────────────────────────────● resolved at 2000 ms         |
      |                                                                                |
      |  ▒ blocks the event loop   ═ on a thread   ○ a heartbeat is due   ♥ it comes   |
      "
    `);
  });

  test("tasks that wind down after an abort while the outcome waits for them", () => {
    const error = fault("Error", "boom");
    const calls = [
      call("task", ["a"], 0, 300, { how: "rejected", value: error }),
      call("task", ["b"], 0, 900, {
        aborted: 300,
        how: "rejected",
        value: fault("Error", "clean-up failed"),
      }),
      call("task", ["c"], 0, 300, { aborted: 300, how: "rejected", value: fault("AbortError") }),
    ];
    expect(picture(traceOf(calls, outcome("rejected", 900, fault("AggregateError"))))).toMatchInlineSnapshot(`
      "
      |your code       0 ms         200           400           600           800      |
      |                ├─────────────┼─────────────┼─────────────┼─────────────┼──────┤|
      |  task("a")     █████████████████████× Error: boom                             ┊|
      |  task("b")     █████████████████████⊘ aborted at 300 ms ━ Error: clean-up fa… ×|
      |  task("c")     █████████████████████⊘ aborted at 300 ms                       ┊|
      |  settled       ───────────────────────── ✓ rejected at 900 ms: AggregateError ●|
      |                                                                                |
      |  ━ goes on after its abort                                                     |
      "
    `);
  });

  test("more than 12 calls are cut in the middle, and the line says what is missing", () => {
    const calls = Array.from({ length: 20 }, (_, i) => {
      const start = Math.floor(i / 4) * 1000;
      const failed = i === 9 ? { how: "rejected" as const, value: fault("Error", "x") } : {};
      return call("mapper", [{ id: i, name: `user number ${i}` }, i], start, start + 1000, failed);
    });
    expect(picture(traceOf(calls, outcome("fulfilled", 5000)))).toMatchInlineSnapshot(`
      "
      |your code                     0 ms     1000      2000     3000      4000    5000|
      |                              ├─────────┼─────────┼────────┼─────────┼─────────┤|
      |  mapper({ id: 0, name:…, 0)  ██████████                                       ┊|
      |  mapper({ id: 1, name:…, 1)  ██████████                                       ┊|
      |  mapper({ id: 2, name:…, 2)  ██████████                                       ┊|
      |  mapper({ id: 3, name:…, 3)  ██████████                                       ┊|
      |  mapper({ id: 4, name:…, 4)            ██████████                             ┊|
      |  mapper({ id: 5, name:…, 5)            ██████████                             ┊|
      |  … 9 more calls, 1000 to 4000 ms, 1 failed                                     |
      |  mapper({ id: 15, nam…, 15)                               ██████████          ┊|
      |  mapper({ id: 16, nam…, 16)                                         ██████████┊|
      |  mapper({ id: 17, nam…, 17)                                         ██████████┊|
      |  mapper({ id: 18, nam…, 18)                                         ██████████┊|
      |  mapper({ id: 19, nam…, 19)                                         ██████████┊|
      |  settled                     ────────────────────────── ✓ resolved at 5000 ms ●|
      "
    `);
  });

  test("more than 12 calls that nothing tells apart share lanes", () => {
    const calls = Array.from({ length: 16 }, (_, i) =>
      call("prepare", [], Math.floor(i / 8) * 1000, Math.floor(i / 8) * 1000 + 1000),
    );
    expect(picture(traceOf(calls, outcome("fulfilled", 2000)))).toMatchInlineSnapshot(`
      "
      |your code       0 ms           500             1000           1500          2000|
      |                ├───────────────┼───────────────┼──────────────┼───────────────┤|
      |  prepare() ×8  ████████████████████████████████                               ┊|
      |  prepare() ×8                                  ███████████████████████████████┊|
      |  settled       ──────────────────────────────────────── ✓ resolved at 2000 ms ●|
      "
    `);
  });

  test("calls that take no time, and one that throws at once", () => {
    const error = fault("TypeError", "no");
    const calls = [
      call("log", ["saved"], 0, 0),
      call("save", [2], 0, 0, { how: "threw", value: error }),
      call("save", [3], 0, 500),
    ];
    expect(picture(traceOf(calls, outcome("threw", 0, error)))).toMatchInlineSnapshot(`
      "
      |your code       0 ms        100         200          300         400         500|
      |                ├────────────┼───────────┼────────────┼───────────┼────────────┤|
      |  log("saved")  ◆                                                               |
      |  save(2)       × TypeError: no                                                 |
      |  save(3)       ╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌ |
      |  settled       ● ✓ threw at once: TypeError: no                                |
      |                                                                                |
      |  ╌ nobody waits for it any more   ◆ takes no time                              |
      "
    `);
  });

  test("no calls, all in one instant", () => {
    expect(picture(traceOf([], outcome("returned", 0, 4)))).toMatchInlineSnapshot(`
      "
      |your code       0 ms         20          40           60          80         100|
      |                ├────────────┼───────────┼────────────┼───────────┼────────────┤|
      |  settled       ● ✓ returned at once                                            |
      "
    `);
  });

  test("several outcomes", () => {
    const outcomes = [
      outcome("fulfilled", 1000, 1, "first caller"),
      outcome("rejected", 1000, fault("Error", "boom"), "second caller"),
      outcome("fulfilled", 1000),
    ];
    expect(picture(traceOf([call("load", ["key"], 0, 1000)], outcomes))).toMatchInlineSnapshot(`
      "
      |your code        0 ms       200          400         600          800       1000|
      |                 ├───────────┼────────────┼───────────┼────────────┼───────────┤|
      |  load("key")    ██████████████████████████████████████████████████████████████┊|
      |  first caller   ─────────────────────────────────────── ✓ resolved at 1000 ms ●|
      |  second caller  ────────────────────────── ✓ rejected at 1000 ms: Error: boom ●|
      "
    `);
  });

  test("a whole check that goes on after what it watches", () => {
    const outcomes = [outcome("fulfilled", 1000, 1, "first caller"), outcome("fulfilled", 1500)];
    expect(picture(traceOf([call("load", ["key"], 0, 1000)], outcomes))).toMatchInlineSnapshot(`
      "
      |your code       0 ms   200      400     600      800     1000    1200     1400  |
      |                ├───────┼────────┼───────┼────────┼───────┼───────┼────────┼───┤|
      |  load("key")   ██████████████████████████████████████████                     ┊|
      |  first caller  ─────────────────── ✓ resolved at 1000 ms ●                     |
      |  whole check   ──────────────────────────────────────── ✓ resolved at 1500 ms ●|
      "
    `);
  });

  test("of long errors of several outcomes only the name, where that spares a line", () => {
    const late = fault("TimeoutError", "the operation took longer than it was given");
    const outcomes = [outcome("rejected", 1000, late, "with a limit"), outcome("rejected", 2000, late)];
    expect(picture(traceOf([call("work", [], 0, 2000)], outcomes))).toMatchInlineSnapshot(`
      "
      |your code       0 ms           500             1000           1500          2000|
      |                ├───────────────┼───────────────┼──────────────┼───────────────┤|
      |  work()        ███████████████████████████████████████████████████████████████┊|
      |  with a limit  ────────────────────────────────●                               |
      |    ✓ rejected at 1000 ms: TimeoutError: the operation took longer than it was  |
      |      given                                                                     |
      |  settled       ────────────────────────── ✓ rejected at 2000 ms: TimeoutError ●|
      "
    `);
  });

  test("a run that was stopped", () => {
    const trace = traceOf([call("check", [], 0, 10)], outcome("pending"), {
      end: "virtual-time-limit",
      endedAt: 600_000,
    });
    expect(picture(trace)).toMatchInlineSnapshot(`
      "
      |your code       0 ms       2         4          6         8          10       12|
      |                ├──────────┼─────────┼──────────┼─────────┼──────────┼─────────┤|
      |  check()       █████████████████████████████████████████████████████           |
      |  settled       ───────────────────────────────────── not settled by 600000 ms →|
      |  ⚠ the run was stopped at 600000 ms: it had run long enough                    |
      "
    `);
  });

  test("a crash", () => {
    const uncaught = { ...moment(300), reason: fault("RangeError", "negative") };
    const trace = traceOf([], outcome("pending"), { end: "crashed", endedAt: 300, uncaught });
    expect(picture(trace)).toMatchInlineSnapshot(`
      "
      |your code       0 ms     50      100     150      200      250      300     350 |
      |                ├────────┼────────┼───────┼────────┼────────┼────────┼───────┼─┤|
      |  thrown                                        RangeError: negative ⚠          |
      |  settled       ────────────────────────────────────────────────── not settled →|
      |                                                                                |
      |  ⚠ nobody handled it                                                           |
      "
    `);
  });

  test("hostile labels in 40 columns", () => {
    const args = ["\u001b[31mred\u0007\n", "\u202egnp.exe", "日本語👩‍👩‍👧", "█".repeat(500)];
    const value = fault("Error", "a\u0000b\u001b]0;title\u0007 שלום \ud800 é");
    const calls = args.map((arg) => call("get", [arg], 0, 1000, { how: "rejected", value }));
    expect(picture(traceOf(calls, outcome("rejected", 1000, value)), undefined, 40)).toMatchInlineSnapshot(`
      "
      |your code        0 ms      500      1000|
      |                 ├──────────┼──────────┤|
      |  get("\\u001b…)  ██████████████████████×|
      |           Error: a·b·]0;title· ···· · é|
      |  get("·gnp.e…)  ██████████████████████×|
      |           Error: a·b·]0;title· ···· · é|
      |  get("…·····")  ██████████████████████×|
      |           Error: a·b·]0;title· ···· · é|
      |  get("…······…  ██████████████████████×|
      |           Error: a·b·]0;title· ···· · é|
      |  settled        ──────────────────────●|
      |    ✓ rejected at 1000 ms: Error:       |
      |      a·b·]0;title· ···· · é            |
      "
    `);
  });
});

describe("colour", () => {
  test("is only added to the plain picture", () => {
    const { yours, ghost } = threeApis();
    const coloured = timelineText(layout(yours, ghost), { colour: true });
    expect(coloured).toContain("\u001b[36m█████████████████████\u001b[39m");
    expect(stripVTControlCharacters(coloured)).toBe(timelineText(layout(yours, ghost)));
  });

  test("is off unless asked for", () => {
    expect(timelineText(layout(threeApis().yours))).not.toContain("\u001b");
  });
});

describe("whatever the trace", () => {
  const times = fc.oneof(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 0, max: 10 ** 9 }));
  const words = fc.string({ unit: "binary", maxLength: 200 });
  const anyCall = fc
    .record({
      arg: words,
      start: times,
      length: fc.option(times),
      aborted: fc.option(times),
      how: fc.constantFrom("fulfilled", "rejected", "threw"),
      on: fc.constantFrom("async", "loop", "thread"),
    })
    .map(({ arg, start, length, aborted, ...more }) =>
      call("service", [arg], start, length === null ? undefined : start + length, {
        ...more,
        value: fault(arg, arg),
        ...(aborted !== null && { aborted }),
      }),
    );
  const anyOutcome = fc
    .tuple(fc.constantFrom("fulfilled", "rejected", "threw", "returned"), fc.option(times), words)
    .map(([state, at, label]) =>
      at === null ? outcome("pending", undefined, undefined, label) : outcome(state, at, fault(label), label),
    );
  const anyTrace = fc
    .tuple(fc.array(anyCall, { maxLength: 20 }), fc.array(anyOutcome, { maxLength: 14 }), fc.array(times))
    .map(([calls, outcomes, froms]) =>
      traceOf(calls, outcomes, { blocked: froms.map((from) => ({ from, to: from + 10, by: "x" })) }),
    );

  test("each line fits, is made of narrow characters, and ends in no space", () => {
    const check = (trace: Trace, ghost: Trace, width: number) => {
      const text = timelineText(layout(trace, ghost), { width });
      for (const line of text.split("\n")) {
        expect(line.length).toBeLessThanOrEqual(width);
        expect(line).toMatch(/^(?:[ -~\u00a1-\u058f\u10a0-\u10ff\u1e00-\u22ff█░▒═━╌┄┊├┼─┤●○◆▼♥✓✗⚠]*[^ ])?$/);
      }
      expect(text.split("\n").length).toBeLessThan(700);
    };
    fc.assert(fc.property(anyTrace, anyTrace, fc.integer({ min: 20, max: 200 }), check), {
      seed: 3,
      numRuns: 150,
    });
  });

  test("and colour only adds to it", () => {
    const check = (trace: Trace) => {
      const timeline = layout(trace);
      expect(stripVTControlCharacters(timelineText(timeline, { colour: true }))).toBe(timelineText(timeline));
    };
    fc.assert(fc.property(anyTrace, check), { seed: 4, numRuns: 50 });
  });
});
