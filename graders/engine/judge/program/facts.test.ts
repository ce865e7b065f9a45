import { expect, test } from "vitest";
import { compile } from "../../compile/compile.ts";
import { factsOf } from "./facts.ts";

async function facts(text: string) {
  const compiled = await compile({ entry: "a.ts", files: new Map([["a.ts", text]]) });
  if (!compiled.ok) throw new Error(compiled.message);
  return factsOf(compiled.program.code);
}

const body = (text: string) =>
  `export function main(act: any, list: any[], signal: any, ms: number): any { ${text} }`;
const ASYNC = `export async function main(act: any, list: any[]) `;

test.each([
  ["new Promise((resolve: any) => setTimeout(resolve(), ms))", ["called callback"]],
  ["const stop = () => { act(); }; signal.addEventListener('abort', stop());", ["called callback"]],
  [
    "new Promise((_, reject) => { const stop = () => reject(ms); signal.addEventListener('abort', stop()); })",
    ["called callback"],
  ],
  ["act().finally(clearTimeout(list[0]))", ["called callback"]],
  ["act().then((release: any) => act().finally(release()))", ["called callback", "then left alone"]],
  ["return act().then(act().catch(() => 0))", ["called callback"]],
  ["const again = () => act().then(again); act().then(again())", ["called callback", "then left alone"]],
  ["class Own { run() { setTimeout(this.next(), ms); } next() { act(); } } act(Own)", ["called callback"]],
  ["class Own { run() { return act().then(this.#go()); } async #go() {} } act(Own)", ["called callback"]],
  [
    "const lane = async () => act(); Promise.all(Array(3).fill(lane()))",
    ["Promise.all", "filled with one call"],
  ],
  [
    "const lane = () => act(); const lanes = Array(3).fill(lane().catch(act)); Promise.all(lanes)",
    ["Promise.all", "filled with one call"],
  ],
  ["new Promise((_, reject) => setTimeout(() => reject, ms))", ["uncalled callback"]],
  ["new Promise((resolve) => setTimeout(() => { resolve; }, ms))", ["uncalled callback"]],
  ["setTimeout(() => signal.abort, ms)", ["uncalled callback"]],
  ["signal.addEventListener('aborted', act)", ["unknown event"]],
  ["list.forEach(async (each) => { await each(); })", ["forEach of async"]],
  ["new Promise(async (resolve) => resolve(await act()))", ["async executor"]],
  ["new Promise((resolve) => { const ask = async () => resolve(await act()); ask(); })", ["async executor"]],
  ["async function* each() { yield 1; } return each", ["returned generator function"]],
  ["return async function* () { yield 1; }", ["returned generator function"]],
  ["Array.from(list, async (each) => { await each(); })", ["nothing returned"]],
  ["setTimeout(act, ms * 1000)", ["times 1000"]],
  ["setTimeout(act, ms / 1000)", ["over 1000"]],
  ["while (Date.now() < ms);", ["clock loop", "clock read"]],
  ["if (signal.name === 'AbortError') act()", ["AbortError by name"]],
  ["return act().catch(() => main(act, list, signal, ms))", ["asked again"]],
  ["if (signal.reason === 'a' || 'b') return 1", ["or of a text"]],
  [
    "for (const each of list) { try { each(); } catch (error) { if (ms) return Promise.reject(error); } }",
    ["catch that leaves the loop"],
  ],
  ["for (const each of list) { try { each(); } catch { act(() => { return 1; }); } }", []],
  ["const own = () => act(); return Promise.all([own, own])", ["Promise.all", "function awaited"]],
  ["list.toThread(() => { try { return act(); } finally { signal(); } })", ["counts in the job"]],
  ["act.toThread(() => { ms--; return list; })", ["counts in the job"]],
  ["if (signal.reason === 'a' || signal.reason === 'b' || 'c') return 1", ["or of a text"]],
  ["return signal.reason || 'nothing'", []],
  ["return act(ms * 2 ** 3)", ["takes a power"]],
  ["return act(ms * Math.pow(2, 3))", ["takes a power"]],
  [
    "return async () => { const now = Date.now(); list.push(now); await act(); }",
    ["clock read", "time of the call noted"],
  ],
  ["return async () => { await act(); list.push(Date.now()); }", ["clock read"]],
  [
    "return async () => { for (;;) { const now = Date.now(); if (now > ms) return list.push(now); await act(); } }",
    ["clock loop that awaits", "clock read"],
  ],
  ["switch (ms) { case 1: act(); case 2: return 2; }", ["case that runs on"]],
  ["switch (ms) { case 1: if (act()) break; case 2: return 2; }", ["case that runs on"]],
  [
    "switch (ms) { case 1: case 2: if (act()) return 1; else break; case 3: { return 3; } default: act(); }",
    [],
  ],
  ["if (!signal?.aborted || !signal.asked?.(ms)) return 1", ["optional call as a condition"]],
  ["if (signal.asked?.(ms) === false) return 1", []],
  ["act(1).then((value: any) => list.push(value))", ["then left alone"]],
  ["void act(1).then((value: any) => list.push(value))", ["then left alone"]],
  ["return new Promise((resolve) => { act(1).then(resolve); })", []],
  ["for (var i = 0; i < 3; i++) list.push(() => act(i))", ["one variable for all rounds"]],
  ["let i = 0; for (; i < 3; i++) list.push(() => act(i))", ["one variable for all rounds"]],
  ["for (var each of list) act(() => each())", ["one variable for all rounds"]],
  ["let each: any; for (each of list) act(() => each())", ["one variable for all rounds"]],
  ["for (let i = 0; i < 3; i++) list.push(() => act(i))", []],
  ["for (const each of list) act(() => each())", []],
  ["for (var i = 0; i < 3; i++) list.push(act(i))", []],
])("%s", async (text, constructs) => {
  const { constructs: found } = await facts(body(`${text}; return 0;`));
  expect(found).toEqual(constructs);
});

