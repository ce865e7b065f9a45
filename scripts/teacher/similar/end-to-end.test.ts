// `npm run similar` as a teacher runs it.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { CACHE } from "../../../graders/engine/edition/cache.ts";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";

const command = join(import.meta.dirname, "../../similar.ts");

function similar(cwd: string, ...args: string[]) {
  const env = {
    PATH: process.env.PATH,
    HOME: cwd,
    NODE_COMPILE_CACHE: join(CACHE, "compiled"),
    COLUMNS: "80",
    NO_COLOR: "1",
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { cwd, env });
  return { code: status, stdout: String(stdout), stderr: String(stderr) };
}

const statements = [
  "a?.b",
  "[...a]",
  "a ?? 1",
  "`${a}`",
  "{ a }",
  "!a",
  "a > 2",
  "a === 'x'",
  "a.c.d",
  "(a)",
];
const answer = (name: string, all = statements) =>
  `export async function ${name}0(a) {\n${all
    .map((text, index) => `  for await (const ${name}${index} of a) await a(${text}, ${name}${index});\n`)
    .join("")}}\n`;

test("the list, with both sides; similar.csv; nothing of a file reaches the terminal or spreadsheet as code", () => {
  const cwd = temporaryFolder({
    "class/=ada/three-apis.ts": answer("x"),
    "class/bela/three-apis.ts": `// Mine. \u001b[2J\n${answer("other").replaceAll("  ", "\t")}export let b = 1;`,
    "class/chidi/three-apis.ts": "{{{",
  });
  const { code, stdout, stderr } = similar(cwd, "class", "--only", "03");
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout.split("\n")).toEqual([
    "Compared 2 answers of 3 submissions; untouched stubs are left out.",
    "Not compared, three-apis.ts does not parse: chidi (03)",
    "",
    "Look at these. They share what few others have, which proves nothing: people",
    "work together, read the same page, or think alike.",
    "",
    "03-three-apis  =ada, bela: 100 % of what is uncommon in the shorter one",
    "  =ada: three-apis.ts 1-11; bela: three-apis.ts 2-12",
    "     1 export async function x0(a) {   │    2 export async function other0(a…",
    ...Array.from({ length: 9 }, () =>
      expect.stringMatching(/^ +\d+ {3}for await \(const x\d .* │ +\d+ {3}for await/),
    ),
    "",
    "report/similar.csv written.",
    "",
  ]);
  expect(readFileSync(join(cwd, "report/similar.csv"), "utf8")).toBe(
    "exercise,what,submissions,alike %,lines of the first,lines of the second\r\n" +
      "03-three-apis,alike,'=ada; bela,100,three-apis.ts 1-11,three-apis.ts 2-12\r\n",
  );
});

test("--earlier: who has an answer of last year's class; what that shares among itself is left out", () => {
  const own = (name: string) => answer(name, statements.map((text) => `1 + ${text}, a || [0]`).reverse());
  const cwd = temporaryFolder({
    "2026/ada/three-apis.ts": answer("x"),
    // Called as ours would call one of last year's.
    "2026/cleo (earlier class)/three-apis.ts": own("y"),
    "2026/dara/three-apis.ts": "export {};",
    "2025/bela/three-apis.ts": answer("other"),
    "2025/cleo/three-apis.ts": own("z"),
    "2025/emil/three-apis.ts": `${own("q")}// Mine.`,
  });
  const { code, stdout, stderr } = similar(cwd, "2026", "--only", "03", "--earlier", "2025");
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("Compared 6 answers of 6 submissions");
  const rows = readFileSync(join(cwd, "report/similar.csv"), "utf8").split("\r\n").slice(1, -1);
  expect(rows.map((row) => row.split(",").slice(1, 3))).toEqual([
    ["same but for names and layout", "ada; bela (earlier class)"],
    ["same but for names and layout", "cleo (earlier class 2); cleo (earlier class); emil (earlier class)"],
  ]);
  expect(similar(cwd, "2026", "--earlier", "2024").stderr).toMatch(/^"2024" is not there\. /);
});

test("nothing alike, and wrong usage", () => {
  const cwd = temporaryFolder({ "class/ada/three-apis.ts": "", "class/bela/three-apis.ts": "export {};" });
  expect(similar(cwd, "class")).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("\nNothing is more alike than chance makes it.\n"),
  });
  const see = "See: npm run similar -- --help\n";
  expect(similar(cwd)).toEqual({ code: 1, stdout: "", stderr: `missing required argument 'PATH'.\n${see}` });
  expect(similar(cwd, "class", "--fast")).toMatchObject({
    code: 1,
    stderr: `unknown option '--fast'.\n${see}`,
  });
  expect(similar(cwd, "class", "--only", "99").stderr).toMatch(/^There is no exercise "99"\. There are /);
  expect(similar(cwd, "nowhere").stderr).toMatch(/^"nowhere" is not there\. /);
  expect(similar(cwd, "--help")).toMatchObject({ code: 0, stdout: expect.stringContaining("PATH") });
});
