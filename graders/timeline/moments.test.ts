import { expect, test } from "vitest";
import { call, fault, moment, outcome, threeApis, traceOf } from "./fixture.ts";
import { layout } from "./layout.ts";
import { momentsOf } from "./moments.ts";
import { drawTimeline, timelineSvg } from "./svg.ts";
import { windowOf } from "./window.ts";

const { yours, ghost } = threeApis();
const three = layout(yours, ghost, "Too late.");

test("a picture's moments are those of the student's own run, in their order, with all that happens in each", () => {
  expect(momentsOf(three)).toEqual([
    { at: 0, told: ["fetchApi(1) begins"] },
    { at: 1000, told: ["fetchApi(1) ends", "fetchApi(2) begins"] },
    { at: 2000, told: ["fetchApi(2) ends", "fetchApi(3) begins"] },
    { at: 3000, told: ["fetchApi(3) ends", "settled: resolved at 3000 ms"] },
  ]);
});

test("failures, aborts, timers, blocked stretches and what came out are moments, too", () => {
  const calls = [
    call("load", [1], 0, 300, { how: "rejected", value: new Error("no") }),
    call("load", [2], 0, 500, { aborted: 200 }),
    call("touch", [], 100, 100),
    call("wait", [], 0),
  ];
  const trace = traceOf(calls, outcome("rejected", 500, fault("Error", "no")), {
    timersMade: [{ kind: "timeout", ms: 400, madeAt: 50, dueAt: 450, fired: [450] }],
    blocked: [{ from: 100, to: 150, by: "work", turn: 1 }],
    notes: [{ ...moment(120), name: "gets", value: 7, given: true }],
  });
  expect(momentsOf(layout(trace))).toEqual([
    { at: 0, told: ["load(1) begins", "load(2) begins", "wait() begins"] },
    { at: 50, told: ["setTimeout(400) is set"] },
    { at: 100, told: ["touch() begins and ends", "event loop is blocked"] },
    { at: 120, told: ["gets: 7"] },
    { at: 150, told: ["event loop is free again"] },
    { at: 200, told: ["load(2): aborted at 200 ms"] },
    { at: 300, told: ["load(1): Error: no"] },
    { at: 450, told: ["setTimeout(400) fires"] },
    { at: 500, told: ["load(2) ends", "settled: rejected at 500 ms: Error: no"] },
  ]);
});

test("a window has every lane, and of each what lies within it", () => {
  const part = windowOf(three, 500, 1500);
  const [own, could] = part.charts;
  expect([part.from, part.to]).toEqual([500, 1500]);
  expect(own!.lanes.map((lane) => "spans" in lane && lane.spans)).toEqual([
    [{ from: 500, to: 1000, look: "async" }],
    [{ from: 1000, to: 1500, look: "async" }],
    [],
  ]);
  expect(own!.outcomes).toMatchObject([{ start: 500, text: "resolved at 3000 ms" }]);
  expect("at" in own!.outcomes[0]!).toBe(false);
  expect(could!.outcomes).toMatchObject([{ at: 1000 }]);
  expect([own!.settledAt, could!.settledAt]).toEqual([undefined, 1000]);
  expect(drawTimeline(part).rows.map(({ chart }) => chart)).toEqual([0, 0, 0, 0, 1, 1, 1, 1]);
  expect(windowOf(three, 0, 3000)).toEqual(three);
});

test("a drawing is as wide as its room, tells where each row is, and cuts nothing off", () => {
  const plain = drawTimeline(three);
  expect([plain.svg, plain.width]).toEqual([timelineSvg(three), 800]);
  for (const width of [240, 320, 700, 1600]) {
    const { svg, rows, axis, height } = drawTimeline(three, { width });
    expect(svg).toContain(`viewBox="0 0 ${width} ${height}"`);
    const ends = [...svg.matchAll(/<text [^>]*x="([\d.]+)"[^>]*>([^<]*)</g)].map(
      ([, x, words]) => Number(x) + words!.length * 7.25,
    );
    expect(Math.max(...ends, axis.to)).toBeLessThanOrEqual(width);
    expect(rows.map(({ lane }) => lane.kind)).toEqual([
      ...["call", "call", "call", "outcome"],
      ...["call", "call", "call", "outcome"],
    ]);
    expect(
      rows.every(({ top, bottom }, index) => top < bottom && (rows[index + 1]?.top ?? height) >= bottom),
    ).toBe(true);
  }
});
