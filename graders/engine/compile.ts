// From a submission's TypeScript to one strict script. Nothing of the submission runs here, no file but its own is read.
import { posix } from "node:path";
import { type BuildResult, build, type Message, type OnResolveArgs, type Plugin, transform } from "esbuild";
import { evade } from "./evade.ts";
import { firstForbidden } from "./forbidden.ts";
import { offsetPosition, type SourceNames, sourcePosition } from "./source-map.ts";
import type { Compiled, Program } from "./types.ts";
import { VIRTUAL_MODULES } from "./virtual-modules.ts";

/** How the places of a program are told from the engine's own on an error's stack. */
export const SOURCE_URL = "exercise:///program";

/** A submission's own settings never count: these are everybody's. */
const TSCONFIG = {
  compilerOptions: { target: "esnext", useDefineForClassFields: true, verbatimModuleSyntax: false },
} as const;

/** esbuild replaces free `require` only, so a variable of that name stays what it is. */
const FREE_REQUIRE = "__free_require__";

const ALLOWED = `Only files beside yours and ${Object.keys(VIRTUAL_MODULES).join(", ")} can be imported here.`;

/**
 * Compiles a submission's files to a script that is one function expression: called with the virtual modules it runs
 * the submission and returns its exports. What cannot be taken is named, with file, line and column (from 1). The same
 * files give the same program. Never rejects.
 */
export async function compile({
  entry,
  files,
}: {
  entry: string;
  files: Map<string, string>;
}): Promise<Compiled> {
  const names: SourceNames = [...files.keys()];
  let built: BuildResult<{ write: false }>;
  try {
    built = await bundle(entry, files, names);
  } catch (error) {
    const [message] = (error as { errors?: Message[] }).errors ?? [];
    if (!message) throw error;
    return refusal(message, names);
  }
  const serious = built.warnings.find(({ id }) => id === "empty-import-meta" || id === "import-is-undefined");
  if (serious) return refusal(serious, names);
  const text = (ending: string) => built.outputFiles.find(({ path }) => path.endsWith(ending))!.text;
  return finish(text(".js"), text(".map"), entry, names);
}

function finish(script: string, map: string, entry: string, names: SourceNames): Compiled {
  const found = firstForbidden(script, FREE_REQUIRE);
  if (found) {
    const { outcome, message } = found;
    const where = offsetPosition(map, names, script, found.offset);
    return { ok: false, outcome, message, ...(where ? { where } : {}) };
  }
  const evaded = evade(script);
  if (evaded === undefined) {
    return {
      ok: false,
      outcome: "forbidden",
      message: "Text that looks like `import(` or `eval(` cannot be graded.",
    };
  }
  const code = `(function (__modules) {\n${evaded}\nreturn __exports;\n})\n//# sourceURL=${SOURCE_URL}`;
  return { ok: true, program: { code, map, entry, names } };
}

/** Where a place in the evaluated program (1-based, as on V8's stacks) is in the student's source. */
export function originalPosition({ map, names }: Program, line: number, column: number) {
  // The program's first line is the function's head.
  return sourcePosition(map, names, line - 1, column);
}

/**
 * Whether a file is still its stub, but for comments, types, white space, line ends and a byte order mark. A file that
 * does not parse is not.
 */
export async function isUntouched(source: string, stub: string): Promise<boolean> {
  const bare = async (text: string) => {
    const options = {
      loader: "ts",
      minifyWhitespace: true,
      legalComments: "none",
      tsconfigRaw: TSCONFIG,
    } as const;
    return (await transform(withoutMark(text), { ...options, logLevel: "silent" })).code;
  };
  try {
    return (await bare(source)) === (await bare(stub));
  } catch {
    return false;
  }
}

function bundle(entry: string, files: Map<string, string>, names: SourceNames) {
  return build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    outfile: "program.js",
    format: "iife",
    globalName: "__exports",
    platform: "neutral",
    target: "esnext",
    // V8 does not have them yet.
    supported: { decorators: false },
    charset: "utf8",
    legalComments: "none",
    treeShaking: false,
    sourcemap: "external",
    logLevel: "silent",
    define: { require: FREE_REQUIRE },
    tsconfigRaw: TSCONFIG,
    plugins: [submissionFiles(files, names)],
  });
}

