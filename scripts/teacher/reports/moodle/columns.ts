// Which column of a Moodle worksheet is which: by its English header, or by what the teacher says it is called.
import { UsageError } from "../../../lib/usage-error.ts";

/** As Moodle calls them in English; the first that is there is taken. */
const HEADERS = {
  identifier: ["Identifier"],
  name: ["Full name", "Full name (first name, last name)"],
  email: ["Email address"],
  number: ["ID number"],
  grade: ["Grade"],
  maximum: ["Maximum Grade", "Maximum grade"],
  changeable: ["Grade can be changed"],
  submitted: ["Last modified (submission)"],
  feedback: ["Feedback comments"],
} as const;

export type Column = keyof typeof HEADERS;
const columns = Object.keys(HEADERS) as Column[];

/** The teacher's own names of columns: what `--moodle-columns` says. */
export type ColumnNames = Partial<Record<Column, string>>;

/** `grade=Bewertung,feedback=Feedback als Kommentar`. Throws a UsageError for what is no such list. */
export function parseColumns(text: string): ColumnNames {
  const names: ColumnNames = {};
  if (text.trim() === "") return names;
  for (const part of text.split(/,(?=\s*\w+\s*=)/)) {
    const [, column = "", name = ""] = /^\s*(\w+)\s*=\s*(.*?)\s*$/.exec(part) ?? [];
    if (!(columns as string[]).includes(column) || name === "")
      throw new UsageError(
        `--moodle-columns: "${part}" names no column. Write column=Header, where column is one of ` +
          `${columns.join(", ")}: grade=Bewertung,feedback=Kommentar`,
      );
    names[column as Column] = name;
  }
  return names;
}

/** Where each column stands, from 0. Throws a UsageError, naming what is there, without one for the grade. */
export function columnsIn(
  header: readonly string[],
  told: ColumnNames,
  shown: string,
): Partial<Record<Column, number>> {
  const places: Partial<Record<Column, number>> = {};
  const known = header.map(plain);
  const there = `Its columns are: ${header.map((name) => name.trim()).join(", ")}.`;
  for (const column of columns) {
    const names = told[column] === undefined ? HEADERS[column] : [told[column]];
    const place = names.map((name) => known.indexOf(plain(name))).find((index) => index >= 0);
    if (place !== undefined) places[column] = place;
    else if (told[column] !== undefined)
      throw new UsageError(`The worksheet "${shown}" has no column "${told[column]}". ${there}`);
  }
  if (places.grade === undefined)
    throw new UsageError(
      `The worksheet "${shown}" has no column "Grade". ${there} ` +
        "Is it in another language? Say which it is: --moodle-columns grade=…,maximum=…,feedback=…,identifier=…",
    );
  return places;
}

function plain(name: string): string {
  return name.normalize("NFC").trim().toLowerCase();
}
