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
const answer = (name: string) =>
  `export async function ${name}0(a) {\n${statements
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
