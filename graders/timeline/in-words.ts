// The timeline told in words, for those who cannot see its picture.

import { labelOf } from "./labels.ts";
import type { Lane, OutcomeLane, Timeline, Track } from "./layout.ts";
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
    .map(({ title, lanes, tasks = [], tracks, outcomes, notes }) => {
      const told = [
        ...lanes.map((lane) => (lane.kind === "gap" ? lane.text : laneInWords(lane))),
        ...tasks.map((lane) => (lane.kind === "gap" ? lane.text : taskInWords(lane))),
        ...tracks.map((lane) => (lane.kind === "gap" ? lane.text : trackInWords(lane))),
        ...outcomes.map((lane) => (lane.kind === "gap" ? lane.text : outcomeInWords(lane))),
        ...notes.map((one) => one.text),
      ];
      return `${title}: ${told.join("; ")}.`;
    })
    .join(" ");
}

/** One lane of it, by itself. */
export function inWords(lane: Lane | Track | OutcomeLane): string {
  if (lane.kind === "call") return laneInWords(lane);
  if (lane.kind === "outcome") return outcomeInWords(lane);
  return lane.spans.some(({ look }) => look === "task") ? taskInWords(lane) : trackInWords(lane);
}

function laneInWords(lane: Lane): string {
  const times =
    lane.end === undefined ? `from ${ms(lane.start)}` : `${plainMs(lane.start)} to ${ms(lane.end)}`;
  const texts = [lane.text, ...lane.marks.map((mark) => mark.text)].filter(Boolean);
  return [`${labelOf(lane, 60)} ${times}`, ...texts].join(", ");
}

function taskInWords(track: Track): string {
  const [span] = track.spans;
  return span ? `${trackInWords(track)} ${plainMs(span.from)} to ${ms(span.to)}` : trackInWords(track);
}

/** What a picture says by its sign. */
function outcomeInWords({ label, text, verdict }: OutcomeLane): string {
  return `${label}: ${text}${verdict === "wrong" ? ", which is wrong" : ""}`;
}

/** Of many firings and beats it is enough that there were some. */
const MOST_TOLD = 6;

function trackInWords(track: Track): string {
  const told = track.marks.filter(({ look, text }) => text || ["made", "fired", "due"].includes(look));
  const texts = told
    .slice(0, MOST_TOLD)
    .map(({ at, look, text }) =>
      text && (look === "given" || look === "stray")
        ? `${text} at ${ms(at)}`
        : text || `${look} at ${ms(at)}`,
    );
  if (told.length > MOST_TOLD) texts.push(`and ${told.length - MOST_TOLD} more`);
  return [labelOf(track, 60), track.text, ...texts].filter(Boolean).join(", ");
}
