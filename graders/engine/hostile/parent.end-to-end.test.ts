// Layer 5 alone: the parent against a child that is no sandbox at all, but whatever an attacker would put in its place.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { type Answer, Child } from "../sandbox/run.ts";
import { temporaryFolder } from "../testing/folders.ts";
import { descendants, isAlive } from "../testing/processes.ts";

/** For what never answers: the sooner it is over, the better. */
const SHORT = { startMs: 300, runMs: 300, exerciseMs: 2_000, stretch: 2 };
/** For all else, so that it comes to its own end on any machine. */
const LONG = { startMs: 60_000, runMs: 60_000, exerciseMs: 60_000, stretch: 10 };

/** What a false child finds: `reply(object)` answers as the real one does, `request` is what it was asked. */
const PRELUDE = `
  const { writeSync } = require("node:fs");
  const say = (text) => { for (let bytes = Buffer.from(text); bytes.length > 0; ) bytes = bytes.subarray(writeSync(1, bytes)); };
  const reply = (object) => say(JSON.stringify(object) + "\\n");
  const moment = { at: 0, seq: 1 };
  const trace = {
    end: "quiet", endedAt: 0, outcomes: {}, calls: [], notes: [], console: [], floating: [],
    timersMade: [], blocked: [], beats: [], made: {}, seed: 1,
  };
  const asked = (act) => require("node:readline").createInterface(process.stdin).on("line", (line) => act(JSON.parse(line)));
`;

let child: Child | undefined;
afterEach(() => child?.close());

function falseChild(program: string, limits = LONG): Child {
  const args = ["--max-old-space-size=256", "-e", `${PRELUDE}\n${program}`];
  child = new Child({ command: process.execPath, args, layers: [] }, limits);
  return child;
}

async function ask(program: string, limits = LONG): Promise<Answer> {
  const answers: Answer[] = [];
  await falseChild(program, limits).runs([{ check: "time", key: "", inputs: [[]] }], {}, (answer) =>
    answers.push(answer),
  );
  expect(answers).toHaveLength(1);
  return answers[0]!;
}

/** What must come out: `died` and how, or the kind of the answer. */
async function outcome(program: string, limits = LONG): Promise<string> {
  const answer = await ask(program, limits);
  return answer.kind === "died" ? answer.outcome : answer.kind;
}

test("a right answer is taken, so the others are refused for what they are", async () => {
  expect(await outcome("asked(({ id }) => reply({ id, kind: 'trace', trace }))")).toBe("trace");
});

describe("no answer is no verdict", () => {
  test.each([
    ["exit 0 at once", "process.exit(0)", "crashed"],
    ["exit 0 when asked", "asked(() => process.exit(0))", "crashed"],
    [
      "half an answer, then exit 0",
      "asked(({ id }) => { say(JSON.stringify({ id, kind: 'trace', trace }).slice(0, -1)); process.exit(0); })",
      "crashed",
    ],
    [
      "a whole answer without its line end",
      "asked(({ id }) => { say(JSON.stringify({ id, kind: 'trace', trace })); process.exit(0); })",
      "crashed",
    ],
    ["silence", "asked(() => {}); process.on('SIGTERM', () => {})", "time-limit"],
    [
      "silence behind closed streams",
      "require('node:fs').closeSync(1); require('node:fs').closeSync(2); setInterval(() => {}, 1000)",
      "time-limit",
    ],
    ["a busy loop", "for (;;);", "time-limit"],
    [
      "statuses and then silence",
      "asked(() => reply({ kind: 'status', status: { phase: 'timer', at: 5 } }))",
      "time-limit",
    ],
    ["its own end by a signal", "process.kill(process.pid, 'SIGABRT')", "crashed"],
    ["a program that is not there", "throw new Error('no such program')", "crashed"],
  ])("%s", async (_, program, expected) => {
    expect(await outcome(program, expected === "time-limit" ? SHORT : LONG)).toBe(expected);
  });

  test("a command that cannot be started", async () => {
    child = new Child({ command: "/nowhere/node", args: [], layers: [] }, LONG);
    const answer = await child.request({ kind: "probe" });
    expect(answer).toMatchObject({ kind: "died", outcome: "crashed" });
  });
});

