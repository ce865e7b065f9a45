// The shapes of the timeline's SVG: bars, marks and signs. Their colours are classes; see svg-style.ts.
import type { Look, Mark, OutcomeLane } from "./layout.ts";
import type { Stretch } from "./words.ts";

/** Half the size of a mark. */
export const MARK = 6;

/** How a stretch of a lane is drawn, around the height `y`. */
export const BARS: Record<Look, (stretch: Stretch, y: number) => string> = {
  async: (stretch, y) => band("async", stretch, y, 14),
  loop: ({ from, to }, y) =>
    `<path class="shape loop" stroke-width="14" stroke-dasharray="4 2" d="M${n(from)} ${n(y)}H${n(to)}"/>`,
  thread: (stretch, y) => band("thread", stretch, y - 4, 5) + band("thread", stretch, y + 4, 5),
  aborted: (stretch, y) => band("aborted", stretch, y, 6),
  unwatched: ({ from, to }, y) =>
    `<path class="shape unwatched" stroke-width="3" stroke-dasharray="5 4" d="M${n(from)} ${n(y)}H${n(to)}"/>`,
  task: (stretch, y) => band("task", stretch, y + 2, 8),
  timer: (stretch, y) => dotted("timer", stretch, y),
  left: (stretch, y) => dotted("left", stretch, y),
  late: (stretch, y) => dotted("left", stretch, y),
};

function dotted(look: string, { from, to }: Stretch, y: number): string {
  return `<path class="shape ${look}" stroke-width="2" stroke-dasharray="2 3" d="M${n(from)} ${n(y)}H${n(to)}"/>`;
}

function band(look: Look, { from, to }: Stretch, y: number, height: number): string {
  return `<rect class="shape ${look}" x="${n(from)}" y="${n(y - height / 2)}" width="${n(to - from)}" height="${height}" rx="2"/>`;
}

/** How a mark is drawn, around a point. */
export const MARKS: Record<Mark["look"], (x: number, y: number) => string> = {
  failed: (x, y) =>
    `${paper(x, y)}<path class="stop" stroke-width="2.5" d="M${n(x - 4)} ${n(y - 4)}l8 8m0 -8l-8 8"/>`,
  aborted: (x, y) =>
    `${paper(x, y)}<path class="stop" stroke-width="2" d="M${n(x - 3.5)} ${n(y + 3.5)}l7 -7M${n(x - 5)} ${n(y)}a5 5 0 1 0 10 0a5 5 0 1 0 -10 0"/>`,
  instant: (x, y) => `<path class="shape async" d="M${n(x - 6)} ${n(y)}l6 -6l6 6l-6 6z"/>`,
  // The bar breaks off under the arrow: it has no end here.
  open: (x, y) =>
    `<rect class="paper" x="${n(x - MARK)}" y="${n(y - 9)}" width="${MARK + 2}" height="18"/>` +
    `<path class="waiting" d="M${n(x - 6)} ${n(y - 9)}l12 9l-12 9z"/>`,
  made: (x, y) => `<circle class="shape ring" stroke-width="2" cx="${n(x)}" cy="${n(y)}" r="4"/>`,
  fired: (x, y) => `<path class="shape tick" d="M${n(x - 5)} ${n(y - 5)}h10l-5 10z"/>`,
  cleared: (x, y) => `<path class="shape ring" stroke-width="2.5" d="M${n(x)} ${n(y - 7)}v14"/>`,
  due: (x, y) => `<circle class="stop" stroke-width="1.5" cx="${n(x)}" cy="${n(y)}" r="4"/>`,
  beat: (x, y) =>
    `<path class="shape beat" d="M${n(x)} ${n(y + 5)}l-5 -5.5a2.8 2.8 0 0 1 5 -2.8a2.8 2.8 0 0 1 5 2.8z"/>`,
  given: (x, y) => `<path class="shape async" d="M${n(x - 6)} ${n(y)}l6 -6l6 6l-6 6z"/>`,
  stray: (x, y) => `${paper(x, y)}${warningSign(x, y)}`,
};

/** The end of an outcome: what is right or wrong is so by its shape, too. */
export const ENDS: Record<OutcomeLane["verdict"], (x: number, y: number, colour: string) => string> = {
  right: (x, y) =>
    `<circle class="good" cx="${n(x)}" cy="${n(y)}" r="7"/><path class="sign" stroke-width="2" d="M${n(x - 3.5)} ${n(y)}l2.5 3l4.5 -5.5"/>`,
  wrong: (x, y) =>
    `<circle class="bad" cx="${n(x)}" cy="${n(y)}" r="7"/><path class="sign" stroke-width="2" d="M${n(x - 3)} ${n(y - 3)}l6 6m0 -6l-6 6"/>`,
  unknown: (x, y, colour) => `<circle class="${colour}" cx="${n(x)}" cy="${n(y)}" r="5"/>`,
};

function paper(x: number, y: number): string {
  return `<circle class="paper" cx="${n(x)}" cy="${n(y)}" r="7"/>`;
}

export function warningSign(x: number, y: number): string {
  return `<path class="stop" stroke-width="1.5" stroke-linejoin="round" d="M${n(x)} ${n(y - 6)}l7 12h-14zm0 4v4m0 1.5v1"/>`;
}

/** A coordinate, with two decimals at most. */
export function n(value: number): string {
  return String(Math.round(value * 100) / 100);
}
