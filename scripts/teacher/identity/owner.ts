// Whose a submission is, as a learning platform says it.

export type PlatformName = "canvas" | "moodle";

/** A platform's own number for a student, which nobody can choose: only with its platform it means anything. */
export interface PlatformNumber {
  platform: PlatformName;
  value: string;
}

export interface Owner {
  /** The student's (or group's) name as the platform writes it, which a student may have chosen: `Ada Lovelace`. */
  name: string;
  /** Who says so; absent where no platform does, and the name is an entry's own. */
  platform?: PlatformName;
  /** Absent where the platform gives none: to a group, or where students are anonymous. */
  number?: PlatformNumber;
  /** What the student called the file; absent for a folder, or a text typed into a form. */
  file?: string;
  /** The platform's number for the upload: the later, the higher. Absent where it gives none. */
  upload?: number;
  /** Whose else it could be by its name (`ada_12345`), so that it is nobody's: then `name` is the whole name. */
  doubt?: readonly string[];
}

/** What lies in a download: how it is called, and whether it is a folder. */
export interface Entry {
  name: string;
  kind: "file" | "folder" | "link";
}

/** One that names downloads after students. The next platform is a file like `canvas.ts`, and a line in `platforms.ts`. */
export interface Platform {
  name: PlatformName;
  /** As it is called in messages. */
  title: string;
  /** Whose each entry of one folder is; entries that the platform would not have named so are left out. */
  owners(entries: readonly Entry[]): Map<string, Owner>;
}
