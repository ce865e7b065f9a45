// A check's timeline in the page: drawn from its layout when it is asked for.
import type { Timeline } from "../../../../../graders/timeline/layout.ts";
import { timelineSvg } from "../../../../../graders/timeline/svg.ts";
import { el } from "../../../../lib/page/dom.ts";
import { drawSvg } from "../../../../lib/page/draw-svg.ts";
import type { ChunkItem } from "../page-data.ts";
import { openItem } from "./open-chunk.ts";

/** Room for the timeline, and the means to fill it. The room is a little less than most timelines need. */
export function pictureRoom(item: ChunkItem): { figure: HTMLElement; draw(): Promise<void> } {
  const figure = el("figure", { class: "timeline", tabindex: 0, "aria-label": "Timeline" });
  const draw = async () => {
    figure.replaceChildren(drawSvg(timelineSvg(await openItem<Timeline>(item))));
  };
  return { figure, draw };
}
