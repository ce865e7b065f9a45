// One step of a run on the screen: what has happened, the line that runs, what waits, and what was printed.
import type { Happening } from "../../../graders/timeline/step-by-step.ts";
import { waitingAt } from "../../../graders/timeline/waiting.ts";
import type { Position } from "../../../graders/trace/plain.ts";
import { columnsOf, cut, type Paint, printable, wrap } from "../../lib/terminal.ts";
import { nothingWaits } from "./nothing-waits.ts";
import { printedLines } from "./printed.ts";
import type { Stepped } from "./stepped.ts";

export interface StepLook {
  width: number;
  /** How many lines there are; at least 12 are used. */
  rows: number;
  paint: Paint;
}

/** Lines around the one that runs. */
const AROUND = 3;
const PRINTED = 3;
const WAITING = 3;
const FEWEST = 3;

/** Exactly `rows` lines, unless these are too few. */
export function stepLines(stepped: Stepped, at: number, look: StepLook): string[] {
  const source = sourceLines(stepped, at, look);
  const waiting = waitingLines(stepped, at, look);
  const printed = printedSoFar(stepped, at, look);
  const below = [...source, ...waiting, ...printed];
  const room = Math.max(FEWEST, look.rows - below.length);
  const first = Math.max(0, at - room + 1);
  const past = stepped.happenings.slice(first, at + 1);
  const told = past.map((one, index) =>
    eventLine(one, stepped.happenings[first + index - 1], first + index === at, look),
  );
  const blank = Array.from({ length: room - told.length }, () => "");
  return [...told, ...blank, ...below];
}

function eventLine(
  one: Happening,
  before: Happening | undefined,
  here: boolean,
  { width, paint }: StepLook,
): string {
  // A time stands where it is another one, or where a turn begins.
  const time = before?.at === one.at && one.level !== "turn" ? "" : `${Math.round(one.at * 1000) / 1000} ms`;
  const sign = { turn: "▼ ", microtask: " · ", within: "   " }[one.level];
  const text = cut(`${time.padStart(9)}  ${sign}${printable(one.text)}`, width - 2);
  return here ? paint("bold", `›${text}`) : ` ${one.level === "turn" ? text : paint("dim", text)}`;
}

/** What it is, and where in it one is. */
export function headLine({ title, happenings }: Stepped, at: number, width: number, paint: Paint): string {
  const place = `step ${at + 1} of ${happenings.length}`;
  const name = cut(printable(title), width - place.length - 3);
  return ` ${paint("bold", name)}${" ".repeat(Math.max(1, width - 2 - columnsOf(name) - place.length))}${place}`;
}

/** All of it, for where no keys can be pressed. */
export function allSteps({ happenings, entry }: Stepped): string[] {
  return happenings.map(({ at, level, text, where }) => {
    const sign = { turn: "▼ ", microtask: "  · ", within: "      " }[level];
    const line = where
      ? `  (${(where.file ?? entry) === entry ? "line " : `${printable(where.file!)}:`}${where.line})`
      : "";
    return `${`${Math.round(at * 1000) / 1000} ms`.padStart(9)} ${sign}${printable(text)}${line}`;
  });
}

function titled(title: string, { width, paint }: StepLook): string {
  const line = `── ${title} `;
  return paint("dim", cut(line + "─".repeat(Math.max(0, width - line.length)), width));
}

/** The line that runs, or last ran, with those around it. */
function sourceLines({ happenings, files, entry }: Stepped, at: number, look: StepLook): string[] {
  const place: Position = happenings.slice(0, at + 1).findLast(({ where }) => where)?.where ?? {
    line: 1,
    column: 1,
  };
  const name = place.file ?? entry;
  const lines = (files.get(name) ?? "").replace(/^\uFEFF/, "").split(/\r\n|[\n\r\u2028\u2029]/);
  const now = happenings[at]?.where !== undefined;
  const first = Math.max(0, Math.min(place.line - 1 - AROUND, lines.length - 2 * AROUND - 1));
  const digits = String(first + 2 * AROUND + 1).length;
  const shown = Array.from({ length: 2 * AROUND + 1 }, (_, index) => {
    const number = first + index + 1;
    if (number > lines.length) return "";
    const here = number === place.line;
    const text = cut(printable(lines[number - 1]!.replaceAll("\t", "  ")), look.width - digits - 5);
    const line = `${here ? "›" : " "} ${String(number).padStart(digits)} │ ${text}`.trimEnd();
    return here ? look.paint(now ? ["bold", "cyan"] : "cyan", line) : line;
  });
  return [titled(printable(name), look), ...shown];
}

function waitingLines({ trace, happenings }: Stepped, at: number, look: StepLook): string[] {
  const waiting = waitingAt(trace, Math.floor(happenings[at]?.seq ?? 0));
  const lines = wrap(waiting.join(" · ") || nothingWaits(at, happenings.length), look.width - 4, " · ");
  const shown =
    lines.length > WAITING
      ? [...lines.slice(0, WAITING - 1), cut(`${lines[WAITING - 1]} · …`, look.width - 4)]
      : lines;
  return [
    titled("waits now", look),
    ...filled(
      shown.map((line) => `  ${cut(line, look.width - 4)}`),
      WAITING,
    ),
  ];
}

function printedSoFar({ trace, happenings }: Stepped, at: number, look: StepLook): string[] {
  const seq = happenings[at]?.seq ?? 0;
  const { console: soFar } = trace;
  const lines = printedLines(soFar.filter((line) => line.seq <= seq)).slice(-PRINTED);
  const shown = lines.map(({ at: time, text }) => cut(`${time.padStart(9)}  ${printable(text)}`, look.width));
  return [titled("printed", look), ...filled(shown, PRINTED)];
}

function filled(lines: string[], length: number): string[] {
  return [...lines, ...Array.from({ length: length - lines.length }, () => "")];
}
