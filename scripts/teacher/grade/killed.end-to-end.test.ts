// What `kill -9` and a full disk leave behind: the old report or the new one, whole, and no process; and grading goes on.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync, watch } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { temporaryFolder } from "../../../graders/engine/testing/folders.ts";
import { type Circumstances, gradeCommand, killed, livingOf } from "../../testing/grade-command.ts";
import { canMount } from "../../testing/small-disk.ts";
import type { Results } from "../results.ts";

const command = join(import.meta.dirname, "../../grade.ts");
const quick = "export const fetchAllApis = () => undefined;";
const endless = "export function fetchAllApis() { for (;;); }";

function class_(body: string): Record<string, string> {
  const names = ["ada", "bela", "chidi", "dara"];
  return Object.fromEntries(
    names.map((name) => [`class/${name}/three-apis.ts`, name === "ada" ? quick : body]),
  );
}

/** Runs the command on this class until `when` calls what kills it; what is left of the report, and of processes. */
async function killedRun(
  body: string,
  when: (kill: (pid: number) => void, cwd: string) => Partial<Circumstances>,
) {
  const cwd = temporaryFolder({ ...class_(body), "report/results.json": "old" });
  let left: number[] | undefined;
  const around = when((pid) => (left ??= killed(pid)), cwd);
  const ended = await gradeCommand(["class", "--only", "03", "--jobs", "2"], { cwd, ...around });
  return { ended, left: left ?? [], cwd };
}

function expectWhole(cwd: string) {
  const text = readFileSync(join(cwd, "report/results.json"), "utf8");
  if (text === "old") return;
  const { schema, submissions } = JSON.parse(text) as Results;
  expect([schema, submissions.map(({ id }) => id)]).toEqual([
    "async-dojo/results@1",
    ["ada", "bela", "chidi", "dara"],
  ]);
}

describe.skipIf(process.platform === "win32")("kill -9", () => {
  test.each([
    ["at once", (kill: (pid: number) => void) => ({ whenStarted: kill })],
    [
      "as soon as something is in the report's folder",
      (kill: (pid: number) => void, cwd: string) => ({
        whenStarted: (pid: number) => watchFor(join(cwd, "report"), /./, 1, () => kill(pid)),
      }),
    ],
  ])("%s", async (_, when) => {
    const { left, cwd } = await killedRun(endless, when);
    expectWhole(cwd);
    await expect.poll(() => livingOf(left)).toEqual([]);
  });

  test.each([
    ["with", process.env.PATH],
    ["without", "/nowhere"],
  ])("with endless loops running, %s the operating system's layer", async (_, path) => {
    const { ended, left, cwd } = await killedRun(endless, (kill) => ({
      path,
      whenSaid: ["graded 1/4", kill],
    }));
    expect([ended.code, readFileSync(join(cwd, "report/results.json"), "utf8")]).toEqual([null, "old"]);
    expect(left.length).toBeGreaterThan(1);
    await expect.poll(() => livingOf(left)).toEqual([]);
  });

  test.each([1, 3])("while the report is written: at change %i of it", async (count) => {
    const { left, cwd } = await killedRun(quick, (kill, cwd) => ({
      whenStarted: (pid) => watchFor(join(cwd, "report"), /results\.json/, count, () => kill(pid)),
    }));
    expectWhole(cwd);
    await expect.poll(() => livingOf(left)).toEqual([]);
    const again = await gradeCommand(["class", "--only", "03"], { cwd });
    expect(again.code, again.stderr).toBe(0);
    expect(JSON.parse(readFileSync(join(cwd, "report/results.json"), "utf8")).submissions).toHaveLength(4);
  });
});

/** Calls `then` at this change of what is called so, such as results.json and the file that is to become it. */
function watchFor(folder: string, pattern: RegExp, number: number, then: () => void) {
  let count = 0;
  const watcher = watch(folder, (_, name) => {
    if (!name || !pattern.test(name) || ++count < number) return;
    watcher.close();
    then();
  });
}

test.runIf(canMount())("a full disk is said before anything is graded, and the old report is whole", () => {
  const cwd = temporaryFolder({ ...class_(quick), "report/": "" });
  // The mount is gone with this shell, so what is in it is looked at here.
  const script = `
    mount -t tmpfs -o size=8k tmpfs report && printf old > report/results.json
    "$0" "$1" class --only 03; echo "exit $?"; cat report/results.json; echo; ls -A report`;
  const said = execFileSync(
    "unshare",
    ["-rm", "bash", "-c", `exec 2>&1; ${script}`, process.execPath, command],
    { cwd, encoding: "utf8", env: { PATH: process.env.PATH, HOME: cwd } },
  );
  expect(said.split("\n")).toEqual([
    '"report/gradebook.sqlite" could not be written: the disk is full. What was graded so far is kept in it. Free some room there, or give another folder with --out, and grade again.',
    "exit 1",
    "old",
    "gradebook.sqlite",
    "results.json",
    "",
  ]);
  expect(readdirSync(join(cwd, "report"))).toEqual([]);
});
