// A run's console line by line, each with its virtual time.
import type { ConsoleLine } from "../../../graders/trace/trace.ts";

export interface Printed {
  /** `1000 ms`; empty for the later lines of one call. */
  at: string;
  level: string;
  text: string;
}

export function printedLines(lines: readonly ConsoleLine[]): Printed[] {
  return lines.flatMap(({ at, level, text }) =>
    text.split("\n").map((line, index) => ({
      at: index === 0 ? `${Math.round(at * 1000) / 1000} ms` : "",
      level,
      text: line.replaceAll("\t", "  "),
    })),
  );
}
