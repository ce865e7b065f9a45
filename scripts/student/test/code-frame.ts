// The student's own line, where their code threw or did not compile.
import type { Position } from "../../../graders/trace/plain.ts";
import type { Excerpt } from "../../../graders/vitest/report.ts";
import { columnsOf, cut, type Paint, printable } from "../../lib/terminal.ts";

/** The line at `where` with those around it and a mark under the column, at most `width` columns wide. */
export function codeFrame({ first, lines }: Excerpt, where: Position, width: number, paint: Paint): string[] {
  const digits = String(first + lines.length - 1).length;
  const room = Math.max(20, width - digits - 5);
  return lines.flatMap((line, index) => {
    const number = first + index;
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

function plain(line: string): string {
  return printable(line.replaceAll("\t", "  "));
}
