// Bundles the students' commands, with the engine and all that they share, into a few files that are not to be read.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { basename, join, posix, relative, sep } from "node:path";
import { build, type Plugin } from "esbuild";
import { pageAssets } from "../../student/page/assets.ts";

/** What is loaded by path rather than imported: the bundled files' names, and the sources, relative to the project. */
const OTHERS: Record<string, string> = { editors: "graders/vitest/editors.ts" };

/** A file that another one starts as a thread: `new URL("./thread.ts", import.meta.url)`. */
const STARTED = /new URL\(\s*"(\.[^"]+\.ts)",\s*import\.meta\.url,?\s*\)/g;

/**
 * Writes the commands (name -> source, relative to `root`) into the new folder `outdir`, which must lie right below the
 * edition's folder. Resolves to the names of the packages that they import. Rejects with esbuild's error.
 */
export async function bundleCode(
  root: string,
  commands: Record<string, string>,
  outdir: string,
): Promise<string[]> {
  const entries: Record<string, string> = { ...commands, ...OTHERS };
  // What is started is found while it is bundled, and then is an entry of its own.
  for (;;) {
    const before = Object.keys(entries).length;
    const { files, packages } = await bundled(root, entries, outdir);
    if (Object.keys(entries).length > before) continue;
    await mkdir(outdir, { recursive: true });
    for (const { path, contents } of files) await writeFile(path, contents);
    return packages;
  }
}

async function bundled(root: string, entries: Record<string, string>, outdir: string) {
  const { metafile, outputFiles } = await build({
    entryPoints: Object.entries(entries).map(([out, path]) => ({ in: join(root, path), out })),
    outdir,
    bundle: true,
    splitting: true,
    format: "esm",
    platform: "node",
    target: "node26",
    packages: "external",
    minify: true,
    charset: "utf8",
    legalComments: "none",
    logLevel: "silent",
    metafile: true,
    write: false,
    absWorkingDir: root,
    plugins: [readyMadeAssets, readyMadePage(await pageAssets()), placesOf(root, entries)],
  });
  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  const names = imports.flatMap(({ path, external }) =>
    external && !isBuiltin(path) ? [/^(@[^/]+\/)?[^/]+/.exec(path)![0]] : [],
  );
  return { files: outputFiles, packages: [...new Set(names)].sort() };
}

/** What stands in an edition for what is made from sources: see assets.ts and state.ts in graders/engine/edition. */
const READY_MADE: Record<string, string> = {
  "./sources.ts": "packs.ts",
  "./source-state.ts": "pack-state.ts",
};

const readyMadeAssets: Plugin = {
  name: "ready-made-assets",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/source(s|-state)\.ts$/ }, ({ path, resolveDir }) =>
      basename(resolveDir) === "edition" ? { path: join(resolveDir, READY_MADE[path]!) } : undefined,
    );
  },
};

/** The page of `npm run watch` is bundled when it is asked for: of what an edition has no sources of. */
function readyMadePage(assets: Awaited<ReturnType<typeof pageAssets>>): Plugin {
  return {
    name: "ready-made-page",
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]student[\\/]page[\\/]assets\.ts$/ }, () => ({
        contents: `export const pageAssets = async () => (${JSON.stringify(assets)});`,
        loader: "ts",
      }));
    },
  };
}

/** A source knows where it lies, and by that the project's folder: bundled, it says the same of the edition's. */
function placesOf(root: string, entries: Record<string, string>): Plugin {
  return {
    name: "places",
    setup({ onLoad }) {
      onLoad({ filter: /\.(ts|mjs)$/ }, async ({ path }) => {
        const source = relative(root, path).split(sep).join("/");
        const text = await readFile(path, "utf8");
        const contents = text
          .replace(STARTED, (_, file: string) => {
            const started = posix.join(posix.dirname(source), file);
            const out = started.replace(/\.ts$/, "").replaceAll("/", "-");
            entries[out] = started;
            return `new URL("./${out}.js", IMPORT_META.url)`;
          })
          .replace(/\bimport\.meta\.url\b/g, `new URL("../${source}", IMPORT_META.url).href`)
          .replace(
            /\bimport\.meta\.dirname\b/g,
            `process.getBuiltinModule("node:url").fileURLToPath(new URL("../${posix.dirname(source)}", IMPORT_META.url))`,
          )
          .replaceAll("IMPORT_META", "import.meta");
        return { contents, loader: "ts" };
      });
    },
  };
}
