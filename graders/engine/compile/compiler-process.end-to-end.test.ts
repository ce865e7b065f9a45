// A hostile file may cost its own mark, never another's.
import { transform } from "esbuild";
import { expect, test } from "vitest";
import { compile, isUntouched } from "./compile.ts";
import { guarded } from "./compiler-process.ts";

const parse = (source: string) => transform(source, { loader: "ts", logLevel: "silent" });
const compiled = (source: string) => compile({ entry: "a.ts", files: new Map([["a.ts", source]]) });

test("a job that hangs the compiler fails alone, and the jobs beside and after it do not", async () => {
  // Its time grows with the cube of that: hours on any machine.
  const hangs = `${"namespace a{export let b;".repeat(20_000)}${"}".repeat(20_000)}`;
  const jobs = ["export const a = 1", hangs, "export const b = 2"];
  const results = await Promise.all(jobs.map((source) => guarded(() => parse(source), 1000)));
  expect(results.map((result) => result?.code)).toEqual([
    "export const a = 1;\n",
    undefined,
    "export const b = 2;\n",
  ]);
  expect((await guarded(() => parse("3")))?.code).toBe("3;\n");
});

test("what esbuild says of the input comes through", async () => {
  await expect(guarded(() => parse("export const ="))).rejects.toMatchObject({
    errors: [{ text: 'Expected identifier but found "="' }],
  });
});

test.each([
  ["opening braces", "{".repeat(262_144)],
  ["arrow functions", `${"a=>".repeat(87_000)}1`],
  ["nested arrays", `export const x = ${"[".repeat(20_000)}${"]".repeat(20_000)}`],
])("%s without end are a compile-error, and the next file compiles", async (_name, source) => {
  expect(await compiled(source)).toMatchObject({
    ok: false,
    outcome: "compile-error",
    message: expect.stringContaining("nested"),
  });
  expect(await isUntouched(source, source.slice(1))).toBe(false);
  expect(await compiled("export const x = 1")).toMatchObject({ ok: true });
});

test("files in another order give the same program", async () => {
  const files: [string, string][] = [
    ["a.ts", "export * from './b.ts'"],
    ["b.ts", "export const x = 1"],
  ];
  const [one, other] = await Promise.all(
    [files, files.toReversed()].map((list) => compile({ entry: "a.ts", files: new Map(list) })),
  );
  expect(other).toEqual(one);
});

test("a column is counted in UTF-16 units, and places of a made-up source map are not believed", async () => {
  expect(await compiled("const s = '😀é'; import a from 'fs'; export const x = [s, a]")).toMatchObject({
    where: { line: 1, column: 32 },
  });
  const map = btoa(JSON.stringify({ version: 3, sources: ["submission:0"], mappings: "AAAA" }));
  const source = `\n\n\nexport const x = eval;\n//# sourceMappingURL=data:application/json;base64,${map}`;
  expect(await compiled(source)).toMatchObject({
    outcome: "forbidden",
    where: { file: "a.ts", line: 4, column: 18 },
  });
});
