// console.table: rows and columns as Node draws them.
import { inspect } from "./inspect.ts";

const INDEX = "(index)";
const ITERATION = "(iteration index)";
const VALUES = "Values";
const MAX_ROWS = 1000;

/** The table as text, or undefined if `data` is nothing that has rows. `columns` picks and orders the columns. */
export function formatTable(data: unknown, columns: readonly unknown[] | undefined): string | undefined {
  if (typeof data !== "object" || data === null) return undefined;
  if (data instanceof Map) {
    const entries = [...data].slice(0, MAX_ROWS);
    const rows = entries.map(([key, value], index) => [String(index), cell(key), cell(value)]);
    return draw([ITERATION, "Key", VALUES], rows);
  }
  if (data instanceof Set) {
    const rows = [...data].slice(0, MAX_ROWS).map((value, index) => [String(index), cell(value)]);
    return draw([ITERATION, VALUES], rows);
  }
  const rows = Object.keys(data)
    .slice(0, MAX_ROWS)
    .map((key) => rowOf(key, (data as Record<string, unknown>)[key], columns));
  const found = [...new Set(rows.flatMap((row) => [...row.keys()]))];
  const names = found.filter((name) => name !== INDEX && name !== VALUES_KEY).map(String);
  const head = [INDEX, ...names, ...(found.includes(VALUES_KEY) ? [VALUES_KEY] : [])];
  return draw(
    head.map((name) => (name === VALUES_KEY ? VALUES : String(name))),
    rows.map((row) => head.map((name) => row.get(name) ?? "")),
  );
}

/** No column's name: a column of primitives stands beside one that is called "Values". */
const VALUES_KEY = Symbol(VALUES);

function rowOf(key: string, value: unknown, columns: readonly unknown[] | undefined) {
  const row = new Map<string | symbol, string>([[INDEX, key]]);
  const primitive = value === null || (typeof value !== "object" && typeof value !== "function");
  if (primitive && columns === undefined) return row.set(VALUES_KEY, cell(value));
  for (const name of (columns ?? Object.keys(value as object)).map(String)) {
    const there = !primitive && Object.hasOwn(value as object, name);
    row.set(name, there ? cell((value as Record<string, unknown>)[name]) : "");
  }
  return row;
}

function cell(value: unknown): string {
  const many =
    typeof value === "object" && value !== null && !Array.isArray(value) && Object.keys(value).length > 2;
  return inspect(value, { depth: many ? -1 : 0, maxArrayLength: 3, breakLength: Number.POSITIVE_INFINITY });
}

function draw(names: string[], rows: string[][]): string {
  const widths = names.map(
    (name, index) => Math.max(name.length, ...rows.map((row) => row[index]!.length)) + 2,
  );
  const rule = (left: string, middle: string, right: string) =>
    left + widths.map((width) => "─".repeat(width)).join(middle) + right;
  const line = (cells: string[]) =>
    `│${cells.map((text, index) => ` ${text}`.padEnd(widths[index]!)).join("│")}│`;
  return [rule("┌", "┬", "┐"), line(names), rule("├", "┼", "┤"), ...rows.map(line), rule("└", "┴", "┘")].join(
    "\n",
  );
}
