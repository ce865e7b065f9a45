// A gradebook of an earlier version is brought up to today's: what it holds counts, and what is not ours is refused.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { fakeEngine } from "../../testing/fake-engine.ts";
import { keptOutput } from "../../testing/outputs.ts";
import { runGrade } from "../grade/run.ts";
import type { CheckResult } from "../results.ts";
import { finishRun } from "./changes.ts";
import { storedChecks } from "./check.ts";
import { Gradebook } from "./gradebook.ts";
import { schema3, schemaVersion } from "./schema.ts";

const class_ = { "class/ada/three-apis.ts": "", "class/bela/three-apis.ts": "failed" };

async function grade(root: string) {
  const [stdout, engine] = [keptOutput(), fakeEngine(["03-three-apis"])];
  const options = { attempts: "last", formats: ["json"], jobs: 1, sandbox: "auto", seed: 1 } as const;
  const places = [{ given: "class", absolute: join(root, "class") }];
  const signal = new AbortController().signal;
  const io = {
    stdout,
    stderr: keptOutput(),
    openEngine: async () => engine,
    loadTitles: async () => ({}),
    signal,
  };
  await runGrade({ ...options, formats: ["json"], places, out: join(root, "report") }, io);
  return { said: stdout.text, graded: engine.graded };
}

/** A folder with a gradebook that this version wrote: what `npm run grade` of its commit made of ada and bela. */
function gradebookOf(version: number, more = ""): string {
  const folder = temporaryFolder({});
  using database = new DatabaseSync(join(folder, "gradebook.sqlite"));
  database.exec(readFileSync(join(import.meta.dirname, `testing/version-${version}.sql`), "utf8") + more);
  return folder;
}

type Row = Record<string, unknown>;

function rowsIn(folder: string, sql: string): Row[] {
  using database = new DatabaseSync(join(folder, "gradebook.sqlite"));
  return database.prepare(sql).all();
}

const same = "runs submissions conditions programs traces ghosts results".split(" ");
const addedIn4 = ["decisions", "marks", "sources", "handed_in"];

/** All that it holds, with each check by its title. */
function heldIn(folder: string, version: number, since = version) {
  const byId = version >= 3;
  const verdicts = rowsIn(folder, "SELECT * FROM verdicts ORDER BY verdict");
  const checks = verdicts.map((row) => JSON.parse(row.checks as string) as CheckResult[]);
  const titled = ({ verdict, check_id, number, ...row }: Row) => {
    const all = checks[(verdict as number) - 1]!;
    const check = byId ? all.find(({ id }) => id === check_id) : all[number as number];
    return { verdict, title: check!.title, ...row };
  };
  const byTitle = (table: string) =>
    rowsIn(folder, `SELECT * FROM ${table}`)
      .map(titled)
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  return {
    verdicts: verdicts.map((row, index) => ({
      ...row,
      checks: checks[index]!.map(({ id: _, ...rest }) => rest),
    })),
    pictures: byTitle("pictures"),
    answers: byTitle("answers"),
    ...Object.fromEntries(
      [...same, ...addedIn4]
        .filter((table) => (version > 1 || table !== "programs") && (since >= 4 || !addedIn4.includes(table)))
        .map((table) => [table, rowsIn(folder, `SELECT * FROM ${table}`)]),
    ),
  };
}

test.each([1, 2, 3, 4])("version %i, as it was written then: nothing lost, nothing changed", (version) => {
  const folder = gradebookOf(version);
  const before = heldIn(folder, version);
  expect(before.pictures.length).toBeGreaterThan(0);
  expect(before.answers.length).toBeGreaterThan(0);
  Gradebook.open(folder).close();
  expect(rowsIn(folder, "PRAGMA user_version")).toEqual([{ user_version: schemaVersion }]);
  const after = heldIn(folder, schemaVersion, version);
  expect(version > 1 ? after : { ...after, programs: undefined }).toEqual(before);
  expect(rowsIn(folder, "SELECT * FROM programs").length).toBe(version > 1 ? 2 : 0);
  for (const { checks } of rowsIn(folder, "SELECT checks FROM verdicts"))
    expect(storedChecks(checks)).toBeDefined();
});

