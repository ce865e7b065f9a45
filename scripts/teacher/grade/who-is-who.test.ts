// A whole grading beside students who give themselves others' names: what is the honest one's stays so, byte for byte.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { fakeEngine } from "../../testing/fake-engine.ts";
import { keptOutput } from "../../testing/outputs.ts";
import { zip } from "../../testing/zip-writer.ts";
import { Worksheet } from "../reports/moodle/worksheet.ts";
import type { GradeOptions } from "./args.ts";
import { runGrade } from "./run.ts";

const right = "passed passed passed";
const wrong = "failed failed failed";
const moodle = (name: string, number: string) =>
  `class/${name}_${number}_assignsubmission_file/three-apis.ts`;

interface Lists {
  joinAttempts?: boolean;
  roster?: string;
  worksheet?: string;
}

/** All that a grading of these files writes, line by line, and what it says. */
async function graded(
  files: Record<string, string | Buffer>,
  { joinAttempts = false, roster, worksheet }: Lists = {},
) {
  const root = temporaryFolder({
    ...files,
    ...(roster !== undefined && { "roster.csv": roster }),
    ...(worksheet !== undefined && { "w.csv": worksheet }),
  });
  const [stdout, stderr] = [keptOutput(), keptOutput()];
  const options: GradeOptions = {
    places: [{ given: "class", absolute: join(root, "class") }],
    out: join(root, "report"),
    formats: ["table", "json", "csv", "canvas"],
    attempts: "last",
    jobs: 1,
    sandbox: "auto",
    seed: 1,
    joinAttempts,
    ...(roster !== undefined && { roster: join(root, "roster.csv") }),
    ...(worksheet !== undefined && { moodle: { path: join(root, "w.csv"), columns: {} } }),
  };
  const engine = fakeEngine(["03-three-apis"]);
  const signal = new AbortController().signal;
  const io = { stdout, stderr, openEngine: async () => engine, loadTitles: async () => ({}), signal };
  expect(await runGrade(options, io)).toBe(0);
  const lines = (name: string) => readFileSync(join(root, "report", name), "utf8").split(/\r?\n/);
  return {
    results: JSON.parse(lines("results.json").join("\n")).submissions as { id: string; score: number }[],
    grades: lines("grades.csv").filter((line) => line !== "" && !/^\uFEFF|,nothing handed in /.test(line)),
    canvas: lines("canvas.csv").slice(2, -1),
    moodle: worksheet === undefined ? [] : rowsOf(join(root, "report/moodle.csv")),
    said: stdout.text + stderr.text,
  };
}

function rowsOf(path: string): string[] {
  const { rows } = Worksheet.of(readFileSync(path, "utf8"), "moodle.csv");
  return rows.map(({ id, cell }) => `${id} ${cell("grade")}`);
}

