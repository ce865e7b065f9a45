// `npm run play`, as it is typed, while a session is open. Where the session does not answer, this project's play.ts tells of it.
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { taken } from "../../../testing/ask-session.ts";
import { environment, rightAnswer, type SmallProject, smallProject } from "../../../testing/small-project.ts";
import { Terminal, withoutTmux } from "../../../testing/tmux.ts";
import { startWatching, type Watching } from "../../../testing/watching.ts";
import { addressIn, folderIn } from "./address.mjs";
import { isAnswered, listenIn } from "./listen.ts";

const FILES = {
  "turn.ts": 'console.log("in turn");\nawait new Promise((resolve) => setTimeout(resolve, 1000));\n',
  "both.ts":
    'import { say } from "./say.ts";\nsetTimeout(() => say("both"), 500);\nawait new Promise(() => {});\n',
  "say.ts": "export const say = (what: string) => console.error(what);\n",
  "bad.ts": "const = 1;\n",
  "wide.ts": `console.log("${"wide ".repeat(40)}");\nawait new Promise((resolve) => setTimeout(resolve, 9));\n`,
  "much.ts": "for (let n = 0; n < 1500; n++) setTimeout(() => console.log(n), n);\n",
  "flood.ts": "for (;;) console.log('flood');\n",
  "endless.ts": "for (;;);\n",
  "deep.ts": "const deep = (): number => 1 + deep();\ntry { deep(); } catch { console.log('deep'); }\n",
  "memory.ts": "const all: string[][] = [];\nfor (;;) all.push(new Array(1e6).fill('x'));\n",
  "folder/inner.ts": "console.log('inner');\n",
};

const BY_ITSELF = { code: 7, stdout: "by itself\n", stderr: "" };

let project: SmallProject;
beforeAll(() => {
  project = smallProject();
  for (const [name, text] of Object.entries(FILES)) project.write(name, text);
  project.write("scripts/alone.ts", readFileSync(join(project.root, "scripts/play.ts"), "utf8"));
  project.write("scripts/play.ts", 'process.stdout.write("by itself\\n");\nprocess.exitCode = 7;\n');
});
afterAll(() => project.remove());

interface Ended {
  code: number | string | null;
  stdout: string;
  stderr: string;
}

function run(args: readonly string[], env: NodeJS.ProcessEnv = {}, cwd = project.root): Promise<Ended> {
  const options = { cwd, env: { ...environment(), ...env }, maxBuffer: 64 * 1024 * 1024 };
  return new Promise((resolve) => {
    execFile(process.execPath, args, options, (error, stdout, stderr) => {
      resolve({ code: error ? (error.code ?? null) : 0, stdout, stderr });
    });
  });
}

const command = () => join(project.root, "scripts/play.mjs");
const play = (...args: string[]) => run([command(), ...args]);
const opened = () => expect.poll(() => isAnswered(project.root)).toBe(true);

/** What it prints is, to the letter, what it prints by itself. */
async function same(args: string[], env: NodeJS.ProcessEnv = {}, cwd = project.root): Promise<Ended> {
  const answered = await run([command(), ...args], env, cwd);
  expect(answered).not.toMatchObject(BY_ITSELF);
  expect(answered).toEqual(await run([join(project.root, "scripts/alone.ts"), ...args], env, cwd));
  return answered;
}

test("without a session it does all by itself", async () => {
  expect(await play("turn.ts")).toEqual(BY_ITSELF);
});

