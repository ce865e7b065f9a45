// The Gradescope package as Gradescope uses it: unpacked, set up, and run on one submission after another.
import { execFile, execFileSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { buffer } from "node:stream/consumers";
import * as v from "valibot";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Entry, openPromise } from "yauzl";
import { gradescopeSchema } from "../../testing/gradescope-schema.ts";
import { type Ended, environment } from "../../testing/small-project.ts";

const ROOT = dirname(dirname(dirname(import.meta.dirname)));
const tracked = () => execFileSync("git", ["ls-files", "-z"], { cwd: ROOT, encoding: "utf8" }).split("\0");

let base: string;
let home: string;
let made: Ended;
beforeAll(async () => {
  base = realpathSync(mkdtempSync(join(tmpdir(), "async-dojo-")));
  home = join(base, "autograder");
  made = await packaged(join(base, "dist"), {});
  await unpack(join(base, "dist/gradescope-autograder.zip"), join(home, "source"));
  symlinkSync(join(ROOT, "node_modules"), join(home, "source/node_modules"), "junction");
  // Gradescope copies it there.
  cpSync(join(home, "source/run_autograder"), join(home, "run_autograder"));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));
beforeEach(() => {
  for (const name of ["submission", "results", "prefix"])
    rmSync(join(home, name), { recursive: true, force: true });
  mkdirSync(join(home, "submission"));
});

function run(command: string, args: string[], cwd: string, env: Record<string, string>): Promise<Ended> {
  return new Promise((resolve) => {
    const compiled = { NODE_COMPILE_CACHE: join(base, "compiled") };
    execFile(
      command,
      args,
      { cwd, env: { ...environment(), ...compiled, ...env } },
      (error, stdout, stderr) => {
        resolve({ code: error ? Number(error.code) : 0, stdout, stderr });
      },
    );
  });
}
const packaged = (out: string, env: Record<string, string>) =>
  run(process.execPath, ["scripts/package.ts", "gradescope", "--only", "03", "--out", out], ROOT, env);

async function* entriesOf(path: string): AsyncGenerator<{ entry: Entry; content: Buffer }> {
  const zip = await openPromise(path);
  for await (const entry of zip.eachEntry())
    yield { entry, content: await buffer(await zip.openReadStreamPromise(entry)) };
}

async function unpack(path: string, folder: string) {
  for await (const { entry, content } of entriesOf(path)) {
    const file = join(folder, entry.fileName);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content, { mode: (entry.externalFileAttributes >>> 16) & 0o777 });
  }
}

