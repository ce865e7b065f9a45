// `npm run play`, as it is typed.
import { execFile, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Terminal, withoutTmux } from "../../testing/tmux.ts";

const ROOT = join(import.meta.dirname, "..", "..", "..");
let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "async-dojo-play-")));
  const sleeps =
    'import { setTimeout as sleep } from "node:timers/promises";\nimport { say } from "./say.ts";\n';
  writeFileSync(join(folder, "say.ts"), "export const say = (what: string) => console.log(what);\n");
  writeFileSync(join(folder, "turn.ts"), `${sleeps}await sleep(1000);\nawait sleep(1000);\nsay("done");\n`);
  writeFileSync(
    join(folder, "both.ts"),
    `${sleeps}await Promise.all([sleep(1000), sleep(1000)]);\nsay("done");\n`,
  );
  writeFileSync(join(folder, "bad.ts"), "const = 1;\n");
});
afterAll(() => rmSync(folder, { recursive: true }));

interface Ended {
  status: number;
  stdout: string;
  stderr: string;
}

function play(...args: string[]): Promise<Ended> {
  const env = { ...process.env, npm_lifecycle_event: "play", INIT_CWD: folder, COLUMNS: "80", NO_COLOR: "1" };
  return new Promise((resolve) => {
    execFile(process.execPath, ["scripts/play.mjs", ...args], { cwd: ROOT, env }, (error, stdout, stderr) => {
      resolve({ status: error ? Number(error.code) : 0, stdout, stderr });
    });
  });
}

test("files of one's own, with what they import, on one axis; and as a picture", async () => {
  const { status, stdout, stderr } = await play("turn.ts", "both.ts", "--svg", "both.svg");
  expect([status, stderr]).toEqual([0, ""]);
  expect(stdout).toMatch(/^turn\.ts\n\n 2000 ms {2}done\n\nboth\.ts\n\n 1000 ms {2}done\n\nturn\.ts +0 ms /);
  expect(stdout).toContain("ended at 2000 ms ●");
  expect(stdout).toContain("● ended at 1000 ms");
  expect(readFileSync(join(folder, "both.svg"), "utf8")).toMatch(
    /^<svg[\s\S]*turn\.ts ended at 2000 ms; both\.ts ended at 1000 ms/,
  );
});

test("as JSON: what it printed, how it ended, and the whole trace", async () => {
  const { status, stdout } = await play("turn.ts", "--json");
  expect(status).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({
    schema: "async-dojo/play@1",
    runs: [
      {
        file: "turn.ts",
        end: "ended at 2000 ms",
        console: [{ at: 2000, level: "log", text: "done", where: { file: "say.ts", line: 1 } }],
        pending: [],
        trace: { end: "quiet", steps: expect.arrayContaining([expect.objectContaining({ kind: "turn" })]) },
      },
    ],
  });
});

test("what cannot be run, and what is not there, end with 1 and a reason", async () => {
  const bad = await play("bad.ts");
  expect([bad.status, bad.stderr]).toEqual([1, ""]);
  expect(bad.stdout).toContain("bad.ts:1:7: Expected identifier");
  expect(await play("none.ts")).toEqual({
    status: 1,
    stdout: "",
    stderr: "There is no file none.ts. `npm run play` lists the course.\n",
  });
});

test("step by step, where no keys can be pressed: all of it", async () => {
  const { status, stdout } = await play("both.ts", "--step");
  expect(status).toBe(0);
  expect(stdout).toMatch(
    /setTimeout\(1000\) is set +\(line 3\)[\s\S]*1000 ms +▼ setTimeout\(1000\) fires[\s\S]*prints done/,
  );
});

test.skipIf(withoutTmux)("step by step in a terminal, with the arrow keys", async () => {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(VITEST|TEST$|NODE_ENV|NODE_OPTIONS|npm_|INIT_CWD|NO_COLOR|CI$)/.test(name),
  );
  const command = `'${process.execPath}' scripts/play.mjs P6-tasks.right --step; echo "left with $?"; exec cat`;
  const terminal = new Terminal({ command, cwd: ROOT, env: Object.fromEntries(kept), columns: 90, rows: 30 });
  try {
    await terminal.shows(["P6-tasks.right.ts: Started together", "step 1 of 20", "› ", "waits now"]);
    terminal.press("Down", "Right", "Right");
    const screen = await terminal.shows([
      "step 11 of 20",
      /^›\s+prints hello$/m,
      "› 6 │   console.log(text);",
    ]);
    expect(screen.join("\n")).toContain("1000 ms  ▼ setTimeout(1000) fires, set in line 5");
    terminal.press("q");
    await terminal.shows(["left with 0"]);
  } finally {
    terminal.close();
  }
});

test("--watch runs again on each save of what is played, or of what it imports", async () => {
  const env = { ...process.env, npm_lifecycle_event: "play", INIT_CWD: folder, COLUMNS: "80", NO_COLOR: "1" };
  const child = spawn(process.execPath, ["scripts/play.mjs", "both.ts", "--watch"], { cwd: ROOT, env });
  let printed = "";
  const says = (text: string) =>
    new Promise<void>((resolve) => {
      const look = () => printed.includes(text) && resolve();
      child.stdout.on("data", look);
      look();
    });
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    printed += text;
  });
  await says("watching");
  writeFileSync(join(folder, "say.ts"), "export const say = (what: string) => console.log(what, 'again');\n");
  await says("1000 ms  done again");
  child.kill("SIGINT");
  expect(await new Promise((resolve) => child.once("close", resolve))).toBe(0);
});
