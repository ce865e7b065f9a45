// Answers whose verdicts must be the same whatever was graded before them: a class's own, and some that look for a difference.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

export interface GradedAnswer {
  name: string;
  exercise: string;
  source: string;
}

const SOLUTIONS = join(import.meta.dirname, "../../../../solutions");

/** Of each exercise the reference, and the first and some more of its wrong answers. */
const CLASS: Record<string, number> = {
  "01-first-await": 5,
  "02-calling-vs-running": 4,
  "03-three-apis": 5,
  "04-timeout": 5,
};

const LOOKING = "02-calling-vs-running";
const RIGHT = readFileSync(join(SOLUTIONS, LOOKING, "calling-vs-running.ts"), "utf8");

/** A right answer that prints, once a run, what it finds: its trace holds it. */
const finds = (what: string, head = "") =>
  `${head}\n${RIGHT.replace("  return (", "  if (!told) console.log(JSON.stringify(found()));\n  told = true;\n  return (")}
  let told = false;
  function found() { ${what} }`;

/** How deep calls may go, in some ways of calling. */
const DEPTHS = `let n = 0;
  const until = (act: () => unknown) => { n = 0; try { act(); } catch {} return n; };
  const plain = (): number => { n++; return plain() + 1; };
  const async_ = async () => { n++; await async_(); };
  const emitter = new EventEmitter(); emitter.on("x", () => { n++; emitter.emit("x"); });
  const target = new EventTarget(); target.addEventListener("x", () => { n++; try { target.dispatchEvent(new Event("x")); } catch {} });
  const floating = until(() => void async_().catch(() => {}));
  return [until(plain), floating, until(() => emitter.emit("x")), until(() => target.dispatchEvent(new Event("x")))];`;

const EMITTER = `import { EventEmitter } from "node:events";`;

const CURIOUS: Record<string, string> = {
  "tells how deep it may go": finds(DEPTHS, EMITTER),
  "tells how deep it may go when it is warm": finds(
    `let n = 0; const f = (left: number): number => (left > 0 ? f(left - 1) + 1 : 0); for (let i = 0; i < 5000; i++) f(50);
     const g = () => { n++; g(); }; try { g(); } catch {} return [n, f(3000)];`,
  ),
  "never stops calling itself": `export const coroutine = (body: any): any => coroutine(body);`,
  "needs most of the memory": finds(
    `const all: number[][] = []; for (let n = 0; n < 11; n++) all.push(new Array(2 ** 20).fill(0.5)); return all.length;`,
  ),
  "needs 150 MiB beside the heap": finds(
    `try { return [1, 2, 3].map(() => new Uint8Array(50 * 2 ** 20)).length; } catch (error) { return String(error); }`,
  ),
  "runs out of memory": `export const coroutine = () => { const all = []; for (;;) all.push(new Array(2 ** 20).fill(0.5)); };`,
  "never comes back": `export const coroutine = (body: any) => async (...args: any[]) => { await body(...args); for (;;); };`,
  "asks for symbols, statics and marks": finds(
    `const own = Symbol.for("memory"); const all = globalThis as any;
     return [Symbol.keyFor(own), own === Symbol.for("memory"), all[own], all[Symbol.for("mark")], all.mark, (Math as any).mark, Error.stackTraceLimit,
       Symbol.keyFor(Symbol.iterator), EventEmitter.defaultMaxListeners, (RegExp as any).$1, (RegExp as any).lastMatch, String(fetch_), String(setTimeout), String(EventEmitter)];`,
    `${EMITTER} const fetch_ = structuredClone;`,
  ),
  "tells ids, times and chances": finds(
    `return [+setTimeout(() => {}, 1), new AsyncResource("x").asyncId(), new AsyncLocalStorage().getStore(), performance.timeOrigin,
       performance.now(), process.hrtime(), Date.now(), Math.random(), crypto.randomUUID(), (console.count(), console.timeEnd("mine")), new Error("here").stack];`,
    `import { AsyncLocalStorage, AsyncResource } from "node:async_hooks";`,
  ),
  "hands over as much as a trace may hold": `export const coroutine = (body: any) => async (...args: any[]) => {
    await body(...args);
    return Array.from({ length: 4000 }, (_, n) => "some text " + n);
  };`,
  "lets a rejection float": `export const coroutine = (body: any) => async (...args: any[]) => {
    setTimeout(() => { Promise.reject(new Error("late")); }, 1500);
    return body(...args);
  };`,
};

/** Answers that end by a limit: they cost most of it. */
export const COSTLY = new Set(["runs out of memory", "never comes back"]);

/** All of them: 30. */
export function answers(): GradedAnswer[] {
  const class_ = Object.entries(CLASS).flatMap(([exercise, count]) => ofClass(exercise).slice(0, count));
  const curious = Object.entries(CURIOUS).map(([name, source]) => ({
    name,
    exercise: LOOKING,
    source,
  }));
  return [...class_, ...curious];
}

function ofClass(exercise: string): GradedAnswer[] {
  const folder = join(SOLUTIONS, exercise);
  const wrong = readdirSync(join(folder, "wrong")).toSorted();
  const files = [`${exercise.slice(3)}.ts`, ...wrong.map((name) => join("wrong", name))];
  return files.map((file) => ({
    name: `${exercise} ${file}`,
    exercise,
    source: readFileSync(join(folder, file), "utf8"),
  }));
}
