// What pictures show beside calls, whole: each was looked at before it was written down.
import { describe, expect, test } from "vitest";
import { toPlain } from "../trace/plain.ts";
import type { LeftTimer, Trace } from "../trace/trace.ts";
import { call, fault, moment, outcome, traceOf } from "./fixture.ts";
import { layout, type OutcomeLane, type Track } from "./layout.ts";
import { timelineText } from "./text.ts";

const picture = (trace: Trace, ghost?: Trace, about = "It is wrong.") =>
  `\n${timelineText(layout(trace, ghost, about))}\n`;
const timer = (ms: number, madeAt: number, more: Partial<LeftTimer> = {}): LeftTimer => {
  return { kind: "timeout", ms, madeAt, dueAt: madeAt + ms, ...more };
};
const given = (name: string, at: number, value: unknown) => {
  return { ...moment(at), name, value: toPlain(value), given: true as const };
};

describe("whole pictures", () => {
  test("polling, and a timer that is cleared at the abort", () => {
    const aborts = [{ ...moment(330), name: "signal" }];
    const polls = Array.from({ length: 7 }, (_, i) => timer(50, 50 * i, { fired: [50 * i + 50] }));
    const polling = traceOf([], outcome("rejected", 350, fault("AbortError")), { timersMade: polls, aborts });
    const waiting = traceOf([], outcome("rejected", 330, fault("AbortError")), {
      timersMade: [timer(1000, 0, { cleared: 330 })],
      aborts,
    });
    expect(picture(polling, waiting, "It rejected at 350 ms; expected 330 ms.")).toMatchInlineSnapshot(`
      "
      your code           0 ms    50      100     150      200     250      300    350
                          ├───────┼────────┼───────┼────────┼───────┼────────┼───────┤
        setTimeout(50)    ○┄┄┄┄┄┄┄▼┄┄┄┄┄┄┄┄▼┄┄┄┄┄┄┄▼┄┄┄┄┄┄┄┄▼┄┄┄┄┄┄┄▼┄┄┄┄┄┄┄┄▼┄┄┄┄┄┄┄▼
                                                           7 timers, one after another
        signal                                                  aborted at 330 ms ⊘  ┊
        settled           ───────────────────────── ✗ rejected at 350 ms: AbortError ●

      as it could be
        setTimeout(1000)  ○┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ cleared at 330 ms ┤
        signal                                                  aborted at 330 ms ⊘
        settled           ──────────────────────── rejected at 330 ms: AbortError ●

        ▼ a timer fires   ┤ a timer is cleared
      "
    `);
  });

  test("timers left behind, one of which fires, and that of AbortSignal.timeout, which is nobody's fault", () => {
    const timersMade = [
      timer(400, 0, { fired: [400] }),
      timer(60_000, 0),
      timer(10, 50, { kind: "interval", fired: [60, 70, 80, 90, 100] }),
      timer(300, 0, { kind: "AbortSignal.timeout", fired: [300] }),
    ];
    expect(
      picture(traceOf([call("work", [], 0, 200)], outcome("fulfilled", 200), { timersMade })),
    ).toMatchInlineSnapshot(`
      "
      your code                   0 ms       50       100        150        200
                                  ├──────────┼─────────┼──────────┼──────────┼───────┤
        work()                    ███████████████████████████████████████████┊
        setTimeout(400)           ○┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄→
                                                            left behind, due at 400 ms
        setTimeout(60000)         ○┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄→
                                                          left behind, due at 60000 ms
        setInterval(10)                      ○┄▼┄▼┄▼┄▼┄▼┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ left behind →
        AbortSignal.timeout(300)  ○┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ due at 300 ms →
        settled                   ─────────────────────── resolved at 200 ms ●

        ╌ nobody waits for it any more   ▼ a timer fires
      "
    `);
  });

  test("a loop that is blocked at a stretch, and one that gets its turn", () => {
    const calls = [1, 2].map((n) => call("addUp", [n], 10 * n - 10, 10 * n, { on: "loop" }));
    const run = (turns: number[], came: number[]) =>
      traceOf(calls, outcome("fulfilled", 20), {
        blocked: turns.map((turn, i) => ({ from: 10 * i, to: 10 * i + 10, by: "addUp", turn })),
        beats: came.map((at, i) => ({ ...moment(at), name: "heartbeat", due: i === 0 ? 5 : at })),
      });
    expect(picture(run([1, 1], [20]), run([1, 2], [10, 20]))).toMatchInlineSnapshot(`
      "
      your code       0 ms            5               10             15             20
                      ├───────────────┼───────────────┼──────────────┼───────────────┤
        addUp(1)      ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒                               ┊
        addUp(2)                                      ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒┊
        heartbeat                     ○~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~♥
                                                            due at 5 ms, came at 20 ms
        event loop    ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒┊
                                                                     blocked for 20 ms
        settled       ────────────────────────────────────────── ✓ resolved at 20 ms ●

      as it could be
        addUp(1)      ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒                               ┊
        addUp(2)                                      ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒┊
        heartbeat                     ○~~~~~~~~~~~~~~~♥ due at 5 ms, came at 10 ms   ♥
        event loop    ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒ ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒┊
                                                  blocked 2 times, for 10 ms each time
        settled       ──────────────────────────────────────────── resolved at 20 ms ●

        ▒ blocks the event loop   ○ a heartbeat is due   ♥ it comes
      "
    `);
  });

  test("what a loop got and when, and a line that was not logged", () => {
    const jobs = [200, 100].map((ms, i) => call("job", [i + 1], 0, ms));
    const made = { "job 1": "job 1-a8cn4iqf", "job 2": "job 2-zz45aa11" };
    const [first, second] = Object.values(made) as [string, string];
    const run = (notes: Trace["notes"]) => traceOf(jobs, outcome("fulfilled", 200, 2), { notes, made });
    expect(
      picture(
        run([given("loop", 200, first), given("loop", 200, second)]),
        run([given("loop", 100, second), given("loop", 200, first), given("log", 200, "saved 2")]),
      ),
    ).toMatchInlineSnapshot(`
      "
      your code       0 ms            50             100            150            200
                      ├───────────────┼───────────────┼──────────────┼───────────────┤
        job(1)        ███████████████████████████████████████████████████████████████┊
        job(2)        ████████████████████████████████                               ┊
        log            nothing                                                       ┊
        the loop got                                                "job 1", "job 2" ◆
        settled       ───────────────────────────────────────── ✓ resolved at 200 ms ●

      as it could be
        job(1)        ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░┊
        job(2)        ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░                               ┊
        log                                                                "saved 2" ◆
        the loop got                                  ◆ "job 2"              "job 1" ◆
        settled       ─────────────────────────────────────────── resolved at 200 ms ●
      "
    `);
  });

  test("an abort of the winner, and another value", () => {
    const run = (value: string, more: object) =>
      traceOf(
        [call("attempt", [1], 0, 400, more), call("attempt", [2], 0, 900)],
        outcome("fulfilled", 400, value),
      );
    expect(
      picture(run("Ham, egg, cheese", { aborted: 900 }), run("Ham, egg and cheese", {})),
    ).toMatchInlineSnapshot(`
      "
      your code       0 ms         200           400           600           800
                      ├─────────────┼─────────────┼─────────────┼─────────────┼──────┤
        attempt(1)    ████████████████████████████┊                                  ⊘
                                                      aborted at 900 ms, after its end
        attempt(2)    ████████████████████████████╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
        settled       ────────────────────────────●
                                              ✗ resolved at 400 ms: "Ham, egg, cheese"

      as it could be
        attempt(1)    ░░░░░░░░░░░░░░░░░░░░░░░░░░░░┊
        attempt(2)    ░░░░░░░░░░░░░░░░░░░░░░░░░░░░╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌╌
        settled       ────────────────────────────●
                                             resolved at 400 ms: "Ham, egg and cheese"

        ╌ nobody waits for it any more
      "
    `);
  });
});

