// The timeline as text, for terminals: every character is one cell wide, and colour only repeats what shapes say.
import { styleText } from "node:util";
import { ticksFor } from "./axis.ts";
import { type Labelled, labelsIn, legendOf, longestLabel } from "./labels.ts";
import type { Chart, Gap, Lane, Look, Mark, OutcomeLane, Timeline, Track } from "./layout.ts";
import { cut, ms, placeText, plainMs, type Stretch, wrap } from "./words.ts";

type Style = Exclude<Parameters<typeof styleText>[0], readonly unknown[]>;
type Cell = { char: string; style: Style | undefined };
type Row = Cell[];

/** What a drawing needs to know of its frame: where the chart begins, how wide it is, and what each time's column is. */
interface Frame {
  timeline: Timeline;
  width: number;
  labelWidth: number;
  chartWidth: number;
  column: (time: number) => number;
  label: (lane: Labelled) => string;
}

const BARS: Record<Look, { char: string; style: Style }> = {
  async: { char: "█", style: "cyan" },
  loop: { char: "▒", style: "red" },
  thread: { char: "═", style: "magenta" },
  aborted: { char: "━", style: "yellow" },
  unwatched: { char: "╌", style: "gray" },
  task: { char: "▄", style: "green" },
  timer: { char: "┄", style: "blue" },
  left: { char: "┄", style: "yellow" },
  late: { char: "~", style: "yellow" },
};
const GHOST_BAR = "░";

const MARKS: Record<Mark["look"], { char: string; style: Style }> = {
  failed: { char: "×", style: "yellow" },
  aborted: { char: "⊘", style: "yellow" },
  instant: { char: "◆", style: "cyan" },
  open: { char: "→", style: "cyan" },
  made: { char: "○", style: "blue" },
  fired: { char: "▼", style: "blue" },
  cleared: { char: "┤", style: "blue" },
  due: { char: "○", style: "yellow" },
  beat: { char: "♥", style: "magenta" },
  given: { char: "◆", style: "cyan" },
  stray: { char: "⚠", style: "yellow" },
};

/** What settled: as it should, as it should not, or nobody can say. */
const VERDICTS: Record<OutcomeLane["verdict"], { sign: string; style: Style | undefined }> = {
  right: { sign: "✓ ", style: "green" },
  wrong: { sign: "✗ ", style: "red" },
  unknown: { sign: "", style: undefined },
};

const MARK_CHARS = new Set([...Object.values(MARKS).map(({ char }) => char), "●"]);
const SETTLED_LINE = "┊";
const INDENT = 2;
/** Cells that any picture needs. */
const NARROWEST = 20;

/**
 * The picture as lines of at most `width` cells (taken as 20 to 200), without a last newline. Colours only if `colour`.
 */
export function timelineText(
  timeline: Timeline,
  { width = 80, colour = false }: { width?: number; colour?: boolean } = {},
): string {
  const frame = frameOf(timeline, Math.min(200, Math.max(NARROWEST, Math.floor(width))));
  const charts = timeline.charts.map((chart, index) => chartRows(frame, chart, index === 0));
  const rows = charts.flatMap((chart, index) => (index === 0 ? chart : [[], ...chart]));
  if (timeline.headline !== undefined) rows.unshift(...hanging(frame, timeline.headline, "gray", 0), []);
  const legend = legendRows(frame);
  if (legend.length) rows.push([], ...legend);
  return rows.map((row) => print(row, colour)).join("\n");
}

function frameOf(timeline: Timeline, width: number): Frame {
  // The titles stand in the labels' column: "as it could be" begins it two cells further left.
  const room = Math.floor(width / 3);
  const labelWidth = Math.max(Math.min(12, room), Math.min(longestLabel(timeline), room));
  const chartWidth = width - INDENT - labelWidth - 2;
  // Where everything happened in one instant any scale will do.
  const scale = (chartWidth - 1) / (timeline.to - timeline.from || 1);
  const column = (time: number) =>
    Math.max(0, Math.min(chartWidth - 1, Math.round((time - timeline.from) * scale)));
  return { timeline, width, labelWidth, chartWidth, column, label: labelsIn(timeline, labelWidth) };
}

