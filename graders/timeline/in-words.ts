// The timeline told in words, for those who cannot see its picture.

import { LOOP_LABEL, labelOf } from "./labels.ts";
import type { Lane, Timeline } from "./layout.ts";
import { ms, plainMs } from "./words.ts";

/** In one line, what came out. */
export function titleOf({ charts, headline }: Timeline): string {
  const told = charts.map(({ title, outcomes }) => {
    const last = outcomes.at(-1);
    return last?.kind === "outcome" ? `${title} ${last.text}` : title;
  });
  return `Timeline${headline === undefined ? "" : ` of ${headline}`}: ${told.join("; ")}`;
}

/** All that the picture shows. */
export function descriptionOf({ charts }: Timeline): string {
  return charts
    .map(({ title, lanes, loop, outcomes, notes }) => {
      const told = [
        ...lanes.map((lane) => (lane.kind === "gap" ? lane.text : laneInWords(lane))),
        ...(loop ? [`${LOOP_LABEL} ${loop.text}`] : []),
        ...outcomes.map((lane) => (lane.kind === "gap" ? lane.text : `${lane.label}: ${lane.text}`)),
        ...notes.map((one) => one.text),
      ];
      return `${title}: ${told.join("; ")}.`;
    })
    .join(" ");
}

function laneInWords(lane: Lane): string {
  const times =
    lane.end === undefined ? `from ${ms(lane.start)}` : `${plainMs(lane.start)} to ${ms(lane.end)}`;
  const texts = [lane.text, ...lane.marks.map((mark) => mark.text)].filter(Boolean);
  return [`${labelOf(lane, 60)} ${times}`, ...texts].join(", ");
}
