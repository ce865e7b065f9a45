// What compile makes of honest code, evaluated in real SES: it must be taken, and mean what it meant.
import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";
import type { Program } from "../types.ts";
import { compile, originalPosition } from "./compile.ts";

const child = new URL("../testing/evaluate-in-ses.ts", import.meta.url).pathname;

async function program(source: string, others: [string, string][] = []): Promise<Program> {
  const result = await compile({ entry: "a.ts", files: new Map([["a.ts", source], ...others]) });
  if (!result.ok) throw new Error(`${source}: ${result.message}`);
  return result.program;
}

function evaluate(programs: Program[]): any[] {
  const input = JSON.stringify(programs.map(({ code }) => code));
  const { stdout, stderr } = spawnSync(process.execPath, [child], { input, encoding: "utf8" });
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout);
}

const b: [string, string] = ["b.ts", "export class E extends Error {}\nexport function setTimeout() {}"];

const honest: [source: string, x: unknown][] = [
  ["class Late extends Error { static is = (e) => e instanceof Late; } export const x = Late.name;", "Late"],
  ["import { E as F } from './b.ts'; class E {} export const x = [E.name, F.name];", ["E", "E"]],
  [
    "import { setTimeout as s } from './b.ts'; export const x = [s.name, typeof setTimeout];",
    ["setTimeout", "undefined"],
  ],
  ["import D from './a.ts'; export default class {} export const x = () => D.name;", "default"],
  [
    "const same = (c) => c; @same class A { @((v, _) => v) m() { return 3; } } export const x = new A().m();",
    3,
  ],
  ["class A { accessor y = 4; } export const x = new A().y;", 4],
  ["#!/usr/bin/env node\nexport const x = 1;", 1],
  ["export const x = 1;\n//# sourceMappingURL=data:,", 1],
  ["const f = (...a) => a.length; export const x = f(/* import( */ 1, // eval( -->\n 2);", 2],
  ["function $eval(n) { return n; } export const x = $eval(3);", 3],
  ["function ïeval(n) { return n; } export const x = ïeval(3);", 3],
  ["const o = { async *import() {}, get eval() { return () => 1; } }; export const x = o?.eval();", 1],
  [
    "class C { #eval() { return 5; } static import() { return new C().#eval(); } } export const x = C.import();",
    5,
  ],
  ["const z = 1; export { z as 'import(' }; export const x = 2;", 2],
  ["'import(1)'; export const x = 1;", 1],
  ["enum K { 'import(x)' = 3 } export const x = K['import(x)'];", 3],
  [
    "export const x = ['import(import(', `eval (${1} -->`, '<!-->'];",
    ["import(import(", "eval (1 -->", "<!-->"],
  ],
  [
    "const t = (s, ...v) => s.raw.join('|') + s.length; export const x = t`import(${1}\\n-->${2}`;",
    "import(|\\n-->|3",
  ],
  ["export const x = [/(?<!--)a/.test('a'), /(?<!--)a/.test('--a')];", [true, false]],
  ["export const x = [/[+-->]/.test('>'), /[+-->]/.test(','), /[+-->]/.test('5')];", [true, true, false]],
  ["export const x = [/[<!--a]/.test('#'), /[<!--a]/.test('.')];", [true, false]],
  ["export const x = [/\\import(x)/.test('importx'), /\\eval(x)/.test('evalx')];", [true, true]],
  ["export const x = ((m, y) => [m-->0, m<! --y])(1, 1);", [true, true]],
  ["export const x = 'a\u2028b'.length + `c\u2028d`.length + '\\ud800'.length;", 7],
  ["const log = []; { using a = { [Symbol.dispose]() { log.push(1); } }; } export const x = log;", [1]],
  ["const unused = 1;", undefined],
];

test("honest code is taken and gives the same value", async () => {
  const programs = await Promise.all(honest.map(([source]) => program(source, [b])));
  expect(evaluate(programs)).toEqual(honest.map(([, x]) => (x === undefined ? {} : { x })));
});

test("a throw in SES is told in the student's own line and column, also behind a rewrite", async () => {
  const sources = [
    "\n\nexport const x = () => {\n    throw new Error('here');\n};",
    "\uFEFF\r\nexport const x = () => { 'import('; `eval(${1}-->`; throw new Error('here'); };",
    "export const x = `😀\n\n`; throw new Error('here');",
  ];
  const programs = await Promise.all(sources.map((source) => program(source)));
  const places = evaluate(programs).map(({ threw, line, column }, index) => {
    expect(threw).toBe("here");
    return originalPosition(programs[index]!, line, column);
  });
  expect(places).toEqual([
    { file: "a.ts", line: 4, column: 11 },
    { file: "a.ts", line: 2, column: 59 },
    { file: "a.ts", line: 3, column: 10 },
  ]);
});
