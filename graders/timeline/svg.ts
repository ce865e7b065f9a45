// The timeline as SVG: one self-contained picture for pages, vitest's UI and files, in light and dark.
import { ticksFor } from "./axis.ts";
import { descriptionOf, titleOf } from "./in-words.ts";
import { type Labelled, labelsIn, legendOf, longestLabel } from "./labels.ts";
import type { Chart, Gap, Lane, Look, Mark, OutcomeLane, Timeline, Track } from "./layout.ts";
import { BARS, ENDS, MARK, MARKS, n, warningSign } from "./svg-shapes.ts";
import { STYLE } from "./svg-style.ts";
import { ms, placeText, plainMs, type Stretch, wrap } from "./words.ts";

/** Units: of a picture that stands alone. */
const WIDTH = 800;
/** Below this the labels have no room beside the bars, and stand above them. */
const NARROW = 560;
const PADDING = 16;
const ROW = 24;
/** A line of text alone. */
const LINE = 20;
/** Advance of one character of the monospaced fonts at 12 px, the widest of them. */
const CHARACTER = 7.25;
const LONGEST_LABEL = 26;
/** The space beside a text. */
const GAP = 6;
/** And between two stretches in which the event loop was blocked. */
const LOOP_GAP = 10;

/** Where a lane's row is in a drawing, in its units; `chart` counts from 0. */
export interface Row {
  lane: Lane | Track | OutcomeLane;
  chart: number;
  top: number;
  bottom: number;
}

export interface Drawing {
  svg: string;
  width: number;
  height: number;
  rows: Row[];
  /** Between which of its units across the axis lies. */
  axis: Stretch;
}

/** A drawing under way: its parts from back to front, and how far down it has come. */
interface Canvas {
  timeline: Timeline;
  width: number;
  stacked: boolean;
  rows: Row[];
  grid: string[];
  parts: string[];
  y: number;
  label: (lane: Labelled) => string;
  left: number;
  x: (time: number) => number;
}

/**
 * The picture as an SVG document (https://www.w3.org/TR/SVG2/), 800 units wide: no script, no reference to anything
 * outside or inside it, so that several can stand in one page.
 */
export function timelineSvg(timeline: Timeline): string {
  return drawTimeline(timeline).svg;
}

/** The same for a room of `width` units, 240 at least, with the place of each row. */
export function drawTimeline(timeline: Timeline, { width = WIDTH } = {}): Drawing {
  const canvas = canvasOf(timeline, Math.max(240, width));
  if (timeline.headline !== undefined) {
    text(canvas, PADDING, canvas.y + 12, timeline.headline, "muted");
    canvas.y += LINE + 8;
  }
  for (const [index, chart] of timeline.charts.entries()) drawChart(canvas, chart, index);
  drawLegend(canvas);
  const { rows, left } = canvas;
  const height = Math.ceil(canvas.y + PADDING - 4);
  const svg = [
    `<svg xmlns="http://www.w3.org/2000/svg" class="dojo-timeline" role="img" viewBox="0 0 ${canvas.width} ${height}" width="${canvas.width}" height="${height}">`,
    `<title>${escaped(titleOf(timeline))}</title>`,
    `<desc>${escaped(descriptionOf(timeline))}</desc>`,
    `<style>${STYLE}</style>`,
    // Its own paper: the page around it may be of the other theme than the system.
    `<rect class="paper" width="${canvas.width}" height="${height}" rx="6"/>`,
    ...canvas.grid,
    ...canvas.parts,
    "</svg>",
  ].join("\n");
  return { svg, width: canvas.width, height, rows, axis: { from: left, to: canvas.x(timeline.to) } };
}

function canvasOf(timeline: Timeline, width: number): Canvas {
  const stacked = width < NARROW;
  // What is wider than the usual goes to labels by a third.
  const beside = LONGEST_LABEL + Math.max(0, Math.floor((width - WIDTH) / CHARACTER / 3));
  const room = stacked ? Math.floor((width - 2 * PADDING - 8) / CHARACTER) : beside;
  const labels = Math.max(14, Math.min(room, longestLabel(timeline)));
  const left = stacked ? PADDING + 8 : PADDING + 8 + labels * CHARACTER + 14;
  const scale = (width - PADDING - MARK - left) / (timeline.to - timeline.from || 1);
  const x = (time: number) => left + (Math.min(time, timeline.to) - timeline.from) * scale;
  const label = labelsIn(timeline, labels);
  return { timeline, width, stacked, rows: [], grid: [], parts: [], y: PADDING, label, left, x };
}

/** The lane's label, beside what is drawn of it or above. */
function drawLabel(canvas: Canvas, lane: Labelled, classes: string): void {
  text(canvas, PADDING + 8, canvas.y + ROW / 2 + 4, canvas.label(lane), classes);
  if (canvas.stacked) canvas.y += LINE - 2;
}

