import { expect, test } from "vitest";
import { call, outcome, traceOf } from "../../timeline/fixture.ts";
import { type Plain, toPlain } from "../../trace/plain.ts";
import type { Call, Note, Outcome, Trace } from "../../trace/trace.ts";
import { failing, returning } from "../jobs.ts";
import { after, failed, type Retrying } from "./retries.ts";
import * as judged from "./retries-judged.ts";
import { abortMistakes, retryMistakes } from "./retries-mistakes.ts";

const error = (ref: string): Plain => ({ t: "error", name: "Error", message: ref, props: [], ref });
const REASON = error("signal reason");

/** Attempts from, to and how; `x`: with error 1 and so on. What it comes to: from the last of them, if nothing else is said. */
function went(
  load: Retrying,
  attempts: [number, number?, ("x" | "ok")?][],
  more: {
    at?: number;
    value?: Plain;
    how?: Outcome["state"];
    notes?: [string, Plain][];
    abort?: number;
    parts?: Partial<Trace>;
  } = {},
): Trace {
  const calls = attempts.map(([start, end, how = "x"], index): Call => {
    const value = how === "x" ? error(`error ${index + 1}`) : `value ${index + 1}`;
    const ended =
      end === undefined ? {} : { how: how === "x" ? ("rejected" as const) : ("fulfilled" as const), value };
    return { ...call("operation", [index + 1], start, end, ended), index: index + 1 };
  });
  const last = calls.at(-1);
  const { at = last?.end?.at ?? 0, value = last?.value ?? null } = more;
  const how = more.how ?? (last?.how === "fulfilled" ? "fulfilled" : "rejected");
  const notes = [
    ...(more.notes ?? []).map(([name, of]): Note => ({ name, value: of, at: 0, seq: 0 })),
    ...(more.abort === undefined
      ? []
      : [{ name: "abort", value: null, at: more.abort, seq: more.abort * 100 + 2 }]),
  ];
  const trace = traceOf(calls, outcome(how as "rejected", at, value));
  return { ...trace, notes, made: { "signal reason": REASON }, input: toPlain(load), ...more.parts };
}

const told = (findings: unknown) =>
  [findings].flat().flatMap((found) => (found ? [(found as { message: string }).message] : []));
const named = (trace: Trace, mistakes = retryMistakes) =>
  Object.keys(mistakes).find((id) => mistakes[id]!(trace));

test("attempts are made up to a success, a refusal or the last", () => {
  expect(judged.attemptsDue(after([1, 1], 1))).toBe(3);
  expect(judged.attemptsDue(failed([1, 1], { attempts: 5 }))).toBe(5);
  expect(judged.attemptsDue(failed([1, 1, 1], { refuses: [2] }))).toBe(2);
});

test("what the last attempt comes to comes out", () => {
  const load = failed([100, 100]);
  const ends = (more: Parameters<typeof went>[2]) => {
    const trace = went(
      load,
      [
        [0, 100],
        [200, 300],
      ],
      more,
    );
    return [told(judged.endsAsTheLast(trace))[0], named(trace)];
  };
  expect(ends({})).toEqual([undefined, undefined]);
  expect(ends({ at: 500 })[1]).toBe("waits-after-last");
  expect(ends({ value: error("error 1") })[1]).toBe("first-error-kept");
  expect(ends({ how: "fulfilled", value: "x" })[1]).toBe("swallowed-error");
});

test.each([
  [
    "one-too-many",
    failed([100]),
    [
      [0, 100],
      [200, 300],
    ],
  ],
  [
    "one-too-few",
    failed([100, 100, 100]),
    [
      [0, 100],
      [200, 300],
    ],
  ],
  ["return-without-await", failed([100, 100, 100]), [[0, 100]]],
  [
    "success-tried-again",
    after([], 100),
    [
      [0, 100, "ok"],
      [200, 300],
    ],
  ],
  [
    "refused-tried-again",
    failed([100, 100], { refuses: [1] }),
    [
      [0, 100],
      [200, 300],
    ],
  ],
  [
    "constant-backoff",
    after([100, 100], 100),
    [
      [0, 100],
      [200, 300],
      [400, 500, "ok"],
    ],
  ],
  [
    "linear-backoff",
    after([9, 9, 9], 9),
    [
      [0, 9],
      [109, 118],
      [318, 327],
      [627, 636, "ok"],
    ],
  ],
  [
    "power-off-by-one",
    after([100, 100], 100),
    [
      [0, 100],
      [300, 400],
      [800, 900, "ok"],
    ],
  ],
  [
    "cap-ignored",
    after([100, 100], 100, { maxMs: 150 }),
    [
      [0, 100],
      [200, 300],
      [500, 600, "ok"],
    ],
  ],
  [
    "falsy-is-nothing",
    after([100], 100, { maxMs: 0 }),
    [
      [0, 100],
      [200, 300, "ok"],
    ],
  ],
  [
    "argument-ignored",
    after([9, 9, 9], 9, { factor: 3 }),
    [
      [0, 9],
      [109, 118],
      [318, 327],
      [727, 736, "ok"],
    ],
  ],
  [
    "timer-not-awaited",
    after([100, 100], 100),
    [
      [0, 100],
      [100, 200],
      [200, 300, "ok"],
    ],
  ],
  [
    "fixed-rate",
    after([50], 100),
    [
      [0, 50],
      [100, 200, "ok"],
    ],
  ],
] as [string, Retrying, [number, number?, "ok"?][]][])("%s", (id, load, attempts) => {
  expect(named(went(load, attempts))).toBe(id);
});

