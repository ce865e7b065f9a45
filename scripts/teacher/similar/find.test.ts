// What is found alike in a class, and what is not.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { exerciseIds } from "../../lib/exercises.ts";
import { readPieces } from "../../maintainer/evidence/project-files.ts";
import { findSubmissions } from "../intake/submissions.ts";
import { alikeAmong } from "./compare.ts";
import { courses } from "./course.ts";
import { findSimilar } from "./find.ts";
import { csvText } from "./show.ts";
import { type Tokens, tokensOf } from "./tokens.ts";

const root = join(import.meta.dirname, "../../..");
const stub = readFileSync(join(root, "exercises/13-cashiers/cashiers.ts"), "utf8");
const reference = readFileSync(join(root, "solutions/13-cashiers/cashiers.ts"), "utf8");

async function foundIn(students: Record<string, string>, reversed = false) {
  const files = Object.entries(students).map(([id, text]) => [`class/${id}/cashiers.ts`, text]);
  const folder = temporaryFolder(Object.fromEntries(files));
  const place = { given: "class", absolute: join(folder, "class") };
  const { readers } = await findSubmissions([place], exerciseIds(root));
  const { signal } = new AbortController();
  return findSimilar(reversed ? readers.toReversed() : readers, ["13-cashiers"], root, signal);
}

const original = `// Each desk has a line of its own.
export async function queueAtDesks(jobs: Job[], desks: number): Promise<number[]> {
  const lines = Array.from({ length: desks }, () => [] as Job[]);
  for (const [position, job] of jobs.entries()) {
    lines[position % desks]!.push(job);
  }
  const totals = await Promise.all(lines.map((line) => emptyLine(line)));
  let longest = 0;
  for (const total of totals) {
    if (total > longest) longest = total;
  }
  return [longest, ...totals.filter((total) => total < longest)];
}

async function emptyLine(line: Job[]): Promise<number> {
  let spent = 0;
  while (line.length > 0) {
    const job = line.shift();
    if (job === undefined) break;
    const begun = performance.now();
    try {
      await job.run(spent);
    } catch (error) {
      console.error("job failed", error);
    } finally {
      spent = spent + performance.now() - begun;
    }
  }
  return spent;
}
`;

/** The same with other names, layout, comments and types, and its functions the other way round. */
const disguised = `type Work = { run: (n: number) => Promise<void> };
async function work(w: Work[]): Promise<number> { let t = 0;
  while (w.length > 0) {
    const next = w.shift(); if (next === undefined) break;
    const t0: number = performance.now();
    try { await next.run(t) } catch (e: unknown) { console.error('oh no', e) }
    finally { t = t + performance.now() - t0 }
  }
  return t }
/* my own idea */
export async function cashiers(all: Work[], n: number): Promise<number[]> {
  const rows = Array.from({ length: n }, () => [] as Work[]);
  for (const [i, w] of all.entries()) { rows[i % n]!.push(w) }
  const sums = await Promise.all(rows.map((r) => work(r)));
  let max = 0;
  for (const s of sums) { if (s > max) max = s; }
  return [max, ...sums.filter((s) => s < max)];
}
`;

test("renamed, laid out anew and reordered: found, with the lines on both sides; no matter in which order", async () => {
  const students = { ada: original, bela: disguised, chidi: reference, dara: stub };
  const found = await foundIn(students);
  expect(found.findings).toMatchObject([
    { exercise: "13-cashiers", kind: "course", ids: ["chidi"], course: "the reference solution" },
    { exercise: "13-cashiers", kind: "alike", ids: ["ada", "bela"] },
  ]);
  expect(found.findings[1]!.share).toBeGreaterThan(0.9);
  expect([...csvText(found.findings)].slice(1)).toEqual([
    "13-cashiers,same as the reference solution,chidi,100,,\r\n",
    expect.stringMatching(/^13-cashiers,alike,ada; bela,\d+,"?cashiers\.ts 2-\d+.*,"?cashiers\.ts 2-/),
  ]);
  expect(found).toMatchObject({ count: 3, notCompared: [] });
  expect(await foundIn(students, true)).toEqual(found);
});

test("the same file is one group, however many have it; and the same but for names another", async () => {
  const renamed = original.replaceAll("line", "row").replaceAll("\n", "\r\n");
  const copies = Object.fromEntries(["a", "b", "c", "d", "e", "f", "g"].map((id) => [id, original]));
  expect((await foundIn(copies)).findings).toMatchObject([{ kind: "copies", ids: Object.keys(copies) }]);
  expect(
    (await foundIn({ a: original, b: `${original.replaceAll("\n", "  \r\n")}\n`, c: renamed })).findings.map(
      ({ kind, ids }) => [kind, ...ids],
    ),
  ).toEqual([
    ["copies", "a", "b"],
    ["renamed", "a", "b", "c"],
  ]);
});

