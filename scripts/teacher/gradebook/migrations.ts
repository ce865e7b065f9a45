// From a gradebook of an earlier version to today's: nothing that it holds is lost, or changed. In the opener's transaction.
import type { DatabaseSync } from "node:sqlite";
import { addedIn4, schema3, schemaVersion } from "./schema.ts";

interface Migration {
  /** The tables that this version has, to the letter. */
  from: string;
  /** What makes the next version's of them. */
  sql: string;
}

/** By the version that they start from. */
export const migrations: Readonly<Record<number, Migration>> = {
  3: { from: schema3, sql: addedIn4 },
};

/** Through all versions to today's. */
export function migrate(database: DatabaseSync, version: number): void {
  for (let at = version; at < schemaVersion; at++) database.exec(migrations[at]!.sql);
  database.exec(`PRAGMA user_version = ${schemaVersion}`);
}
