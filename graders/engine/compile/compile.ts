// From a submission's TypeScript to one strict script. Nothing of the submission runs here, no file but its own is read.
import { posix } from "node:path";
import type { Node } from "acorn";
import { type BuildResult, build, type Message, type OnResolveArgs, type Plugin, transform } from "esbuild";
import type { Position } from "../../trace/plain.ts";
import type { Compiled, Program } from "../types.ts";
import { guarded } from "./compiler-process.ts";
import { withLexical } from "./declarations.ts";
import { refusedBySes, replaced, replacements } from "./evade.ts";
import { firstForbidden } from "./forbidden.ts";
import { parseScript } from "./parse-script.ts";
import { editsOf, mappedColumn, offsetPosition, type SourceNames, sourcePosition } from "./source-map.ts";
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
 * the submission and returns its exports, or a promise of them where a file has `await` outside of functions. What cannot
 * be taken is named, with file, line and column (from 1). The same files give the same program, wherever it is called.
 * Rejects only by a fault of ours or of the machine: never for what a submission holds.
 */
export async function compile({
  entry,
  files,
}: {
  entry: string;
  files: Map<string, string>;
}): Promise<Compiled> {
  // Sorted, so that the same files give the same program in whatever order they were read.
  const names: SourceNames = [...files.keys()].sort();
  if (!files.has(entry)) {
    return { ok: false, outcome: "compile-error", message: `There is no file \`${entry}\`.` };
  }
  const plain = await attempt(entry, files, names, PLAIN);
  if (plain !== "awaits") return plain ?? (await lowered(entry, files, names, PLAIN));
  const awaiting = await attempt(entry, files, names, AWAITING);
  return (awaiting as Compiled | undefined) ?? (await lowered(entry, files, names, AWAITING));
}

/** Only a tagged template can hold text that must not be rewritten: esbuild can turn it into a call. */
async function lowered(entry: string, files: Map<string, string>, names: SourceNames, form: Form) {
  const compiled = (await attempt(entry, files, names, { ...form, lowerTemplates: true })) as
    | Compiled
    | undefined;
  return compiled ?? ({ ok: false, ...UNREADABLE } as const);
}

/** How a program is made: one with `await` outside of functions is an async function, which esbuild makes no exports of. */
interface Form {
  format: "iife" | "esm";
  lowerTemplates: boolean;
}
const PLAIN: Form = { format: "iife", lowerTemplates: false };
const AWAITING: Form = { format: "esm", lowerTemplates: false };

const UNREADABLE = {
  outcome: "forbidden",
  message: "Text that looks like `import(` or `eval(` cannot be graded.",
} as const;

const TOO_MUCH = {
  outcome: "compile-error",
  message: "The compiler gave up on this file: is something nested very deeply in it?",
} as const;

/** Undefined if SES would refuse what came out, "awaits" if the program needs the other form. */
async function attempt(
  entry: string,
  files: Map<string, string>,
  names: SourceNames,
  form: Form,
): Promise<Compiled | "awaits" | undefined> {
  let built: BuildResult<{ write: false }> | undefined;
  try {
    built = await guarded(() => bundle(entry, files, names, form));
  } catch (error) {
    const { errors } = error as { errors?: Message[] };
    const fault = errors ? faultIn(errors, names) : error;
    if (fault) throw fault;
    const others = errors!.filter(({ text }) => !text.startsWith("Top-level await"));
    return others.length === 0 ? "awaits" : firstRefusal(others, entry, names);
  }
  if (!built) return { ok: false, ...TOO_MUCH };
  const serious = built.warnings.filter(({ id }) => id === "empty-import-meta");
  if (serious.length > 0) return firstRefusal(serious, entry, names);
  const text = (ending: string) => built.outputFiles.find(({ path }) => path.endsWith(ending))!.text;
  return finish(text(".js"), text(".map"), entry, files, names, form);
}

/** What ends a line of JavaScript, and so counts in a source map. */
const LINE_ENDS = /\r\n|[\n\r\u2028\u2029]/;

const SOURCE = `\n//# sourceURL=${SOURCE_URL}`;
/** A file without any export leaves `__exports` undefined. */
const FORMS = {
  iife: {
    head: '(function (__modules) { "use strict";\n',
    tail: `\nreturn __exports === undefined ? {} : __exports;\n})${SOURCE}`,
  },
  esm: { head: '(async function (__modules) { "use strict";\n', tail: `\n})${SOURCE}` },
};

