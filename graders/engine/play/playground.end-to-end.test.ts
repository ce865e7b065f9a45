import { basename } from "node:path";
import { afterAll, expect, test } from "vitest";
import { endInWords, pendingInWords } from "../../timeline/played.ts";
import { happeningsOf } from "../../timeline/step-by-step.ts";
import { tasksOf } from "../../trace/tasks.ts";
import type { Trace } from "../../trace/trace.ts";
import { conformancePrograms, recordedLines } from "../conformance/programs.ts";
import { Playground } from "./playground.ts";

const playground = new Playground();
afterAll(() => playground.close());

const play = (source: string) => playground.play({ entry: "my.ts", files: new Map([["my.ts", source]]) });

async function traceOf(source: string): Promise<Trace> {
  const played = await play(source);
  if ("fault" in played) throw new Error(played.fault);
  return played.trace;
}

/** What it printed, how it ended, and what was pending then. */
async function told(source: string): Promise<string[]> {
  const trace = await traceOf(source);
  const printed = trace.console.map(({ at, text, where }) => `${at} ${text} @${where?.line}`);
  return [...printed, endInWords(trace), ...pendingInWords(trace).map((one) => `pending: ${one}`)];
}

const SLEEPS = `import { setTimeout as sleep } from "node:timers/promises";
async function say(what: string, ms: number) {
  await sleep(ms);
  console.log(what);
}
`;

test("a file is its own scenario: it may await anywhere, and goes on until nothing is left to come", async () => {
  expect(
    await told(`${SLEEPS}await say("a", 1000);
await Promise.all([say("b", 1000), say("c", 500)]);
setTimeout(() => console.log("late"), 100);`),
  ).toEqual(["1000 a @4", "1500 c @4", "2000 b @4", "2100 late @8", "ended at 2100 ms"]);
});

test("what it exports by default gets the world, whose services and threads are traced with their lines", async () => {
  const trace = await traceOf(`export default async (world: any) => {
  const get = world.service("get", { takes: 1000, returns: (n: number) => n });
  const hash = world.blocking("hash", { costs: 300 });
  const toThread = world.threads("pool");
  console.log(await get(1));
  hash();
  await toThread(() => hash());
};`);
  const calls = trace.calls.map(({ id, start, end, on }) => [id, on, start.at, start.where?.line, end?.at]);
  expect(calls).toEqual([
    ["get#1", "async", 0, 5, 1000],
    ["hash#1", "loop", 1000, 6, 1300],
    ["pool#1", "thread", 1300, 7, 1600],
    ["hash#2", "thread", 1300, undefined, 1600],
  ]);
  expect(trace.blocked).toMatchObject([{ from: 1000, to: 1300, by: "hash" }]);
});

test("an error ends it as on Node, from wherever it comes", async () => {
  const after = 'setTimeout(() => console.log("never"), 100);\n';
  const ends = [
    'throw new TypeError("here");',
    'await Promise.reject(new TypeError("here"));',
    'export default async () => { throw new TypeError("here"); };',
    'void (async () => { throw new TypeError("here"); })();',
    'queueMicrotask(() => { throw new TypeError("here"); });',
  ];
  for (const end of ends)
    expect(await told(after + end), end).toEqual(["ended by an error at 0 ms, line 2: TypeError: here"]);
  expect(await told("export default 5;")).toEqual([
    "ended by an error at 0 ms: TypeError: `export default` must give a function, which gets the world",
  ]);
  // Who listens decides, as on Node.
  expect(
    await told(`process.on("unhandledRejection", () => console.log("heard"));\nPromise.reject(1);`),
  ).toEqual(["0 heard @1", "ended at 0 ms"]);
});

test("what never ends is named, with the line where it waits", async () => {
  expect(await told("console.log(1);\nawait new Promise(() => {});")).toEqual([
    "0 1 @1",
    "never ends: nothing is left after 0 ms that could wake it",
    "pending: the file's own await, line 2",
  ]);
  expect(await told("async function wait() {\n  await new Promise(() => {});\n}\nvoid wait();")).toEqual([
    "ended at 0 ms",
    "pending: wait(), line 2",
  ]);
  expect(await told("setInterval(() => {}, 50_000);")).toEqual([
    "stopped at 600000 ms: it had run long enough",
    "pending: setInterval(50000), line 1",
  ]);
});

