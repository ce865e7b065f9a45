// What a name alone tells: whether it is passed over, whether it is an archive, whether two names are one.

/**
 * No file in `node_modules`, in a hidden folder or in what a Mac adds to archives is ever a student's answer. `..x` is no
 * name that anything hides under, and may be anybody's.
 */
export function ignored(name: string): boolean {
  return (name.startsWith(".") && !/^\.\.+[^.]/.test(name)) || name === "node_modules" || name === "__MACOSX";
}

const archiveEnding =
  /\.(?:zip|tar|tgz|gz|7z|rar|tbz2?|bz2|txz|xz|zst|tar\.(?:gz|bz2?|xz|zst|lz|lzma)|tzst)$/i;

/** By its ending. Archives of a kind that is not taken count: they are refused, not passed over. */
export function isArchiveName(name: string): boolean {
  return archiveEnding.test(name);
}

/** `ada` for `ada.tar.gz`. */
export function withoutArchiveEnding(name: string): string {
  const stem = name.replace(/\.tar\.\w+$/i, "").replace(archiveEnding, "");
  return stem === "" ? name : stem;
}

/** Whether a graded program can have it as one of its files. */
export function isProgramName(name: string): boolean {
  return /\.m?[tj]s$/.test(name);
}

/** Whether it is code, under whatever ending: `three-apis.TS`, `three-apis.ts.txt`. */
export function isCodeName(name: string): boolean {
  return /\.[mc]?[tj]sx?(?:\.txt)?$/i.test(name) && !/\.d\.[mc]?ts$/i.test(name);
}

/** Whether a platform puts it into its download to say whose each thing is. */
export function isMetadata(path: string): boolean {
  const name = path.slice(Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\")) + 1);
  return /^submission_metadata\.ya?ml$|^gradebook_.+_attempt_[\d-]{19}\.txt$/.test(name);
}

/** Whether what lies in a class's folder may be a submission, or a part of one. */
export function isHandIn({ name, kind }: { name: string; kind: "file" | "folder" | "link" }): boolean {
  return kind !== "file" || isArchiveName(name) || isCodeName(name);
}

/** The decoded form of bytes that are no text in the encoding that the name was said to have. */
export function isGarbled(name: string): boolean {
  return name.includes("\uFFFD");
}

/**
 * Names with the same fold are one name to some file system, or to the eye: they differ in case, in how accents are
 * composed, in characters that show nothing, or in the dots and spaces that Windows drops from a name's end.
 */
export function fold(name: string): string {
  const folded = name.normalize("NFC").toLowerCase().toUpperCase().normalize("NFC");
  const visible = folded.replace(/\p{Default_Ignorable_Code_Point}/gu, "");
  return visible.split("/").map(withoutTrail).join("/");
}

/** In a loop, since a regular expression takes the square of the length of a run that is not at the end. */
function withoutTrail(part: string): string {
  let end = part.length;
  while (end > 0 && (part[end - 1] === "." || part[end - 1] === " ")) end--;
  return part.slice(0, end);
}
