// The command as a teacher runs it: a process of its own, its exit code, its output, its file.
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { gradeCommand as grade, livingIn } from "../../testing/grade-command.ts";
import type { Results } from "../results.ts";

const examples = resolve(import.meta.dirname, "../../../examples/class");
const isRoot = process.getuid?.() === 0;

const see = "See: npm run grade -- --help\n";
const give = "Give a folder or archive of submissions, one submission's, or an exercise's .ts file.\n";

describe("wrong usage: fault and remedy in two lines at most, exit code 1, nothing written", () => {
  test.each([
    [
      ["--jobs", "0"],
      `option '--jobs <n>' argument '0' is invalid. Give a whole number from 1 to 256.\n${see}`,
    ],
    [
      ["--seed", "x"],
      `option '--seed <n>' argument 'x' is invalid. Give a whole number from 0 to 9007199254740991.\n${see}`,
    ],
    [
      ["--sandbox", "no"],
      `option '--sandbox <mode>' argument 'no' is invalid. Allowed choices are auto, strict.\n${see}`,
    ],
    [["--fast"], `unknown option '--fast'.\n${see}`],
    [["not-there"], `"not-there" is not there. ${give}`],
    [["\u001b[2Jred"], `"\\u001b[2Jred" is not there. ${give}`],
    [["class", "class/"], `"class/" and "class" are the same path. Give it once.\n`],
    [[""], "A path is empty. Is a variable in your command not set?\n"],
  ])("%j", async (args, stderr) => {
    const cwd = temporaryFolder({ "class/ada/": "" });
    expect(await grade(args, { cwd })).toMatchObject({ code: 1, stdout: "", stderr });
    expect(readdirSync(cwd)).toEqual(["class"]);
  });

  test.runIf(isRoot || process.platform !== "win32")("a file and a folder without rights", async () => {
    const cwd = temporaryFolder({ "three-apis.ts": "", "class/ada/": "" });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, "three-apis.ts"), 0);
    chmodSync(join(cwd, "class"), 0);
    const uid = isRoot ? 65534 : undefined;
    for (const path of ["three-apis.ts", "class"]) {
      const stderr = `"${path}" cannot be read: there is no permission to. Grant it (chmod -R u+rX) and try again.\n`;
      expect(await grade([path], { cwd, uid })).toMatchObject({ code: 1, stdout: "", stderr });
    }
    chmodSync(join(cwd, "class"), 0o700);
  });
});

test("--help needs nothing and says all", async () => {
  const { code, stdout, stderr } = await grade(["--help"], { cwd: temporaryFolder({}) });
  expect([code, stderr]).toEqual([0, ""]);
  expect(stdout).toContain("Usage: npm run grade -- [options] [PATH...]");
});

describe("with the engine", () => {
  test.each([
    [["empty"], '"empty" holds no submission.'],
    [["notes.txt"], '"notes.txt" is no exercise\'s file.'],
    [["class", "--only", "77"], 'There is no exercise "77". There are 01'],
    [["class", "--out", "notes.txt"], '"notes.txt" is, or is in, a file and not a folder.'],
  ])("wrong usage that it takes the exercises to see: %j", async (args, stderr) => {
    const cwd = temporaryFolder({ "empty/": "", "notes.txt": "", "class/ada/three-apis.ts": "" });
    const ended = await grade(args, { cwd });
    expect(ended).toMatchObject({ code: 1, stdout: "" });
    expect(ended.stderr).toContain(stderr);
    expect(ended.stderr.trim().split("\n").length).toBeLessThan(3);
    expect(existsSync(join(cwd, "report"))).toBe(false);
  });

  test("the sample class: each submission shows what it is there for; the same bytes however many at a time", async () => {
    const cwd = temporaryFolder({});
    const texts: string[] = [];
    for (const jobs of ["1", "4"]) {
      const { code, stdout, stderr } = await grade([examples, "--only", "01-05", "--jobs", jobs], { cwd });
      expect(code, stderr).toBe(0);
      expect(stdout).toContain("10 submissions");
      expect(stderr.match(/^graded \d+\/10 /gm)).toHaveLength(10);
      texts.push(readFileSync(join(cwd, "report/results.json"), "utf8"));
    }
    expect(texts[1]).toBe(texts[0]);
    const { submissions } = JSON.parse(texts[0]!) as Results;
    const shown = submissions.map(({ id, exercises }) =>
      [id, ...exercises.map(({ outcome }) => outcome)].join(" "),
    );
    expect(shown).toEqual([
      "ada passed passed passed passed passed",
      "bela passed passed passed failed missing",
      "chidi passed failed failed failed failed",
      "dara passed passed passed failed failed",
      "emeka passed never-settled never-settled missing never-settled",
      "fatou passed missing time-limit failed missing",
      "goran passed failed compile-error missing missing",
      "hana missing missing missing missing missing",
      "ines passed passed passed passed passed",
      "jonas passed passed failed passed passed",
    ]);
  });

  test.skipIf(process.platform === "win32")(
    "Ctrl-C: the old report stays whole, and no child is left behind",
    async () => {
      const cwd = temporaryFolder({ "report/results.json": "old" });
      for (const name of ["a", "b", "c"]) {
        mkdirSync(join(cwd, "class", name), { recursive: true });
        const body = name === "a" ? "return undefined" : "for (;;);";
        writeFileSync(
          join(cwd, "class", name, "three-apis.ts"),
          `export function fetchAllApis() { ${body} }`,
        );
      }
      const interrupt = (pid: number) => process.kill(pid, "SIGINT");
      const ended = await grade(["class", "--only", "03", "--jobs", "1"], {
        cwd,
        whenSaid: ["graded 1/3", interrupt],
      });
      expect(ended).toMatchObject({ code: 130 });
      expect(ended.stderr).toBe(
        "graded 1/3 a 0/10\nStopped by SIGINT: no report was written. Grade again: it goes on from here.\n",
      );
      await expect.poll(() => livingIn(ended.pid)).toEqual([]);
      expect(readFileSync(join(cwd, "report/results.json"), "utf8")).toBe("old");
      expect(readdirSync(join(cwd, "report"))).toEqual(["gradebook.sqlite", "results.json"]);
    },
  );
});