/** What is Ada's in all of it. */
function adas({ results, grades, canvas, moodle }: Awaited<ReturnType<typeof graded>>, id: string) {
  const own = (line: string) => /(^|[ ,"])(12345|ada)\b/.test(line);
  return {
    result: results.filter((each) => each.id === id),
    grades: grades.filter((line) => line.startsWith(`${id},`)),
    canvas: canvas.filter(own),
    moodle: moodle.filter(own),
  };
}

const worksheet = [
  "Identifier,Full name,Email address,ID number,Department,Grade,Maximum Grade",
  "Participant 12345,Ada Lovelace,ada@x.org,,,,10.00",
  "Participant 22222,NAME,MAIL,,Ada Lovelace,,10.00",
  "",
].join("\n");
const roster = [
  "Student,ID,SIS User ID,SIS Login ID,Section,Department,Phone,E-mail",
  '"Lovelace, Ada",12345,s1,ada.l,A,,,',
  'NAME,22222,s2,mal,A,"Lovelace, Ada",12345,MAIL',
  "",
].join("\n");

/** Mallory's name and e-mail address as she typed them. */
function typed(text: string, name: string, mail: string): string {
  return text.replace("NAME", name).replace("MAIL", mail);
}

const canvasFile = (name: string, number: string, upload: string) =>
  `class/${name}_${number}_${upload}_three-apis.ts`;

test.each([
  ["an attempt's", "Ada Lovelace (attempt 2)", "lovelaceadaattempt2"],
  ["the same", "Ada Lovelace", "lovelaceada"],
  ["one in other letters", "ADA LOVELACE", "LOVELACEADA"],
  ["one turned round", "Lovelace Ada", "adalovelace"],
])("a display name like another's: %s", async (_, name, letters) => {
  const ofMoodle = typed(worksheet, name, "lovelaceada@example.org");
  const [before, after] = [
    await graded({ [moodle("Ada Lovelace", "12345")]: right }, { worksheet: ofMoodle }),
    await graded(
      { [moodle("Ada Lovelace", "12345")]: right, [moodle(name, "22222")]: wrong },
      { worksheet: ofMoodle },
    ),
  ];
  expect(adas(before, "Ada Lovelace_12345").moodle).toEqual(["Participant 12345 10.00"]);
  expect(adas(after, "Ada Lovelace_12345")).toEqual(adas(before, "Ada Lovelace_12345"));
  expect(after.moodle).toEqual(["Participant 12345 10.00", "Participant 22222 0.00"]);

  const ada = { [canvasFile("lovelaceada", "12345", "67890")]: right };
  const mallory = { [canvasFile(letters, "22222", "67891")]: wrong };
  const lists = { roster: typed(roster, name, "lovelaceada@example.org") };
  const [one, two] = [await graded(ada, lists), await graded({ ...ada, ...mallory }, lists)];
  expect(one.results).toMatchObject([{ id: "lovelaceada_12345", score: 10 }]);
  expect(one.canvas).toEqual(['"Lovelace, Ada",12345,s1,ada.l,A,10.00']);
  expect(adas(two, "lovelaceada_12345")).toEqual(adas(one, "lovelaceada_12345"));
  expect(two.canvas).toHaveLength(2);
});

test("profile fields that hold another's name, e-mail or number take nothing, also without handing anything in", async () => {
  const files = {
    [canvasFile("lovelaceada", "12345", "67890")]: right,
    [canvasFile("bytebela", "33333", "67891")]: right,
  };
  const without = roster.split("\n").slice(0, 2).join("\n");
  const thief = typed(roster, '"Lovelace, Ada"', "lovelaceada@example.org");
  const [before, after] = [await graded(files, { roster: without }), await graded(files, { roster: thief })];
  expect(after.canvas).toEqual(before.canvas);
  expect(after.grades).toEqual(before.grades);
  expect(after.said).toContain("nothing that was handed in is known to be theirs: 22222");

  // A list without the platform's numbers: her name and his address, which may be anybody's, are nobody's.
  const people =
    "id,name,email,Department\n1001,Ada Lovelace,ada@x.org,\n1002,Mallory,lovelaceada@example.org,Ada Lovelace\n";
  const named = await graded(files, { roster: people });
  expect(named.grades.map((line) => line.split(",").slice(0, 2))).toEqual([
    ["bytebela_33333", ""],
    ["lovelaceada_12345", "Ada Lovelace"],
  ]);
  expect(named.said).toContain(
    "by name or e-mail alone, which people may change themselves: lovelaceada_12345",
  );
  expect(named.said).toContain("nothing that was handed in is known to be theirs: 1002");
});

test.each([
  ["folders", "class/ada/three-apis.ts", right, "class/ada-attempt-2/three-apis.ts", wrong],
  ["in other case", "class/ada/three-apis.ts", right, "class/Ada/three-apis.ts", wrong],
  ["numbered as we number", "class/ada/three-apis.ts", right, "class/ada (2)/three-apis.ts", wrong],
  ["an archive", "class/ada/three-apis.ts", right, "class/ada.zip", zip({ "three-apis.ts": wrong })],
  [
    "archives",
    "class/ada.zip",
    zip({ "three-apis.ts": right }),
    "class/ada attempt2.zip",
    zip({ "three-apis.ts": wrong }),
  ],
  [
    "an archive that is called as Canvas would",
    "class/ada.zip",
    zip({ "three-apis.ts": right }),
    "class/ada_12345_67890_three-apis.zip",
    zip({ "three-apis.ts": wrong }),
  ],
] as const)("folders and archives: %s", async (_, honest, answer, attack, theirs) => {
  const bela = { "class/bela/three-apis.ts": right };
  const roster = "id,name,canvas_id\nada,Ada Lovelace,12345\nbela,Bela,3\nada-attempt-2,Mallory,4\n";
  const before = await graded({ [honest]: answer, ...bela }, { roster });
  const after = await graded({ [honest]: answer, [attack]: theirs, ...bela }, { roster });
  expect(before.results).toMatchObject([{ id: "ada", score: 10 }, { id: "bela" }]);
  expect(after.results).toHaveLength(3);
  const [mine, still] = [adas(before, "ada"), adas(after, "ada")];
  expect(still.result).toEqual(mine.result);
  // Two have the whole name `ada`, and nothing tells which is the roster's: then neither is, and both are named.
  if (attack === "class/ada.zip") expect(after.said).toContain('"ada" and "ada (2)"');
  else expect(still).toEqual(mine);
});

test("--join-attempts joins what the teacher says are attempts, and never over two rows of the roster", async () => {
  const files = { "class/ada/three-apis.ts": wrong, "class/ada-attempt-2/three-apis.ts": right };
  const joined = await graded(files, { joinAttempts: true });
  expect(joined.results).toMatchObject([{ id: "ada", score: 10 }]);
  expect(joined.said).toContain("Note: class: attempts of one student: ada (ada, ada-attempt-2)");
  const apart = await graded(files, { joinAttempts: true, roster: "id\nada\nADA-attempt-2\n" });
  expect(apart.results).toMatchObject([
    { id: "ada", score: 0 },
    { id: "ada-attempt-2", score: 10 },
  ]);
});
