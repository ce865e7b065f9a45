// Fills a folder with the student edition.
import { chmod, cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { slugOf } from "../../lib/exercise-ids.ts";
import { UsageError } from "../../lib/usage-error.ts";
import { recordedStubs } from "../verify/stub-record.ts";
import { bundleCode } from "./code.ts";
import { type Lock, type Manifest, prunedLock, studentCommands, studentManifest } from "./packages.ts";
import { writePacks } from "./packs.ts";
import { picturesIn, studentReadme } from "./readme.ts";

const FILES = join(import.meta.dirname, "files");

/** Copied as they are. */
const COPIED = [
  "LICENSE",
  "tsconfig.json",
  ".npmrc",
  ".gitignore",
  ".husky/install.mjs",
  ".vscode/extensions.json",
  ".vscode/tasks.json",
  // Only what an editor wants to know of `.grader.ts`.
  "graders/vitest.ts",
  // And of what a file that is played gets.
  "graders/world/world.ts",
];

/** `root`: this project's folder; `folder`: an empty one. `compare`: our answers are in it, for those who pass. */
export async function makeHandout(
  root: string,
  ids: readonly string[],
  folder: string,
  { compare = false }: { compare?: boolean } = {},
): Promise<void> {
  const write = async (path: string, content: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  const text = (path: string) => readFile(join(root, path), "utf8");
  const manifest = JSON.parse(await text("package.json")) as Manifest;
  for (const path of COPIED) await write(path, await text(path));
  for (const name of ["vitest.config.js", ".github/workflows/classroom.yml"])
    await cp(join(FILES, name.split("/").at(-1)!), join(folder, name), { recursive: true });
  await cp(join(FILES, "gitattributes"), join(folder, ".gitattributes"));

  const stubs = recordedStubs(root);
  for (const id of ids) {
    const stub = stubs[id];
    if (stub === undefined)
      throw new UsageError(
        `The stub of ${id} is not recorded. Run: npm run verify -- --only ${id} --write-stubs`,
      );
    for (const name of ["README.md", ".grader.ts"])
      await write(`exercises/${id}/${name}`, await text(`exercises/${id}/${name}`));
    await write(`exercises/${id}/${slugOf(id)}.ts`, stub);
  }
  await write("exercises/README.md", await text("exercises/README.md"));
  await cp(join(root, "examples/course"), join(folder, "examples/course"), { recursive: true });
  const kept = Object.fromEntries(ids.map((id) => [id, stubs[id]]));
  await write("graders/stubs.json", `${JSON.stringify(kept, null, 2)}\n`);

  const commands = studentCommands(manifest);
  const hook = bundledHook(await text(".husky/pre-commit"));
  await write(".husky/pre-commit", hook.text);
  await chmod(join(folder, ".husky", "pre-commit"), 0o755);
  const packages = await bundleCode(root, { ...commands, ...hook.entries }, join(folder, "graders"));
  await writePacks(ids, join(folder, "graders", "packs"), { compare });

  const student = studentManifest(manifest, commands, packages);
  const lock = JSON.parse(await text("package-lock.json")) as Lock;
  await write("package.json", `${JSON.stringify(student, null, 2)}\n`);
  await write("package-lock.json", `${JSON.stringify(prunedLock(lock, student), null, 2)}\n`);
  await write("biome.json", studentBiome(await text("biome.json")));
  const readme = studentReadme(await text("README.md"));
  await write("README.md", readme);
  for (const picture of picturesIn(readme)) await cp(join(root, picture), join(folder, picture));
}

/** The hook with the bundled files in place of the scripts that it starts, and those as entries of the bundle. */
function bundledHook(text: string): { text: string; entries: Record<string, string> } {
  const entries: Record<string, string> = {};
  const bundled = text.replace(/\bscripts\/(\S+)\.ts\b/g, (source, name: string) => {
    entries[name] = source;
    return `graders/${name}.js`;
  });
  return { text: bundled, entries };
}

/** What is bundled is not to be formatted. */
function studentBiome(text: string): string {
  const { overrides: _, ...config } = JSON.parse(text) as {
    files: { includes: string[] };
    overrides: unknown;
  };
  const files = { ...config.files, includes: ["**", "!graders", "!.attempts", "!.vitest"] };
  return `${JSON.stringify({ ...config, files }, null, 2)}\n`;
}