/** Gives esbuild the files by number: a file's name comes from a stranger and must not get into the script. */
function submissionFiles(files: Map<string, string>, names: SourceNames): Plugin {
  return {
    name: "submission",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, (args) => resolve(args, names));
      onLoad({ filter: /.*/, namespace: "submission" }, ({ path }) => ({
        contents: withoutMark(files.get(names[Number(path)]!)!),
        loader: /\.m?js$/.test(names[Number(path)]!) ? "js" : "ts",
      }));
      onLoad({ filter: /.*/, namespace: "virtual" }, ({ path }) => ({
        contents: virtualModule(path),
        loader: "js",
      }));
    },
  };
}

function resolve({ path, importer, kind, namespace, with: attributes }: OnResolveArgs, names: SourceNames) {
  if (kind === "entry-point") return { path: String(names.indexOf(path)), namespace: "submission" };
  if (kind === "dynamic-import")
    return refused("`import(…)` cannot be graded: use an `import` at the top of the file.");
  if (kind === "require-call" || kind === "require-resolve")
    return refused("`require` cannot be graded: use `import`.");
  if (Object.keys(attributes).length > 0) return refused(`\`${path}\` cannot be imported. ${ALLOWED}`);
  const virtual = path.startsWith("node:") ? path : `node:${path}`;
  if (Object.hasOwn(VIRTUAL_MODULES, virtual)) return { path: virtual, namespace: "virtual" };
  if (!/^\.\.?\//.test(path)) return refused(`\`${path}\` cannot be imported. ${ALLOWED}`);
  const from = namespace === "submission" ? posix.dirname(names[Number(importer)]!) : ".";
  const target = posix.normalize(posix.join(from, path));
  if (target.startsWith("..")) return refused(`\`${path}\` is outside of the exercise's folder. ${ALLOWED}`);
  const found = spellings(target).find((candidate) => names.includes(candidate));
  if (found !== undefined) return { path: String(names.indexOf(found)), namespace: "submission" };
  return { errors: [{ text: `There is no file \`${path}\` in the submission.` }] };
}

/** TypeScript's own ways to write the name of a TypeScript file. */
function spellings(target: string): string[] {
  return [target, target.replace(/\.(m?)js$/, ".$1ts"), `${target}.ts`, `${target}/index.ts`];
}

const FORBIDDEN = "forbidden";

function refused(text: string) {
  return { errors: [{ text, detail: FORBIDDEN }] };
}

function refusal({ text, location, detail, id }: Message, names: SourceNames): Compiled {
  const where = location && {
    file: names[Number(location.file.replace(/^.*:/, ""))] ?? location.file,
    line: location.line,
    column: location.column + 1,
  };
  const place = where ? { where } : {};
  if (id === "empty-import-meta") {
    return {
      ok: false,
      outcome: "forbidden",
      message: "`import.meta` cannot be graded: there is no file to tell of.",
      ...place,
    };
  }
  if (text.startsWith("Bundling deferred") || text.includes("source phase import")) {
    return { ok: false, outcome: "forbidden", message: "Only plain imports can be graded.", ...place };
  }
  if (text.startsWith("Top-level await")) {
    const message = "`await` outside of a function cannot be graded: put it into an async function.";
    return { ok: false, outcome: "compile-error", message, ...place };
  }
  const message = text.replaceAll(
    /"(?:submission|virtual):([^"]*)"/g,
    (_, name) => `"${names[Number(name)] ?? name}"`,
  );
  return { ok: false, outcome: detail === FORBIDDEN ? "forbidden" : "compile-error", message, ...place };
}

function virtualModule(name: string): string {
  const members = VIRTUAL_MODULES[name]!.map(
    (member) => `export const ${member} = module[${JSON.stringify(member)}];`,
  );
  return [`const module = __modules[${JSON.stringify(name)}];`, ...members, "export default module;"].join(
    "\n",
  );
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, "");
}
