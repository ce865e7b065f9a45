// What was handed in, as text: each once, by its hash, compressed.
import { zstdCompressSync, zstdDecompressSync } from "node:zlib";
import * as v from "valibot";
import type { ExerciseFiles } from "../../../graders/engine/types.ts";
import { contentHash } from "./content.ts";
import type { Gradebook } from "./gradebook.ts";

/** Bytes, unpacked: more than an exercise's files may have. */
const MOST = 4 * 1024 * 1024;
const schema = v.strictObject({
  entry: v.string(),
  folder: v.optional(v.string()),
  files: v.array(v.tuple([v.string(), v.string()])),
});

/** The files of an exercise, the graded one first. */
export interface Source {
  entry: string;
  files: [name: string, text: string][];
}

interface Place {
  run: number;
  position: number;
  exercise: string;
}

/** Within a transaction. What could not be taken is not kept. */
export function keepSource(gradebook: Gradebook, place: Place, hash: Buffer, given: ExerciseFiles): void {
  if ("refused" in given) return;
  const { entry, folder, files } = given;
  if (!gradebook.get("SELECT 1 FROM sources WHERE files = ?", hash)) {
    const text = JSON.stringify({ entry, ...(folder !== undefined && { folder }), files: [...files] });
    gradebook
      .statement("INSERT INTO sources (files, packed) VALUES (?, ?)")
      .run(hash, zstdCompressSync(text));
  }
  gradebook
    .statement("INSERT INTO handed_in (run, position, exercise, files) VALUES (?, ?, ?, ?)")
    .run(place.run, place.position, place.exercise, hash);
}

/** Undefined where nothing is kept, or what is there was never kept by us. */
export function sourceOf(gradebook: Gradebook, { run, position, exercise }: Place): Source | undefined {
  const sql = `SELECT files, packed FROM handed_in JOIN sources USING (files)
    WHERE run = ? AND position = ? AND exercise = ?`;
  const row = gradebook.get(sql, run, position, exercise);
  if (!row) return undefined;
  const source = unpacked(row.packed as Uint8Array);
  const files = source && { ...source, files: new Map(source.files) };
  if (files && contentHash(files as ExerciseFiles).equals(row.files as Uint8Array)) return source;
  gradebook.distrust(`${exercise}: what was handed in`);
  return undefined;
}

function unpacked(packed: Uint8Array) {
  try {
    const text = zstdDecompressSync(packed, { maxOutputLength: MOST }).toString();
    const parsed = v.safeParse(schema, JSON.parse(text));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}