function drawChart(canvas: Canvas, chart: Chart, index: number): void {
  const { parts, rows } = canvas;
  const first = index === 0;
  if (!first) canvas.y += 14;
  parts.push(`<g${chart.ghost ? ' class="ghost"' : ""}>`);
  text(canvas, PADDING, canvas.y + 12, chart.title, "ink title");
  // A title that is longer than labels are stands above the times.
  if (first && PADDING + (chart.title.length + 1) * CHARACTER > canvas.left) canvas.y += LINE;
  if (first) drawTicks(canvas);
  canvas.y += LINE + 4;
  const top = canvas.y;
  // The line of settling lies under the bars; how long it is is known only at the end.
  const line = parts.push("") - 1;
  const draw = (lane: Lane | Track | OutcomeLane | Gap) => {
    if (lane.kind === "gap") return note(canvas, lane.text, "muted");
    const from = canvas.y;
    lane.kind === "outcome" ? drawOutcome(canvas, chart, lane) : drawLane(canvas, chart, lane);
    rows.push({ lane, chart: index, top: from, bottom: canvas.y });
  };
  for (const lane of [...chart.lanes, ...(chart.tasks ?? []), ...chart.tracks]) draw(lane);
  const bottom = canvas.y;
  for (const lane of chart.outcomes) draw(lane);
  if (chart.settledAt !== undefined)
    parts[line] = settledLine(
      canvas,
      chart.settledAt,
      top,
      bottom + (canvas.stacked ? LINE - 2 : 0) + ROW / 2,
    );
  drawGrid(canvas, top, canvas.y);
  for (const { text } of chart.notes) note(canvas, text, "ink", true);
  parts.push("</g>");
}

function drawTicks(canvas: Canvas): void {
  const { x, width: all } = canvas;
  for (const [index, tick] of ticks(canvas).entries()) {
    const label = index === 0 ? ms(tick) : plainMs(tick);
    const width = label.length * CHARACTER;
    const at = index === 0 ? x(tick) : Math.min(x(tick) - width / 2, all - PADDING - width);
    text(canvas, at, canvas.y + 12, label, "muted");
  }
}

function ticks({ timeline, left, width }: Canvas): number[] {
  return ticksFor(timeline, Math.floor((width - PADDING - left) / CHARACTER));
}

function drawGrid(canvas: Canvas, top: number, bottom: number): void {
  const { x, grid } = canvas;
  for (const time of ticks(canvas))
    grid.push(`<path class="grid" d="M${n(x(time))} ${n(top)}V${n(bottom)}"/>`);
}

function settledLine({ x }: Canvas, at: number, top: number, bottom: number): string {
  return `<path class="shape unwatched" stroke-dasharray="2 3" d="M${n(x(at))} ${n(top)}V${n(bottom)}"/>`;
}

function drawLane(canvas: Canvas, chart: Chart, lane: Lane | Track): void {
  drawLabel(canvas, lane, inkOf(chart));
  const { x, y } = { x: canvas.x, y: canvas.y + ROW / 2 };
  const begins = x(lane.kind === "call" ? lane.start : (lane.spans[0]?.from ?? canvas.timeline.from));
  const bar = { from: begins, to: begins };
  for (const [index, { from, to, look }] of lane.spans.entries()) {
    const stretch = visible(canvas, { from: x(from), to: x(to) });
    // Two stretches of the loop are two: between them it ran.
    const gap = index > 0 && look === "loop" && stretch.to - stretch.from > 2 * LOOP_GAP ? LOOP_GAP : 0;
    canvas.parts.push(BARS[look]({ from: stretch.from + gap, to: stretch.to }, y));
    bar.to = Math.max(bar.to, stretch.to);
  }
  const texts: Text[] = lane.text
    ? [{ text: lane.text, at: bar.to, below: lane.kind === "track" && lane.spans.length > 0 }]
    : [];
  // A mark without a bar has its text on either side.
  const barOf = (at: number) => (lane.spans.length > 0 ? bar : { from: x(at) - MARK, to: x(at) + MARK });
  texts.push(
    ...lane.marks.map(({ text, at, spare }) => ({ text, at: x(at), mark: MARK, bar: barOf(at), spare })),
  );
  drawTexts(canvas, bar, texts, inkOf(chart));
  canvas.parts.push(...lane.marks.map(({ at, look }) => MARKS[look](x(at), y)));
}

function drawOutcome(canvas: Canvas, chart: Chart, lane: OutcomeLane): void {
  drawLabel(canvas, lane, `${inkOf(chart)} title`);
  const y = canvas.y + ROW / 2;
  const colour = { right: "good", wrong: "bad", unknown: inkOf(chart) }[lane.verdict];
  const at = canvas.x(lane.at ?? canvas.timeline.to);
  canvas.parts.push(`<path class="shape unwatched" d="M${n(canvas.x(lane.start))} ${n(y)}H${n(at)}"/>`);
  const texts = [{ text: lane.text, short: lane.short, at, mark: MARK }];
  drawTexts(canvas, { from: at - MARK, to: at + MARK }, texts, colour);
  canvas.parts.push(lane.at === undefined ? MARKS.open(at, y) : ENDS[lane.verdict](at, y, colour));
}

