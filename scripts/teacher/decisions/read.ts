// Reads decisions.csv, and holds each line to what it says: a slip in it would be a wrong mark.
import { readFile } from "node:fs/promises";
import { type CsvError, parse } from "csv-parse/sync";
import { decoded, delimiterOf, trimmed } from "../../lib/csv-input.ts";
import { selectExercise } from "../../lib/exercise-ids.ts";
import { shownPath } from "../../lib/paths.ts";
import { UsageError } from "../../lib/usage-error.ts";
import { bare } from "../identity/columns.ts";
import { parseTime } from "../roster/late.ts";
import { type Decision, type Kind, kinds } from "./decision.ts";

/** Exercise id -> its points. */
export type Worth = ReadonlyMap<string, number>;

const columns = ["id", "exercise", "decision", "value", "reason"] as const;
const form = `Its first line is ${columns.join(",")}; decisions are ${kinds.join(", ")}.`;

/** The decisions in the file at `path` (absolute). Throws a UsageError that names line, fault and remedy. */
export async function readDecisions(path: string, worth: Worth): Promise<Decision[]> {
  const shown = shownPath(path);
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`The decisions "${shown}" cannot be read (${error.code}). Give a CSV file.`);
  });
  return decisionsOf(decoded(bytes, `The file of decisions "${shown}"`), shown, worth);
}

/** As `readDecisions`, of a text. */
export function decisionsOf(text: string, shown: string, worth: Worth): Decision[] {
  const [header, ...rows] = records(text, shown);
  const names = header?.cells.map(bare) ?? [];
  const missing = columns.filter((column) => !names.includes(column));
  if (!header || missing.length > 0)
    throw new UsageError(`The decisions "${shown}" have no column "${missing.join('", "')}". ${form}`);
  const decisions: Decision[] = [];
  const seen = new Map<string, number>();
  for (const { cells, line } of rows) {
    const cell = (name: (typeof columns)[number]) => trimmed(cells[names.indexOf(name)] ?? "");
    const [id, of, kind, value, reason] = columns.map(cell) as [string, string, string, string, string];
    const refuse = (fault: string): never => {
      throw new UsageError(`${shown}, line ${line}: ${fault}`);
    };
    if ([id, of, kind, value, reason].every((each) => each === "")) continue;
    const exercise = of === "" ? "" : selected(of, worth, refuse);
    const decision = { id, exercise, kind: kind.toLowerCase() as Kind, value, reason };
    const fault = faultOf(decision, worth);
    if (fault !== undefined) refuse(fault);
    const key = JSON.stringify([id, exercise, decision.kind]);
    const before = seen.get(key);
    if (before !== undefined && decision.kind !== "comment")
      refuse(`line ${before} decides the same. Leave one of them.`);
    seen.set(key, line);
    decisions.push(decision);
  }
  return decisions;
}

function selected(text: string, worth: Worth, refuse: (fault: string) => never): string {
  try {
    return selectExercise(text, [...worth.keys()]);
  } catch (error) {
    return refuse((error as Error).message);
  }
}

/** Why it cannot be meant: a sentence; undefined if it can. */
export function faultOf({ id, exercise, kind, value, reason }: Decision, worth: Worth): string | undefined {
  if (!kinds.includes(kind)) return `there is no decision "${kind}". There are ${kinds.join(", ")}.`;
  if (kind === "weight") {
    if (id !== "" || exercise === "")
      return "a weight is an exercise's, and everybody's: leave id empty, and name an exercise.";
    return isNumber(value) ? undefined : `a weight is a number such as 2 or 0.5, and not "${value}".`;
  }
  if (id === "") return `whose is it? Give the student's id.`;
  if (kind === "comment") return value === "" ? "a comment's text stands under value." : undefined;
  if (reason === "") return `give a reason: it stands wherever the mark is shown.`;
  if (kind === "points") {
    const most = worth.get(exercise);
    if (most === undefined) return "points are an exercise's: name it. The mark of all is decided as mark.";
    if (!isNumber(value) || Number(value) > most)
      return `points are a number from 0 to ${most}, and not "${value}".`;
  }
  if (kind !== "points" && kind !== "excused" && exercise !== "")
    return `${kind} is about all exercises: leave exercise empty.`;
  if (kind === "mark" && !isNumber(value))
    return `a mark is a number such as 42 or 42.5, and not "${value}".`;
  if (kind === "excused" && value !== "") return "who is excused has no value: leave it empty.";
  if (kind === "extension" && parseTime(value) === undefined)
    return `"${value}" is no time with its offset, such as 2026-12-05T23:59+01:00.`;
  return undefined;
}

function isNumber(text: string): boolean {
  return /^\d{1,6}(?:\.\d{1,4})?$/.test(text);
}

function records(text: string, shown: string): { cells: string[]; line: number }[] {
  const options = {
    bom: true,
    delimiter: delimiterOf(text),
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
  };
  try {
    const rows = parse(text, options) as unknown as { record: string[]; info: { lines: number } }[];
    return rows.map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch (error) {
    const { message } = error as CsvError;
    throw new UsageError(`The decisions "${shown}" are no CSV file: ${message.split("\n")[0]}`);
  }
}
