// A timeline's lanes, and all that they show in words.
import { inWords } from "../../../../graders/timeline/in-words.ts";
import type { Lane, OutcomeLane, Timeline, Track } from "../../../../graders/timeline/layout.ts";
import { el } from "../../../lib/page/dom.ts";

export type Drawn = Lane | Track | OutcomeLane;

/** All lanes that are drawn, in the order of the drawing's rows. */
export function lanesOf({ charts }: Timeline): Drawn[] {
  const all = charts.flatMap(({ lanes, tasks = [], tracks, outcomes }) => [
    ...lanes,
    ...tasks,
    ...tracks,
    ...outcomes,
  ]);
  return all.filter((lane) => lane.kind !== "gap");
}

/** All that the picture shows, for who would rather read. */
export function inWordsOf({ charts }: Timeline): HTMLElement {
  const lists = charts.map(({ title, lanes, tasks = [], tracks, outcomes, notes }) => {
    const all = [...lanes, ...tasks, ...tracks, ...outcomes];
    const told = [
      ...all.map((lane) => (lane.kind === "gap" ? lane.text : inWords(lane))),
      ...notes.map(({ text }) => text),
    ];
    return el("div", {}, el("h3", {}, title), el("ul", {}, ...told.map((text) => el("li", {}, text))));
  });
  return el("details", { class: "in-words" }, el("summary", {}, "The same in words"), ...lists);
}