test("a ring that changed nothing but names", async () => {
  const ring = Object.fromEntries(
    ["a", "b", "c", "d", "e", "f", "g"].map((id) => [id, original.replaceAll("line", `row_${id}`)]),
  );
  const others = Object.fromEntries(
    readPieces(root, "13-cashiers")
      .wrong.slice(0, 14)
      .map(({ text }, number) => [`s${number}`, text]),
  );
  const { findings } = await foundIn({ ...ring, ...others });
  expect(findings.filter(({ kind }) => kind !== "course").map(({ kind, ids }) => [kind, ...ids])).toEqual([
    ["renamed", ...Object.keys(ring)],
  ]);
});

test("nothing is said of untouched stubs and of what is short; what the course itself has is named as such", async () => {
  const short = "export const cashiers = async (a: Task[]) => Promise.all(a.map((each) => each()));\n";
  const students = {
    ...{ a: stub, b: stub.replaceAll("\n", "\r\n"), c: `${stub}// I do not know.\n` },
    ...{ d: reference, e: reference.replace(/\/\/.*/g, ""), f: short, g: short },
  };
  const { findings } = await foundIn(students);
  expect(findings.map(({ kind, ids, course }) => [kind, course, ...ids])).toEqual([
    ["course", "the reference solution", "d", "e"],
  ]);
});

test("the course's answer with a little changed is named, too", async () => {
  const changed = reference.replace(/\n}\n$/, "\n  console.log('mine');\n}\n").replaceAll("const ", "let ");
  expect(changed).not.toBe(reference);
  const { findings } = await foundIn({ ada: `const mine = 1;\n${changed}`, bela: original });
  expect(findings.map(({ kind, ids, course, share }) => [kind, ids, course, share < 1])).toEqual([
    ["course", ["ada"], "the reference solution", true],
  ]);
});

test("of the course's own right answers none is much like another, but one that says so", async () => {
  const found: string[] = [];
  for (const id of exerciseIds(root)) {
    const { stub, reference, alsoCorrect } = readPieces(root, id);
    const texts = [{ name: id, text: reference! }, ...alsoCorrect];
    const tokens = async (text: string) => ((await tokensOf(text)) as Tokens).tokens;
    const given = await tokens(stub!);
    const pieces = await Promise.all(
      texts.map(async ({ name, text }) => ({ name, tokens: await tokens(text) })),
    );
    for (const { name, tokens } of pieces)
      for (const { course } of courses(
        [{ id: name, text: "", tokens }],
        pieces.filter((piece) => piece.name !== name),
        given,
      ))
        found.push(`${id}: ${name} as ${course}`);
  }
  expect(found).toEqual([
    "09-as-completed: 09-as-completed as also-correct/many-microtasks.ts",
    "09-as-completed: also-correct/many-microtasks.ts as 09-as-completed",
  ]);
});

test("hostile files are listed and stop nothing", async () => {
  const students = {
    ada: original,
    bela: disguised,
    broken: "const x = {{{",
    deep: `const x = ${"[".repeat(40_000)}${"]".repeat(40_000)};`,
    deeper: `const x = ${"(".repeat(60_000)}`,
    empty: "",
    huge: "f();\n".repeat(20_000),
    "huge-too": `${"f();\n".repeat(20_000)}g();`,
    repeated: "f(1);\n".repeat(900),
    "repeated-too": `${"f(1);\n".repeat(900)}g();`,
    proto: "const a = { __proto__: null, constructor: 1, hasOwnProperty: 2 }; a.__proto__;",
    shebang: "\uFEFF#!/bin/sh\n//# sourceMappingURL=data:application/json,{}\nexport const x = 1;",
  };
  const { findings, notCompared } = await foundIn(students);
  expect(findings.map(({ kind, ids }) => [kind, ...ids])).toEqual([["alike", "ada", "bela"]]);
  expect(notCompared.map(({ id, reason }) => `${id}: ${reason}`)).toEqual([
    "broken: cashiers.ts does not parse",
    expect.stringMatching(/^deep: cashiers\.ts /),
    expect.stringMatching(/^deeper: cashiers\.ts /),
    "huge: cashiers.ts has more than 5000 tokens",
    "huge-too: cashiers.ts has more than 5000 tokens",
  ]);
});

test("what repeats over and over tells no place: it would take the square of it to look for all", async () => {
  const repeated = (end: string) => `${original}\n${"f(1);\n".repeat(700)}${end}();`;
  const { findings } = await foundIn({ ada: repeated("g"), bela: repeated("h.then") });
  expect(findings).toMatchObject([{ kind: "alike", ids: ["ada", "bela"] }]);
  const [{ spans }] = findings as [(typeof findings)[0]];
  expect(Math.max(...spans.map(({ first }) => first.to))).toBeLessThan(original.split("\n").length + 5);
  expect(spans.length).toBeLessThan(20);
});