test.each([
  ["{ try { return await act(); } catch { return 0; } }", ["awaits in a try"]],
  [
    "{ try { await act(); } finally { list.push(Date.now()); } }",
    ["awaits in a try", "clock read", "clock read at the end"],
  ],
  ["{ return act().finally(() => list.push(Date.now())); }", ["clock read", "clock read at the end"]],
  ["{ try { return act(async () => await act()); } catch { await act(); } }", []],
  ["{ while (Date.now() < 9) await null; }", ["clock loop that awaits", "clock read"]],
  ["{ while (!list[0]) await new Promise((r) => setTimeout(r, 10)); }", ["loop that pauses"]],
  [
    "{ while (Date.now() < 9) await new Promise((r) => setTimeout(r, 2)); }",
    ["clock loop that pauses", "clock read"],
  ],
  [
    "{ for (;;) { try { return await act.run(list); } catch (e) { if (e === 1) throw e; } } }",
    ["asked again", "awaits in a try", "catch that leaves the loop"],
  ],
  ["{ const bell = new Promise(act); while (!list[0]) await bell; }", ["awaited again"]],
  [
    "{ let bell: any; for (const each of list) { bell ??= new Promise(each); await bell; } }",
    ["awaited again"],
  ],
  ["{ const bell = Promise.withResolvers(); while (!list[0]) await bell.promise; }", ["awaited again"]],
  ["{ const { promise } = Promise.withResolvers(); while (!list[0]) await promise; }", ["awaited again"]],
  [
    "{ let bell = Promise.withResolvers(); while (!list[0]) { await bell.promise; bell = Promise.withResolvers(); } }",
    [],
  ],
  ["{ const all = list.map(act); for (;;) await Promise.race(all); }", ["Promise.race", "raced again"]],
  [
    "{ const all = list.map(act); for (;;) { await Promise.race(all); all.splice(0, 1); } }",
    ["Promise.race"],
  ],
  ["{ let all = list.map(act); for (;;) { await Promise.race(all); all = []; } }", ["Promise.race"]],
  ["{ const all = list.map(act); for (;;) { await Promise.race(all); all[0] = act(); } }", ["Promise.race"]],
  ["{ const all = list.map(act); return Promise.race(all); }", ["Promise.race"]],
  // It is another one each time, or is awaited once.
  ["{ let bell = new Promise(act); while (!list[0]) { await bell; bell = new Promise(act); } }", []],
  ["{ while (!list[0]) { const bell = new Promise(act); await bell; } }", []],
  ["{ const bell = new Promise(act); for (const each of list) each(); await bell; }", []],
  // In a loop of its own, whatever the one around it does.
  [
    "{ while (await act()) { const end = Date.now(); while (Date.now() < end); } }",
    ["clock loop", "clock read"],
  ],
])("%s", async (text, constructs) => {
  const { constructs: found } = await facts(`${ASYNC}${text}`);
  expect(found.filter((each) => each !== "nothing returned")).toEqual(constructs);
});

