// Whose a file is, by the names that Canvas and Moodle give to downloaded submissions.

export interface Owner {
  /** The student's (or group's) name as the platform writes it: `lovelaceada`, `Ada Lovelace`. */
  name: string;
  /** The platform's number for that student in it; undefined where it gives none. */
  number?: string;
  /** What the student called the file; undefined for a folder, or a text typed into a form. */
  file?: string;
  /** The platform's number for the upload: the later, the higher. Undefined where it gives none. */
  upload?: number;
}

// lovelaceada_12345_67890_three-apis.ts, with LATE before the student's number; anonymous: anon_x7Yz_67890_three-apis.ts.
const canvasFile = /^(?:LATE_)?(?:(anon_[^\W_]+)|([^/]+?)(?:_LATE)?_(\d+))_(\d+)_(.+)$/;
const canvasText = /^(?:LATE_)?(?:(anon_[^\W_]+)|([^/]+?)(?:_LATE)?_(\d+))_(?:text|link)\.html$/;

// Ada Lovelace_12345_assignsubmission_file/, an older one with `_` at its end; a group may have no number.
const moodleFolder = /^([^/]+?)(?:_(\d+))?_assignsubmission_[a-z]+_?$/;
const moodleFile = /^([^/]+?)(?:_(\d+))?_assignsubmission_[a-z]+_(.+)$/;

/** Whose file it is by its name; undefined if neither platform would have named it so. */
export function ownerOfFile(name: string): Owner | undefined {
  const moodle = moodleFile.exec(name);
  if (moodle) return { ...owner(moodle[1]!, moodle[2]), file: moodle[3]! };
  const canvas = canvasFile.exec(name);
  if (canvas)
    return { ...owner(canvas[1] ?? canvas[2]!, canvas[3]), upload: Number(canvas[4]), file: canvas[5]! };
  const text = canvasText.exec(name);
  return text ? owner(text[1] ?? text[2]!, text[3]) : undefined;
}

/** Whose folder it is by its name; undefined if Moodle would not have named it so. */
export function ownerOfFolder(name: string): Owner | undefined {
  const moodle = moodleFolder.exec(name);
  return moodle ? owner(moodle[1]!, moodle[2]) : undefined;
}

function owner(name: string, number: string | undefined): Owner {
  return { name, ...(number !== undefined && { number }) };
}

/** One file of a student's: how it is called where it lies, and whose it is by that. */
export interface Upload {
  name: string;
  owner: Owner;
}

/**
 * What each file is read as: its own name, and without the `-1`, `-2`… that Canvas adds when a student hands in a file of
 * the same name again. Of several, an exercise's file (`isGraded`) is the latest upload. Returns name read -> where.
 */
export function latestUploads(
  uploads: readonly Upload[],
  isGraded: (file: string) => boolean,
): Map<string, string> {
  const files = new Set(uploads.map(({ owner }) => owner.file));
  const read = new Map<string, string>();
  for (const { name, owner } of uploads.toSorted((a, b) => (a.owner.upload ?? 0) - (b.owner.upload ?? 0))) {
    if (owner.file === undefined) continue;
    read.set(owner.file, name);
    const plain = withoutCount(owner);
    if (plain !== undefined && !isGraded(owner.file) && (isGraded(plain) || !files.has(plain)))
      read.set(plain, name);
  }
  return read;
}

function withoutCount({ file, upload }: Owner): string | undefined {
  const match = upload === undefined ? null : /^(.+)-\d+(\.[^.]+)$/.exec(file ?? "");
  return match ? match[1]! + match[2]! : undefined;
}
