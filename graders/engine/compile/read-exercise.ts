// Reads an exercise's files for grading: the graded file, and the neighbours that it imports. One way for student and teacher.
import { posix } from "node:path";
import type { ExerciseFiles } from "../types.ts";
import { folderTree, type Tree } from "./source-tree.ts";

export const maxFiles = 50;
export const maxBytes = 1024 * 1024;

// No program names more neighbours than this in one file; one that does is not worth a look at each.
const maxNames = 100;

/** As `readEntry`, in a folder on disk (absolute); refused as `missing` where the graded file is not there. */
export async function readExercise(folder: string, entry: string): Promise<ExerciseFiles> {
  const files = await readEntry(folderTree(folder), "", entry);
  return files ?? { refused: "missing", reason: `There is no ${entry}. Was it renamed or moved?` };
}

/**
 * The files of the exercise whose graded file is `entry` in `folder` (`""`, or ending in `/`): that file and the
 * neighbours that it imports. Undefined without that file; refused as `invalid` if what is there cannot be taken.
 */
export async function readEntry(
  tree: Tree,
  folder: string,
  entry: string,
): Promise<ExerciseFiles | undefined> {
  const reading = await tree.read(folder + entry);
  if (!reading) return undefined;
  if ("refused" in reading) return { refused: "invalid", reason: reading.refused };
  const files = new Map([[entry, reading.text]]);
  const reason = await addImported(tree, folder, files);
  return reason === undefined ? { entry, files } : { refused: "invalid", reason };
}

/**
 * Adds to `files` what they name, and what that names. Only what is named is read: an unfit file that happens to lie
 * beside a right answer must not cost its points. Returns why they cannot be taken, if so.
 */
async function addImported(
  tree: Tree,
  folder: string,
  files: Map<string, string>,
): Promise<string | undefined> {
  let bytes = 0;
  // A Map's iteration also visits what is added during it.
  for (const [path, text] of files) {
    bytes += Buffer.byteLength(text);
    if (bytes > maxBytes) return `The files that it imports have more than ${maxBytes / 1024} KiB together.`;
    for (const named of neighboursNamed(text, path)) {
      if (files.has(named)) continue;
      const reading = await tree.read(folder + named);
      if (!reading) continue;
      if ("refused" in reading) return reading.refused;
      if (files.size === maxFiles) return `It imports more than ${maxFiles} files.`;
      files.set(named, reading.text);
    }
  }
  return undefined;
}

/** Every path in the exercise's folder that a string in `text` may mean as an import. Compile decides which are. */
function neighboursNamed(text: string, from: string): Set<string> {
  const specifiers = new Set(Array.from(text.matchAll(/(["'])(\.\.?\/[^"'\n\0]*)\1/g), (match) => match[2]!));
  const paths = [...specifiers]
    .slice(0, maxNames)
    .map((specifier) => posix.join(posix.dirname(from), specifier))
    .filter((path) => !path.split("/").some((part) => part.startsWith(".") || part === "node_modules"));
  return new Set(paths.flatMap(spellings));
}

/** `./helper` and `./helper.js` may both mean `helper.ts`. */
function spellings(path: string): string[] {
  const asTypeScript = path.replace(/\.(m?)js$/, ".$1ts");
  const all = [
    path,
    asTypeScript,
    `${path}.ts`,
    `${path}.mts`,
    `${path}.js`,
    `${path}.mjs`,
    `${path}/index.ts`,
  ];
  return all.filter((each) => /\.m?[tj]s$/.test(each));
}
