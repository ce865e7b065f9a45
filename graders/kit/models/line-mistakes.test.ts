// Which wrong rule of a line explains what was seen, and in which lines it shows.
import { expect, test } from "vitest";
import { toPlain } from "../../trace/plain.ts";
import { emptyTrace } from "../../trace/trace.ts";
import { failing, ready, returning } from "../jobs.ts";
import { crowd, line, type Visit } from "./line.ts";
import { misread, mistakes, type WrongId } from "./line-mistakes.ts";
import { tells } from "./line-telling.ts";

const LISTS: WrongId[] = [
  "unbounded",
  "sequential-await",
  "batches",
  "waits-for-oldest",
  "static-split",
  "last-in-first-out",
];

test("what is served by a wrong rule is told by its name", () => {
  const named = (
    takes: (Parameters<typeof crowd>[1] | number)[],
    starts: (number | undefined)[],
    ids = LISTS,
  ) => misread(starts, crowd(2, ...takes), ids);
  const uneven = [100, 300, 100, 100, 200];
  expect(named(uneven, [0, 0, 100, 200, 300])).toBeUndefined();
  expect(named(uneven, [0, 0, 0, 0, 0])).toBe("unbounded");
  expect(named(uneven, [0, 0, 0, 100, 100])).toBe("unbounded");
  expect(named(uneven, [0, 100, 400, 500, 600])).toBe("sequential-await");
  expect(named(uneven, [0, 0, 300, 300, 400])).toBe("batches");
  expect(named(uneven, [0, 0, 100, 300, 300])).toBe("waits-for-oldest");
  expect(named(uneven, [0, 0, 100, 300, 200])).toBe("static-split");
  expect(named(uneven, [0, 100, 400, 0, 100])).toBe("static-split");
  expect(named(uneven, [0, 0, 300, 300, 100])).toBe("last-in-first-out");
  expect(named(uneven, [300, 200, 100, 0, 0])).toBeUndefined();
  expect(named(uneven, [0, 0, 101, 201, 301])).toBeUndefined();
  const lost = ["worker-lost-on-error"] as WrongId[];
  expect(named([failing(100), 200, failing(100), 100], [0, 0, 200, undefined], lost)).toBe(lost[0]);
  // Two explain it: then neither is named.
  expect(named([300, 100, 100], [0, 0, 300])).toBeUndefined();
  expect(named([300, 100, 100], [0, 0, 300], ["batches"])).toBe("batches");
});

test("mistakes with a release or an abort are told in lines that have such", () => {
  const ids: WrongId[] = ["leak-on-throw", "double-release", "abort-keeps-place"];
  const visits = [
    { ...returning(200), twice: true },
    returning(500),
    { ...returning(100), leaves: 50 },
    failing(300),
    returning(100),
    returning(100),
    returning(100),
  ];
  const all = { places: 2, visits };
  expect(line(visits, all).stays.map(({ starts }) => starts)).toEqual([0, 0, undefined, 200, 500, 500, 600]);
  expect(tells(all, ids)).toBe(true);
  expect(misread([0, 0, undefined, 200, 500, 600, 700], all, ids)).toBe("leak-on-throw");
  expect(misread([0, 0, undefined, 200, 200, 300, 400], all, ids)).toBe("double-release");
  expect(misread([0, 0, undefined, 500, 800, 900, 1000], all, ids)).toBe("abort-keeps-place");
});

test("barging is told where somebody asks in the turn of an end", () => {
  const crowded = { places: 1, visits: [returning(300), returning(200), { ...returning(100), follows: 0 }] };
  expect(misread([0, 300, 500], crowded, ["barging"])).toBeUndefined();
  expect(misread([0, 400, 300], crowded, ["barging"])).toBe("barging");
  expect(tells(crowd(1, 300, 200), ["barging"])).toBe(false);
});

test("a trace shows the mistake that explains when the service was called for each", () => {
  const call = (service: string, thing: string, at: number) => ({
    ...{ id: "", service, index: 1, args: [thing], on: "async" as const },
    start: { at, seq: at },
    end: { at: at + 100, seq: at + 100 },
  });
  const all = mistakes("serve", (index) => `job ${index + 1}`, LISTS);
  const shown = (starts: number[]) => {
    const calls = starts.map((at, index) => call("serve", `job ${index + 1}`, at));
    const input = toPlain(crowd(2, 100, 100, 100));
    const trace = emptyTrace({ calls: [call("other", "job 1", 5), ...calls], input });
    return Object.keys(all).filter((id) => all[id]!(trace));
  };
  expect(shown([0, 0, 100])).toEqual([]);
  expect(shown([0, 100, 200])).toEqual(["sequential-await"]);
  expect(shown([0, 0, 101])).toEqual(["late-start"]);
});

test("whoever asked in the turn of an end, and was served late or never, was not heard", () => {
  const call = (index: number, at: number) => ({
    ...{ id: "", service: "serve", index: 1, args: [index], on: "async" as const, how: "fulfilled" as const },
    ...{ start: { at, seq: at }, end: { at: at + 100, seq: at + 100 } },
  });
  const shown = (visits: Visit[], starts: number[]) => {
    const trace = emptyTrace({
      calls: starts.map((at, n) => call(n, at)),
      input: toPlain({ places: 1, visits }),
    });
    return mistakes("serve", (index) => index, [])["lost-wake-up"]!(trace);
  };
  const follows = [returning(100), returning(100), { ...returning(100), follows: 1 }];
  expect(
    [
      [0, 100, 200],
      [0, 100],
      [0, 100, 400],
      [0, 300, 400],
    ].map((at) => shown(follows, at)),
  ).toEqual([...[false, true, true, false]]);
  const atOnce = [ready(), returning(100)];
  expect([[0, 0], [0], [0, 50]].map((at) => shown(atOnce, at))).toEqual([false, true, false]);
  expect(shown([returning(100), returning(100)], [0])).toBe(false);
});
