// Places in a compiled program told in the student's own files.
import { SourceMap } from "node:module";
import type { Position } from "../../trace/plain.ts";
import type { Edit } from "../types.ts";
import type { Replacement } from "./evade.ts";

/** A submission's file names; the compiler knows each by its index. */
export type SourceNames = string[];

const maps = new WeakMap<SourceNames, SourceMap>();

/** Maps a 1-based line and column of the script; undefined for what is not the student's. */
export function sourcePosition(
  map: string,
  names: SourceNames,
  line: number,
  column: number,
): Position | undefined {
  const parsed = maps.get(names) ?? new SourceMap(JSON.parse(map));
  maps.set(names, parsed);
  const entry = parsed.findEntry(line - 1, column - 1);
  // Without an entry on its own line, findEntry answers with the last one of an earlier line.
  if (!("originalSource" in entry) || entry.generatedLine !== line - 1) return undefined;
  const index = /^submission:(\d+)$/.exec(entry.originalSource)?.[1];
  const file = index === undefined ? undefined : names[Number(index)];
  if (file === undefined) return undefined;
  return { file, line: entry.originalLine + 1, column: entry.originalColumn + 1 };
}

/** The same for an offset into the script. */
export function offsetPosition(
  map: string,
  names: SourceNames,
  script: string,
  offset: number,
): Position | undefined {
  const before = script.slice(0, offset);
  const line = before.split("\n").length;
  return sourcePosition(map, names, line, offset - before.lastIndexOf("\n"));
}

/** Where the replacements made `code` longer: 1-based line, and 1-based column before any of them. */
export function editsOf(code: string, list: Replacement[]): Edit[] {
  return list.map(({ offset, text }) => {
    const before = code.slice(0, offset);
    const column = offset - before.lastIndexOf("\n");
    return { line: before.split("\n").length, column, growth: text.length - 1 };
  });
}

/** The 1-based column that a column of the evaluated code had before the edits, which is what the map knows. */
export function mappedColumn(edits: Edit[], line: number, column: number): number {
  let growth = 0;
  for (const edit of edits) {
    if (edit.line === line && edit.column + growth < column) growth += edit.growth;
  }
  return column - growth;
}