describe("forged answers are not taken", () => {
  test.each([
    [
      "a trace without the request's id",
      "asked(() => { reply({ kind: 'trace', trace }); process.exit(0); })",
      "crashed",
    ],
    [
      "a trace with another id",
      "reply({ id: 'guess', kind: 'trace', trace }); asked(() => process.exit(0))",
      "crashed",
    ],
    ["no JSON", "asked(() => say('passed: 10 of 10\\n'))", "crashed"],
    ["an empty line", "asked(() => say('\\n'))", "crashed"],
    ["null", "asked(() => say('null\\n'))", "crashed"],
    ["bytes that are no text", "asked(() => writeSync(1, Buffer.from([0xff, 0xfe, 0x00, 0x0a])))", "crashed"],
    ["an unknown kind", "asked(({ id }) => reply({ id, kind: 'passed', score: 10 }))", "crashed"],
    [
      "a trace with a score in it",
      "asked(({ id }) => reply({ id, kind: 'trace', trace: { ...trace, score: 10 } }))",
      "crashed",
    ],
    [
      "a trace without its end",
      "asked(({ id }) => reply({ id, kind: 'trace', trace: { ...trace, end: undefined } }))",
      "crashed",
    ],
    [
      "times that are no numbers",
      "asked(({ id }) => say(JSON.stringify({ id, kind: 'trace', trace }).replace('\"endedAt\":0', '\"endedAt\":1e999') + '\\n'))",
      "crashed",
    ],
    [
      "values that are no plain values",
      "asked(({ id }) => reply({ id, kind: 'trace', trace: { ...trace, made: { x: { t: 'code', v: '1' } } } }))",
      "crashed",
    ],
    ["JSON a million levels deep", "asked(() => say('['.repeat(1e6) + ']'.repeat(1e6) + '\\n'))", "crashed"],
    [
      "values a hundred thousand levels deep",
      "asked(({ id }) => { const deep = '{\"t\":\"array\",\"items\":['.repeat(1e5) + ']}'.repeat(1e5); say(JSON.stringify({ id, kind: 'trace', trace }).replace('\"made\":{}', '\"made\":{\"x\":' + deep + '}') + '\\n'); })",
      "crashed",
    ],
  ])("%s", async (_, program, expected) => {
    expect(await outcome(program)).toBe(expected);
  });
});

test("a key like __proto__ is no reply, and changes nothing", async () => {
  const forged = `JSON.stringify({ id, kind: 'trace', trace }).replace('"made":{}', '"made":{"__proto__":{"t":"cut"}}')`;
  const answer = await ask(`asked(({ id }) => say(${forged} + "\\n"))`);
  expect(answer).toMatchObject({ kind: "died", outcome: "crashed" });
  expect(Object.hasOwn(Object.prototype, "t")).toBe(false);
});

describe("floods end", () => {
  test.each([
    ["one endless line", "for (;;) say('x'.repeat(1e6))", "output-limit"],
    [
      "endless statuses",
      "for (;;) reply({ kind: 'status', status: { phase: 'timer', at: 1 } })",
      "output-limit",
    ],
    ["endless answers to nobody", "for (;;) reply({ id: 'x', kind: 'ready' })", "output-limit"],
    ["endless line ends", "for (;;) say('\\n'.repeat(1e5))", "crashed"],
    ["an endless standard error", "for (;;) writeSync(2, 'x'.repeat(1e6))", "output-limit"],
    [
      "a list of a million wrong things",
      "asked(({ id }) => reply({ id, kind: 'trace', trace: { ...trace, calls: Array(1e6).fill(0) } }))",
      "crashed",
    ],
    [
      "a list of a million right things",
      "asked(({ id }) => reply({ id, kind: 'trace', trace: { ...trace, made: { x: { t: 'array', items: Array(1e6).fill(0) } } } }))",
      "trace",
    ],
    [
      "a list of ten million right things",
      "asked(({ id }) => reply({ id, kind: 'trace', trace: { ...trace, made: { x: { t: 'array', items: Array(1e7).fill(0) } } } }))",
      "output-limit",
    ],
  ])("%s", async (_, program, expected) => {
    const before = process.memoryUsage().rss;
    expect(await outcome(program)).toBe(expected);
    expect(process.memoryUsage().rss - before).toBeLessThan(600e6);
  });

  test("what comes between two requests counts as well", async () => {
    const flood = falseChild(
      "asked(({ id }) => { reply({ id, kind: 'ready' }); setImmediate(() => { for (;;) say('x'.repeat(1e6)); }); })",
    );
    expect((await flood.request({ kind: "probe" })).kind).toBe("ready");
    while (flood.alive) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await flood.request({ kind: "probe" })).toMatchObject({ kind: "died", outcome: "output-limit" });
  });
});

test("a child is gone when its request is answered, and so is the next request", async () => {
  const before = new Set(descendants(process.pid).map(({ pid }) => pid));
  const stuck = falseChild("for (;;);", SHORT);
  const mine = descendants(process.pid).filter(({ pid }) => !before.has(pid));
  expect(mine.length).toBeGreaterThan(0);
  expect(await stuck.request({ kind: "probe" })).toMatchObject({ kind: "died", outcome: "time-limit" });
  expect(mine.filter(({ pid }) => isAlive(pid))).toEqual([]);
  expect(stuck.alive).toBe(false);
  expect(await stuck.request({ kind: "probe" })).toMatchObject({ kind: "died" });
});

test("a process that the child leaves behind does not keep the parent waiting", async () => {
  const file = join(temporaryFolder({}), "pid");
  const heir = `const heir = require("node:child_process").spawn("sleep", ["10000"], { stdio: "inherit", detached: true });
    require("node:fs").writeFileSync(${JSON.stringify(file)}, String(heir.pid)); heir.unref(); process.exit(0)`;
  expect(await outcome(heir)).toBe("crashed");
  const pid = Number(readFileSync(file, "utf8"));
  expect(isAlive(pid)).toBe(true);
  process.kill(pid, "SIGKILL");
});

test("closing is safe at any time, and twice", async () => {
  const stuck = falseChild("for (;;);");
  const answer = stuck.request({ kind: "probe" });
  await Promise.all([stuck.close(), stuck.close()]);
  expect((await answer).kind).toBe("died");
  await stuck.close();
});
