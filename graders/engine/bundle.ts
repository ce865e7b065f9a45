// Builds the child's program: lockdown, world and all graders in one file, so that the child need read nothing else.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type BuildFailure, build, type Plugin } from "esbuild";
import { EngineError } from "./errors.ts";
import { hashOf } from "./graders-hash.ts";

const GRADERS = fileURLToPath(new URL("..", import.meta.url));
const ROOT = dirname(GRADERS.replace(/[\\/]$/, ""));
const CACHE = join(ROOT, "node_modules", ".cache", "async-dojo");

/** Absolute paths of the grader files, `graders/NN-slug.ts` (or only those of these ids), sorted. */
export function graderFiles(only?: string[]): string[] {
  return readdirSync(GRADERS)
    .filter((name) => /^\d\d-[a-z0-9-]+\.ts$/.test(name) && (only?.includes(name.slice(0, -3)) ?? true))
    .sort()
    .map((name) => join(GRADERS, name));
}

/**
 * Builds the child's program with these graders (files) and returns its path. The file's name holds the hash of all that
 * it is made of, so one that is there is right, and whole. Throws EngineError if it cannot be built.
 */
export async function bundleChild(graders: string[]): Promise<string> {
  const key = createHash("sha256")
    .update(`${hashOf(ROOT)} ${graders.join(" ")}`)
    .digest("hex")
    .slice(0, 16);
  const path = join(CACHE, `child-${key}.cjs`);
  if (!existsSync(path)) write(path, await bundled(graders));
  return path;
}

async function bundled(graders: string[]): Promise<string> {
  const entry = join(GRADERS, "engine", "child", "main.ts");
  const result = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: "node",
    format: "cjs",
    target: "node26",
    charset: "utf8",
    logLevel: "silent",
    legalComments: "none",
    absWorkingDir: ROOT,
    // Strict, or a function called without `this` would find the real global object.
    tsconfigRaw: { compilerOptions: { target: "esnext", useDefineForClassFields: true, alwaysStrict: true } },
    plugins: [childModules(graders)],
  }).catch((error: BuildFailure) => {
    const { text, location } = error.errors[0]!;
    throw new EngineError(`The graders do not build: ${location?.file ?? "graders"}: ${text}`);
  });
  return result.outputFiles[0]!.text;
}

function childModules(graders: string[]): Plugin {
  return {
    name: "child-modules",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^(ses-source|child-graders|fast-check)$/ }, ({ path }) => ({
        path,
        namespace: "made",
      }));
      onLoad({ filter: /^ses-source$/, namespace: "made" }, () => ({
        contents: readFileSync(
          createRequire(import.meta.url)
            .resolve("ses/lockdown")
            .replace(/lockdown\.\w+$/, "ses.cjs"),
          "utf8",
        ),
        loader: "text",
      }));
      onLoad({ filter: /^child-graders$/, namespace: "made" }, () => ({
        contents: listOf(graders),
        resolveDir: GRADERS,
      }));
      // Inputs are generated and shrunk in the trusted process: in the child nothing of fast-check is ever called.
      onLoad({ filter: /^fast-check$/, namespace: "made" }, () => ({
        contents: `const any = new Proxy(function () {}, { get: () => any, apply: () => any });
          export default any;`,
      }));
    },
  };
}

function listOf(files: string[]): string {
  const imports = files.map((file, index) => `import g${index} from ${JSON.stringify(file)};`);
  return `${imports.join("\n")}\nexport const childGraders = [${files.map((_, index) => `g${index}`).join(", ")}];`;
}

function write(path: string, content: string): void {
  try {
    mkdirSync(CACHE, { recursive: true });
    const temporary = `${path}.${process.pid}`;
    writeFileSync(temporary, content);
    renameSync(temporary, path);
  } catch (error) {
    throw new EngineError(
      `Cannot write ${path}: ${(error as Error).message}. Make the folder writable and try again.`,
    );
  }
}
