// Type errors in a gradebook: what a checker found in files, by their hash.
import * as v from "valibot";
import type { Typed } from "../types/checker.ts";
import type { Gradebook } from "./gradebook.ts";

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const schema = v.strictObject({
  count,
  faults: v.array(v.strictObject({ file: v.string(), line: count, column: count, text: v.string() })),
});

/** Undefined where none were looked for, or what is there was never kept by us. */
export function typesOf(gradebook: Gradebook, files: Buffer, checker: string): Typed | undefined {
  const row = gradebook.get("SELECT found FROM types WHERE files = ? AND checker = ?", files, checker);
  if (!row) return undefined;
  const found = parsed(row.found as string);
  if (!found) gradebook.distrust("type errors");
  return found;
}

/** As a run told them: the checker's version, and what percent of an exercise's points they cost. */
export interface TypesAsked {
  checker: string;
  cost: number;
}

/** Undefined for a run that did not tell them. */
export function typesAsked(gradebook: Gradebook, run: number): TypesAsked | undefined {
  const row = gradebook.get("SELECT checker, cost FROM types_asked WHERE run = ?", run);
  return row && { checker: row.checker as string, cost: row.cost as number };
}

/** The type errors of what somebody handed in to a run; undefined where there are none, or they are not known. */
export function typesIn(
  gradebook: Gradebook,
  { run, position, exercise }: { run: number; position: number; exercise: string },
  { checker }: TypesAsked,
): Typed | undefined {
  const sql = "SELECT files FROM handed_in WHERE run = ? AND position = ? AND exercise = ?";
  const files = gradebook.get(sql, run, position, exercise)?.files as Uint8Array | undefined;
  const found = files && typesOf(gradebook, Buffer.from(files), checker);
  return found && found.count > 0 ? found : undefined;
}

function parsed(text: string): Typed | undefined {
  try {
    const result = v.safeParse(schema, JSON.parse(text));
    return result.success ? result.output : undefined;
  } catch {
    return undefined;
  }
}
