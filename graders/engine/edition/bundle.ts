// Builds the child's program: lockdown and world in one script, and one of each grader, so that the child need read nothing else.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildFailure, type BuildOptions, build, type Plugin } from "esbuild";
import { EngineError } from "../errors.ts";
import { namesThrow } from "../sandbox/inside/undeclared.ts";
import { type ChildFiles, keepChild } from "./child-files.ts";
import { ownHash } from "./graders-hash.ts";
import { gradedIds } from "./source-state.ts";
import { declaredNames } from "./top-level.ts";
import { withoutExpectations, withoutInputs } from "./without-expectations.ts";

export const GRADERS = fileURLToPath(new URL("../..", import.meta.url));
export const ROOT = dirname(GRADERS.replace(/[\\/]$/, ""));
const SES = createRequire(import.meta.url)
  .resolve("ses/lockdown")
  .replace(/lockdown\.\w+$/, "ses.cjs");
const INSIDE = join(GRADERS, "engine/sandbox/inside");

/** Absolute paths of the grader files, `graders/NN-slug.ts` (or only those of these ids), sorted. */
export function graderFiles(only?: string[]): string[] {
  return gradedIds()
    .filter((id) => only?.includes(id) ?? true)
    .map((id) => join(GRADERS, `${id}.ts`));
}

/**
 * Builds the child's program with these graders (files), of which what is there already is not built again, and returns its
 * path. Throws EngineError if it cannot be built.
 */
export async function bundleChild(graders: string[]): Promise<string> {
  const files = new Map(graders.map((file) => [basename(file, ".ts"), file]));
  const script = (id: string) => graderScript(files.get(id)!, withoutInputs);
  try {
    return await keepChild({ hash: ownHash(), program: childFiles, ids: [...files.keys()], script });
  } catch (error) {
    const [first] = (error as Partial<BuildFailure>).errors ?? [];
    if (!first) throw error;
    throw new EngineError(`The graders do not build: ${first.location?.file ?? "graders"}: ${first.text}`);
  }
}

/** The child's program, without any exercise's script. The engine's part is a function of what start.ts gives it. */
export async function childFiles(): Promise<ChildFiles> {
  const script = (name: string) => built(join(INSIDE, name), { format: "cjs" }, [ourStreams()]);
  return {
    "ses.js": namesThrow(readFileSync(SES, "utf8")),
    "program.js": `(function (require, keptScript) {\n${await script("main.ts")}\n})`,
    "child.cjs": await script("start.ts"),
  };
}

/**
 * A script whose value is the grader with nothing but what decides its traces, or what `shorten` leaves of its source. The
 * child makes it once for all runs of a program, after lockdown: all that the file declares is frozen.
 */
export async function graderScript(file: string, shorten = withoutExpectations): Promise<string> {
  const plugins = [scenariosOnly(shorten), noFastCheck()];
  const code = await built(file, { format: "esm", minifyWhitespace: true }, plugins);
  const body = code.replace(
    /export\s*\{\s*(\w+) as default\s*\};?\s*$/,
    `harden([${declaredNames(code).join()}]);return $1;`,
  );
  return `(() => {\n"use strict";\n${body}\n})()`;
}

/** Graders without what the judge reads of them, and a kit that looks for nothing of it. */
const scenariosOnly = (shorten: typeof withoutExpectations): Plugin => ({
  name: "scenarios-only",
  setup({ onLoad }) {
    onLoad({ filter: /graders[\\/]\d\d-[^\\/]+\.ts$/ }, async ({ path }) => ({
      contents: await shorten(readFileSync(path, "utf8")),
    }));
    onLoad({ filter: /graders[\\/]kit[\\/]grader\.ts$/ }, () => ({
      contents: `export const check = (id, title, options) => ({ id, ...options }); export const grader = (id, checks) => ({ id, checks });`,
    }));
  },
});

/** Inputs are generated and shrunk in the trusted process: in the child nothing of fast-check is ever called. */
function noFastCheck(): Plugin {
  const any = "const any = new Proxy(function () {}, { get: () => any, apply: () => any });";
  return made("fast-check", `${any} export default any;`);
}

/** The streams' library, which asks the global object for two classes: it gets the platform's. */
const ourStreams = (): Plugin => ({
  name: "our-streams",
  setup({ onLoad }) {
    const world = JSON.stringify(join(GRADERS, "world/platform"));
    onLoad({ filter: /web-streams-polyfill[\\/].*\.m?js$/ }, ({ path }) => ({
      resolveDir: dirname(path),
      contents: [
        `import { abortClasses } from ${world.slice(0, -1)}/abort.ts";`,
        `import { DOMException } from ${world.slice(0, -1)}/dom-exception.ts";`,
        "const { AbortController } = abortClasses, globalThis = { AbortController, DOMException };",
        readFileSync(path, "utf8"),
      ].join("\n"),
    }));
  },
});

/** One file of all that `entry` imports, without what is not used of it. */
export async function built(entry: string, options: BuildOptions, plugins: Plugin[]): Promise<string> {
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: "node",
    target: "node26",
    charset: "utf8",
    logLevel: "silent",
    legalComments: "none",
    absWorkingDir: ROOT,
    // Strict, or a function called without `this` would find the real global object.
    tsconfigRaw: { compilerOptions: { target: "esnext", useDefineForClassFields: true, alwaysStrict: true } },
    plugins,
    ...options,
  });
  return result.outputFiles![0]!.text;
}

/** A module of this name that is on no disk. */
export function made(name: string, contents: string, loader: "js" | "text" = "js"): Plugin {
  return {
    name,
    setup({ onResolve, onLoad }) {
      onResolve({ filter: new RegExp(`^${name}$`) }, () => ({ path: name, namespace: name }));
      onLoad({ filter: /.*/, namespace: name }, () => ({ contents, loader }));
    },
  };
}