/** Programs that stand before all others on the path of Gradescope's scripts. */
function programs(scripts: Record<string, string>) {
  const bin = join(home, "prefix/bin");
  mkdirSync(bin, { recursive: true });
  for (const [name, script] of Object.entries(scripts)) {
    writeFileSync(join(bin, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(bin, name), 0o755);
  }
}

const autograder = () =>
  run(join(home, "run_autograder"), [], home, { AUTOGRADER: home, PREFIX: join(home, "prefix") });
const resultsFile = () => join(home, "results/results.json");
function results() {
  return v.parse(gradescopeSchema, JSON.parse(readFileSync(resultsFile(), "utf8")));
}
const handIn = (path: string, answer: string) => {
  mkdirSync(dirname(join(home, "submission", path)), { recursive: true });
  writeFileSync(join(home, "submission", path), answer);
};
const solution = (name: string) => readFileSync(join(ROOT, "solutions/03-three-apis", name), "utf8");

test("the zip holds what git tracks, and the two scripts at its root", async () => {
  expect([made.code, made.stdout]).toEqual([
    0,
    expect.stringContaining("gradescope-autograder.zip written."),
  ]);
  const names: string[] = [];
  for await (const { entry, content } of entriesOf(join(base, "dist/gradescope-autograder.zip"))) {
    names.push(entry.fileName);
    const executable = ((entry.externalFileAttributes >>> 16) & 0o111) !== 0;
    if (names.length <= 2) expect([executable, /@[A-Z]/.exec(String(content))]).toEqual([true, null]);
    else expect(content.equals(readFileSync(join(ROOT, entry.fileName))), entry.fileName).toBe(true);
  }
  expect(names.slice(0, 2)).toEqual(["run_autograder", "setup.sh"]);
  expect(names.slice(2)).toEqual(tracked().filter(Boolean).sort());
});

test("the same files give the same bytes, on another day and in another time zone", async () => {
  const again = join(base, "again");
  expect((await packaged(again, { TZ: "Asia/Tokyo" })).code).toBe(0);
  const [one, other] = ["dist", "again"].map((name) =>
    readFileSync(join(base, name, "gradescope-autograder.zip")),
  );
  expect(one!.equals(other!)).toBe(true);
});

test("a right answer gets all points, whatever lies beside it", async () => {
  handIn("exercises/03-three-apis/three-apis.ts", solution("three-apis.ts"));
  handIn("package.json", "{}");
  const { code, stdout } = await autograder();
  expect([code, results()], stdout).toMatchObject([0, { score: 10 }]);
  expect(results().tests!.every(({ status }) => status === "passed")).toBe(true);
});

test("a wrong answer gets its feedback", async () => {
  handIn("ada/three-apis.ts", solution("wrong/sequential-await.ts"));
  expect((await autograder()).code).toBe(0);
  const [first] = results().tests!;
  expect(first).toMatchObject({ score: 0, status: "failed", tags: ["03-three-apis", "sequential-await"] });
  expect(first!.output).toContain("Your function resolved at 3000 ms; expected 1000 ms.");
});

test("an endless loop, files that are no exercise, and nothing at all are graded: 0 points", async () => {
  handIn("three-apis.ts", "export async function fetchAllApis() { for (;;); }\n");
  expect((await autograder()).code).toBe(0);
  expect(results()).toMatchObject({ score: 0 });
  expect(results().tests![0]!.output).toMatch(/^The call of your function never came back/);
  rmSync(join(home, "submission"), { recursive: true });
  handIn("src/a.ts", "export {};\n");
  handIn("test/b.ts", "export {};\n");
  expect((await autograder()).code).toBe(0);
  expect(results().score).toBe(0);
  rmSync(join(home, "submission"), { recursive: true });
  mkdirSync(join(home, "submission"));
  expect((await autograder()).code).toBe(0);
  expect(results().tests![0]!.output).toBe("There is no three-apis.ts for this exercise.");
});

test.each([
  [1, "grading failed (exit code 1)"],
  [3, "the grader failed in some check (exit code 3)"],
  [0, `results.json cannot be written`],
])(
  "where grading ends with %i and gives nothing, there are no results, old ones neither",
  async (code, why) => {
    programs({ npm: `echo said by the grader; exit ${code}` });
    mkdirSync(join(home, "results"));
    writeFileSync(resultsFile(), '{ "score": 10 }');
    const ended = await autograder();
    expect([ended.code, ended.stdout]).toEqual([
      1,
      expect.stringMatching(/^said by the grader\n\nNOT GRADED: .*no fault of the submission's/),
    ]);
    expect(ended.stdout).toContain(why);
    expect(existsSync(resultsFile())).toBe(false);
  },
);

test("setup.sh takes the Node that is there, or else one whose checksum is right", async () => {
  const said = join(base, "said.txt");
  const tools = { "apt-get": `echo apt-get "$@" >> ${said}`, npm: `echo npm "$@" in "$PWD" >> ${said}` };
  const setup = () => run("bash", [join(home, "source/setup.sh")], base, { PREFIX: join(home, "prefix") });
  programs({ ...tools, node: "exit 0" });
  expect((await setup()).code).toBe(0);
  expect(readFileSync(said, "utf8").split("\n")).toEqual([
    "apt-get update -qq",
    "apt-get install -y -qq --no-install-recommends ca-certificates curl libatomic1",
    "apt-get install -y -qq --no-install-recommends bubblewrap",
    `npm ci --omit=dev in ${join(home, "source")}`,
    "",
  ]);
  rmSync(said);
  programs({ ...tools, node: "exit 1", uname: "echo x86_64", curl: 'echo no tarball > "$5"' });
  const { code, stderr } = await setup();
  expect([code, stderr]).toEqual([1, expect.stringContaining("computed checksum did NOT match")]);
  expect(existsSync(join(home, "prefix/lib"))).toBe(false);
  expect(readFileSync(said, "utf8")).not.toContain("npm ci");
});