test("of the course's own right answers, which all differ in their way, hardly any are alike", async () => {
  const alike: string[] = [];
  let pairs = 0;
  for (const id of exerciseIds(root)) {
    const { stub, reference, alsoCorrect } = readPieces(root, id);
    const texts = [{ name: id, text: reference! }, ...alsoCorrect];
    const tokens = async (text: string) => ((await tokensOf(text)) as Tokens).tokens;
    const answers = await Promise.all(
      texts.map(async ({ name, text }) => ({ id: name, text, tokens: await tokens(text) })),
    );
    pairs += (answers.length * (answers.length - 1)) / 2;
    for (const { ids } of alikeAmong(answers, [await tokens(stub!)])) alike.push(`${id}: ${ids.join(", ")}`);
  }
  expect(alike.length / pairs, alike.join("\n")).toBeLessThan(0.01);
});

test("two that repeat the same few things in other orders are alike; of the thousands of places none is told", () => {
  const blocks = Array.from({ length: 11 }, (_, block) =>
    Array.from({ length: 14 }, (_, i) => `t${block}_${i}`),
  );
  let random = 1;
  const below = (most: number) => (random = (random * 48_271) % 2_147_483_647) % most;
  const answer = (id: string) => {
    const left = blocks.flatMap((block) => Array.from({ length: 32 }, () => block));
    const tokens = Array.from({ length: left.length }, () => left.splice(below(left.length), 1)[0]!).flat();
    return { id, text: id, tokens };
  };
  const [found, ...others] = alikeAmong([answer("ada"), answer("bela")], []);
  expect(others).toEqual([]);
  expect(found).toMatchObject({ kind: "alike", ids: ["ada", "bela"], stretches: [] });
  const few = blocks.slice(0, 4).flat();
  const once = ["ada", "bela"].map((id, index) => ({ id, text: id, tokens: [...few, `x${index}`] }));
  expect(alikeAmong(once, [])[0]?.stretches).toHaveLength(1);
});

test("an answer of many files has no more to be compared than one of one", async () => {
  const part = "f(1);\n".repeat(700);
  const files = ["cashiers", "a", "b"].map((name) => [
    `class/ada/13-cashiers/${name}.ts`,
    `${name === "cashiers" ? 'import "./a.ts"; import "./b.ts";\n' : ""}${part}`,
  ]);
  const folder = temporaryFolder(Object.fromEntries(files));
  const place = { given: "class", absolute: join(folder, "class") };
  const { readers } = await findSubmissions([place], exerciseIds(root));
  const { notCompared } = await findSimilar(readers, ["13-cashiers"], root, new AbortController().signal);
  expect(notCompared).toEqual([{ id: "ada", exercise: "13-cashiers", reason: "has more than 5000 tokens" }]);
});

const spots = [
  "let longest = 0;",
  "let spent = 0;",
  "const begun = performance.now();",
  "if (job === undefined) break;",
];
const additions = [
  ...["console.log(1);", "void 0;", "debugger;", "var a;", "var b = [];", "if (!true) throw 1;", "{ ; }"],
  ...["var c = { d: 1 };", "e: for (;;) break e;", "new Map();", "typeof 1;", "1 + 2 * 3;", "`x${4}`;"],
];

/** The same in another coat: a statement or two more, as who copies makes it. No two numbers below 150 make the same. */
function variant(number: number): string {
  const [first, second] = [spots[number % 4]!, spots[(number + 1) % 4]!];
  const [one, two] = [additions[number % 13]!, additions[Math.floor(number / 13)]!];
  return original.replace(first, `${first}\n${one}`).replace(second, `${second}\n${two}`);
}

test.each([6, 12, 90])("a ring of %i, each changed a little, in a class of others", async (size) => {
  const ring = Object.fromEntries(
    Array.from({ length: size }, (_, number) => [`r${String(number).padStart(2, "0")}`, variant(number)]),
  );
  const { alsoCorrect, wrong } = readPieces(root, "13-cashiers");
  const others = Object.fromEntries(
    [...alsoCorrect, ...wrong].slice(0, 3 * size).map(({ text }, number) => [`s${number}`, text]),
  );
  const filler = Object.fromEntries(
    Array.from({ length: 3 * size }, (_, number) => [`t${number}`, `export const t${number} = ${number};`]),
  );
  const { findings } = await foundIn({ ...ring, ...others, ...filler });
  expect(findings.filter(({ kind }) => kind === "ring").map(({ ids }) => ids)).toEqual([Object.keys(ring)]);
});
