// Reads the teacher's roster: a CSV file as a spreadsheet, Canvas or Moodle writes it.
import { readFile } from "node:fs/promises";
import { type CsvError, parse } from "csv-parse/sync";
import { decoded, delimiterOf, trimmed } from "../../lib/csv-input.ts";
import { shownPath } from "../../lib/paths.ts";
import { UsageError } from "../../lib/usage-error.ts";
import type { RosterEntry } from "../class-report.ts";
import { bare, holdsIds, ownIds } from "../identity/columns.ts";
import { parseTime } from "./late.ts";
import { writtenTime } from "./written-time.ts";

export interface Roster {
  entries: RosterEntry[];
  /** One line each, about rows that are passed over. */
  warnings: string[];
  /** Where it is Canvas' exported gradebook: the assignments' columns, and their points where it says them. */
  assignments?: ReadonlyMap<string, number | undefined>;
}

/** What a column may be called, in lower case and without blanks; the first that is there is taken. For ids see there. */
const COLUMNS = {
  id: ownIds,
  name: [
    "name",
    "fullname",
    "fullnamefirstnamelastname",
    "student",
    "studentname",
    "vollständigername",
    "nomcomplet",
  ],
  first: ["firstname", "givenname", "vorname", "prénom", "nombre", "nome"],
  last: [
    "lastname",
    "surname",
    "familyname",
    "nachname",
    "nom",
    "nomdefamille",
    "apellidos",
    "apellido",
    "cognome",
  ],
  email: [
    "email",
    "emailaddress",
    "mail",
    "emailadresse",
    "adressedecourriel",
    "direccióndecorreo",
    "indirizzoemail",
  ],
  section: [
    "section",
    "sections",
    "group",
    "groups",
    "class",
    "gruppe",
    "gruppen",
    "groupes",
    "grupos",
    "gruppi",
  ],
  submitted: ["submitted", "submittedat", "lastmodifiedsubmission"],
} as const;

type Column = keyof typeof COLUMNS;

/**
 * The rows of the roster at `path` (absolute). Throws a UsageError for a file that is none; a row that cannot be
 * understood is passed over, and a warning.
 */
export async function readRoster(path: string): Promise<Roster> {
  const shown = shownPath(path);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`The roster "${shown}" cannot be read (${error.code}). Give a CSV file.`);
  });
  return rosterOf(decoded(bytes, `The roster "${shown}"`), shown);
}

/** As `readRoster`, of a text. */
export function rosterOf(text: string, shown: string): Roster {
  const [header, ...rows] = records(text, shown);
  if (!header) throw new UsageError(`The roster "${shown}" is empty. Its first line names its columns.`);
  const names = header.cells.map((cell) => cell.trim());
  const columns = columnsIn(names.map(bare));
  const numbered = columns.id !== undefined;
  // As Moodle lists participants: where it has no id of theirs, it has their address.
  if (!numbered && columns.email === undefined)
    throw new UsageError(
      `The roster "${shown}" has no column "id", nor one of e-mail addresses. Its columns are: ${names.join(", ")}.`,
    );
  const warnings = unreadColumns(names, rows).map(
    (name) =>
      `${shown}: its column "${name}" is not read. Who has more time, is excused or has another mark stands in --decisions.`,
  );
  const entries = new Map<string, RosterEntry & { line: number }>();
  const twice = new Map<string, number[]>();
  for (const { cells, line } of rows) {
    if (isNoStudent(cells, names)) continue;
    const told = (fault: string) => warnings.push(`${shown}, line ${line}: ${fault}`);
    const entry = { ...entryOf(cells, names, columns, told), line };
    // Letter by letter: what differs in case alone may be two people's, of whom each has what is called as its own row.
    const key = entry.id;
    const other = entries.get(key);
    if (key === "") told("passed over, since it has no id");
    else if (other) twice.set(key, [...(twice.get(key) ?? [other.line]), line]);
    else entries.set(key, entry);
  }
  for (const [key, lines] of twice) {
    const { id } = entries.get(key)!;
    const which = `${lines.slice(0, -1).join(", ")} and ${lines.at(-1)}`;
    warnings.push(
      `${shown}, lines ${which}: passed over, since they have the same id "${id}". Give each student a line.`,
    );
    entries.delete(key);
  }
  return {
    entries: Array.from(entries.values(), ({ line: _, ...entry }) => entry),
    warnings,
    ...canvasColumns(names, rows),
  };
}

/** Columns by which a teacher would mean a decision: what is in them must not be lost without a word. */
const decisions =
  /^(?:extensions?|extended(?:until)?|extra(?:time|days)|duedate|due|deadline|excused?|exempt(?:ed)?|override|latedays?|accommodations?|verlängerung|frist|entschuldigt|abgabefrist|prórroga|prolongation|délai)$/;

function unreadColumns(names: readonly string[], rows: readonly Row[]): string[] {
  return names.filter(
    (name, index) =>
      decisions.test(bare(name)) && rows.some(({ cells }) => trimmed(cells[index] ?? "") !== ""),
  );
}