function chartRows(frame: Frame, chart: Chart, first: boolean): Row[] {
  const title = put([], 0, chart.title, "bold");
  // A title that is longer than labels are stands above the times.
  const long = title.length >= chartStart(frame);
  const rows = first ? [...(long ? [title] : []), ...axisRows(frame, long ? [] : title)] : [title];
  for (const lane of [...chart.lanes, ...(chart.tasks ?? []), ...chart.tracks])
    rows.push(...(lane.kind === "gap" ? gapRows(frame, lane) : laneRows(frame, chart, lane)));
  for (const lane of chart.outcomes)
    rows.push(...(lane.kind === "gap" ? gapRows(frame, lane) : outcomeRows(frame, lane)));
  for (const { text } of chart.notes) rows.push(...hanging(frame, `⚠ ${text}`, "yellow"));
  return chart.ghost ? rows.map((row) => row.map(({ char }) => ({ char, style: "dim" }))) : rows;
}

function axisRows(frame: Frame, title: Row): Row[] {
  const start = chartStart(frame);
  if (frame.timeline.from === frame.timeline.to) return [put(title, start, ms(frame.timeline.to), "gray")];
  const ruler = put([], start, `├${"─".repeat(frame.chartWidth - 2)}┤`, "gray");
  let free = start;
  for (const [index, tick] of ticksFor(frame.timeline, frame.chartWidth).entries()) {
    const [label, column] = [index === 0 ? ms(tick) : plainMs(tick), frame.column(tick)];
    const middle = index === 0 ? column : column - Math.floor((label.length - 1) / 2);
    const at = start + Math.min(middle, frame.chartWidth - label.length);
    if (column > 0 && column < frame.chartWidth - 1) put(ruler, start + column, "┼", "gray");
    if (at < free) continue;
    put(title, at, label, "gray");
    free = at + label.length + 1;
  }
  return [title, ruler];
}

function laneRows(frame: Frame, chart: Chart, lane: Lane | Track): Row[] {
  const { column, chartWidth } = frame;
  const row = chartRow(frame, chart, frame.label(lane));
  const begins = column(lane.kind === "call" ? lane.start : (lane.spans[0]?.from ?? frame.timeline.from));
  const bar = { from: begins, to: begins };
  let before: { to: number; look: Look } | undefined;
  for (const span of lane.spans) {
    const { char, style } = BARS[span.look];
    const { from, to } = cells(frame, span);
    const drawn = chart.ghost && span.look === "async" ? GHOST_BAR : char;
    // Two stretches of the loop are two: between them it ran.
    const gap = span.look === "loop" && before?.look === "loop" && before.to >= from && to - from > 1 ? 1 : 0;
    put(row, chartStart(frame) + from, " ".repeat(gap) + drawn.repeat(to - from - gap), style);
    bar.to = Math.max(bar.to, to);
    before = { to, look: span.look };
  }
  const texts: Text[] = lane.text
    ? [{ text: lane.text, below: lane.kind === "track" && lane.spans.length > 0 }]
    : [];
  for (const { at, look, text, spare } of lane.marks) {
    const ends = ["failed", "instant", "open"].includes(look);
    const from = Math.min(ends ? Math.max(bar.to, column(at)) : column(at), chartWidth - 1);
    put(row, chartStart(frame) + from, MARKS[look].char, MARKS[look].style);
    const mark = { from, to: from + 1 };
    // A mark without a bar has its text on either side.
    texts.push({ text, mark, bar: lane.spans.length > 0 ? bar : mark, mayCut: look === "failed", spare });
  }
  return withTexts(frame, row, bar, texts);
}

function outcomeRows(frame: Frame, lane: OutcomeLane): Row[] {
  const row = put([], INDENT, frame.label(lane), "bold");
  const from = lane.at === undefined ? frame.chartWidth - 1 : frame.column(lane.at);
  const mark = { from, to: from + 1 };
  const { sign, style } = VERDICTS[lane.verdict];
  const start = Math.min(frame.column(lane.start), from);
  put(row, chartStart(frame) + start, "─".repeat(from - start), "gray");
  put(row, chartStart(frame) + from, lane.at === undefined ? "→" : "●", style);
  const short = lane.short && `${sign}${lane.short}`;
  return withTexts(frame, row, mark, [{ text: `${sign}${lane.text}`, short, mark, style }]);
}

/** A stretch of time in cells, never less than one. */
function cells({ column }: Frame, { from, to }: Stretch): Stretch {
  return { from: column(from), to: Math.max(column(to), column(from) + 1) };
}

interface Text {
  text: string;
  /** Instead, if the text finds no room. */
  short?: string | undefined;
  /** What it explains; without, the bar as a whole. */
  mark?: Stretch;
  /** What it belongs to, if it is not the row's bar. */
  bar?: Stretch;
  mayCut?: boolean;
  /** It is left out if it finds no room. */
  spare?: true | undefined;
  /** It would cover what it explains. */
  below?: boolean;
  style?: Style | undefined;
}