test("functions of the platform's, imported or not, that are awaited and not called", async () => {
  const awaiting = async (text: string) =>
    (
      await facts(
        `import { scheduler, setTimeout as wait } from "node:timers/promises";
         export async function main(setImmediate: any) { return await ${text}; }`,
      )
    ).constructs;
  for (const text of ["scheduler.yield", "wait", "setTimeout"])
    expect(await awaiting(text)).toEqual(["function awaited"]);
  for (const text of ["scheduler.yield()", "wait(1)", "setImmediate", "scheduler"])
    expect(await awaiting(text)).toEqual([]);
});

test("what is meant so is no such construct", async () => {
  const { constructs } = await facts(`
    export function main(act: any, list: any[], signal: AbortSignal, ms: number) {
      const after = (each: any) => () => each();
      signal.addEventListener("abort", after(act));
      return new Promise((resolve, reject) => {
        setTimeout(resolve, ms);
        setTimeout(act.bind(null, 1), ms);
        setTimeout(list.shift(), ms);
        const own = () => act(ms);
        list.map(() => own);
        const heard = async () => resolve(await act());
        heard().catch(reject);
        act().then(own());
        const make = () => { if (ms) return after(act); return null; };
        act().then(make());
        act().finally(console.log("done"));
        act().then((makeOne: any) => act().then(makeOne()));
        act(Array(3).fill(own()), Promise.all(Array(3).fill(Promise.resolve())));
        list.forEach(async (each) => { try { resolve(await each()); } catch (error) { reject(error); } });
        for (const each of list) each().then((value: any) => { act(value); return value; }, () => {});
      });
    }
    class Own {
      controller = new AbortController();
      run(act: any) { act().then(this.#release()).then(this.give()); }
      #release() { return () => { this.controller.abort(); }; }
      get give() { return () => () => 0; }
    }
    export const keep = () => new Own();`);
  expect(constructs).toEqual(["Promise.all", "awaits in a try", "then left alone"]);
});

test("functions that were given: those used as values, never called; and those that are named nowhere", async () => {
  const { uncalled, unused } = await facts(`
    export async function main(ask: any, api: any, { log, signal }: any, unneeded: any) {
      const user = await ask;
      await Promise.all([api.fetchNews, api.fetchUser(user)]);
      signal.throwIfAborted();
      return log;
    }`);
  expect({ uncalled, unused }).toEqual({ uncalled: ["ask", "fetchNews"], unused: ["unneeded"] });
});

