// All that a report says, taken apart: by student, by row, by file. Nothing of it is interpreted.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import { ITEMS_PER_CHUNK, type PageData, type PageDetail } from "../reports/html/page-data.ts";
import type { Results } from "../results.ts";

export interface Row {
  /** The record as it stands in the file, with its line end. */
  raw: string;
  cells: string[];
}

/** A row without its line end. */
export function lineOf({ raw }: Row): string {
  return raw.trimEnd();
}

export interface Said {
  /** What results.json says of the run as a whole. */
  head: string;
  /** Its entries, and what the page says of each student: JSON. */
  results: Entry[];
  page: Entry[];
  /** By file: grades.csv, details.csv, canvas.csv, moodle.csv. Their first rows are the headers. */
  tables: Record<string, Row[]>;
  /** The suites of junit.xml. */
  suites: string[];
  /** By path: what lies in feedback/, gradescope/, classroom/, exercism/. */
  files: Map<string, string>;
  /** Ids of the roster's rows that nobody was found for, and of submissions without a row. */
  unmatched: { roster: string[]; submissions: string[] };
}

export interface Entry {
  id: string;
  text: string;
}

export const perStudent = ["feedback", "student-pages", "gradescope", "classroom", "exercism"];
const tables = ["grades.csv", "details.csv", "canvas.csv", "moodle.csv"];

/** Reads the report in `folder` (absolute), in which everything was written. Throws if something in it cannot be read. */
export function readSaid(folder: string): Said {
  const read = (name: string) => readFileSync(join(folder, name), "utf8");
  const { submissions, ...head } = JSON.parse(read("results.json")) as Results;
  const page = new Page(read("index.html"));
  const there = tables.filter((name) => existsSync(join(folder, name)));
  return {
    head: JSON.stringify(head),
    results: submissions.map((each) => ({ id: each.id, text: JSON.stringify(each) })),
    page: page.students,
    tables: Object.fromEntries(there.map((name) => [name, rowsOf(read(name))])),
    suites: Array.from(read("junit.xml").matchAll(/<testsuite .*?<\/testsuite>/gs), ([suite]) =>
      // How long it really took is nobody's mark.
      suite.replace(/ time="[\d.]+"/, ""),
    ),
    files: new Map(perStudent.flatMap((name) => filesIn(folder, name))),
    unmatched: page.unmatched,
  };
}

export function rowsOf(text: string): Row[] {
  const rows = parse(text, { bom: true, raw: true, relax_column_count: true, info: true }) as unknown as {
    raw: string;
    record: string[];
  }[];
  return rows.map(({ raw, record }) => ({ raw, cells: record }));
}

function filesIn(folder: string, name: string): [string, string][] {
  const entries = readdirSync(join(folder, name), { recursive: true, withFileTypes: true });
  return entries.flatMap((entry): [string, string][] => {
    const path = join(entry.parentPath, entry.name);
    return entry.isFile() ? [[path.slice(folder.length + 1), readFileSync(path, "utf8")]] : [];
  });
}

/** The page's data, in which whatever students share stands once: put together again for each. */
class Page {
  private readonly data: PageData;
  private readonly chunks = new Map<number, unknown[]>();

  constructor(html: string) {
    const [, data] = /<script type="application\/json" id="class">(.*)<\/script>/.exec(html) ?? [];
    this.data = JSON.parse(data!) as PageData;
    for (const [, number, packed] of html.matchAll(/ id="chunk-(\d+)">([^<]*)</g)) {
      const text = inflateRawSync(Buffer.from(packed!, "base64")).toString("utf8");
      this.chunks.set(Number(number), JSON.parse(text) as unknown[]);
    }
  }

  get students(): Entry[] {
    return this.data.students.map(({ results, sources, ...student }) => {
      const code = sources.map((source) => (source === null ? null : this.item(source)));
      const exercises = results.map((result, index) => this.exercise(index, result));
      return { id: student.id, text: JSON.stringify({ ...student, exercises, code }) };
    });
  }

  get unmatched(): Said["unmatched"] {
    const { roster, submissions } = this.data.unmatched;
    return { roster: roster.map(({ id }) => id), submissions: [...submissions] };
  }

  private exercise(exercise: number, number: number): unknown {
    const { outcomes, misconceptions, exercises } = this.data;
    const { id, results } = exercises[exercise]!;
    const result = results[number]!;
    const checks = (this.item(result.detail) as PageDetail).map((check) => ({
      ...check,
      misconception: check.misconception === undefined ? undefined : misconceptions[check.misconception],
      picture: check.picture === undefined ? undefined : this.item(check.picture),
    }));
    return {
      id,
      score: result.score,
      outcome: outcomes[result.outcome],
      outcomes: result.outcomes.map((outcome) => outcomes[outcome]),
      misconceptions: result.misconceptions.map((misconception) => misconceptions[misconception]),
      checks,
    };
  }

  private item(place: number): unknown {
    return this.chunks.get(Math.floor(place / ITEMS_PER_CHUNK))![place % ITEMS_PER_CHUNK];
  }
}
