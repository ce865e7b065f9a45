// Where nobody can tell the attacker from somebody honest: verdicts must stay, what a roster or worksheet adds may lack.
import type { HonestClass } from "./classes.ts";
import { lineOf, type Row, rowsOf, type Said } from "./said.ts";

/** Both reports without what the roster says of a person; and a row that is left as it was counts as one filled in. */
export function inDoubt(before: Said, after: Said, class_: HonestClass): [Said, Said] {
  const { "canvas.csv": canvas = [], "moodle.csv": moodle } = before.tables;
  const there = (name: string) => new Set(after.tables[name]?.map(lineOf));
  const [canvasAfter, moodleAfter] = [there("canvas.csv"), there("moodle.csv")];
  const unfilled = rowsOf((class_.worksheet ?? []).join("\r\n"));
  const orUnfilled = (row: Row, index: number) => (moodleAfter.has(lineOf(row)) ? row : unfilled[index]!);
  const kept = withoutPerson(before);
  kept.tables["canvas.csv"] = canvas.filter((row) => canvasAfter.has(lineOf(row)));
  if (moodle) kept.tables["moodle.csv"] = moodle.map(orUnfilled);
  const left = withoutPerson(after);
  // Whom no row was found for is in it by the submission's id alone: that is somebody honest, and not the attacker.
  const ids = new Set(before.results.map(({ id }) => id));
  const withoutName = ({ cells: [name = "", ...others] }: Row) =>
    ids.has(name) && !others.slice(0, 4).some(Boolean);
  const known = new Set(canvas.map(lineOf));
  left.tables["canvas.csv"] =
    after.tables["canvas.csv"]?.filter((row) => known.has(lineOf(row)) || !withoutName(row)) ?? [];
  return [kept, left];
}

function withoutPerson(said: Said): Said {
  const tables = { ...said.tables };
  tables["grades.csv"] = tables["grades.csv"]!.map((row) => blanked(row, [1, 2, 3]));
  tables["details.csv"] = tables["details.csv"]!.map((row) => blanked(row, [1]));
  const page = said.page.map(({ id, text }) => {
    const { name, email, section, ...rest } = JSON.parse(text) as Record<string, unknown>;
    return { id, text: JSON.stringify(rest) };
  });
  const files = Array.from(said.files, ([path, text]): [string, string] => [path, nameless(path, text)]);
  return { ...said, tables, page, files: new Map(files) };
}

/** The one thing in a student's own files that a roster says. */
function nameless(path: string, text: string): string {
  if (path.startsWith("feedback/")) return text.replace(/^# .*?(?=: \d+ of \d+ points)/, "# ");
  if (!path.startsWith("student-pages/")) return text;
  return text.replace(/<(title|h1)>[^<]*<\/\1>/g, "");
}

function blanked({ cells }: Row, columns: readonly number[]): Row {
  const left = cells.map((cell, index) => (columns.includes(index) ? "" : cell));
  return { raw: JSON.stringify(left), cells: left };
}
