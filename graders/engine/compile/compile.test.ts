import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../testing/folders.ts";
import { compile, isUntouched, originalPosition } from "./compile.ts";

const others: [string, string][] = [
  ["b.ts", "export const q: number = 1;"],
  ["dir/c.ts", 'export { q } from "../b.ts";'],
];
const compiled = (source: string) =>
  compile({ entry: "a.ts", files: new Map([["a.ts", source], ...others]) });

/** Compiles and runs honest code here, with stand-ins for the virtual modules, and gives back its exports. */
async function exportsOf(source: string): Promise<Record<string, unknown>> {
  const result = await compiled(source);
  if (!result.ok) throw new Error(result.message);
  for (const filter of [/(^|[^.]|\.\.\.)\bimport(\s*(?:\(|\/[/*]))/, /(^|[^.])\beval(\s*\()/, /<!--|-->/]) {
    expect(result.program.code).not.toMatch(filter);
  }
  const modules = { "node:timers/promises": { setTimeout: "virtual" }, "node:events": { once: 1 } };
  return new Function(`"use strict"; return ${result.program.code}`)()(modules);
}

describe("what graded code may not use is forbidden, with its place", () => {
  const forbidden: [source: string, says: string, line: number, column: number][] = [
    ['export const x = import("fs");', "`import(…)`", 1, 25],
    ["const n = 'fs';\nexport const x = import(n);", "`import(…)`", 2, 18],
    ["import/* split */(\n'x');", "`import(…)`", 2, 1],
    ["export const x = import.meta.url;", "`import.meta`", 1, 18],
    ["import.source('x');", "`import(…)`", 1, 15],
    ["import.defer('x');", "`import(…)`", 1, 14],
    ["import source x from 'node:timers'; export { x };", "plain imports", 1, 22],
    ["import defer * as x from './b.ts'; export { x };", "plain imports", 1, 26],
    ["export const r = require;", "`require`", 1, 18],
    ["export const r = require('fs');", "`require`", 1, 18],
    ["export const r = typeof require;", "`require`", 1, 25],
    ["export const e = eval('1');", "`eval`", 1, 18],
    ["export const e = (0, eval);", "`eval`", 1, 22],
    ["export const e = { eval };", "`eval`", 1, 20],
    ["import fs from 'node:fs'; export { fs };", "`node:fs`", 1, 16],
    ["import fs from 'https://example.org/x.ts'; export { fs };", "`https://example.org/x.ts`", 1, 16],
    ["import a from '../x.ts'; export { a };", "outside of the exercise's folder", 1, 15],
    ["import a from './dir/../../x.ts'; export { a };", "outside of the exercise's folder", 1, 15],
    ["import a from '/etc/passwd'; export { a };", "`/etc/passwd`", 1, 15],
  ];
  test.each(forbidden)("%s", async (source, says, line, column) => {
    const result = await compiled(source);
    expect(result).toMatchObject({ ok: false, outcome: "forbidden", where: { file: "a.ts", line, column } });
    expect(result.ok ? "" : result.message).toContain(says);
  });
});

describe("what does not compile is told with its place", () => {
  const broken: [source: string, says: string, line: number][] = [
    ["export const y =\r\n 1 +\r\n;", 'Unexpected ";"', 3],
    ["\uFEFFexport const = 1;", "Expected identifier", 1],
    ["await 1;\nexport const x = ;", "Unexpected", 2],
    ["import { setTimeot } from 'timers/promises';\nexport const x = setTimeot(1);", "setTimeot", 1],

    ["import x from './nope.ts';\nexport { x };", "There is no file `./nope.ts`", 1],
    ["\\u0069mport('x');", "Unexpected", 1],
    ["export const x = <div/>;", 'Expected ">"', 1],
  ];
  test.each(broken)("%j", async (source, says, line) => {
    const result = await compiled(source);
    expect(result).toMatchObject({ ok: false, outcome: "compile-error", where: { file: "a.ts", line } });
    expect(result.ok ? "" : result.message).toContain(says);
  });
});

describe("honest code that only looks like it comes through with its meaning", () => {
  const honest: [source: string, x: unknown][] = [
    ["export const x = 1; // import('fs') eval(1) <!-- -->", 1],
    ["/* import('fs') --> */ export const x = 1;", 1],
    ['export const x = "import(1) eval (2) <!-- -->";', "import(1) eval (2) <!-- -->"],
    ["export const x = '\\\\import(1)' + '\\import(1)';", "\\import(1)import(1)"],
    ["export const x = `import(${1}) \\` --> $ {`;", "import(1) ` --> $ {"],
    ["export const x = String.raw`\\n import(1) eval(2) --> <!--`;", "\\n import(1) eval(2) --> <!--"],
    ["export const x = /^import\\(1\\)-->$/.test('import(1)-->');", true],
    ["export const x = /import(1)-->/.exec('import1-->')?.[0];", "import1-->"],
    ["export const x = /[-->]/.test('5');", true],
    ["let n = 3, c = 0; while (n-->0) c++; export const x = c;", 3],
    [
      "const o = { import(a: number) { return a; }, eval: (a: number) => a }; export const x = o.import(1) + o.eval(1);",
      2,
    ],
    [
      "class C { #import() { return 1; } static eval() { return new C().#import(); } } export const x = C.eval();",
      1,
    ],
    ["function f(require: (n: number) => number) { return require(4); } export const x = f((n) => n);", 4],
    ["enum A { B = 7 } namespace N { export const y = A.B; } export const x = N.y;", 7],
    ["class P { constructor(readonly y: number) {} } export const x = new P(2).y;", 2],
    [
      "const d = (v: any, c: any) => { c; return v; }; class C { @d m() { return 1; } @d accessor n = 2; } export const x = new C().n;",
      2,
    ],
    ["import { setTimeout as wait } from 'timers/promises'; export const x = wait;", "virtual"],
    ["import * as t from 'node:timers/promises'; export const x = t.setTimeout;", "virtual"],
    ["import { once } from 'node:events'; export const x = once;", 1],
    ["import { q } from './b.js'; export const x = q;", 1],
    ["import { q } from './dir/c'; export const x = q;", 1],
    ["import type { T } from './nope.ts'; export const x: T = 5;", 5],
    ["import { T } from './nope.ts'; export const x: T = 5;", 5],
    ["\uFEFFexport const x =\r\n  1;", 1],
    ["\u2028export const x = '\u2028'.length\u2029;", 1],
  ];
  test.each(honest)("%j", async (source, x) => {
    expect((await exportsOf(source)).x).toEqual(x);
  });
});

test("a place in the program is told in the student's own file and line", async () => {
  const result = await compiled(
    "import './dir/c.ts';\n\nexport function f(): number {\n  return 1 as number;\n}",
  );
  if (!result.ok) throw new Error(result.message);
  const lines = result.program.code.split("\n");
  const line = lines.findIndex((text) => text.includes("return 1")) + 1;
  const column = lines[line - 1]!.indexOf("return 1") + 1;
  expect(originalPosition(result.program, line, column)).toEqual({ file: "a.ts", line: 4, column: 3 });
  expect(originalPosition(result.program, 1, 1)).toBe(undefined);
});

test("a file's name never gets into the script", async () => {
  const name = "x\n*/;globalThis.hacked=1;//-->.ts";
  const files = new Map([
    ["a.ts", `import { v } from ${JSON.stringify(`./${name}`)}; export const x = v;`],
    [name, "export const v = 1;"],
  ]);
  const result = await compile({ entry: "a.ts", files });
  expect(result.ok && result.program.code.includes("hacked")).toBe(false);
});

test("the same files give the same program", async () => {
  expect(await compiled("export const x = 1;")).toEqual(await compiled("export const x = 1;"));
});

test("the working directory decides nothing, whatever lies in it", async () => {
  const source = "import { q } from './b.ts';\nexport const x = q;\n";
  const here = await compiled(source);
  const odd = { "a.ts": "not (a program", "b.ts": "{", "tsconfig.json": "{", "package.json": "{", "0": "" };
  const before = process.cwd();
  process.chdir(temporaryFolder(odd));
  try {
    expect(await compiled(source)).toEqual(here);
  } finally {
    process.chdir(before);
  }
});

test("what is only odd compiles: a member that a module does not have is undefined, as on Node", async () => {
  const source =
    "import * as t from 'node:timers/promises';\nconst wait = (t as any).sleep ?? t.setTimeout;\nexport const x = wait;\nif (typeof x === 'strnig' || x == -0) debugger;";
  expect((await exportsOf(source)).x).toBe("virtual");
});

test("what fails in us is no compile-error of theirs", async () => {
  const files = new Map([["a.ts", "export const x = 1;"]]);
  files.get = () => {
    throw new RangeError("a bug of ours");
  };
  await expect(compile({ entry: "a.ts", files })).rejects.toThrow(new RangeError("a bug of ours"));
});

describe("isUntouched", () => {
  const stub =
    "/** Doc. */\nexport function f(a: number): number {\n  // TODO: write\n  throw new Error('x');\n}\n";
  const cases: [string, string, boolean][] = [
    ["itself", stub, true],
    [
      "other comments, line ends and a byte order mark",
      `\uFEFF// mine\r\n${stub.replaceAll("\n", "\r\n")}`,
      true,
    ],
    ["another type", stub.replace(": number {", ": Promise<number> {"), true],
    ["other code", stub.replace("throw new Error('x')", "return a"), false],
    ["code that does not parse", "export function {", false],
  ];
  test.each(cases)("%s: %#", async (_name, source, untouched) => {
    expect(await isUntouched(source, stub)).toBe(untouched);
  });
});
