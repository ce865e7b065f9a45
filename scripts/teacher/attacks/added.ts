// What a report says that the one without the attacker does not: it may be the attacker's, and nobody else's.
import { lineOf, type Row, type Said } from "./said.ts";

/** Each of `after` that is not, as often as there, in `before`. */
export function addedTo<T>(before: readonly T[], after: readonly T[], textOf: (item: T) => string): T[] {
  const left = before.map(textOf);
  return after.filter((item) => {
    const at = left.indexOf(textOf(item));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** Rows that are new may be nobody's but the attacker's: by what their reader finds a student by. */
export function rowFaults(before: Said, after: Said, worksheetRows: number): string[] {
  const id = ({ cells }: Row) => [cells[0]!];
  const filled = addedRows("moodle.csv", before, after).length;
  return [
    ...shared("grades.csv", before, after, id),
    ...shared("details.csv", before, after, id),
    ...(filled > worksheetRows ? [`moodle.csv: ${filled} rows differ, and ${worksheetRows} may`] : []),
  ];
}

export function canvasFaults(before: Said, after: Said): string[] {
  return shared("canvas.csv", before, after, canvasKeys);
}

/** New rows whose first key is one of somebody else's. */
function shared(name: string, before: Said, after: Said, keysOf: (row: Row) => string[]): string[] {
  const theirs = new Set(before.tables[name]?.slice(1).flatMap(keysOf));
  const keys = addedRows(name, before, after).flatMap((row) => keysOf(row).slice(0, 1));
  return keys.flatMap((key) => (theirs.has(key) ? [`${name}: another row is ${key}, too`] : []));
}

function addedRows(name: string, before: Said, after: Said): Row[] {
  return addedTo(before.tables[name] ?? [], after.tables[name] ?? [], lineOf);
}

/** Canvas finds a student by ID, else SIS User ID, else SIS Login ID, else name. */
function canvasKeys({ cells: [name = "", ...ids] }: Row): string[] {
  const columns = Object.entries({
    ID: ids[0],
    "SIS User ID": ids[1],
    "SIS Login ID": ids[2],
    Student: name,
  });
  return columns.flatMap(([column, value]) => (value ? [`${column} "${value}"`] : []));
}
