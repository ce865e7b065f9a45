// What the student's code printed, each line with its virtual time.
import type { ConsoleLine } from "../../../graders/trace/trace.ts";
import { type Paint, printable } from "../../lib/terminal.ts";

const MOST_CHARACTERS = 400;

export interface ConsoleLook {
  most: number;
  paint: Paint;
  /** How one sees those that are left out. */
  more?: string;
}

/**
 * Lines such as `   500 ms  log  hello`. Of more than `most` console lines the first and the last are shown, and how
 * many there are between them; a long line is cut, and says by how much.
 */
export function consoleLines(lines: readonly ConsoleLine[], { most, paint, more }: ConsoleLook): string[] {
  const all = lines.flatMap(split);
  if (all.length <= most) return all.map((line) => show(line, paint));
  const head = Math.ceil((most * 3) / 4);
  const left = all.length - most;
  return [
    ...all.slice(0, head).map((line) => show(line, paint)),
    paint("dim", `            … ${left} more ${left === 1 ? "line" : "lines"}${more ? `: ${more}` : ""} …`),
    ...all.slice(all.length - (most - head)).map((line) => show(line, paint)),
  ];
}

interface OneLine {
  at?: number;
  level: string;
  text: string;
}

function split({ at, level, text }: ConsoleLine): OneLine[] {
  return text
    .split("\n")
    .map((line, index) => (index === 0 ? { at, level, text: line } : { level: "", text: line }));
}

function show({ at, level, text }: OneLine, paint: Paint): string {
  const time = at === undefined ? "" : `${Math.round(at * 1000) / 1000} ms`;
  const left = text.length - MOST_CHARACTERS;
  const shown = printable(text.slice(0, MOST_CHARACTERS).replaceAll("\t", "  "));
  const more = left > 0 ? paint("dim", ` … ${left} more characters`) : "";
  return `${paint("dim", time.padStart(9))}  ${paint(colourOf(level), level.padEnd(5))} ${shown}${more}`.trimEnd();
}

function colourOf(level: string): "red" | "yellow" | "blue" {
  if (level === "error") return "red";
  return level === "warn" ? "yellow" : "blue";
}