/** A cut text must still say something. */
const SHORTEST = 18;

/** The row with its texts beside their marks. A text that finds no room stands in a line of its own below. */
function withTexts(frame: Frame, row: Row, bar: Stretch, texts: Text[]): Row[] {
  const start = chartStart(frame);
  const taken = texts.flatMap(({ mark }) => mark ?? []);
  const below: Row[] = [];
  for (const { text, short, mark: at, mayCut, spare, below: under, style, bar: its = bar } of texts.filter(
    (one) => one.text,
  )) {
    const mark = at ? { ...at } : { from: Math.max(bar.from, bar.to - 2), to: bar.to };
    // The line of settling belongs to what ends there.
    if (row[start + mark.to]?.char === SETTLED_LINE) mark.to++;
    const place = (length: number) =>
      placeText(length, { mark, bar: its, taken, width: frame.chartWidth, gap: 1 });
    let fitting = short !== undefined && place(text.length) === undefined ? short : text;
    while (mayCut && fitting.length > SHORTEST && place(fitting.length) === undefined)
      fitting = cut(text, fitting.length - 1);
    const from = under ? undefined : place(fitting.length);
    if (from === undefined) {
      if (!spare) below.push(...textBelow(frame, text, mark.from, style));
    } else {
      const to = from + fitting.length;
      taken.push({ from, to });
      clear(row, start + from - 1);
      put(row, start + from, fitting, style);
      clear(row, start + to);
    }
  }
  return [row, ...below];
}

/** Makes room around a text; marks stay. */
function clear(row: Row, at: number): void {
  if (row[at] && !MARK_CHARS.has(row[at].char)) row[at] = { char: " ", style: undefined };
}

/** Within the chart, as near to its column as it fits; a longer text has the whole width. */
function textBelow(frame: Frame, text: string, at: number, style?: Style): Row[] {
  const [start, deep] = [chartStart(frame), 2 * INDENT];
  if (text.length > frame.width - deep) return hanging(frame, text, style, deep);
  return [put([], Math.min(start + at, frame.width - text.length), text, style)];
}

function gapRows(frame: Frame, { text }: Gap): Row[] {
  return hanging(frame, text, "gray");
}

/** A text in lines of its own, those after the first two cells further in. */
function hanging(frame: Frame, text: string, style?: Style, indent = INDENT): Row[] {
  const lines = wrap(text, frame.width - indent - 2);
  return lines.map((line, index) => put([], index === 0 ? indent : indent + 2, line, style));
}

function legendRows(frame: Frame): Row[] {
  const rows: Row[] = [];
  for (const [look, explanation] of legendOf(frame.timeline)) {
    const { char } = look in BARS ? BARS[look as Look] : MARKS[look as Mark["look"]];
    const text = cut(`${char} ${explanation}`, frame.width - INDENT);
    const row = rows.at(-1);
    if (row && row.length + 3 + text.length <= frame.width) put(row, row.length + 3, text, "gray");
    else rows.push(put([], INDENT, text, "gray"));
  }
  return rows;
}

function chartStart(frame: Frame): number {
  return INDENT + frame.labelWidth + 2;
}

/** A row with its label, and the moment of settling as a thin line that bars and texts are drawn over. */
function chartRow(frame: Frame, chart: Chart, label: string): Row {
  const row = put([], INDENT, label);
  if (chart.settledAt === undefined) return row;
  return put(row, chartStart(frame) + frame.column(chart.settledAt), SETTLED_LINE, "gray");
}

/** Writes `text` into `row` from cell `at` on. */
function put(row: Row, at: number, text: string, style?: Style): Row {
  while (row.length < at) row.push({ char: " ", style: undefined });
  for (const [index, char] of [...text].entries()) row[at + index] = { char, style };
  return row;
}

function print(row: Row, colour: boolean): string {
  while (row.at(-1)?.char === " ") row.pop();
  if (!colour) return row.map(({ char }) => char).join("");
  let text = "";
  for (let from = 0, to = 0; from < row.length; from = to) {
    const { style } = row[from]!;
    while (to < row.length && row[to]!.style === style) to++;
    const run = row.slice(from, to).map(({ char }) => char);
    // The caller has decided about colour; styleText would ask the stream again.
    text += style ? styleText(style, run.join(""), { validateStream: false }) : run.join("");
  }
  return text;
}