test("jitter is given each wait, once", () => {
  const load = after([100, 100], 100, { maxMs: 150, jitter: [10, 400] });
  const with_ = (given: number[], starts = [0, 110, 610]) => {
    const attempts = starts.map((at, index): [number, number, "x" | "ok"] => [
      at,
      at + 100,
      index === 2 ? "ok" : "x",
    ]);
    const trace = went(load, attempts, { notes: given.map((ms) => ["jitter", ms]) });
    return [told(judged.jitteredOnce(trace, load))[0], named(trace)];
  };
  expect(with_([100, 150])).toEqual([undefined, undefined]);
  expect(with_([100, 20])).toEqual(["jitter was given 100, 20; expected 100, 150.", "jitter-compounds"]);
  expect(with_([100, 200])[1]).toBe("jitter-before-cap");
  expect(with_([100, 100, 150])[1]).toBe("jitter-called-again");
  expect(with_([100, 150], [0, 200, 450])[1]).toBe("jitter-ignored");
  expect(with_([100, 150], [0, 110, 360])[1]).toBe("jitter-capped-again");
});

test("shouldRetry is asked about each failure, with the last one or without", () => {
  const load = failed([100, 100], { refuses: [] });
  const asked = (...names: string[]) =>
    told(
      judged.askedAboutEach(
        went(
          load,
          [
            [0, 100],
            [200, 300],
          ],
          { notes: names.map((name) => ["shouldRetry", error(name)]) },
        ),
        load,
      ),
    );
  expect(asked("error 1")).toEqual([]);
  expect(asked("error 1", "error 2")).toEqual([]);
  expect(asked("other", "error 1")).toEqual([
    "shouldRetry was asked about Error: other, which no attempt failed with.",
  ]);
  expect(asked()).toEqual(["shouldRetry was not asked about Error: error 1."]);
});

test("an abort while it waits is at once, and one during an attempt at once or at its end", () => {
  const load = after([100, 100], 100, { abort: { after: 150 } });
  const gave = (more: Parameters<typeof went>[2], attempts: Parameters<typeof went>[1] = [[0, 100]]) => {
    const trace = went(load, attempts, { value: REASON, ...more });
    return [told(judged.gaveUp(trace))[0], named(trace, abortMistakes)];
  };
  expect(gave({ abort: 150, at: 150 })).toEqual([undefined, undefined]);
  expect(gave({ abort: 150, at: 200 })[1]).toBe("waits-for-operation");
  expect(gave({ abort: 150, at: 300, value: "x", how: "fulfilled" })[1]).toBe("abort-ignored");
  expect(
    gave({ abort: 150, at: 150, value: { t: "error", name: "AbortError", message: "", props: [] } })[1],
  ).toBe("generic-error");
  for (const at of [50, 100]) expect(gave({ abort: 50, at })[0]).toBeUndefined();
  expect(gave({ abort: 50, at: 100, value: error("error 1") })[0]).toBeUndefined();
  expect(
    gave({ abort: 50, at: 100, value: "value 1", how: "fulfilled" }, [[0, 100, "ok"]])[0],
  ).toBeUndefined();
  expect(
    gave({ abort: 50, at: 300 }, [
      [0, 100],
      [200, 300],
    ])[1],
  ).toBe("starts-after-abort");
  expect(gave({ abort: 50, at: 200 })[0]).toMatch(
    /^It was aborted at 50 ms, while an attempt was under way that ended at 100 ms/,
  );
});

test("falsy results are what is named", () => {
  expect(judged.falsyIn({ ...failed([]), jobs: [failing(1), returning(1, 0)] })).toEqual({
    otherwise: "falsy-is-nothing",
  });
  expect(judged.falsyIn(failed([1]))).toEqual({});
});