/** Canvas' row of the assignments' points, and its made-up student. */
function isNoStudent(cells: readonly string[], names: readonly string[]): boolean {
  if (!isCanvas(names)) return false;
  const student = trimmed(cells[names.map(bare).indexOf("student")] ?? "");
  return student === pointsPossible || student === "Student, Test" || student === "Test Student";
}

const pointsPossible = "Points Possible";

/** Whether it is Canvas' exported gradebook. */
function isCanvas(names: readonly string[]): boolean {
  const columns = names.map(bare);
  return columns[0] === "student" && columns.includes("id") && columns.some((name) => name.startsWith("sis"));
}

/** The assignments of Canvas' exported gradebook, and what each is worth there. */
function canvasColumns(names: readonly string[], rows: readonly Row[]): Pick<Roster, "assignments"> {
  if (!isCanvas(names)) return {};
  const points = rows.find(({ cells }) => trimmed(cells[0] ?? "") === pointsPossible)?.cells ?? [];
  const assignments = names.flatMap((name, index) => {
    const number = Number(trimmed(points[index] ?? ""));
    return / \(\d+\)$/.test(name) ? [[name, number > 0 ? number : undefined] as const] : [];
  });
  return { assignments: new Map(assignments) };
}

interface Row {
  cells: string[];
  /** From 1. */
  line: number;
}

function records(text: string, shown: string): Row[] {
  const delimiter = delimiterOf(text);
  try {
    const rows = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      // A quote within a name that its writer did not double is part of it.
      relax_quotes: true,
      skip_empty_lines: true,
    });
    return (rows as unknown as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      cells: record,
      line: info.lines,
    }));
  } catch (error) {
    const { message } = error as CsvError;
    throw new UsageError(`The roster "${shown}" is no CSV file: ${message.split("\n")[0]}`);
  }
}

type Columns = Partial<Record<Column, number>>;

function columnsIn(names: readonly string[]): Columns {
  const found: Columns = {};
  for (const [column, spellings] of Object.entries(COLUMNS) as [Column, readonly string[]][]) {
    const spelling = spellings.find((each) => names.includes(each));
    if (spelling !== undefined) found[column] = names.indexOf(spelling);
  }
  return found;
}

function entryOf(
  cells: readonly string[],
  names: readonly string[],
  columns: Columns,
  told: (fault: string) => void,
): RosterEntry {
  const cell = (column: Column) => {
    const index = columns[column];
    return index === undefined ? "" : (cells[index] ?? "").trim();
  };
  const name = cell("name") || `${cell("first")} ${cell("last")}`.trim();
  const [email, section] = [cell("email"), cell("section")];
  const written = cell("submitted");
  const submitted = parseTime(written) === undefined ? (spelledTime(written) ?? "") : written;
  if (written !== "" && submitted === "" && written !== "-")
    told(`not used, since it is no time with its offset, such as 2026-12-01T23:59+01:00: "${written}"`);
  const own = ownColumn(cells, names);
  const id = own === undefined ? "" : withoutHash(trimmed(cells[own]!));
  return {
    id: id || email,
    ...(id === "" && { unnumbered: true }),
    ...(name && { name }),
    ...(email && { email }),
    ...(section && { section }),
    ...(submitted && { submitted }),
    lms: idsOf(cells, names, own),
  };
}

/** Local, as Moodle's worksheet has it: in a language's words. Digits alone may be any country's. */
function spelledTime(text: string): string | undefined {
  return /\p{L}{3}/u.test(text) ? writtenTime(text) : undefined;
}

/** Brightspace writes `#12345`, lest a spreadsheet takes it for a number. */
function withoutHash(id: string): string {
  return /^#[^#\s]+$/.test(id) ? id.slice(1) : id;
}

/** Where the row's own id stands: in the first column for it that is not empty. */
function ownColumn(cells: readonly string[], names: readonly string[]): number | undefined {
  const columns = names.map(bare);
  const places = ownIds.map((name) => columns.indexOf(name)).filter((index) => index >= 0);
  return places.find((index) => (cells[index] ?? "").trim() !== "");
}

/** The ids beside the row's own (`own`: where it stands). What is no column of ids is none, whatever is in it. */
function idsOf(cells: readonly string[], names: readonly string[], own?: number): Record<string, string> {
  const columns = names.map(bare);
  const ids: Record<string, string> = {};
  // As Canvas exports its gradebook: what it calls ID is its own number.
  const ofCanvas =
    columns[own ?? -1] === "id" && columns.includes("student") && columns.includes("sisloginid");
  for (const [index, column] of columns.entries()) {
    const value = withoutHash(trimmed(cells[index] ?? ""));
    const isOwn = index === own && !/^(?:identifier|login|sis)/.test(column);
    if (value === "" || !holdsIds(column) || columns.indexOf(column) !== index) continue;
    if (!isOwn) ids[names[index]!.toLowerCase().replaceAll(/\W+/g, "_")] = value;
    else if (ofCanvas) ids.canvas_id = value;
  }
  return ids;
}
