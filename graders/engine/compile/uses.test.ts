import { expect, test } from "vitest";
import { compile } from "./compile.ts";
import { usesIn } from "./uses.ts";

const WORDS = ["Promise", "async", "await"];

/** `WORD line:column` of each use, in files of which the first is the graded one. */
async function uses(...texts: string[]): Promise<string[]> {
  const files = new Map(texts.map((text, index) => [index === 0 ? "own.ts" : `other${index}.ts`, text]));
  const compiled = await compile({ entry: "own.ts", files });
  if (!compiled.ok) throw new Error(compiled.message);
  return usesIn(compiled.program, files, WORDS).map(
    ({ word, where: { file, line, column } }) => `${word} ${file} ${line}:${column}`,
  );
}
const one = (text: string) => uses(`export const own: any = {};\n${text}`);

test("the value Promise, by its name or out of the global object", async () => {
  expect(await one("own.make = () =>\n  new Promise(() => {});")).toEqual(["Promise own.ts 3:7"]);
  expect(await one("class Own extends Promise<number> {}\nown.Own = Own;")).toEqual(["Promise own.ts 2:19"]);
  for (const text of [
    "own.P = globalThis.Promise;",
    'own.P = global["Promise"];',
    "const { Promise: P } = globalThis;",
    "own.list = { Promise };",
    "own.x = function () { { const Promise = 1; own.y = Promise; } return typeof Promise; };",
    "(Promise as any) = own; own.P = Promise;",
  ])
    expect([text, (await one(text)).map((use) => use.split(" ")[0])]).toEqual([text, ["Promise"]]);
});

test("async functions of every kind, and what only stands in them", async () => {
  expect(await one("own.run = async (x: any) => {\n  return await x;\n};")).toEqual([
    "async own.ts 2:11",
    "await own.ts 3:10",
  ]);
  for (const text of [
    "class Own { async run() {} }",
    "own.run = { async *run() {} };",
    "async function run() {}",
  ])
    expect([text, (await one(text)).map((use) => use.split(" ")[0])]).toEqual([text, ["async"]]);
  for (const text of ["await own;", "for await (const x of own.list) own.y = x;", "await using x = own;"])
    expect([text, (await one(text)).map((use) => use.split(" ")[0])]).toEqual([text, ["await"]]);
});

test("types, comments, texts, properties and names of one's own are no uses", async () => {
  expect(
    await one(`
      // new Promise, async, await
      /** await Promise */
      type P = Promise<number>;
      declare const later: Promise<number>;
      own.text = "async await Promise" + \`Promise\`;
      own.Promise = { await: 1, async: 2, Promise: later as Promise<any> };
      own.async = own.Promise.await;
      Promise: for (;;) break Promise;
      function each<Promise>(x: Promise) { return x; }
      own.f = (async: any) => async(each);
      own.h = function Promise() { return Promise; };
      own.i = ({ a: [Promise = 1] }: any, ...rest: any) => [Promise, rest];
      try { own.f(); } catch (Promise) { own.e = Promise; }
      for (const Promise of own.list) own.p = Promise;
      { class Promise {} own.c = new Promise(); }
      own.g = () => { if (own) { var Promise = 2; } return Promise; };`),
  ).toEqual([]);
});

test("a name that the file declares is its own, whatever other files do", async () => {
  const polyfill =
    "export function Promise(this: any) { this.x = 1; }\nexport const own = () => new (Promise as any)();";
  expect(await uses(polyfill)).toEqual([]);
  const importing = `${polyfill}\nimport { p } from "./other1.ts";\nexport { p };`;
  expect(await uses(importing, "export const p = () => Promise.resolve();")).toEqual([
    "Promise other1.ts 1:24",
  ]);
});

test("each use is told with the text of its line", async () => {
  const files = new Map([["own.ts", "export const own = 1;\n  export const x = Promise; // here\n"]]);
  const compiled = await compile({ entry: "own.ts", files });
  expect(compiled.ok && usesIn(compiled.program, files, WORDS)).toEqual([
    {
      word: "Promise",
      line: "export const x = Promise; // here",
      where: { file: "own.ts", line: 2, column: 20 },
    },
  ]);
});
