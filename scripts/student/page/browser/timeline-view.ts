// A check's timeline, as wide as its room: each lane can be pointed at, the arrow keys go through lanes and times.
import { inWords, titleOf } from "../../../../graders/timeline/in-words.ts";
import type { Timeline } from "../../../../graders/timeline/layout.ts";
import { momentsOf } from "../../../../graders/timeline/moments.ts";
import { type Drawing, drawTimeline } from "../../../../graders/timeline/svg.ts";
import { windowOf } from "../../../../graders/timeline/window.ts";
import { el } from "../../../lib/page/dom.ts";
import { drawSvg } from "../../../lib/page/draw-svg.ts";
import type { CallView } from "../shapes.ts";
import { type Drawn, inWordsOf, lanesOf } from "./lanes.ts";
import { msText } from "./words.ts";
import { inAWindow, type Stretch, zoomed } from "./zoom.ts";
import { zoomButtons } from "./zoom-buttons.ts";

export interface TimelineView {
  element: HTMLElement;
  /** Shows the line of this time (virtual ms); none where it is undefined. */
  at(time: number | undefined): void;
}

export interface TimelineTools {
  /** What stands beside the buttons below. */
  more?: readonly HTMLElement[];
  /** A lane was pointed at or gone to; undefined: one of no call of the student's. */
  chosen?(call: CallView | undefined): void;
}

/** By the place of the key, so that it is the same hand on every keyboard. */
const BY_PLACE: Record<string, string> = {
  KeyA: "ArrowLeft",
  KeyD: "ArrowRight",
  KeyW: "ArrowUp",
  KeyS: "ArrowDown",
};
/** How near, in px, the mouse must be to a moment to mean it. */
const NEAR = 8;

