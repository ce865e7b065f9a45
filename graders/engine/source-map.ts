// Places in a compiled program told in the student's own files.
import { SourceMap } from "node:module";
import type { Position } from "../kit/plain.ts";

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
  if (!("originalSource" in entry) || !entry.originalSource.includes("submission:")) return undefined;
  const file = names[Number(entry.originalSource.replace(/^.*submission:/, ""))];
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
