// From a gradebook of an earlier version to today's: nothing that it holds is lost, or changed. In the opener's transaction.
import type { DatabaseSync } from "node:sqlite";
import { addedIn4, addedIn5, schema3, schema4, schemaVersion } from "./schema.ts";

interface Migration {
  /** The tables that this version has, to the letter. */
  from: string;
  /** What makes the next version's of them. */
  sql: string;
}

/** Checks had no ids: pictures and answers told them by their place in the verdict, from 0. */
const schema2 = schema3
  .replaceAll("  check_id TEXT NOT NULL,\n  title", "  title")
  .replaceAll("check_id TEXT NOT NULL", "number INTEGER NOT NULL")
  .replaceAll("(verdict, check_id)", "(verdict, number)");
const schema1 = schema2.replace(tableIn(schema2, "programs"), "");

/** What was known by its place is known by its title, which is unique in an exercise: see `moves` in changes.ts. */
const addedIn3 = `
DROP INDEX changes_of;
${["changes", "pictures", "answers"].map((table) => `ALTER TABLE ${table} RENAME TO ${table}_2;`).join("\n")}
${["changes", "pictures", "answers"].map((table) => tableIn(schema3, table)).join("\n")}
CREATE INDEX changes_of ON changes (run);
INSERT INTO changes SELECT run, exercise, title, title, cause, submission, before, after FROM changes_2;
UPDATE verdicts SET checks = (
  SELECT json_group_array(json_set(value, '$.id', json_extract(value, '$.title'))) FROM json_each(checks)
) WHERE CASE WHEN json_valid(checks) THEN json_type(checks) = 'array'
  AND NOT EXISTS (SELECT 1 FROM json_each(checks) WHERE type <> 'object') END;
${titled("pictures", "ghost")}
${titled("answers", "other")}
${["changes", "pictures", "answers"].map((table) => `DROP TABLE ${table}_2;`).join("\n")}
`;

/** By the version that they start from. */
export const migrations: Readonly<Record<number, Migration>> = {
  1: { from: schema1, sql: tableIn(schema2, "programs") },
  2: { from: schema2, sql: addedIn3 },
  3: { from: schema3, sql: addedIn4 },
  4: { from: schema4, sql: addedIn5 },
};

/** Through all versions to today's. */
export function migrate(database: DatabaseSync, version: number): void {
  for (let at = version; at < schemaVersion; at++) database.exec(migrations[at]!.sql);
  database.exec(`PRAGMA user_version = ${schemaVersion}`);
}

function tableIn(schema: string, name: string): string {
  return new RegExp(`CREATE TABLE ${name} \\([^;]*;\n`).exec(schema)![0];
}

/** What cannot be ours is left out, as whoever reads it would. */
function titled(table: string, other: string): string {
  return `INSERT OR IGNORE INTO ${table}
    SELECT verdict, json_extract(checks, '$[' || number || '].title') AS title, trace, ${other}
    FROM ${table}_2 JOIN verdicts USING (verdict)
    WHERE CASE WHEN json_valid(checks) THEN json_type(checks, '$[' || number || '].title') = 'text' END;`;
}