function inkOf(chart: Chart): string {
  return chart.ghost ? "muted" : "ink";
}

interface Text {
  text: string;
  /** Instead, if the text finds no room. */
  short?: string | undefined;
  /** What it explains: a mark of this half size, or the end of a bar. */
  at: number;
  mark?: number;
  /** What it belongs to, if it is not the row's bar. */
  bar?: Stretch;
  /** It is left out if it finds no room. */
  spare?: true | undefined;
  /** It would cover what it explains. */
  below?: boolean;
}

/** Writes the texts beside their marks, those that find no room below, and ends the row. */
function drawTexts(canvas: Canvas, bar: Stretch, texts: Text[], colour: string): void {
  const { left } = canvas;
  const shifted = (stretch: Stretch) => ({ from: stretch.from - left, to: stretch.to - left });
  const taken = texts.flatMap(({ at, mark }) => (mark ? shifted({ from: at - mark, to: at + mark }) : []));
  const y = canvas.y + ROW / 2;
  canvas.y += ROW;
  for (const each of texts.filter((one) => one.text)) {
    const { text: long, short = long, at, mark = 0, bar: its = bar, spare, below } = each;
    const around = shifted({ from: at - 4 * GAP, to: at + mark });
    // At the end of a bar a piece of it is left to see between text and mark, or it would seem to end before the text.
    const ends = its.from < around.from + left;
    const frame = {
      mark: mark && !ends ? shifted({ from: at - mark, to: at + mark }) : around,
      bar: shifted(its),
      taken,
    };
    const place = (words: string) =>
      placeText(words.length * CHARACTER, { ...frame, width: canvas.width - PADDING - left, gap: GAP });
    const words = below ? undefined : [long, short].find((one) => place(one) !== undefined);
    if (words === undefined) {
      if (!spare) textBelow(canvas, at, long, colour);
    } else {
      const from = place(words)!;
      taken.push({ from, to: from + words.length * CHARACTER });
      beside(canvas, left + from, y, words, colour);
    }
  }
}

/** On paper of its own, up to the middle of a mark behind it: it may lie on a bar or on the line of settling. */
function beside(canvas: Canvas, x: number, y: number, words: string, colour: string): void {
  const width = words.length * CHARACTER + 2 * GAP + MARK;
  canvas.parts.push(
    `<rect class="paper" x="${n(x - GAP)}" y="${n(y - 9)}" width="${n(width)}" height="18"/>`,
  );
  text(canvas, x, y + 4, words, colour);
}

function textBelow(canvas: Canvas, at: number, words: string, colour: string): void {
  const room = Math.floor((canvas.width - 2 * PADDING) / CHARACTER);
  for (const line of wrap(words, room)) {
    const x = Math.min(at, canvas.width - PADDING - line.length * CHARACTER);
    beside(canvas, x, canvas.y + LINE / 2 - 2, line, colour);
    canvas.y += LINE;
  }
}

function note(canvas: Canvas, words: string, colour: string, warning = false): void {
  const x = PADDING + 8 + (warning ? 20 : 0);
  const room = Math.floor((canvas.width - PADDING - x) / CHARACTER);
  if (warning) canvas.parts.push(warningSign(PADDING + 15, canvas.y + ROW / 2));
  for (const line of wrap(words, room)) {
    beside(canvas, x, canvas.y + ROW / 2, line, colour);
    canvas.y += ROW - 2;
  }
}

function drawLegend(canvas: Canvas): void {
  const entries = legendOf(canvas.timeline);
  if (entries.length === 0) return;
  canvas.y += 10;
  let x = PADDING + 8;
  for (const [look, words] of entries) {
    const width = 34 + words.length * CHARACTER + 20;
    if (x + width > canvas.width && x > PADDING + 8) [x, canvas.y] = [PADDING + 8, canvas.y + LINE];
    const y = canvas.y + LINE / 2;
    const drawn =
      look in BARS ? BARS[look as Look]({ from: x, to: x + 26 }, y) : MARKS[look as Mark["look"]](x + 13, y);
    canvas.parts.push(drawn);
    text(canvas, x + 34, y + 4, words, "muted");
    x += width;
  }
  canvas.y += LINE;
}

/** At least wide enough to see, and not beyond the chart. */
function visible({ x, timeline }: Canvas, { from, to }: Stretch): Stretch {
  const end = x(timeline.to);
  return to - from >= 2 ? { from, to } : { from: Math.min(from, end - 2), to: Math.min(from, end - 2) + 2 };
}

function text({ parts }: Canvas, x: number, y: number, words: string, classes: string): void {
  parts.push(`<text class="${classes}" x="${n(x)}" y="${n(y)}">${escaped(words)}</text>`);
}

/** Text for XML 1.0 (https://www.w3.org/TR/xml/#charsets): what it forbids is left out, what it reserves escaped. */
function escaped(words: string): string {
  const allowed = words.replace(/[^\t\n\r -\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");
  return allowed.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}
