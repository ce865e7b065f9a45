// CSV as spreadsheets take it (RFC 4180, UTF-8), in which no stranger's text is a formula or steers what shows it.
import { stringify } from "csv-stringify/sync";
import { printableLines } from "../../../graders/trace/printable.ts";

/** One line with its end. Texts become what `cellText` makes of them. */
export function csvLine(cells: readonly (string | number | undefined)[]): string {
  return stringify([cells.map((cell) => (typeof cell === "string" ? cellText(cell) : (cell ?? "")))], {
    record_delimiter: "windows",
    // The library quotes its own line end alone; a reader may take any for one.
    quoted_match: /[\r\n]/,
  });
}

/**
 * A text as a cell's. What a spreadsheet would compute gets a `'` in front; an id such as `+1`, `-5` or `@x` is looked up
 * elsewhere and stays what it is. Where a semicolon separates cells, one may begin within the text, or at a line of it.
 */
export function cellText(text: string): string {
  return printableLines(text).replace(/[^;\n]+/g, (part) => (isFormula(part) ? `'${part}` : part));
}

function isFormula(text: string): boolean {
  const cell = text.trim();
  return /^[=+\-@＝＋－＠]/.test(cell) && !isNumber.test(cell) && !isMark.test(cell);
}

const isNumber = /^[+-]\d+(?:[.,]\d+)?$/;
// A sign and a word, which is no cell: A1, or R1C1.
const isMark = /^[+\-@](?!(?:[a-z]{1,3}\d+|r\d*c\d*)$)[\p{L}\p{M}\p{N}_.]*$/iu;

/** With two decimals, as learning management systems take marks. */
export function decimal(mark: number): string {
  return mark.toFixed(2);
}
