import { globSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..", "..", "..");
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*"(\.[^"]+)"/g;

/** Folder -> the folders that its files import from. */
function folderImports(): Map<string, Set<string>> {
  const files = globSync("{graders,scripts}/**/*.ts", {
    cwd: ROOT,
    exclude: ["**/*.test.ts", "**/cases/**"],
  });
  const imports = new Map<string, Set<string>>();
  for (const file of files.map((path) => path.replaceAll("\\", "/"))) {
    const from = posix.dirname(file);
    const found = imports.get(from) ?? new Set();
    imports.set(from, found);
    for (const [, path] of readFileSync(join(ROOT, file), "utf8").matchAll(IMPORT)) {
      const to = posix.join(from, posix.dirname(path!));
      if (!nested(from, to)) found.add(to);
    }
  }
  return imports;
}

/** A folder and one within it are one: what they share lies in the upper one. */
const nested = (a: string, b: string) => `${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`);

/** What `folder` comes back to, in the order of the way there; undefined if it does not. */
function wayBack(imports: Map<string, Set<string>>, folder: string): string[] | undefined {
  const ways = [...(imports.get(folder) ?? [])].map((next) => [folder, next]);
  const seen = new Set<string>();
  for (const way of ways) {
    const last = way.at(-1)!;
    if (last === folder) return way;
    if (seen.has(last)) continue;
    seen.add(last);
    ways.push(...[...(imports.get(last) ?? [])].map((next) => [...way, next]));
  }
}

test("no folder imports from one that imports from it, over however many others", () => {
  const imports = folderImports();
  expect(imports.size).toBeGreaterThan(40);
  expect([...imports.keys()].flatMap((folder) => wayBack(imports, folder)?.join(" -> ") ?? [])).toEqual([]);
});

test.each([
  ["scripts", ["graders", "scripts"]],
  ["graders/engine", ["graders/engine", "graders/kit", "graders/world", "graders/trace"]],
  ["graders/kit", ["graders/kit", "graders/world", "graders/trace"]],
  ["graders/world", ["graders/world", "graders/trace"]],
  ["graders/timeline", ["graders/timeline", "graders/trace"]],
  ["graders/trace", ["graders/trace"]],
])("%s imports from what lies below it alone", (upper, below) => {
  const within = (folder: string, roof: string) => `${folder}/`.startsWith(`${roof}/`);
  const past = [...folderImports()].flatMap(([from, all]) =>
    within(from, upper)
      ? [...all].filter((to) => !below.some((roof) => within(to, roof))).map((to) => `${from} -> ${to}`)
      : [],
  );
  expect(past).toEqual([]);
});
