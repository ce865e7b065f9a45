// Facts about the map of the course: every part has its exercises, and both of its tables say the same of each.
import { join } from "node:path";
import { type Fact, fact } from "../evidence/facts.ts";
import { readText } from "../evidence/project-files.ts";

const MAP = "exercises/README.md";
const TABLE = "## From the course to the exercises";
/** Parts P1 to P12, and what goes past them. */
export const PARTS = [...Array.from({ length: 12 }, (_, index) => `P${index + 1}`), "beyond"];

/**
 * `ids`: the exercises that there are. A row of a belt names an exercise and the parts that it belongs to, a row of the table from the
 * course a part (or goes on with the one above) and its exercises.
 */
export function courseMapFacts(root: string, ids: readonly string[]): Fact[] {
  const [belts = "", course = ""] = (readText(join(root, MAP)) ?? "").replaceAll("\r\n", "\n").split(TABLE);
  const told = rowsOf(belts).map(([number = "", , , parts = ""]) => ({ number, parts: parts.split(", ") }));
  const found = exercisesByPart(rowsOf(course.split(/^## /m)[0]!));
  const there = new Set(ids.map((id) => id.slice(0, 2)));
  const without = PARTS.filter((part) => !found.get(part)?.some((number) => there.has(number)));
  const strange = [...found.keys()].filter((part) => !PARTS.includes(part));
  const unlisted = told.flatMap(({ number, parts }) =>
    parts.filter((part) => !found.get(part)?.includes(number)).map((part) => `${number} in ${part}`),
  );
  const untold = [...found].flatMap(([part, numbers]) =>
    numbers
      .filter(
        (number) =>
          part !== "beyond" && !told.some((row) => row.number === number && row.parts.includes(part)),
      )
      .map((number) => `${part} at ${number}`),
  );
  return [
    fact(
      "every part of the course has an exercise",
      without.length > 0 &&
        `"${TABLE}" in ${MAP} has no exercise for ${without.join(", ")}. Write one into its row.`,
    ),
    fact(
      "the course has the parts that it has",
      strange.length > 0 &&
        `"${TABLE}" in ${MAP} has a row for ${strange.join(", ")}. Parts are ${PARTS.join(", ")}.`,
    ),
    fact(
      "the map says the same of an exercise in both tables",
      unlisted.length + untold.length > 0 &&
        `In ${MAP} the belts and "${TABLE}" differ. Write into the latter: ${unlisted.join(", ") || "nothing"}; into the former: ${untold.join(", ") || "nothing"}.`,
    ),
  ];
}

/** The cells of each row of each table in the text, without heads. */
function rowsOf(text: string): string[][] {
  return text
    .split("\n")
    .filter((line) => /^\| *(\d\d|P\d+|beyond| )? *\|/.test(line) && !/^\| +\| (Exercise) /.test(line))
    .map((line) =>
      line
        .split("|")
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );
}

/** Of a part all its rows' exercises, by their numbers. */
function exercisesByPart(rows: string[][]): Map<string, string[]> {
  const all = new Map<string, string[]>();
  let part = "";
  for (const [first = "", , numbers = ""] of rows) {
    part = first || part;
    all.set(part, [...(all.get(part) ?? []), ...(numbers.match(/\d\d/g) ?? [])]);
  }
  return all;
}
