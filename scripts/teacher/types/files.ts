// What the type checker sees of the machine: the files that it is to check, TypeScript's own libraries, and Node's types.
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, posix, sep } from "node:path";
import type { FileSystem } from "typescript/unstable/fs";

/** Where packages are, as the checker sees it: above everything that it checks. */
const PACKAGES = "/node_modules";
/** Node's types, and what they import. */
const TYPES = ["@types/node", "undici-types"];

const require = createRequire(import.meta.url);
const ofTypescript = createRequire(require.resolve("typescript/package.json"));
const library = dirname(
  ofTypescript.resolve(`@typescript/typescript-${process.platform}-${process.arch}/package.json`),
);
const isLibrary = /^lib[\w.]*\.d\.ts$/;

/** `files`: by absolute path, with `/`; read whenever the checker asks. Nothing else of the machine is told. */
export function onlyThese(files: ReadonlyMap<string, string>): FileSystem {
  const folders = () => new Set([...files.keys()].flatMap(above));
  const isFolder = (path: string) => folders().has(path) || packagesIn(path) !== undefined;
  return {
    // Null: it is not there; undefined would have the checker look on the disk.
    readFile: (path) => files.get(path) ?? textOf(path) ?? null,
    fileExists: (path) => files.has(path) || textOf(path) !== undefined,
    directoryExists: (path) => isFolder(path) || list(path) !== undefined,
    getAccessibleEntries(path) {
      const known = packagesIn(path);
      return known ? { files: [], directories: known } : (list(path) ?? { files: [], directories: [] });
    },
    realpath: (path) => path,
  };
}

function above(path: string): string[] {
  const parent = posix.dirname(path);
  return parent === path ? [] : [parent, ...above(parent)];
}

/** What lies in a folder that holds the packages. */
function packagesIn(path: string): string[] | undefined {
  if (path !== PACKAGES && !path.startsWith(`${PACKAGES}/`)) return undefined;
  const inner = path.slice(PACKAGES.length + 1);
  const below = TYPES.filter((name) => inner === "" || name.startsWith(`${inner}/`));
  const names = below.map((name) => name.slice(inner === "" ? 0 : inner.length + 1).split("/")[0]!);
  return names.length > 0 ? names : undefined;
}

const texts = new Map<string, string | undefined>();

/** The text of one of TypeScript's own files, or of Node's types; each is read once. */
function textOf(path: string): string | undefined {
  const real = realPath(path);
  if (real === undefined) return undefined;
  if (!texts.has(path))
    texts.set(
      path,
      attempt(() => readFileSync(real, "utf8")),
    );
  return texts.get(path);
}

function realPath(path: string): string | undefined {
  if (path.split("/").includes("..")) return undefined;
  const own = path.split("/").join(sep);
  if (dirname(own) === join(library, "lib")) return isLibrary.test(posix.basename(path)) ? own : undefined;
  const name = TYPES.find((each) => `${path}/`.startsWith(`${PACKAGES}/${each}/`));
  if (name === undefined) return undefined;
  return join(
    dirname(require.resolve(`${name}/package.json`)),
    path.slice(PACKAGES.length + 1 + name.length),
  );
}

function list(path: string) {
  const real = realPath(path);
  const entries = real === undefined ? undefined : attempt(() => readdirSync(real, { withFileTypes: true }));
  return (
    entries && {
      files: entries.filter((entry) => entry.isFile()).map(({ name }) => name),
      directories: entries.filter((entry) => entry.isDirectory()).map(({ name }) => name),
    }
  );
}

function attempt<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
