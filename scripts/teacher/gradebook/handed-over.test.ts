// A gradebook that somebody made, or changed, by hand: what is not ours is refused, and what cannot be ours is not used.
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { zstdCompressSync } from "node:zlib";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { fakeEngine } from "../../testing/fake-engine.ts";
import { keptOutput } from "../../testing/outputs.ts";
import { runGrade } from "../grade/run.ts";
import { sha256 } from "./content.ts";
import { openDatabase } from "./open.ts";

const class_ = {
  "class/ada/three-apis.ts": "",
  "class/bela/three-apis.ts": "failed passed",
  "class/chidi/three-apis.ts": "passed passed never-settled",
};

/** A class that was graded once; `grade` grades it again. */
async function gradedClass(more: Record<string, string> = {}) {
  const root = temporaryFolder({ ...class_, ...more });
  const path = join(root, "report/gradebook.sqlite");
  const grade = async () => {
    const [stdout, stderr] = [keptOutput(), keptOutput()];
    const engine = fakeEngine(["03-three-apis"]);
    await runGrade(
      {
        attempts: "last",
        formats: ["json", "html"],
        jobs: 2,
        sandbox: "auto",
        seed: 1,
        places: [{ given: "class", absolute: join(root, "class") }],
        out: join(root, "report"),
      },
      {
        stdout,
        stderr,
        openEngine: async () => engine,
        loadTitles: async () => ({}),
        signal: new AbortController().signal,
      },
    );
    return {
      results: readFileSync(join(root, "report/results.json"), "utf8"),
      // What moved against a grading that was tampered with is its business.
      page: readFileSync(join(root, "report/index.html"), "utf8").replace(/"moved":\[[^\]]*\]/, ""),
      said: stdout.text,
      notes: stderr.text.split("\n").filter((line) => line.startsWith("Note: ")),
      graded: engine.graded,
    };
  };
  const change = (sql: string, ...values: Uint8Array[]) => {
    using database = new DatabaseSync(path);
    if (values.length > 0) database.prepare(sql).run(...values);
    else database.exec(sql);
  };
  return { path, grade, change, first: await grade() };
}

test.each([
  [
    "a trigger that gives full marks",
    "CREATE TRIGGER gift AFTER INSERT ON results BEGIN UPDATE verdicts SET score = max_score; END",
  ],
  [
    "a view without an end in a table's place",
    `ALTER TABLE ghosts RENAME TO away; CREATE VIEW ghosts AS
      WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT x'00' AS scenario, i AS trace FROM n`,
  ],
  ["a table more", "CREATE TABLE points (name)"],
  ["an index less", "DROP INDEX changes_of"],
  ["a virtual table", "CREATE VIRTUAL TABLE words USING fts5(word)"],
  [
    "a computed column",
    "ALTER TABLE verdicts ADD COLUMN more TEXT GENERATED ALWAYS AS (hex(zeroblob(1000000000)))",
  ],
  ["a column with a default", "ALTER TABLE runs ADD COLUMN more TEXT DEFAULT 'x'"],
  ["statistics that mislead", "ANALYZE"],
])("%s: refused, and not a byte changed", (_, sql) => {
  const path = join(temporaryFolder({}), "gradebook.sqlite");
  const open = () => openDatabase(path, "report/gradebook.sqlite");
  open().close();
  using database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
  const before = readFileSync(path);
  expect(open).toThrow(
    /^"report\/gradebook\.sqlite" has not the tables of our gradebooks.*: somebody changed it\. .* Move it away, and grade again\.$/,
  );
  expect(readFileSync(path).equals(before)).toBe(true);
});

