// The student's own line, where their code threw or did not compile.
import { readFileSync } from "node:fs";
import type { Position } from "../../../graders/trace/plain.ts";
import { columnsOf, cut, type Paint, printable } from "../../lib/terminal.ts";

const AROUND = 2;

/**
 * The line at `where` in the file `path` (absolute), with those around it and a mark under the column, at most `width`
 * columns wide. Nothing if the file is gone or has no such line.
 */
export function codeFrame(path: string, where: Position, width: number, paint: Paint): string[] {
  const lines = linesOf(path);
  if (lines[where.line - 1] === undefined) return [];
  const from = Math.max(0, where.line - 1 - AROUND);
  const around = lines.slice(from, where.line + AROUND);
  const digits = String(from + around.length).length;
  const room = Math.max(20, width - digits - 5);
  return around.flatMap((line, index) => {
    const number = from + index + 1;
    const here = number === where.line;
    const left = `${here ? ">" : " "} ${String(number).padStart(digits)} |`;
    const text = `${left} ${cut(plain(line), room)}`.trimEnd();
    if (!here) return [paint("dim", text)];
    const column = columnsOf(plain(line.slice(0, where.column - 1)));
    return column < room
      ? [text, `  ${" ".repeat(digits)} | ${" ".repeat(column)}${paint("red", "^")}`]
      : [text];
  });
}

function linesOf(path: string): string[] {
  try {
    return readFileSync(path, "utf8").split(/\r?\n/);
  } catch {
    return [];
  }
}

function plain(line: string): string {
  return printable(line.replaceAll("\t", "  "));
}
