// console.table: rows and columns of an object's own data, without running anything of it.

const INDEX = "(index)";
const VALUES = "Values";
const MAX_ROWS = 1000;
const MAX_COLUMNS = 100;

/** The table as text, or undefined if `data` is nothing that has rows. `columns` picks and orders the columns. */
export function formatTable(
  data: unknown,
  columns: unknown,
  format: (value: unknown) => string,
): string | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  const rows = Object.keys(data)
    .slice(0, MAX_ROWS)
    .map((key) => rowOf(key, dataAt(data, key), format));
  const found = [...new Set(rows.flatMap((row) => [...row.keys()]))].filter((name) => name !== VALUES);
  const picked = (
    Array.isArray(columns) ? columns.map((name) => (typeof name === "string" ? name : format(name))) : found
  ).slice(0, MAX_COLUMNS);
  const values = rows.some((row) => row.has(VALUES)) ? [VALUES] : [];
  const names = [INDEX, ...picked.filter((name) => name !== INDEX), ...values];
  return draw(
    names,
    rows.map((row) => names.map((name) => row.get(name) ?? "")),
  );
}

function rowOf(key: string, value: unknown, format: (value: unknown) => string): Map<string, string> {
  const row = new Map([[INDEX, key]]);
  if (typeof value !== "object" || value === null) return row.set(VALUES, format(value));
  for (const name of Object.keys(value)) row.set(name, format(dataAt(value, name)));
  return row;
}

function dataAt(holder: object, key: string): unknown {
  return Object.getOwnPropertyDescriptor(holder, key)?.value;
}

function draw(names: string[], rows: string[][]): string {
  const widths = names.map(
    (name, index) => Math.max(name.length, ...rows.map((row) => row[index]!.length)) + 2,
  );
  const rule = (left: string, middle: string, right: string) =>
    left + widths.map((width) => "─".repeat(width)).join(middle) + right;
  const line = (cells: string[]) =>
    `│${cells.map((cell, index) => ` ${cell}`.padEnd(widths[index]!)).join("│")}│`;
  return [rule("┌", "┬", "┐"), line(names), rule("├", "┼", "┤"), ...rows.map(line), rule("└", "┴", "┘")].join(
    "\n",
  );
}
