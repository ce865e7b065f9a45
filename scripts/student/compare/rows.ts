// Two texts line by line: what both have, and what only one has.
import { diff } from "node:util";
import { printable } from "../../lib/terminal.ts";

/** One line of both, or what stands in one where something else, or nothing, stands in the other. */
export interface Row {
  left?: string;
  right?: string;
  same: boolean;
}

/** `1` stands in the first only, `-1` in the second. Lines count without the white space at their ends. */
export function rowsOf(left: string, right: string): Row[] {
  const rows: Row[] = [];
  let open: Row[] = [];
  for (const [which, line] of diff(linesOf(left), linesOf(right)) as [number, string][]) {
    if (which === 0) {
      rows.push(...open, { left: line, right: line, same: true });
      open = [];
      continue;
    }
    const side = which === 1 ? "left" : "right";
    const free = open.find((row) => row[side] === undefined);
    if (free) free[side] = line;
    else open.push({ [side]: line, same: false });
  }
  return [...rows, ...open];
}

function linesOf(text: string): string[] {
  return text
    .replace(/^\uFEFF/, "")
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => printable(line.trimEnd().replaceAll("\t", "  ")));
}
