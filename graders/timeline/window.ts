// A part of a picture's axis, for who looks closer: what lies beyond it is left out, every lane stays.
import type { Chart, Gap, Lane, OutcomeLane, Span, Timeline, Track } from "./layout.ts";

/** The same lanes from `from` to `to`, virtual ms within the timeline's own axis. */
export function windowOf(timeline: Timeline, from: number, to: number): Timeline {
  const charts = timeline.charts.map((chart): Chart => {
    const { settledAt, ...rest } = chart;
    return {
      ...rest,
      lanes: kept(chart.lanes, callIn),
      ...(chart.tasks && { tasks: kept(chart.tasks, drawnIn) }),
      tracks: kept(chart.tracks, drawnIn),
      outcomes: kept(chart.outcomes, outcomeIn),
      ...(settledAt !== undefined && inside(settledAt) && { settledAt }),
    };
  });
  return { ...timeline, from, to, charts };

  function inside(at: number): boolean {
    return at >= from && at <= to;
  }
  function callIn(lane: Lane): Lane {
    return { ...drawnIn(lane), start: Math.min(Math.max(lane.start, from), to) };
  }
  function drawnIn<L extends Lane | Track>(lane: L): L {
    const spans = lane.spans.flatMap((span): Span[] => {
      const [begins, ends] = [Math.max(span.from, from), Math.min(span.to, to)];
      return begins <= ends ? [{ ...span, from: begins, to: ends }] : [];
    });
    return { ...lane, spans, marks: lane.marks.filter(({ at }) => inside(at)) };
  }
  function outcomeIn(lane: OutcomeLane): OutcomeLane {
    const { at, ...rest } = lane;
    const start = Math.min(Math.max(lane.start, from), to);
    return { ...rest, start, ...(at !== undefined && at <= to && { at: Math.max(at, from) }) };
  }
}

function kept<L extends { kind: string }>(lanes: readonly (L | Gap)[], part: (lane: L) => L): (L | Gap)[] {
  return lanes.map((lane) => (lane.kind === "gap" ? lane : part(lane as L)));
}
