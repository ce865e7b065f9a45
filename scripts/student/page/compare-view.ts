// A passing answer beside the course's own, for the page.
import type { Comparison } from "../compare/compare.ts";
import { rowsOf } from "../compare/rows.ts";
import { highlighted } from "./highlighted.ts";
import type { CompareView } from "./shapes.ts";

export function compareView({ own, answers }: Comparison): CompareView {
  return {
    answers: answers.map(({ name, why, source }) => ({ name, why, rows: colouredRows(own.source, source) })),
  };
}

/** Each side's lines come in their order, none left out. */
function colouredRows(left: string, right: string): CompareView["answers"][number]["rows"] {
  const [lefts, rights] = [left.trimEnd(), right.trimEnd()].map((text) => highlighted(text).values());
  return rowsOf(left, right).map((row) => ({
    same: row.same,
    ...(row.left !== undefined && { left: lefts!.next().value ?? [] }),
    ...(row.right !== undefined && { right: rights!.next().value ?? [] }),
  }));
}
