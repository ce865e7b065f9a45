import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { COMPILED, SEAL } from "../sandbox/protocol.ts";
import { type Answer, Child, DEFAULT_LIMITS } from "../sandbox/run.ts";
import { nodeArguments } from "../sandbox/sandbox.ts";
import { temporaryFolder } from "../testing/folders.ts";
import { bundleChild, graderFiles } from "./bundle.ts";
import { keepCompiled } from "./compiled.ts";

const ID = "03-three-apis";
const SCRIPTS = [`${ID}.js`, "program.js", "ses.js"];

/** With only what belongs to this exercise. */
const folder = realpathSync(mkdtempSync(join(tmpdir(), "async-dojo-")));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(async () => {
  const from = dirname(await bundleChild(graderFiles([ID])));
  for (const name of [...SCRIPTS, "child.cjs"]) cpSync(join(from, name), join(folder, name));
  await keepCompiled(join(folder, "child.cjs"), [ID]);
});

/** A copy of the folder in which these files' contents are others, or none (`undefined`). */
function changed(change: (compiled: Buffer, name: string) => Buffer | undefined): string {
  const copy = temporaryFolder({});
  cpSync(folder, copy, { recursive: true });
  for (const name of SCRIPTS) {
    const path = join(copy, name + COMPILED);
    const content = change(readFileSync(path), name);
    rmSync(path);
    if (content) writeFileSync(path, content);
  }
  return copy;
}

/** What a child that is started from this folder answers to a program, the whole of it. */
async function answers(from: string): Promise<Answer[]> {
  const args = nodeArguments(join(from, "child.cjs"));
  const child = new Child({ command: process.execPath, args, layers: [] }, DEFAULT_LIMITS);
  const code = `(function () { "use strict"; return { fetchAllApis: async (fetchApi) => [await fetchApi(1), fetchAllApis.toString()] }; })`;
  const all = [await child.request({ kind: "probe" }), await child.load(ID, code)];
  await child.runs([{ check: "time", key: "k", inputs: [[]] }], {}, (answer) => all.push(answer));
  await child.close();
  return all;
}

test("what is kept is taken by V8 as the child starts it, each script's", () => {
  const copy = changed((compiled) => compiled);
  const check = `const { readFileSync } = require("node:fs"), { Script } = require("node:vm");
    for (const name of ${JSON.stringify(SCRIPTS)}) {
      const cachedData = readFileSync(__dirname + "/" + name + "${COMPILED}").subarray(${SEAL});
      const { cachedDataRejected } = new Script(readFileSync(__dirname + "/" + name, "utf8"), { cachedData });
      console.log(name, cachedDataRejected);
    }`;
  writeFileSync(join(copy, "check.cjs"), check);
  const said = execFileSync(process.execPath, nodeArguments(join(copy, "check.cjs")), { encoding: "utf8" });
  expect(said).toBe(SCRIPTS.map((name) => `${name} false\n`).join(""));
});

test.each<[string, (compiled: Buffer, name: string) => Buffer | undefined]>([
  ["missing", () => undefined],
  ["empty", () => Buffer.alloc(0)],
  ["torn", (compiled) => compiled.subarray(0, compiled.length / 2)],
  ["no such thing", (_, name) => Buffer.from(`the text of ${name}`.repeat(1000))],
  [
    "another script's",
    (_, name) => readFileSync(join(folder, SCRIPTS[(SCRIPTS.indexOf(name) + 1) % 3] + COMPILED)),
  ],
])("a child says the same where what is kept is %s", async (_, change) => {
  const [whole, odd] = await Promise.all([answers(folder), answers(changed(change))]);
  expect(whole.map(({ kind }) => kind)).toEqual(["probed", "ready", "trace"]);
  expect(odd).toEqual(whole);
});

test("what is damaged is made again, and nothing else", async () => {
  const copy = changed((compiled, name) => {
    if (name === "program.js") compiled[compiled.length - 1]! ^= 1;
    return compiled;
  });
  await keepCompiled(join(copy, "child.cjs"), [ID]);
  expect(readdirSync(copy)).toEqual(readdirSync(folder));
  const made = readFileSync(join(copy, `program.js${COMPILED}`));
  await keepCompiled(join(copy, "child.cjs"), [ID]);
  expect(readFileSync(join(copy, `program.js${COMPILED}`)).equals(made)).toBe(true);
  expect(await answers(copy)).toEqual(await answers(folder));
});

test("where nothing can be kept nothing is, and that is no error", async () => {
  const empty = temporaryFolder({ "child.cjs": "throw new Error('broken')" });
  await keepCompiled(join(empty, "child.cjs"), [ID]);
  expect(readdirSync(empty)).toEqual(["child.cjs"]);
  await keepCompiled(join(empty, "none", "child.cjs"), [ID]);
  expect(readdirSync(empty)).toEqual(["child.cjs"]);
});
