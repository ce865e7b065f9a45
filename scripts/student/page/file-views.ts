// The student's files as the page shows them: the graded one first.
import { printable } from "../../../graders/trace/printable.ts";
import { highlighted } from "./highlighted.ts";
import type { FileView } from "./shapes.ts";

export function fileViews(files: ReadonlyMap<string, string>, entry: string): FileView[] {
  const names = [...files.keys()].sort(
    (a, b) => Number(b === entry) - Number(a === entry) || (a < b ? -1 : 1),
  );
  return names.map((name) => ({ name: printable(name), lines: highlighted(files.get(name)!) }));
}