/** `calls`: of the first chart's calls, in the order of their lanes. */
export function timelineView(
  timeline: Timeline,
  calls: readonly CallView[],
  { more = [], chosen }: TimelineTools = {},
): TimelineView {
  const lanes = lanesOf(timeline);
  const moments = momentsOf(timeline);
  const whole: Stretch = { from: timeline.from, to: timeline.to };
  let shown = whole;
  let drawing: Drawing | undefined;
  let lane = 0;
  let time: number | undefined;

  const cursor = el("div", { class: "cursor", hidden: true });
  const picture = el("div", { class: "picture" });
  const readout = el("p", { class: "readout", role: "status" });
  const buttons = lanes.map((one, index) => {
    const button = el("button", { class: "lane", type: "button", tabindex: index === 0 ? 0 : -1 });
    button.ariaLabel = describe(one, index);
    button.addEventListener("focus", () => choose(index));
    button.addEventListener("click", () => choose(index));
    return button;
  });
  const group = el("div", {
    class: "lanes",
    role: "group",
    "aria-label": "Lanes. Arrow keys: lane, and time",
  });
  group.append(...buttons);
  const buttonsBelow = zoomButtons(zoom);
  const element = el(
    "figure",
    { class: "timeline", "aria-label": titleOf(timeline) },
    picture,
    el("div", { class: "below" }, readout, buttonsBelow.element, ...more),
    inWordsOf(timeline),
  );
  new ResizeObserver(() => draw()).observe(picture);
  group.addEventListener("keydown", pressed);
  picture.addEventListener("pointermove", ({ clientX, target }) => pointed(clientX, target as Element));
  picture.addEventListener("pointerleave", () => place(time));
  return { element, at };

  function draw(): void {
    const width = Math.floor(picture.clientWidth);
    if (width === 0 || drawing?.width === width) return;
    drawing = drawTimeline(shown === whole ? timeline : windowOf(timeline, shown.from, shown.to), { width });
    const svg = drawSvg(drawing.svg);
    svg.setAttribute("aria-hidden", "true");
    for (const told of svg.querySelectorAll("title, desc")) told.remove();
    for (const [index, { top, bottom }] of drawing.rows.entries()) {
      const { style } = buttons[index]!;
      style.insetBlockStart = `${top}px`;
      style.blockSize = `${bottom - top}px`;
    }
    const focused = document.activeElement;
    picture.replaceChildren(svg, cursor, group);
    if (focused instanceof HTMLElement && group.contains(focused)) focused.focus();
    place(time);
    buttonsBelow.mark(shown === whole);
  }

  function redraw(): void {
    drawing = undefined;
    draw();
  }

  /** Where a time is in the picture; undefined beyond what is shown. */
  function xOf(at: number): number | undefined {
    if (!drawing || at < shown.from || at > shown.to) return undefined;
    const { from, to } = drawing.axis;
    return from + ((at - shown.from) / (shown.to - shown.from || 1)) * (to - from);
  }

  function place(at: number | undefined): void {
    const x = at === undefined ? undefined : xOf(at);
    cursor.hidden = x === undefined;
    if (x !== undefined) cursor.style.insetInlineStart = `${x}px`;
  }

  function at(next: number | undefined): void {
    time = next;
    if (next !== undefined) show(inAWindow(shown, next, whole));
    place(time);
  }

  function show(next: Stretch): void {
    const same = next.from === shown.from && next.to === shown.to;
    shown = next.from === whole.from && next.to === whole.to ? whole : next;
    if (!same) redraw();
  }

  function choose(index: number): void {
    lane = index;
    for (const [each, button] of buttons.entries()) {
      button.tabIndex = each === index ? 0 : -1;
      button.classList.toggle("chosen", each === index);
    }
    readout.textContent = describe(lanes[index]!, index);
    chosen?.(calls[callNumber(index)]);
  }

  function pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const keys: Record<string, () => void> = {
      ArrowUp: () => buttons[Math.max(0, lane - 1)]?.focus(),
      ArrowDown: () => buttons[Math.min(buttons.length - 1, lane + 1)]?.focus(),
      ArrowLeft: () => go(moments.findLastIndex((one) => one.at < (time ?? Infinity))),
      ArrowRight: () => go(moments.findIndex((one) => one.at > (time ?? -Infinity))),
      Home: () => go(0),
      End: () => go(moments.length - 1),
      "+": () => zoom(0.5),
      "=": () => zoom(0.5),
      "-": () => zoom(2),
      "0": () => zoom(Infinity),
    };
    const act = keys[BY_PLACE[event.code] ?? event.key];
    if (!act) return;
    event.preventDefault();
    act();
  }

  function go(index: number): void {
    const moment = moments[index];
    if (!moment) return;
    at(moment.at);
    readout.textContent = `${msText(moment.at)}: ${moment.told.join("; ")}`;
  }

  function pointed(clientX: number, target: Element): void {
    if (!drawing) return;
    const x = clientX - picture.getBoundingClientRect().left;
    const near = moments
      .map((one) => ({ one, away: Math.abs((xOf(one.at) ?? -Infinity) - x) }))
      .sort((a, b) => a.away - b.away)[0];
    const index = buttons.indexOf(target as HTMLButtonElement);
    const said = index < 0 ? "" : describe(lanes[index]!, index);
    if (near && near.away <= NEAR) {
      place(near.one.at);
      readout.textContent = `${msText(near.one.at)}: ${near.one.told.join("; ")}`;
      return;
    }
    place(time);
    if (said) readout.textContent = said;
  }

  function zoom(by: number): void {
    show(zoomed(shown, whole, by, time));
  }

  function describe(one: Drawn, index: number): string {
    const { ended } = (one.kind === "call" && calls[callNumber(index)]) || {};
    return ended === undefined ? inWords(one) : `${inWords(one)}, ${ended}`;
  }

  /** The how manieth call a lane is, of the first chart; none of it: beyond all calls. */
  function callNumber(index: number): number {
    const own = timeline.charts[0]?.lanes.filter(({ kind }) => kind === "call").length ?? 0;
    return index < own ? index : Number.POSITIVE_INFINITY;
  }
}
