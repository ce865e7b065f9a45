// The worksheet that a teacher downloads from a Moodle assignment (Download grading worksheet), read and written again.
import { readFile } from "node:fs/promises";
import { type CsvError, parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { decoded, delimiterOf, trimmed } from "../../../lib/csv-input.ts";
import { shownPath } from "../../../lib/paths.ts";
import { UsageError } from "../../../lib/usage-error.ts";
import { cellText } from "../csv-text.ts";
import { type Column, type ColumnNames, columnsIn } from "./columns.ts";

interface Cell {
  value: string;
  quoted: boolean;
}

export interface Row {
  /** What it is called in messages: the cell of `identifier`, else of `name`, else its number in the file. */
  id: string;
  /** A column's cell; empty where there is no such column. */
  cell(column: Column): string;
}

/** What goes into a row; what is undefined stays as it is. */
export interface Filling {
  grade: string;
  feedback: string;
}

export class Worksheet {
  readonly rows: readonly Row[];
  private readonly records: readonly Cell[][];
  private readonly places: Partial<Record<Column, number>>;
  private readonly form: { bom: string; delimiter: string; lineEnd: string; atEnd: string };

  private constructor(text: string, shown: string, told: ColumnNames) {
    const delimiter = delimiterOf(text);
    this.records = parsed(text, delimiter, shown);
    const header = this.records[0]?.map(({ value }) => value);
    if (!header || text.trim() === "")
      throw new UsageError(
        `The worksheet "${shown}" is empty. Download it from the assignment in Moodle again.`,
      );
    this.places = columnsIn(header, told, shown);
    const lineEnd = /\r?\n|\r/.exec(text)?.[0] ?? "\n";
    const bom = text.startsWith("\uFEFF") ? "\uFEFF" : "";
    this.form = { bom, delimiter, lineEnd, atEnd: text.endsWith(lineEnd) ? lineEnd : "" };
    this.rows = this.records.slice(1).map((record, index) => this.rowOf(record, index + 2));
  }

  /** The worksheet at `path` (absolute). Rejects with a UsageError for what is none. */
  static async read(path: string, told: ColumnNames = {}): Promise<Worksheet> {
    const shown = shownPath(path);
    const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
      throw new UsageError(
        `The worksheet "${shown}" cannot be read (${error.code}). Give the CSV file that Moodle's assignment offers.`,
      );
    });
    return Worksheet.of(decoded(bytes, `The worksheet "${shown}"`), shown, told);
  }

  /** As `read`, of a text. */
  static of(text: string, shown: string, told: ColumnNames = {}): Worksheet {
    return new Worksheet(text, shown, told);
  }

  has(column: Column): boolean {
    return this.places[column] !== undefined;
  }

  private rowOf(record: readonly Cell[], number: number): Row {
    const cell = (column: Column) => trimmed(record[this.places[column] ?? -1]?.value ?? "");
    return { id: cell("identifier") || cell("name") || `row ${number}`, cell };
  }

  /** The worksheet again, line by line, with these rows' grades and feedback in it and all else as it was. */
  *filled(fillings: ReadonlyMap<Row, Filling>): Generator<string> {
    const { bom, lineEnd, atEnd } = this.form;
    yield bom;
    for (const [index, record] of this.records.entries()) {
      const filling = index === 0 ? undefined : fillings.get(this.rows[index - 1]!);
      yield this.line(filling ? this.withFilling(record, filling) : record);
      yield index < this.records.length - 1 ? lineEnd : atEnd;
    }
  }

  private withFilling(record: readonly Cell[], filling: Filling): Cell[] {
    const cells = [...record];
    for (const column of ["grade", "feedback"] as const) {
      const place = this.places[column];
      if (place === undefined) continue;
      cells[place] = { value: cellText(filling[column]), quoted: record[place]?.quoted ?? false };
    }
    return Array.from(cells, (cell) => cell ?? { value: "", quoted: false });
  }

  private line(cells: readonly Cell[]): string {
    return stringify([cells], {
      cast: { object: asItWas },
      delimiter: this.form.delimiter,
      record_delimiter: "",
      quoted_match: /[\r\n]/,
    });
  }
}

/** The library quotes an empty cell by an option of its own. */
function asItWas(cell: Record<string, unknown>) {
  const { value, quoted } = cell as unknown as Cell;
  return { value, quoted, quoted_empty: quoted };
}

function parsed(text: string, delimiter: string, shown: string): Cell[][] {
  try {
    return parse(text, {
      bom: true,
      delimiter,
      relax_column_count: true,
      // A quote within a name that its writer did not double is part of it.
      relax_quotes: true,
      cast: (value, { quoting }) => ({ value, quoted: quoting }),
    }) as unknown as Cell[][];
  } catch (error) {
    const { message } = error as CsvError;
    throw new UsageError(`The worksheet "${shown}" is no CSV file: ${message.split("\n")[0]}`);
  }
}