describe("right and wrong", () => {
  const verdict = (trace: Trace, ghost?: Trace, about = "It is wrong.") =>
    (layout(trace, ghost, about).charts[0]!.outcomes[0] as OutcomeLane).verdict;
  const settled = (at: number, value: unknown = 1) =>
    traceOf([call("work", [], 0, 50)], outcome("fulfilled", at, value));
  const rejected = (value: unknown) => traceOf([call("work", [], 0, 50)], outcome("rejected", 100, value));

  test("is as the reference came to it, where one sees it or the words say so", () => {
    expect(verdict(settled(100), settled(100))).toBe("right");
    expect(verdict(settled(100, 2), settled(100))).toBe("wrong");
    expect(verdict(settled(200), settled(100))).toBe("wrong");
    expect(verdict(settled(102), settled(100))).toBe("unknown");
    expect(verdict(settled(102), settled(100), "It resolved at 102 ms; expected 100 ms.")).toBe("wrong");
    expect(verdict(rejected(fault("Error")), settled(100))).toBe("wrong");
  });

  test("errors may word their messages as they like, but not stand for one that the world made", () => {
    const made = { ...(fault("Error", "boom") as object), ref: "error" };
    expect(verdict(rejected(fault("TimeoutError", "slow")), rejected(fault("TimeoutError", "late")))).toBe(
      "right",
    );
    expect(verdict(rejected(fault("Error", "boom")), rejected(made))).toBe("wrong");
    expect(picture(rejected(fault("Error", "boom")), rejected(made))).toContain(
      "✗ rejected at 100 ms: a new Error: boom",
    );
  });

  test("of what went well all is right; of what did not, without a reference, nobody knows", () => {
    expect([verdict(settled(100), undefined, ""), verdict(settled(100))]).toEqual(["right", "unknown"]);
    expect(verdict(traceOf([], outcome("pending")), undefined, "")).toBe("unknown");
  });

  test("shows in colour and without", () => {
    const timeline = layout(settled(200), settled(100), "It is wrong.");
    expect(timelineText(timeline)).toContain("✗ resolved at 200 ms");
    expect(timelineText(timeline, { colour: true })).toContain("\u001b[31m✗ resolved at 200 ms\u001b[39m");
  });
});

test("labels are cut where they are alike", () => {
  const post = (id: number) => call("post", [{ kind: "burger with everything on it", id }], 0, 100);
  const labels = timelineText(layout(traceOf([post(1), post(2)], outcome("fulfilled", 100))))
    .split("\n")
    .slice(2, 4);
  expect(labels.map((line) => line.slice(2, 30).trimEnd())).toMatchInlineSnapshot(`
    [
      "post(…ing on it", id: 1 })",
      "post(…ing on it", id: 2 })",
    ]
  `);
});

test("a payload keeps its end where it would be as another one without", () => {
  const made = { a: "call-a8cn4iqf", b: "call-zz45aa11", c: "other-bb45aa22" };
  const notes = Object.values(made).map((value, i) => given("log", 100 * i, value));
  const { tracks } = layout(traceOf([], outcome("fulfilled", 300), { made, notes })).charts[0]!;
  expect((tracks[0] as Track).marks.map(({ text }) => text)).toEqual([
    '"call-a8cn4iqf"',
    '"call-zz45aa11"',
    '"other"',
  ]);
});
