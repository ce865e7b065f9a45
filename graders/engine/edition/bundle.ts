// Builds the child's program: lockdown, world and all graders in one file, so that the child need read nothing else.
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildFailure, type BuildOptions, build, type Plugin } from "esbuild";
import { EngineError } from "../errors.ts";
import { CACHE, write } from "./cache.ts";
import { ownHash } from "./graders-hash.ts";
import { PLAY } from "./play-script.ts";
import { gradedIds } from "./source-state.ts";
import { declaredNames } from "./top-level.ts";
import { withoutExpectations, withoutInputs } from "./without-expectations.ts";

export const GRADERS = fileURLToPath(new URL("../..", import.meta.url));
export const ROOT = dirname(GRADERS.replace(/[\\/]$/, ""));
export const SES = createRequire(import.meta.url)
  .resolve("ses/lockdown")
  .replace(/lockdown\.\w+$/, "ses.cjs");

/** Absolute paths of the grader files, `graders/NN-slug.ts` (or only those of these ids), sorted. */
export function graderFiles(only?: string[]): string[] {
  return gradedIds()
    .filter((id) => only?.includes(id) ?? true)
    .map((id) => join(GRADERS, `${id}.ts`));
}

/**
 * Builds the child's program with these graders (files) and returns its path. The file's name holds the hash of all that
 * it is made of, so one that is there is right, and whole. Throws EngineError if it cannot be built.
 */
export async function bundleChild(graders: string[]): Promise<string> {
  const key = createHash("sha256")
    .update(`${ownHash()} ${graders.join(" ")}`)
    .digest("hex")
    .slice(0, 16);
  const path = join(CACHE, `child-${key}.cjs`);
  if (!existsSync(path)) write(path, await bundled(graders));
  return path;
}

/** Makes the program in which a program is its own scenario. Throws EngineError if it cannot be written. */
export async function bundlePlayground(path: string): Promise<void> {
  write(path, await childProgram(PLAY));
}

async function bundled(graders: string[]): Promise<string> {
  try {
    const scripts = await Promise.all(graders.map((file) => graderScript(file, withoutInputs)));
    const list = Object.fromEntries(graders.map((file, index) => [basename(file, ".ts"), scripts[index]]));
    return await childProgram(JSON.stringify(list));
  } catch (error) {
    const [first] = (error as Partial<BuildFailure>).errors ?? [];
    if (!first) throw error;
    throw new EngineError(`The graders do not build: ${first.location?.file ?? "graders"}: ${first.text}`);
  }
}

/** The child's program; `scripts`: an expression for the graders' scripts by exercise id. */
export function childProgram(scripts: string): Promise<string> {
  return built(join(GRADERS, "engine/sandbox/inside/main.ts"), { format: "cjs" }, [
    made("ses-source", readFileSync(SES, "utf8"), "text"),
    ourStreams(),
    made("child-graders", `export const childGraders = ${scripts};`),
  ]);
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