test("a verdict that cannot be the grader's is given anew, and said; all others are as they were", async () => {
  const points = "a verdict, since its points do not follow from its checks";
  const form = "a verdict, since what it says of its checks is not in our form";
  const outcome = "a verdict, since its outcome does not follow from its checks";
  const other = "a verdict, since its checks are not the grader's";
  const changes = [
    ["score = 1000000", points],
    ["score = -1", points],
    ["max_score = 1", points],
    [`checks = replace(checks, '"score":3', '"score":4')`, points],
    [`checks = replace(checks, '"score":3', '"score":1000000')`, form],
    [`checks = replace(checks, '"score":3', '"score":1.5')`, form],
    [`score = 10, checks = replace(checks, '"score":0', '"score":4')`, points],
    ["outcome = 'passed'", outcome],
    ["outcome = 'grader-error'", outcome],
    [`checks = replace(checks, 'promise 2', 'promise 7')`, other],
    [`checks = replace(checks, '"maxScore":3', '"maxScore":4')`, other],
    ["checks = '[]'", other],
    ["checks = '['", form],
    [`checks = replace(checks, '"title"', '"x":1,"title"')`, form],
    ["checks = replace(hex(zeroblob(100000)), '0', '[')", form],
    ["checks = '[' || replace(hex(zeroblob(3000000)), '0', ' ') || ']'", form],
  ];
  // No two have the same file, so each has a verdict of their own.
  const file = (index: number) => `passed passed never-settled ${"more ".repeat(index)}`;
  const names = changes.map((_, index) => `mallory-${String(index).padStart(2, "0")}`);
  const { path, grade, first } = await gradedClass(
    Object.fromEntries(names.map((name, index) => [`class/${name}/three-apis.ts`, file(index)])),
  );
  using database = new DatabaseSync(path);
  for (const [index, [set]] of changes.entries()) {
    const where = "(SELECT verdict FROM results JOIN submissions USING (run, position) WHERE id = ?)";
    database.prepare(`UPDATE verdicts SET ${set} WHERE verdict = ${where}`).run(names[index]!);
  }
  database.close();
  const again = await grade();
  expect(again).toMatchObject({ results: first.results, page: first.page });
  expect(again.graded.toSorted()).toEqual(names);
  const [note] = again.notes;
  expect(note).toMatch(/^Note: not used of \S*gradebook\.sqlite, since it cannot be ours: .* graded anew\.$/);
  for (const why of new Set(changes.map(([, why]) => why!)))
    expect(note).toContain(
      `03-three-apis: ${why} (${changes.filter((each) => each[1] === why).length} times)`,
    );
  expect(await grade()).toMatchObject({ results: first.results, page: first.page, notes: [], graded: [] });
});

test("a timeline that is none, or unpacks without an end, is left out; and comes back when it is graded anew", async () => {
  const bomb = zstdCompressSync(Buffer.alloc(64 * 1024 * 1024, "["));
  const other = Buffer.from('{"end":"quiet"}');
  for (const [packed, hash] of [
    [bomb, undefined],
    [zstdCompressSync(other), undefined],
    [zstdCompressSync(other), sha256(other)],
    [Buffer.from("nothing packed"), undefined],
  ] as const) {
    const { grade, change, first } = await gradedClass();
    change("UPDATE traces SET packed = ?", packed);
    if (hash) change("UPDATE traces SET hash = ?", hash);
    const again = await grade();
    expect([again.results, again.graded]).toEqual([first.results, []]);
    expect(again.notes).toEqual([expect.stringContaining("since it cannot be ours: a timeline (2 times).")]);
    expect(again.page).not.toBe(first.page);
    change("UPDATE verdicts SET score = -1");
    expect((await grade()).page).toBe(first.page);
  }
});

test("numbers that no gradebook reaches, and pages that are damaged", async () => {
  for (const sql of [
    "PRAGMA foreign_keys = OFF; UPDATE runs SET run = 9223372036854775807",
    "PRAGMA foreign_keys = OFF; UPDATE verdicts SET verdict = -verdict",
    "UPDATE verdicts SET score = 9223372036854775807",
  ]) {
    const { grade, change } = await gradedClass();
    change(sql);
    await expect(grade(), sql).rejects.toThrow("is damaged, or no gradebook. Nothing was changed in it.");
  }
  const { path, grade, change } = await gradedClass();
  change("CREATE TABLE at (root); INSERT INTO at SELECT rootpage FROM sqlite_schema WHERE name = 'verdicts'");
  using database = new DatabaseSync(path);
  const page = database.prepare("SELECT root FROM at").get()!.root as number;
  database.exec("DROP TABLE at");
  const file = openSync(path, "r+");
  writeSync(file, Buffer.alloc(4096, 0x41), 0, 4096, (page - 1) * 4096);
  closeSync(file);
  await expect(grade()).rejects.toThrow("is damaged, or no gradebook. Nothing was changed in it.");
});

test("what a run before says of itself reaches no terminal", async () => {
  const { grade, change, first } = await gradedClass();
  change("UPDATE runs SET finished = char(27) || '[2J'");
  const again = await grade();
  expect([again.results, again.said.includes("\u001b")]).toEqual([first.results, false]);
  expect(again.notes[0]).toContain("when the grading before ended");
});
