import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../testing/folders.ts";
import { maxFiles, readEntry, readExercise } from "./read-exercise.ts";
import { folderTree, maxFileBytes } from "./source-tree.ts";

const folder = "exercises/03-three-apis/";
const entry = "three-apis.ts";

/** Reads an exercise whose folder holds these files; paths are relative to it. */
async function read(files: Record<string, string>) {
  const placed = Object.entries(files).map(([path, text]) => [folder + path, text]);
  const found = await readEntry(folderTree(temporaryFolder(Object.fromEntries(placed))), folder, entry);
  return found && "files" in found ? { entry: found.entry, files: Object.fromEntries(found.files) } : found;
}

test("what it imports comes along, and what that imports, from its own folder", async () => {
  const files = await read({
    [entry]: `import { a } from "./a.ts"; export * from './lib/b.js';\nimport "./c"; import "./d";`,
    "a.ts": `import type { T } from "./types.ts"`,
    "types.ts": "export type T = 1",
    "lib/b.ts": `import "../e.mjs"`,
    "c.ts": "c",
    "d/index.ts": "d",
    "e.mjs": "e",
    "unused.ts": "unused",
    "README.md": "readme",
  });
  expect(Object.keys((files as { files: object }).files).sort()).toEqual([
    "a.ts",
    "c.ts",
    "d/index.ts",
    "e.mjs",
    "lib/b.ts",
    "three-apis.ts",
    "types.ts",
  ]);
});

test("nothing outside the folder, hidden, of a package or of another kind is read", async () => {
  const text = `import "../secret.ts"; import "./x/../../secret.ts"; import "./.hidden.ts"; import "./node_modules/p.ts";
    import "./data.json"; import "node:fs"; import "/etc/passwd"; import "./.git/c.ts"`;
  const others = ["../secret.ts", `.hidden.ts`, `node_modules/p.ts`, `data.json`];
  const files = Object.fromEntries([...others, `.git/c.ts`].map((path) => [path, "no"]));
  expect(await read({ ...files, [entry]: text })).toEqual({ entry, files: { [entry]: text } });
});

test("an unfit file costs only the exercise that imports it", async () => {
  const root = temporaryFolder({
    [entry]: `import "./link.ts"`,
    "timeout.ts": "export {}",
    "cancellation.ts": `import "./large.ts"`,
    "large.ts": "x".repeat(maxFileBytes + 1),
  });
  symlinkSync("/etc/passwd", join(root, "link.ts"));
  const tree = folderTree(root);
  expect(await readEntry(tree, "", entry)).toEqual({
    refused: "invalid",
    reason: "`link.ts` is a link. Hand in the file itself.",
  });
  expect(await readEntry(tree, "", "timeout.ts")).toMatchObject({ entry: "timeout.ts" });
  expect(await readEntry(tree, "", "cancellation.ts")).toEqual({
    refused: "invalid",
    reason: "`large.ts` has 257 KiB; at most 256 KiB are taken.",
  });
});

test("files that import each other are read once", async () => {
  const files = { [entry]: `import "./a.ts"`, "a.ts": `import "./three-apis.ts"; import "./a"` };
  expect(await read(files)).toEqual({ entry, files });
});

test("at most 50 files", async () => {
  const names = Array.from({ length: maxFiles }, (_, index) => `f${index}.ts`);
  const chain = names.map((name, index) => [name, `import "./f${index + 1}.ts"`]);
  const all = { [entry]: `import "./f0.ts"`, ...Object.fromEntries(chain) };
  expect(await read(all)).toEqual({ refused: "invalid", reason: "It imports more than 50 files." });
  delete all[names.at(-1)!];
  expect(Object.keys((await read(all)) as { files: object })).toEqual(["entry", "files"]);
});

test("at most 1 MiB together", async () => {
  const large = "x".repeat(maxFileBytes);
  const imports = ["a", "b", "c", "d"].map((name) => `import "./${name}.ts";`).join("");
  const three = { [entry]: imports, "a.ts": large, "b.ts": large, "c.ts": large };
  expect(await read(three)).toEqual({ entry, files: three });
  expect(await read({ ...three, "d.ts": large })).toEqual({
    refused: "invalid",
    reason: "The files that it imports have more than 1024 KiB together.",
  });
});

test("thousands of names in one file are not looked up one by one", async () => {
  const many = Array.from({ length: 20_000 }, (_, index) => `"./${index}"`).join();
  let reads = 0;
  const read = async (path: string) => {
    reads++;
    return path === entry ? { text: many } : undefined;
  };
  await readEntry({ read }, "", entry);
  expect(reads).toBeLessThan(1000);
});

test("of a folder on disk: its files, or that the graded one is missing", async () => {
  const root = temporaryFolder({ [entry]: "export {}" });
  expect(await readExercise(root, entry)).toEqual({ entry, files: new Map([[entry, "export {}"]]) });
  expect(await readExercise(root, "timeout.ts")).toEqual({
    refused: "missing",
    reason: "There is no timeout.ts. Was it renamed or moved?",
  });
});
