// The formats that a graded class is reported in: a file or folder beside this one each. `--format` chooses among them.
import { UsageError } from "../../lib/usage-error.ts";
import type { ClassReport } from "../class-report.ts";
import { canvas } from "./canvas.ts";
import { classroom } from "./classroom.ts";
import { csv } from "./csv.ts";
import { exercism } from "./exercism.ts";
import { gradescope } from "./gradescope.ts";
import { html } from "./html.ts";
import { json } from "./json.ts";
import { junit } from "./junit.ts";
import { markdown } from "./markdown.ts";
import { studentPages } from "./student-pages.ts";

export interface Format {
  /** What is written after `--format`. */
  name: string;
  /** What it is good for, in a few words: a line of `--help`. */
  about: string;
  /** The files, or folders with a `/` behind, that it writes, relative to the report's folder. */
  files: readonly string[];
  /**
   * Writes them into `folder` (absolute, and there), each with `writeReport`, reading one student at a time. What it
   * needs to import that takes long to load it imports here.
   */
  write(report: ClassReport, folder: string): Promise<void>;
  /** What the teacher should know about what was written: one line each. */
  notes?(report: ClassReport): string[];
}

/** In the order in which they are written and listed. */
export const formats: readonly Format[] = [
  json,
  html,
  csv,
  markdown,
  studentPages,
  junit,
  gradescope,
  classroom,
  exercism,
  canvas,
];

/** The one that is no file: what the terminal shows. */
export const table = "table";

const names = [table, ...formats.map(({ name }) => name)];
const usual = ["table", "json", "html"];

/** What is written where no `--format` is. */
export const defaultFormats: readonly string[] = names.filter((name) => usual.includes(name));

/** The names in a comma-separated list, each once, in the registry's order. Throws a UsageError for an unknown one. */
export function selectFormats(list: string): string[] {
  const chosen = list
    .split(",")
    .map((name) => name.trim())
    .filter(Boolean);
  const unknown = chosen.find((name) => !names.includes(name));
  const fault = chosen.length === 0 ? "No format is named." : `There is no format "${unknown}".`;
  if (chosen.length === 0 || unknown !== undefined)
    throw new UsageError(`${fault} There are: ${names.join(", ")}.`);
  return names.filter((name) => chosen.includes(name));
}