test("calls in a callback of then, of which nobody gets what they return", async () => {
  const { dropped } = await facts(`
    export function main(save: any, api: any, log: any) {
      const own = async () => save(1);
      const again = () => save(0).then(() => { again(); });
      const other = () => save(7);
      const quiet = () => { act = 1; };
      let act = 0;
      return save().then(() => { own(); other(); quiet(); }).then(() => { api.fetch(2); }).then(() => { return log(3); })
        .then(async () => { await save(4); }).then(() => save(5)).catch(() => { log(6); });
    }`);
  expect(dropped).toEqual(["again", "fetch", "own"]);
});

test("calls of what was given, where a function is to be handed over", async () => {
  const { early, constructs } = await facts(`
    export function main(save: any, api: any, list: any[], own: any) {
      const stop = api.stop;
      setTimeout(api.fetch(1), 9);
      list.reduce((chain, each) => chain.then(save(each)), Promise.resolve());
      return own().then(() => own()).finally(stop());
    }`);
  expect({ early, constructs }).toEqual({ early: ["fetch", "save"], constructs: [] });
});

test("what a main function hands on under its own name is given to its helper, too", async () => {
  const { early } = await facts(`
    function inTurn(list: any[], save: any, other: any) {
      return list.reduce((chain, each) => chain.then(save(each)).then(other(each)), Promise.resolve());
    }
    export function main(list: any[], save: any) { return inTurn(list, save, list.map); }`);
  expect(early).toEqual(["save"]);
});

test("the methods of an exported class are main functions, too", async () => {
  const { unused } = await facts("export class Main { submit(task: any) { return 1; } }");
  expect(unused).toEqual(["task"]);
});

test("a program that is nested deeper than anybody writes takes no time, and names nothing", async () => {
  const depth = 400;
  const nested = `${"while (x()) { try { ".repeat(depth)}Date.now();${" } catch { x(); } }".repeat(depth)}`;
  expect(factsOf(`(function () { function x() {} ${nested} })`)).toEqual({
    constructs: [],
    uncalled: [],
    unused: [],
    dropped: [],
    early: [],
  });
});

test.each([
  ["try { return Date.now(); } finally { clearTimeout(ms); }", []],
  ["try { return act(); } finally { clearTimeout(ms); }", ["returned before finally"]],
  [
    "try { return act().then(act); } catch { act(); } finally { clearTimeout(ms); }",
    ["returned before finally"],
  ],
  [
    "const all = Promise.all(list); try { return all; } finally { clearTimeout(ms); }",
    ["returned before finally"],
  ],
  [
    "try { return { value: act() }; } finally { clearTimeout(ms); }",
    ["returned in an object before finally"],
  ],
  ["try { return { value: await act() }; } finally { clearTimeout(ms); }", []],
  ["try { return await act(); } finally { clearTimeout(ms); }", []],
  ["try { return act(); } finally { act(); }", []],
  ["try { list.map(() => { return act(); }); } finally { clearTimeout(ms); }", []],
  [
    "const timed = async (work: any) => { try { return work(); } finally { clearTimeout(ms); } }; return timed(act);",
    ["returned before finally"],
  ],
  [
    "const timed = async (show: any) => { try { await act(); return show(); } finally { clearTimeout(ms); } }; return timed(act);",
    [],
  ],
])("a promise that leaves a `try` before it settles: %s", async (text, constructs) => {
  const { constructs: found } = await facts(
    `export async function main(act: any, list: any[], ms: any) { ${text} }`,
  );
  expect(found.filter((each) => /^returned .*before finally$/.test(each))).toEqual(constructs);
});

test("a timer that is cleared in any case", async () => {
  const of = async (body: string) =>
    (await facts(`export function main(work: any, timer: any) { ${body} }`)).constructs.filter(
      (each) => each !== "returned before finally",
    );
  expect(await of("try { return work(); } finally { clearTimeout(timer); }")).toEqual([
    "cleared in any case",
  ]);
  expect(await of("return work().finally(() => clearInterval(timer));")).toEqual(["cleared in any case"]);
  expect(await of("try { return work(); } catch (error) { clearTimeout(timer); throw error; }")).toEqual([]);
});
