// CSV as spreadsheets take it (RFC 4180, UTF-8), in which no stranger's text is a formula.
import { stringify } from "csv-stringify/sync";

/** One line with its end. A text that a spreadsheet would compute (= + - @, tab, CR at its start) gets a ' in front. */
export function csvLine(cells: readonly (string | number | undefined)[]): string {
  return stringify([cells.map((cell) => cell ?? "")], {
    escape_formulas: true,
    record_delimiter: "windows",
    // The library quotes its own line end alone; a reader may take any for one.
    quoted_match: /[\r\n]/,
  });
}

/** With two decimals, as learning management systems take marks. */
export function decimal(mark: number): string {
  return mark.toFixed(2);
}
