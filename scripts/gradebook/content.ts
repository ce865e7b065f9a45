// What makes two submissions of an exercise the same: the bytes of its files, or why they could not be taken.
import { hash } from "node:crypto";
import type { ExerciseFiles } from "../../graders/engine/types.ts";

/** SHA-256 of an exercise's files; `undefined`: it was not handed in. */
export function contentHash(files: ExerciseFiles | undefined): Buffer {
  return sha256(JSON.stringify(parts(files)));
}

function parts(files: ExerciseFiles | undefined): unknown {
  if (!files) return "missing";
  if ("refused" in files) return [files.refused, files.reason];
  const sorted = [...files.files].sort(([a], [b]) => (a < b ? -1 : 1));
  return [files.entry, files.folder ?? null, sorted];
}

export function sha256(text: string): Buffer {
  return hash("sha256", text, "buffer");
}