test("what cannot be run says why, and the next file runs all the same", async () => {
  expect(await play("const x = ;")).toEqual({ fault: 'my.ts:1:11: Unexpected ";"' });
  expect(await play('import fs from "node:fs";\nfs.rmSync("x");')).toEqual({
    fault: expect.stringMatching(/^my\.ts:1:\d+: `node:fs` cannot be imported/),
  });
  expect(await play("for (;;);")).toEqual({
    fault: expect.stringContaining("never gave the event loop back"),
  });
  expect(await told("console.log(2);")).toEqual(["0 2 @1", "ended at 0 ms"]);
  expect(await told('await fetch("http://x");')).toEqual([
    expect.stringContaining("`fetch` is not here: there is no network"),
  ]);
});

test("closed, it ends what is under way, and starts nothing", async () => {
  const own = new Playground();
  const files = (source: string) => ({ entry: "my.ts", files: new Map([["my.ts", source]]) });
  await own.play(files("console.log(1);"));
  // Whether it has begun to run by then or not.
  const endless = Promise.allSettled([own.play(files("for (;;);"))]);
  await own.close();
  await endless;
  await expect(own.play(files("console.log(1);"))).rejects.toThrow("The playground is closed.");
});

test("every async function that is called is a task, by whom and how it ended, whatever it returns", async () => {
  const trace = await traceOf(`${SLEEPS}const outer = async () => say("x", 10);
class Api {
  async get() {
    await 5;
    throw new Error("no");
  }
}
await outer();
await new Api().get().catch(() => {});
await Promise.all([1, 2].map(async (n) => sleep(n)));`);
  const all = tasksOf(trace);
  const nameOf = (id?: number) => all.find((task) => task.id === id)?.name;
  expect(all.map(({ name, by, start, end, how }) => [name, nameOf(by), start.at, end?.at, how])).toEqual([
    ["outer", undefined, 0, 10, "fulfilled"],
    ["say", "outer", 0, 10, "fulfilled"],
    ["get", undefined, 10, 10, "rejected"],
    ["", undefined, 10, 11, "fulfilled"],
    ["", undefined, 10, 12, "fulfilled"],
  ]);
});

test("the order of the loop is told one event after another", async () => {
  const trace = await traceOf(`setTimeout(() => console.log("timer"), 0);
Promise.resolve().then(() => console.log("then"));
async function f() {
  console.log("called");
  await null;
  console.log("on");
}
f();
console.log("end");`);
  const lines = happeningsOf(trace).map(
    ({ at, level, text, where }) => `${at} ${level} ${text} @${where?.line}`,
  );
  expect(lines).toEqual([
    "0 within setTimeout(1) is set @1",
    "0 within f() is called: it runs up to its first await @3",
    "0 within prints called @4",
    "0 within f() waits @5",
    "0 within prints end @9",
    "0 microtask a microtask: a callback of then, or of its like, runs @undefined",
    "0 within prints then @2",
    "0 microtask a microtask: f() goes on @5",
    "0 within prints on @6",
    "0 within f() resolves @6",
    "1 turn setTimeout(1) fires, set in line 1 @undefined",
    "1 within prints timer @1",
  ]);
});

test("every program of the conformance suite prints, while it is watched, what it prints on Node", async () => {
  const recorded = recordedLines();
  for (const { name, path, source } of conformancePrograms()) {
    const entry = basename(path);
    const played = await playground.play({ entry, files: new Map([[entry, source]]) });
    const lines =
      "fault" in played ? [played.fault] : played.trace.console.flatMap(({ text }) => text.split("\n"));
    expect(lines, name).toEqual(recorded[name]);
  }
});

test("of a run with too many steps only these are not told", async () => {
  const trace = await traceOf("for (let n = 0; n < 30_000; n++) await null;\nconsole.log('done');");
  expect([trace.steps, trace.console.length, endInWords(trace)]).toEqual([undefined, 1, "ended at 0 ms"]);
});

test("the program cannot tell that it is watched: the same file prints the same on Node", async () => {
  const order = `import { setTimeout as sleep } from "node:timers/promises";
const log: string[] = [];
const f = async (n: number) => { log.push("a" + n); await null; log.push("b" + n); return Promise.resolve(n); };
f(1).then((n) => log.push("c" + n));
Promise.resolve().then(() => log.push("p")).then(() => log.push("q")).then(() => log.push("r"));
await f(2);
log.push("d");
await sleep(1);
console.log(log.join(" "));`;
  expect((await traceOf(order)).console.map(({ text }) => text)).toEqual(["a1 a2 b1 p b2 q r c1 d"]);
});
