// How a path is shown to the person who gave it.
import { relative } from "node:path";

/** Relative to where the command runs, where that is shorter to read and not a climb. */
export function shownPath(absolute: string): string {
  const path = relative(process.cwd(), absolute) || ".";
  return path.startsWith("..") ? absolute : path;
}
