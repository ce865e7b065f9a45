// Formats with files for each student: a folder of them that is replaced as a whole.
import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { shownPath } from "../../lib/paths.ts";
import { UsageError } from "../../lib/usage-error.ts";
import type { ClassReport, ReportStudent } from "../class-report.ts";
import { fileNameOf } from "./file-name.ts";

/** A file's path in the student's part of the folder, with `/`, and its text. */
export type StudentFiles = Record<string, string>;

/**
 * Replaces the folder `name` in `folder` (absolute) by one that holds each student's files, under names made of theirs:
 * `files` gets it (`ada`), and may put an ending behind it or files below it. Rejects with a UsageError if that cannot be
 * done, and with an Error if two would share a file; then the old folder is untouched.
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
        await writeNew(join(fresh, file), text, student.id);
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

/** Never over another student's: throws if this system takes the two names for one, which is a fault of ours. */
async function writeNew(path: string, text: string, id: string): Promise<void> {
  await writeFile(path, text, { flag: "wx" }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
    throw new Error(`The file "${basename(path)}" for "${id}" is another submission's already.`);
  });
}
