import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { explaining, openDatabase } from "./open.ts";
import { schemaVersion } from "./schema.ts";

function folder() {
  const path = join(temporaryFolder({}), "gradebook.sqlite");
  return { path, open: () => openDatabase(path, "report/gradebook.sqlite") };
}

test("made, opened again, and made in an empty file, as a kill may leave it", () => {
  const { path, open } = folder();
  writeFileSync(path, "");
  for (const _ of [1, 2]) {
    const database = open();
    expect(database.prepare("SELECT count(*) AS count FROM runs").get()).toEqual({ count: 0 });
    database.close();
  }
});

test.each([
  [
    "of a newer version",
    `PRAGMA user_version = ${schemaVersion + 1}`,
    "was made by a newer version of Async Dojo. Update this clone (git pull && npm ci), or give another --out.",
  ],
  [
    "of an older one",
    "PRAGMA user_version = 0",
    "was made by an older version of Async Dojo. Move it away, or give another --out.",
  ],
  [
    "of another program",
    "PRAGMA application_id = 7",
    "is no gradebook of ours. Move it away, or give another --out.",
  ],
])("one %s is refused, and not a byte of it changed", (_, sql, message) => {
  const { path, open } = folder();
  open().close();
  const database = new DatabaseSync(path);
  database.exec(sql);
  database.close();
  const before = readFileSync(path);
  expect(open).toThrow(`"report/gradebook.sqlite" ${message}`);
  expect(readFileSync(path).equals(before)).toBe(true);
});

test("somebody else's table, a text, a torn file and a folder are refused, and left as they are", () => {
  const other = folder();
  const database = new DatabaseSync(other.path);
  database.exec("CREATE TABLE marks (name)");
  database.close();
  expect(other.open).toThrow("is no gradebook of ours.");

  const text = folder();
  writeFileSync(text.path, "no database at all, but long enough to be taken for one ".repeat(20));
  expect(text.open).toThrow(
    '"report/gradebook.sqlite" is damaged, or no gradebook. Nothing was changed in it.',
  );
  expect(readFileSync(text.path, "utf8")).toMatch(/^no database/);

  const torn = folder();
  torn.open().close();
  const half = readFileSync(torn.path).subarray(0, 6000);
  writeFileSync(torn.path, half);
  expect(torn.open).toThrow("is damaged, or no gradebook");
  expect(readFileSync(torn.path).equals(half)).toBe(true);

  const taken = folder();
  mkdirSync(taken.path);
  expect(taken.open).toThrow("cannot be opened");
});

test("one at a time: a second grading is told so, and the first's end or death frees it", async () => {
  const { path, open } = folder();
  const program = `
    import { openDatabase } from ${JSON.stringify(join(import.meta.dirname, "open.ts"))};
    globalThis.database = openDatabase(${JSON.stringify(path)}, "it");
    console.log("open");
    setInterval(() => {}, 1000);`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  await once(child.stdout, "data");
  expect(open).toThrow(
    '"report/gradebook.sqlite" is in use by another grading. Wait until that has ended, or give another folder with --out.',
  );
  child.kill("SIGKILL");
  await once(child, "exit");
  open().close();
});

test("a full disk: what was kept stays, and the remedy is named", () => {
  const { path, open } = folder();
  const database = open();
  const run =
    "INSERT INTO runs (started, graders, seed, sandbox, exercises) VALUES ('now', 'g', 1, '[]', '[]')";
  database.exec(run);
  const { page_count } = database.prepare("PRAGMA page_count").get()!;
  database.exec(`PRAGMA max_page_count = ${page_count}`);
  const fill = "INSERT INTO traces (hash, packed) VALUES (randomblob(32), zeroblob(100000))";
  expect(() => explaining("gradebook.sqlite", () => database.exec(fill))).toThrow(
    '"gradebook.sqlite" could not be written: the disk is full. What was graded so far is kept in it.',
  );
  database.close();
  const again = openDatabase(path, "it");
  expect(again.prepare("SELECT count(*) AS count FROM runs").get()).toEqual({ count: 1 });
  again.close();
});

test("a statement of ours that makes no sense is no fault of the file", () => {
  const database = folder().open();
  expect(() => explaining("it", () => database.exec("SELECT nonsense"))).toThrow(/^no such column: nonsense/);
  database.close();
});
