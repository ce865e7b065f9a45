// Who is late, by what a download says of it; and who is not, since its dates may be its own.
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { fakeEngine } from "../../testing/fake-engine.ts";
import { keptOutput } from "../../testing/outputs.ts";
import { zip } from "../../testing/zip-writer.ts";
import { parseArgs } from "./args.ts";
import { runGrade } from "./run.ts";

type Files = Record<string, string>;

/** `id mark late days`, for each; and what is said of it. Due on 3 November, 23:59 in Berlin; ten percent a day. */
async function grade(
  files: Files,
  {
    dates = {},
    packed = false,
    args = [] as string[],
    tables = {} as Files,
  }: {
    dates?: Files;
    packed?: boolean;
    args?: string[];
    tables?: Files;
  } = {},
) {
  const root = temporaryFolder(tables);
  for (const [path, text] of Object.entries(files)) {
    const absolute = join(root, "class", path);
    mkdirSync(dirname(absolute), { recursive: true });
    writeFileSync(absolute, text);
    const date = new Date(dates[path] ?? "2026-11-20T10:00:00Z");
    utimesSync(absolute, date, date);
  }
  if (packed) writeFileSync(join(root, "class.zip"), zip(files));
  const given = packed ? "class.zip" : "class";
  const due = [
    "--due",
    "2026-11-03T23:59+01:00",
    "--late",
    "percent=10",
    "--only",
    "3",
    "--format",
    "csv,table",
  ];
  const options = parseArgs([given, ...due, ...args, "--out", "report"], { root, folder: root, env: {} });
  if ("help" in options) throw new Error("help");
  const [stdout, stderr] = [keptOutput(200), keptOutput(200)];
  const io = {
    stdout,
    stderr,
    openEngine: async () => fakeEngine(["03-three-apis"]),
    loadTitles: async () => ({}),
  };
  await runGrade(options, { ...io, signal: new AbortController().signal });
  const [header, ...lines] = readFileSync(join(root, "report/grades.csv"), "utf8").trim().split("\r\n");
  const columns = header!.split(",");
  const cell = (line: string, name: string) => line.split(",")[columns.indexOf(name)];
  const rows = lines.map((line) =>
    ["id", "mark", "submitted", "late days"]
      .map((name) => cell(line, name))
      .join(" ")
      .trim(),
  );
  return { rows, said: stdout.text + stderr.text };
}

test("Canvas says who is late, and its files' dates are the packing's: nobody is fined by them", async () => {
  const files = { "ada_1_8_three-apis.ts": "", "bela_LATE_2_9_three-apis.ts": "" };
  const { rows, said } = await grade(files);
  expect(rows).toEqual(["ada_1 10", "bela_2 10"]);
  expect(said).toContain("late by their platform, and nothing says by how much");
});

test("Blackboard's and D2L's names, at the due date's offset", async () => {
  const blackboard = (who: string, when: string) => `gradebook_C_A_${who}_attempt_${when}_three-apis.ts`;
  const files = {
    [blackboard("ada", "2026-11-03-23-59-00")]: "",
    [blackboard("bela", "2026-11-05-00-00-01")]: "",
  };
  expect((await grade(files)).rows).toEqual(["ada 10", "bela 8 2026-11-05T00:00:01+01:00 2"]);
  const d2l = {
    "1-9 - Ada L - Nov 3, 2026 1107 PM/three-apis.ts": "",
    "2-9 - Bela B - Nov 4, 2026 1201 AM/three-apis.ts": "",
  };
  expect((await grade(d2l)).said).toContain("without an offset were read at +01:00, as --due.");
  expect((await grade(d2l)).rows).toEqual(["Ada L_1 10", "Bela B_2 9 2026-11-04T00:01:00+01:00 1"]);
});

test("Moodle's worksheet, to be filled in or as the roster", async () => {
  const files = {
    "Ada L_7_assignsubmission_file/three-apis.ts": "",
    "Bela B_8_assignsubmission_file/three-apis.ts": "",
  };
  const sheet =
    "Identifier,Full name,Grade,Last modified (submission)\n" +
    'Participant 7,Ada L,,"Tuesday, 3 November 2026, 11:07 PM"\nParticipant 8,Bela B,,"Wednesday, 4 November 2026, 1:00 AM"\n';
  const expected = ["Ada L_7 10", "Bela B_8 9 2026-11-04T01:00:00+01:00 1"];
  const tables = { "sheet.csv": sheet };
  expect((await grade(files, { tables, args: ["--moodle", "sheet.csv"] })).rows).toEqual(expected);
  const { rows } = await grade(files, { tables, args: ["--roster", "sheet.csv"] });
  expect(rows.map((row) => row.replace(/ 2026-11-03\S+/, ""))).toEqual(expected);
});

test("Gradescope's times have their own offset", async () => {
  const about = (number: number, name: string, time: string) =>
    `submission_${number}:\n  :submitters:\n  - :name: ${name}\n  :created_at: ${time}\n`;
  const files = {
    "submission_metadata.yml":
      about(1, "Ada", "2026-11-03 22:58:59.5 Z") + about(2, "Bela", "2026-11-03 23:00:00.0 Z"),
    "submission_1/three-apis.ts": "",
    "submission_2/three-apis.ts": "",
  };
  expect((await grade(files)).rows).toEqual(["Ada_1 10", "Bela_2 9 2026-11-03T23:00:00Z 1"]);
});

const folders = { "ada/three-apis.ts": "", "bela/three-apis.ts": "", "chidi/three-apis.ts": "" };

test("folders whose files have one date fine nobody, and it is said how to give the right ones", async () => {
  const { rows, said } = await grade(folders);
  expect(rows).toEqual(["ada 10", "bela 10", "chidi 10"]);
  expect(said).toContain("may be those of the download");
  expect(said).toContain("submitted");
  expect((await grade(folders, { packed: true })).rows).toEqual(["ada 10", "bela 10", "chidi 10"]);
});

test("files' own dates count where they differ; a rush at the end is no download", async () => {
  const dates = {
    "ada/three-apis.ts": "2026-11-01T10:00:00Z",
    "bela/three-apis.ts": "2026-11-04T10:00:00Z",
    "chidi/three-apis.ts": "2026-11-03T22:50:00Z",
  };
  expect((await grade(folders, { dates })).rows).toEqual([
    "ada 10",
    "bela 9 2026-11-04T10:00:00.000Z 1",
    "chidi 10",
  ]);
  const rush = { ...dates, "bela/three-apis.ts": "2026-11-03T23:00:00Z" };
  expect((await grade(folders, { dates: rush })).rows[1]).toBe("bela 9 2026-11-03T23:00:00.000Z 1");
  const half = { ...dates, "chidi/three-apis.ts": "2026-11-04T10:01:00Z" };
  expect((await grade(folders, { dates: half })).rows).toEqual(["ada 10", "bela 10", "chidi 10"]);
});
