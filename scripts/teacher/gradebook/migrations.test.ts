// A gradebook of an earlier version is brought up to today's: what it holds counts, and what is not ours is refused.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { fakeEngine } from "../../testing/fake-engine.ts";
import { keptOutput } from "../../testing/outputs.ts";
import { runGrade } from "../grade/run.ts";
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

/** What version 3 had, with what this one wrote into it. */
function backToVersion3(path: string, more = "") {
  using database = new DatabaseSync(path);
  database.exec(
    `DROP TABLE handed_in; DROP TABLE sources; DROP TABLE marks; DROP TABLE decisions; ${more}; PRAGMA user_version = 3`,
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
