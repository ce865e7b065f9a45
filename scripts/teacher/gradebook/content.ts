// What makes two submissions of an exercise the same: the bytes of its files, or the program that they are compiled to.
import { hash } from "node:crypto";
import type { ExerciseFiles } from "../../../graders/engine/types.ts";

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

/** SHA-256 of a program and the name of the file that it was made of. */
export function programHash(entry: string, program: string): Buffer {
  return sha256(JSON.stringify(["program", entry, program]));
}

/** What their program is kept by: it is what the compiler of this scenario (see fingerprints.ts) makes of these files. */
export function filesKey(scenario: string, files: Buffer): Buffer {
  return sha256(`${scenario} ${files.toString("hex")}`);
}

export function sha256(content: string | Buffer): Buffer {
  return hash("sha256", content, "buffer");
}
