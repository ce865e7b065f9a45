// Formats with files for each student: a folder of them that is replaced as a whole.
import { createHash, randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { shownPath } from "../lib/paths.ts";
import { UsageError } from "../lib/usage-error.ts";
import type { ClassReport, ReportStudent } from "./class-report.ts";

/** A file's path in the student's part of the folder, with `/`, and its text. */
export type StudentFiles = Record<string, string>;

/**
 * Replaces the folder `name` in `folder` (absolute) by one that holds each student's files, under names made of theirs:
 * `files` gets it (`ada`), and may put an ending behind it or files below it. Rejects with a UsageError if that cannot be
 * done; then the old folder is untouched.
 */
export async function writePerStudent(
  folder: string,
  name: string,
  report: ClassReport,
  files: (student: ReportStudent, name: string) => StudentFiles,
): Promise<void> {
  const path = join(folder, name);
  const [fresh, old] = [randomUUID(), randomUUID()].map((id) => join(folder, `.${name}.${id}.tmp`)) as [
    string,
    string,
  ];
  try {
    await mkdir(fresh, { recursive: true });
    for (const student of report.students()) {
      for (const [file, text] of Object.entries(files(student, fileNameOf(student.id)))) {
        await mkdir(dirname(join(fresh, file)), { recursive: true });
        await writeFile(join(fresh, file), text);
      }
    }
    await rename(path, old).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOENT") throw error;
    });
    await rename(fresh, path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    const why = code === "ENOSPC" ? "the disk is full" : code;
    throw new UsageError(
      `"${shownPath(path)}" could not be written: ${why}. Free some room there, or give another folder with --out, and grade again.`,
    );
  } finally {
    await rm(fresh, { recursive: true, force: true });
    await rm(old, { recursive: true, force: true });
  }
}

/** A file's name that every system takes, and that no other id has: `ada`, `Ada-1f3870be`. */
export function fileNameOf(id: string): string {
  const safe = id
    .replace(/[^\p{L}\p{N} _.,@+-]/gu, "_")
    .replace(/^[ .]+|[ .]+$/g, "_")
    .slice(0, 100);
  const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(safe);
  // Some systems take no notice of case or composition, so names that differ in these alone are made to differ in more.
  const plain = safe !== "" && safe === id && !reserved && safe === safe.toLowerCase().normalize("NFC");
  const hash = createHash("sha256").update(id).digest("hex").slice(0, 8);
  return plain ? safe : `${reserved || safe === "" ? "_" : ""}${safe}-${hash}`;
}
