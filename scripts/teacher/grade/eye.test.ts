// What was not taken, or on a guess, is said at the end, on the page and to the student; and `--strict` fails by it.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { fakeEngine } from "../../testing/fake-engine.ts";
import { keptOutput } from "../../testing/outputs.ts";
import { zip } from "../../testing/zip-writer.ts";
import { parseArgs } from "./args.ts";
import { runGrade } from "./run.ts";

async function grade(files: Record<string, string | Buffer>, ...args: string[]) {
  const root = temporaryFolder({ "class/": "" });
  for (const [path, content] of Object.entries(files))
    if (typeof content === "string") temporaryFolderInto(root, path, content);
    else writeFileSync(join(root, "class", path), content);
  const given = ["class", "--format", "table,json,html,markdown", "--out", "report", ...args];
  const options = parseArgs(given, { root, folder: root, env: {} });
  if ("help" in options) throw new Error("help");
  const [stdout, stderr] = [keptOutput(400), keptOutput(400)];
  const openEngine = async () => fakeEngine(["03-three-apis", "04-timeout"]);
  const io = {
    stdout,
    stderr,
    openEngine,
    loadTitles: async () => ({}),
    signal: new AbortController().signal,
  };
  const code = await runGrade(options, io);
  const [, block = ""] = /\nNeeds your eye \(\d+\):\n(.*?)\n\n/s.exec(stdout.text) ?? [];
  return { code, block: block.split("\n").map((line) => line.trim()), table: stdout.text, root };
}

function temporaryFolderInto(root: string, path: string, content: string) {
  const { mkdirSync } = process.getBuiltinModule("node:fs");
  const absolute = join(root, "class", path);
  mkdirSync(join(absolute, ".."), { recursive: true });
  writeFileSync(absolute, content);
}

const class_ = {
  "ada/three-apis.ts": "",
  "bela/three-apis (1).ts": "",
  "chidi/main.ts": "",
  "dara.7z": "7z\xbc\xaf\x27\x1c",
  "emeka.zip": zip([{ name: "timeout.ts", data: "x", claims: { flags: 0x801 } }]),
  "..x/timeout.ts": "",
  "stray.ts": "",
};

test("a block at the end: who, what, why, what to do; with --strict the command fails", async () => {
  const { code, block, table } = await grade(class_, "--strict");
  expect(block).toEqual([
    "class: not graded, since nothing says whose they are: stray.ts. Put each into a folder that is called as its student.",
    "bela, 03-three-apis: `three-apis (1).ts` was taken for `three-apis.ts`, which was not there.",
    "chidi: Nothing in it is called as an exercise: found `main.ts`; expected such as `exercises/03-three-apis/three-apis.ts`, or `three-apis.ts`.",
    "dara: `dara.7z`: It is neither a zip nor a tar, or cut short. Pack it as .zip, .tar.gz or .tar.",
    "emeka, 04-timeout: `timeout.ts` is locked with a password. Pack it again without one.",
  ]);
  expect(code).toBe(2);
  expect(table).toMatch(/^chidi .*\?/m);
  expect(table).toMatch(/^\.\.x /m);
  expect((await grade(class_)).code).toBe(0);
  expect((await grade({ "ada/three-apis.ts": "" }, "--strict")).code).toBe(0);
});

test("the page and the student's feedback say it, too", async () => {
  const { root } = await grade(class_);
  const page = readFileSync(join(root, "report/index.html"), "utf8");
  expect(page).toContain('"remarks":[{"text":"class: not graded');
  const feedback = readFileSync(join(root, "report/feedback/bela.md"), "utf8");
  expect(feedback).toContain(
    "03-three-apis: `three-apis (1).ts` was taken for `three-apis.ts`, which was not there.",
  );
});
