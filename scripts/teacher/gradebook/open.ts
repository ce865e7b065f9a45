// Opens gradebook.sqlite for one grading at a time, and says what is wrong with one that cannot be used.
import { DatabaseSync } from "node:sqlite";
import { isDeepStrictEqual } from "node:util";
import { UsageError } from "../../lib/usage-error.ts";
import { migrate, migrations } from "./migrations.ts";
import { applicationId, schema, schemaVersion } from "./schema.ts";

/** Real ms to wait for another grading that is about to end. */
const PATIENCE = 2000;
/** Bytes of a row; and nothing of ours has triggers, or attaches other files. */
const LIMITS = { length: 64 * 1024 * 1024, triggerDepth: 1, attach: 0 };
/** Above what counts the rows of any gradebook, and below what a number of JavaScript's holds. */
const MOST_ROWS = 2 ** 48;

/**
 * Opens the file at `path`, or makes it; nobody else can until it is closed, or this process has ended in any way. `shown`
 * is how messages call it. Throws a UsageError for one that is in use, damaged, of another version, or no gradebook.
 */
export function openDatabase(path: string, shown: string): DatabaseSync {
  return explaining(shown, () => {
    const database = new DatabaseSync(path, { timeout: PATIENCE, defensive: true, limits: LIMITS });
    try {
      // Somebody else may have made the file: no expression in its schema may do more than compute, and no cell is
      // believed to be as long as it says.
      database.exec("PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA mmap_size = 0");
      // No write-ahead log: it needs memory that is shared, which a network drive has none of.
      database.exec(
        "PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = DELETE; PRAGMA synchronous = FULL",
      );
      database.exec("BEGIN EXCLUSIVE");
      prepare(database, shown);
      database.exec("COMMIT");
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

function prepare(database: DatabaseSync, shown: string): void {
  const [id, version] = [pragma(database, "application_id"), pragma(database, "user_version")];
  const tables = database.prepare("SELECT count(*) AS count FROM sqlite_schema").get()!.count as number;
  if (id === 0 && version === 0 && tables === 0) {
    database.exec(
      `${schema}; PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${schemaVersion}`,
    );
  } else if (id !== applicationId)
    throw new UsageError(`"${shown}" is no gradebook of ours. Move it away, or give another --out.`);
  else if (version in migrations) {
    examine(database, shown, migrations[version]!.from);
    migrate(database, version);
    examine(database, shown, schema);
  } else if (version !== schemaVersion) {
    const whose = version > schemaVersion ? "a newer" : "an older";
    const remedy =
      version > schemaVersion
        ? "Update this clone (git pull && npm ci), or give another --out."
        : "Move it away, or give another --out.";
    throw new UsageError(`"${shown}" was made by ${whose} version of Async Dojo. ${remedy}`);
  } else examine(database, shown, schema);
}

/**
 * Throws a UsageError unless the file has our tables and indexes, to the letter, and nothing else (a trigger would write
 * whatever its author wanted), and is sound: takes time in proportion to its size.
 */
function examine(database: DatabaseSync, shown: string, tables: string): void {
  using own = new DatabaseSync(":memory:");
  own.exec(tables);
  const expected = own.prepare(ENTRIES).all();
  const found = database.prepare(`${ENTRIES} LIMIT ${expected.length + 1}`).all();
  const strange = found.find((entry, index) => !isDeepStrictEqual(entry, expected[index]));
  if (strange || found.length < expected.length)
    throw new UsageError(
      `"${shown}" has not the tables of our gradebooks${strange ? ` (${strange.type} "${strange.name}")` : ""}: somebody changed it. Nothing was changed in it now. Move it away, and grade again.`,
    );
  const [answer] = database.prepare("PRAGMA quick_check(1)").all();
  const numbers = Object.entries(NUMBERED).flatMap(([table, key]) =>
    Object.values(database.prepare(`SELECT min(${key}), max(${key}) FROM ${table}`).get()!),
  );
  if (
    answer?.quick_check !== "ok" ||
    numbers.some((number) => Number(number ?? 1) < 1 || Number(number) > MOST_ROWS)
  )
    throw new UsageError(`"${shown}" ${DAMAGED.join(". ")}`);
}

const ENTRIES = "SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY name COLLATE BINARY";
/** The tables whose rows SQLite numbers. */
const NUMBERED = { runs: "run", conditions: "condition", verdicts: "verdict", traces: "trace" };

function pragma(database: DatabaseSync, name: string): number {
  return Object.values(database.prepare(`PRAGMA ${name}`).get()!)[0] as number;
}

/** What `act` gives. What SQLite throws in it becomes a UsageError that names the file, the fault and the remedy. */
export function explaining<T>(shown: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const { code, errcode, message } = error as { code?: string; errcode?: number; message: string };
    // A number that is larger than any of ours.
    if (code === "ERR_OUT_OF_RANGE") throw new UsageError(`"${shown}" ${DAMAGED.join(". ")}`);
    // 1 is a statement of ours that makes no sense.
    if (code !== "ERR_SQLITE_ERROR" || errcode === undefined || errcode === 1) throw error;
    // The lower byte is the kind; what stands above it tells kinds of the kind apart.
    const [fault, remedy] = FAULTS.get(errcode & 0xff) ?? [`cannot be used (${message})`, ELSEWHERE];
    throw new UsageError(`"${shown}" ${fault}. ${remedy}`);
  }
}

const ELSEWHERE = "Give another folder with --out, or move it away.";
const IN_USE: [string, string] = [
  "is in use by another grading",
  "Wait until that has ended, or give another folder with --out.",
];
const DAMAGED: [string, string] = [
  "is damaged, or no gradebook",
  "Nothing was changed in it. Move it away, or put its copy back, and grade again.",
];

/** By SQLite's result codes. */
const FAULTS = new Map<number, [fault: string, remedy: string]>([
  [5, IN_USE],
  [6, IN_USE],
  [8, ["may not be written", "Make it writable, or give another folder with --out."]],
  [11, DAMAGED],
  [26, DAMAGED],
  [
    13,
    [
      "could not be written: the disk is full",
      "What was graded so far is kept in it. Free some room there, or give another folder with --out, and grade again.",
    ],
  ],
  [14, ["cannot be opened", "Is it a folder, or may it not be read? Give another folder with --out."]],
]);
