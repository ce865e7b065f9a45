// Programs that want to change the verdicts on what is graded after them in the same child: each leaves something else behind.

/** The module that a neighbour hands in for exercise 01: it does its work while it is called, and answers nothing. */
const neighbour = (work: string, head = "") =>
  `${head}\nexport async function orderBurgers(getBurgers: any, count: number) { ${work} }`;

/** Puts a private field on an object that is frozen, and that every run is given. */
const STAMP = `class Given { constructor(target: any) { return target; } }
  const stamp = (kept: unknown) => { class Stamp extends Given { #kept = kept; } new Stamp(Math); };`;

export const neighbours: Record<string, string> = {
  "fills the registry of symbols": neighbour(
    `for (let n = 0; n < 5e4; n++) Symbol.for("x".repeat(1000) + n);`,
  ),
  "names symbols that others may ask for": neighbour(
    `for (const key of ["mark", "memory", "nodejs.rejection"]) (globalThis as any)[Symbol.for(key)] = count;`,
  ),
  "leaves 30 MiB on shared objects": neighbour(
    `${STAMP} for (let n = 0; n < 30; n++) stamp(new Array(2 ** 17).fill(0.5));`,
  ),
  "leaves ArrayBuffers on shared objects": neighbour(
    `${STAMP} try { for (;;) stamp(new Uint8Array(20 * 2 ** 20)); } catch {}`,
  ),
  "lets the last match hold a long text": neighbour(`/(?:.|\\n)x/.exec(Array(4e7).join("ab") + "x");`),
  "warms up events and promises": neighbour(
    `const emitter = new EventEmitter().on("x", () => {}), target = new EventTarget();
     target.addEventListener("x", () => {});
     for (let n = 0; n < 2e4; n++) { emitter.emit("x"); target.dispatchEvent(new Event("x")); }
     for (let n = 0; n < 2e4; n++) await null;`,
    `import { EventEmitter } from "node:events";`,
  ),
  "recurses to the end of the stack": neighbour(
    `const deep = (): number => 1 + deep(); for (let n = 0; n < 9; n++) try { deep(); } catch {}`,
  ),
  "asks for the end of the stack inside ours": neighbour(
    `const emitter = new EventEmitter(); emitter.on("x", () => { emitter.emit("x"); }); try { emitter.emit("x"); } catch {}`,
    `import { EventEmitter } from "node:events";`,
  ),
  "leaves promises that wait and timers that never fire": neighbour(
    `for (let n = 0; n < 300; n++) { setTimeout(() => {}, 1e8); new Promise(() => {}).then(() => {}); }`,
  ),
  "leaves rejections that nobody handles": neighbour(
    `for (let n = 0; n < 30; n++) Promise.reject(new Error("left")); setTimeout(() => { Promise.reject(1); }, 5); await getBurgers(count);`,
  ),
  "enters a context for good": neighbour(
    `const storage = new AsyncLocalStorage(); storage.enterWith("entered"); new AsyncResource("left"); await getBurgers(count);`,
    `import { AsyncLocalStorage, AsyncResource } from "node:async_hooks";`,
  ),
  "sets what all errors are told by": neighbour(
    `for (const set of [() => { Error.stackTraceLimit = 0; }, () => { (Error as any).prepareStackTrace = () => "mine"; },
       () => { (TypeError as any).stackTraceLimit = 0; }, () => { (AggregateError as any).stackTraceLimit = 0; }]) try { set(); } catch {}`,
  ),
  "sets the statics of emitters": neighbour(
    `for (const set of [() => { EventEmitter.defaultMaxListeners = 1; }, () => { setMaxListeners(1); }, () => { (EventEmitter as any).captureRejections = true; }])
       try { set(); } catch {}`,
    `import { EventEmitter, setMaxListeners } from "node:events";`,
  ),
  "leaves the console in the middle": neighbour(
    `console.group("mine"); console.time("mine"); console.count(); console.count("mine"); console.assert(false);`,
  ),
  "draws random numbers": neighbour(
    `for (let n = 0; n < 5e4; n++) Math.random(); crypto.randomUUID(); crypto.getRandomValues(new Uint8Array(1000));`,
  ),
  "changes what it is given": neighbour(
    `for (const target of [getBurgers, Object.prototype, Promise.prototype, setTimeout, globalThis, console, Math, Function.prototype])
       for (const key of ["then", "toString", "mark", "constructor", "log", "random"]) try { (target as any)[key] = () => "mine"; } catch {}`,
  ),
  "keeps targets of weak references": neighbour(
    `const all = []; const registry = new FinalizationRegistry(() => {});
     for (let n = 0; n < 2e4; n++) { const target = { n }; registry.register(target, n, target); all.push(new WeakRef(target)); }`,
  ),
  "prints and returns as much as it may": neighbour(
    `for (let n = 0; n < 60; n++) console.log("x".repeat(1000)); return Array.from({ length: 3000 }, (_, n) => n) as any;`,
  ),
  "runs out of memory": neighbour(`const all = []; for (;;) all.push(new Array(2 ** 20).fill(0.5));`),
  "never comes back": neighbour("for (;;);"),
};