/** The script's last statement, `export{a as b};`, as one that gives the exports as they are when they are asked for. */
function returning(script: string): string {
  const found = /export\s*\{((?:"(?:[^"\\]|\\.)*"|[^"}])*)\};?\s*$/.exec(script);
  if (!found) return `${script}\nreturn {};`;
  const pairs = found[1]!.matchAll(/([^\s,"]+)(?:\s+as\s*("(?:[^"\\]|\\.)*"|[^\s,"]+))?/g);
  const getters = Array.from(pairs, ([, local, name = local]) => `get ${name}(){return ${local}}`);
  return `${script.slice(0, found.index)}return {${getters.join(",")}};`;
}

function finish(
  built: string,
  map: string,
  entry: string,
  files: Map<string, string>,
  names: SourceNames,
  { format }: Form,
): Compiled | undefined {
  const { head, tail } = FORMS[format];
  const script = format === "esm" ? returning(built) : built;
  const text = head + script + tail;
  const parsed = parseScript(text);
  const original = (offset: number) => offsetPosition(map, names, script, offset - head.length);
  const found = "tree" in parsed ? firstForbidden(parsed.tree, FREE_REQUIRE) : parsed;
  if (found) {
    const { outcome, message } = found;
    const where = original(found.offset);
    // What no file of theirs has at all was put there by us.
    if (!where) throw new Error(`The compiled program cannot be read: ${message}`);
    return { ok: false, outcome, message, where };
  }
  const textAt = ({ file, line, column }: Position) =>
    readable(files.get(file!)!)
      .split(LINE_ENDS)
      [line - 1]?.slice(column - 1) ?? "";
  const code = withLexical(text, (parsed as { tree: Node }).tree, original, textAt);
  if (!refusedBySes(code)) return { ok: true, program: { code, map, entry, names, edits: [] } };
  const { tree, tokens } = parsed as Extract<typeof parsed, { tree: unknown }>;
  const list = replacements(code, tree, tokens);
  const evaded = replaced(code, list);
  if (refusedBySes(evaded)) return undefined;
  return { ok: true, program: { code: evaded, map, entry, names, edits: editsOf(code, list) } };
}

/** Starts the compiler's process before there is anything to compile. Never throws. */
export function startCompiler(): void {
  void isUntouched("", "");
}

/** Where a place in the evaluated program (1-based, as on V8's stacks) is in the student's source. */
export function originalPosition({ map, names, edits }: Program, line: number, column: number) {
  // The program's first line is the function's head.
  return sourcePosition(map, names, line - 1, mappedColumn(edits, line, column));
}

/**
 * Whether a file is still its stub, but for comments, types, white space, line ends and a byte order mark. A file that
 * does not parse is not.
 */
export async function isUntouched(source: string, stub: string): Promise<boolean> {
  try {
    const [mine, theirs] = [await withoutTypes(source), await withoutTypes(stub)];
    return mine !== undefined && mine.code === theirs?.code;
  } catch {
    return false;
  }
}

/**
 * A file's JavaScript without comments, types and needless white space, and its source map (version 3, JSON). Undefined
 * if the compiler gives up on it; rejects with the compiler's error, which has `errors`, if it does not parse.
 */
export async function withoutTypes(text: string): Promise<{ code: string; map: string } | undefined> {
  if (tooDeep(text)) return undefined;
  return guarded(() =>
    transform(readable(text), {
      loader: "ts",
      minifyWhitespace: true,
      legalComments: "none",
      // A `/* @__PURE__ */` would be printed.
      ignoreAnnotations: true,
      sourcemap: "external",
      sourcesContent: false,
      tsconfigRaw: TSCONFIG,
      logLevel: "silent",
    }),
  );
}

function bundle(
  entry: string,
  files: Map<string, string>,
  names: SourceNames,
  { format, lowerTemplates }: Form,
) {
  return build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    outfile: "program.js",
    // Else esbuild looks for a file of the entry's name in the working directory, whatever plugins say.
    absWorkingDir: import.meta.dirname,
    format,
    ...(format === "iife" ? { globalName: "__exports" } : {}),
    platform: "neutral",
    target: "esnext",
    // V8 has no decorators yet. A tagged template becomes a call that is given the same texts.
    supported: { decorators: false, ...(lowerTemplates ? { "template-literal": false } : {}) },
    // Bundling renames: without this an error's class could tell its name as `_TimeoutError`.
    keepNames: true,
    // Drops all comments, and indentation, which would grow with the square of the nesting.
    minifyWhitespace: true,
    ignoreAnnotations: true,
    charset: "utf8",
    legalComments: "none",
    treeShaking: false,
    sourcemap: "external",
    sourcesContent: false,
    logLevel: "silent",
    define: { require: FREE_REQUIRE },
    tsconfigRaw: TSCONFIG,
    plugins: [submissionFiles(entry, files, names)],
  });
}

/** Gives esbuild the files by number: a file's name comes from a stranger and must not get into the script. */
function submissionFiles(entry: string, files: Map<string, string>, names: SourceNames): Plugin {
  return {
    name: "submission",
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /.*/ }, (args) => resolve(args, names, entry));
      onLoad({ filter: /.*/, namespace: "submission" }, ({ path }) => {
        const text = files.get(names[Number(path)]!)!;
        if (tooDeep(text)) return theirs(TOO_MUCH.message);
        return { contents: readable(text), loader: /\.m?js$/.test(names[Number(path)]!) ? "js" : "ts" };
      });
      onLoad({ filter: /.*/, namespace: "virtual" }, ({ path }) => ({
        contents: virtualModule(path),
        loader: "js",
      }));
    },
  };
}