describe("with a session", () => {
  let watching: Watching;
  beforeAll(() => {
    watching = startWatching(project.root);
  });
  afterAll(() => watching.stop());

  test("that has its first verdicts there is an answer", async () => {
    await watching.printed();
    await opened();
    expect(await play("turn.ts")).toMatchObject({ code: 0, stderr: "" });
  });

  test("what is printed, where, in which colours, and the exit code are the same", async () => {
    const { code, stdout, stderr } = await same(["turn.ts", "both.ts"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(/^turn\.ts\n\n +0 ms {2}in turn\n[\s\S]*both\.ts: still pending/);
    expect((await same(["bad.ts"])).code).toBe(1);
    expect((await same(["none.ts"])).stderr).toContain("There is no file none.ts.");
    expect((await same(["turn.ts", "--jsn"])).stderr).toContain("unknown option");
    for (const args of [[], ["--help"], ["turn.ts", "--json"]]) expect((await same(args)).code).toBe(0);
    const narrow = await same(["wide.ts"], { COLUMNS: "50" });
    expect(narrow.stdout).not.toBe((await same(["wide.ts"], { COLUMNS: "90" })).stdout);
    expect(
      (await same(["both.ts"], { FORCE_COLOR: "1", NO_COLOR: undefined })).stdout.startsWith("\u001b["),
    ).toBe(true);
  });

  test("paths are those of whoever asks, be it by npm or not", async () => {
    const folder = join(project.root, "folder");
    expect((await same(["inner.ts"], {}, folder)).stdout).toContain("inner");
    const npm = { npm_lifecycle_event: "play", INIT_CWD: folder };
    expect((await same(["inner.ts"], npm)).stdout).toContain("inner");
    expect((await same(["inner.ts"], { ...npm, npm_config_json: "true" })).stderr).toMatch(/^Note: npm kept/);
    await same(["inner.ts", "--svg", "run.svg"], npm);
    expect(existsSync(join(folder, "run.svg"))).toBe(true);
  });

  test("an answer that is larger than any buffer arrives whole", async () => {
    const { code, stdout } = await same(["much.ts", "--json"]);
    expect([code, JSON.parse(stdout).runs[0].console.length]).toEqual([0, 1500]);
    expect(stdout.length).toBeGreaterThan(1024 * 1024);
  });

  test("programs that hang, flood, or end their process are told so, and the next one runs", async () => {
    for (const file of ["endless.ts", "flood.ts", "memory.ts", "deep.ts"]) await same([file]);
    await same(["turn.ts"]);
  });

  test("what needs its terminal, or goes on, the command does by itself", async () => {
    for (const flag of ["--step", "--watch", "--page"])
      expect(await play("turn.ts", flag), flag).toEqual(BY_ITSELF);
  });

  test("one at a time: who asks meanwhile does it by itself; who leaves ends the run", async () => {
    const socket = await taken(project.root, "endless.ts");
    expect(await play("turn.ts")).toEqual(BY_ITSELF);
    socket.destroy();
    await expect.poll(() => play("turn.ts")).not.toEqual(BY_ITSELF);
    await same(["turn.ts"]);
  });

  test("what is no request gets no answer, and harms nothing", async () => {
    for (const text of ["\n", "{}\n", "GET / HTTP/1.1\r\n\r\n", "x".repeat(2_000_000)]) {
      const socket = connect(addressIn(project.root)!);
      let answer = "";
      socket.on("error", () => {});
      socket.setEncoding("utf8").on("data", (piece: string) => (answer += piece));
      socket.write(text);
      await new Promise((resolve) => socket.once("close", resolve));
      expect(answer).toBe("");
    }
    await same(["turn.ts"]);
  });

  test.skipIf(process.platform === "win32")("the socket is for its owner alone", () => {
    const modeOf = (path: string) => statSync(path).mode & 0o777;
    expect([modeOf(folderIn(project.root)), modeOf(addressIn(project.root)!)]).toEqual([0o700, 0o600]);
  });

  test("a second session does not mind the first, and takes nothing with it", async () => {
    const second = startWatching(project.root);
    await second.printed();
    await same(["turn.ts"]);
    await second.stop();
    await same(["turn.ts"]);
  });

  test("once the sources are changed it answers no more, and from the next save on by the new ones", async () => {
    const show = "scripts/student/play/show.ts";
    const text = readFileSync(join(project.root, show), "utf8");
    project.write(show, text.replaceAll("still pending", "yet to come"));
    expect(await play("both.ts")).toEqual(BY_ITSELF);
    await expect.poll(() => isAnswered(project.root)).toBe(false);
    project.write("exercises/03-three/three.ts", rightAnswer);
    expect(await watching.printed()).toContain("4 of 4 checks");
    await opened();
    expect((await same(["both.ts"])).stdout).toContain("yet to come");
  });

  test("with the session its socket goes, too", async () => {
    await watching.stop();
    expect(existsSync(addressIn(project.root)!)).toBe(false);
    expect(await play("turn.ts")).toEqual(BY_ITSELF);
  });
});

test("a session that was killed is as none; the next one takes its place", async () => {
  const killed = spawn(process.execPath, ["scripts/watch.ts"], { cwd: project.root, env: environment() });
  await opened();
  await ended(killed, "SIGKILL");
  expect(existsSync(addressIn(project.root)!)).toBe(process.platform !== "win32");
  expect(await play("turn.ts")).toEqual(BY_ITSELF);
  const next = startWatching(project.root);
  try {
    await next.printed();
    await opened();
    await same(["turn.ts"]);
  } finally {
    await next.stop();
  }
});

function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  const exit = new Promise((resolve) => child.once("close", resolve));
  child.kill(signal);
  return exit;
}

describe("a session that", () => {
  const server = createServer();
  const sockets: Socket[] = [];
  afterEach(async () => {
    server.removeAllListeners("connection");
    for (const socket of sockets.splice(0)) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
    rmSync(folderIn(project.root), { recursive: true, force: true });
  });
  const listening = async (act: (socket: Socket) => void) => {
    mkdirSync(folderIn(project.root), { recursive: true });
    server.on("connection", (socket) => {
      sockets.push(socket.on("error", () => {}));
      act(socket);
    });
    await listenIn(project.root, server);
  };

  test("dies while it answers is as none", async () => {
    await listening((socket) => {
      socket.once("data", () => {
        socket.write('\n{"code":0,"printed":[["stdout","hal', () => socket.destroy());
      });
    });
    expect(await play("turn.ts")).toEqual(BY_ITSELF);
  });

  test("is suspended is as none", async () => {
    await listening(() => {});
    expect(await play("turn.ts")).toEqual(BY_ITSELF);
  });
});

test.skipIf(withoutTmux)("npm start answers, too, and cleans up when one leaves", async () => {
  const kept = Object.entries(environment()).filter(([name]) => !/^(NO_COLOR|CI|COLUMNS)$/.test(name));
  const start = `'${process.execPath}' scripts/start.ts; echo "left with $?"; exec cat`;
  const env = Object.fromEntries(kept);
  const terminal = new Terminal({ command: start, cwd: project.root, env, columns: 90, rows: 30 });
  try {
    await opened();
    await same(["turn.ts"]);
    terminal.press("q");
    await terminal.shows(["left with 0"]);
    expect(existsSync(addressIn(project.root)!)).toBe(false);
  } finally {
    terminal.close();
  }
});