test.each([1, 2, 3, 4])(
  "after one of version %i: which marks moved, though the program is another one",
  (version) => {
    const folder = gradebookOf(version);
    const [{ checks }] = rowsIn(folder, "SELECT checks FROM verdicts") as [Row];
    // All three were made of the same files, and the first one kept verdicts by the files' hash.
    const [{ content }] = rowsIn(gradebookOf(1), "SELECT content FROM verdicts") as [Row];
    const gradebook = Gradebook.open(folder);
    const now = (JSON.parse(checks as string) as CheckResult[]).map((check, index) => ({
      ...check,
      id: version < 3 ? `check ${index}` : check.id,
      ...(index === 0 && { outcome: "failed" as const, score: 0 }),
    }));
    const id = "03-three-apis";
    const { scenario, surroundings } = gradebook.get(
      "SELECT scenario, surroundings FROM conditions",
    )! as Record<string, string>;
    const fingerprints = { [id]: { scenario: scenario!, judge: "another" } };
    const options = { graders: "g", seed: 1, sandbox: [], surroundings: surroundings!, fingerprints };
    const run = gradebook.startRun({ ...options, checks: { [id]: [] } }, new Date("2026-12-01T10:00:00Z"));
    const result = { id, score: 7, maxScore: 10, outcome: "failed" as const, checks: now };
    const verdict = { result, pictures: new Map(), answers: new Map(), final: false };
    const verdicts = new Map([[id, { content: Buffer.alloc(32), verdict }]]);
    const files = { entry: "three-apis.ts", files: new Map<string, string>() };
    const handedIn = new Map([[id, { hash: Buffer.from(content as Uint8Array), files }]]);
    run.record({ position: 0, id: "ada", source: "class/ada", verdicts, handedIn });
    const changes = finishRun(gradebook, run.number, new Date("2026-12-01T10:01:00Z"))!;
    gradebook.close();
    expect(changes.groups.map(({ title, cause, moves }) => [title, cause, moves])).toEqual([
      ["fetches all three in the time of the slowest", "judge", [{ submission: "ada", before: 3, after: 0 }]],
    ]);
  },
);

test("what somebody made of an old one is no fault of ours, and read by nobody", () => {
  const damage =
    "UPDATE verdicts SET checks = '[1, \"x\"]' WHERE verdict = 1; UPDATE verdicts SET checks = '{' WHERE verdict = 2;";
  const folder = gradebookOf(2, damage);
  Gradebook.open(folder).close();
  expect(rowsIn(folder, "SELECT checks FROM verdicts")).toEqual([{ checks: '[1, "x"]' }, { checks: "{" }]);
  expect(rowsIn(folder, "SELECT * FROM pictures")).toEqual([]);
});

/** What version 3 had, with what this one wrote into it. */
function backToVersion3(path: string, more = "") {
  using database = new DatabaseSync(path);
  database.exec(
    `DROP TABLE types; DROP TABLE types_asked; DROP TABLE durations; DROP TABLE handed_in; DROP TABLE sources; DROP TABLE marks; DROP TABLE decisions; ${more}; PRAGMA user_version = 3`,
  );
}

test("version 3: nothing is graded again, and nothing lost", async () => {
  const root = temporaryFolder(class_);
  const path = join(root, "report/gradebook.sqlite");
  await grade(root);
  backToVersion3(path);
  const { said, graded } = await grade(root);
  expect(graded).toEqual([]);
  expect(said).toContain("2 had been graded before and did not change");
  using database = new DatabaseSync(path);
  expect(database.prepare("PRAGMA user_version").get()).toEqual({ user_version: schemaVersion });
  expect(database.prepare("SELECT count(*) AS runs FROM runs").get()).toEqual({ runs: 2 });
});

test("what is not version 3's, to the letter, is refused, and not a byte changed", async () => {
  const root = temporaryFolder(class_);
  const path = join(root, "report/gradebook.sqlite");
  await grade(root);
  backToVersion3(path, "CREATE TABLE more (x)");
  const before = readFileSync(path);
  await expect(grade(root)).rejects.toThrow('has not the tables of our gradebooks (table "more")');
  expect(readFileSync(path).equals(before)).toBe(true);
  expect(schema3).not.toContain("decisions");
});