function resolve(
  { path, importer, kind, namespace, with: attributes }: OnResolveArgs,
  names: SourceNames,
  entry: string,
) {
  if (kind === "entry-point") return { path: String(names.indexOf(entry)), namespace: "submission" };
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
  if (found !== undefined && !/\.m?[jt]s$/.test(found))
    return refused(`\`${path}\` is no plain TypeScript file.`);
  if (found !== undefined) return { path: String(names.indexOf(found)), namespace: "submission" };
  return theirs(`There is no file \`${path}\` in the submission.`);
}

/** TypeScript's own ways to write the name of a TypeScript file. */
function spellings(target: string): string[] {
  return [target, target.replace(/\.(m?)js$/, ".$1ts"), `${target}.ts`, `${target}/index.ts`];
}

const FORBIDDEN = "forbidden";
const WRONG = "wrong";

function refused(text: string) {
  return { errors: [{ text, detail: FORBIDDEN }] };
}

/** A fault of the submission's that our plugin has found. */
function theirs(text: string) {
  return { errors: [{ text, detail: WRONG }] };
}

/**
 * What is no fault of the submission's: esbuild tells by errors, too, that our plugin threw, that it cannot read a folder,
 * or that it does not know an option. Theirs are those that are in a file of theirs, and those that our plugin has found.
 */
function faultIn(errors: readonly Message[], names: SourceNames): Error | undefined {
  const isTheirs = ({ location, detail }: Message) =>
    detail === FORBIDDEN ||
    detail === WRONG ||
    (!(detail instanceof Error) && location && fileOf(location.file, names) !== undefined);
  const ours = errors.find((error) => !isTheirs(error));
  if (!ours) return undefined;
  return ours.detail instanceof Error ? ours.detail : new Error(`The compiler failed: ${ours.text}`);
}

/** The first in the graded file, or else in another: esbuild reads files side by side and promises no order. */
function firstRefusal(messages: Message[], entry: string, names: SourceNames): Compiled {
  const rank = ({ location }: Message) => {
    const file = location ? fileOf(location.file, names) : undefined;
    return [
      file === entry ? 0 : 1,
      file ? names.indexOf(file) : 0,
      location?.line ?? 0,
      location?.column ?? 0,
    ];
  };
  const order = (a: Message, b: Message) => {
    const other = rank(b);
    return (
      rank(a)
        .map((place, index) => place - other[index]!)
        .find((difference) => difference !== 0) ?? 0
    );
  };
  return refusal([...messages].sort(order)[0]!, names);
}

function fileOf(path: string, names: SourceNames): string | undefined {
  const index = /^submission:(\d+)$/.exec(path)?.[1];
  return index === undefined ? undefined : names[Number(index)];
}

function refusal({ text, location, detail, id }: Message, names: SourceNames): Compiled {
  const file = location ? fileOf(location.file, names) : undefined;
  const place = location && file !== undefined ? { where: placeOf(location, file) } : {};
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

function placeOf({ line, column, lineText }: NonNullable<Message["location"]>, file: string): Position {
  // esbuild counts a column in bytes of UTF-8, editors and V8 in UTF-16 units.
  const before = Buffer.from(lineText).subarray(0, column).toString();
  return { file, line, column: before.length + 1 };
}

/** The text as esbuild shall read it; every place in it keeps its line and column. */
function readable(text: string): string {
  const plain = text.replace(/^\uFEFF/, "").replace(/^#!/, "//");
  // esbuild follows the last such comment to a map of the student's making: this one leads nowhere.
  return plain.includes("sourceMappingURL") ? `${plain}\n//# sourceMappingURL=none` : plain;
}

/**
 * esbuild dies of a stack overflow at some 90,000 levels, and a level needs one of these. Honest files have hundreds.
 */
function tooDeep(text: string): boolean {
  return (text.match(/=>|[([{!~<]/g)?.length ?? 0) > 50_000;
}
