// Layer 2 alone: programs evaluated past compile's checks, in a child without permission model and without jail.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Trace } from "../../trace/trace.ts";
import { bundleChild, graderFiles } from "../edition/bundle.ts";
import { type Answer, Child } from "../sandbox/run.ts";

/** Each gives something truthy if it gets out, or if it finds what it must not. */
const ESCAPES: Record<string, string> = {
  "import()": "await import('node:fs')",
  "import() behind a comment": "await import/**/('node:fs')",
  "import() behind a line end": "await import\n('node:fs')",
  "import() of a computed name": "await import(['node', 'fs'].join(':'))",
  "import.source": "await import.source('node:fs')",
  "import.source behind a comment": "await import./**/source('node:fs')",
  "import.defer": "await import.defer('node:fs')",
  "import.meta": "import.meta",
  require: "typeof require === 'function' && require('node:fs')",
  "direct eval": "eval('7')",
  "indirect eval": "(0, eval)('7')",
  "eval by escape": "\\u0065val('7')",
  "eval of the global object": "globalThis.eval && globalThis.eval('7')",
  "Function()": "Function('return 7')()",
  "new Function": "new Function('return 7')()",
  "constructor of a function": "(() => {}).constructor('return 7')()",
  "constructor of an async function": "await (async () => {}).constructor('return 7')()",
  "constructor of a generator": "(function* () {}).constructor('yield 7')().next().value",
  "constructor of an async generator":
    "(await (async function* () {}).constructor('yield 7')().next()).value",
  "constructor of a service": "fetchApi.constructor('return 7')()",
  "constructor of a promise's function": "Promise.withResolvers().resolve.constructor('return 7')()",
  "constructor of a bound function": "setTimeout.bind(null).constructor('return 7')()",
  "constructor of a proxy's revoke": "Proxy.revocable({}, {}).revoke.constructor('return 7')()",
  "constructor of an error's class":
    "(() => { try { null.x } catch (e) { return e.constructor.constructor('return 7')() } })()",
  "constructor of a signal": "new AbortController().signal.constructor.constructor('return 7')()",
  "constructor of a clone": "structuredClone(new Map()).constructor.constructor('return 7')()",
  "Reflect.construct of Function": "Reflect.construct((() => {}).constructor, ['return 7'])()",
  "the real process":
    "process.getBuiltinModule ?? process.binding ?? process.dlopen ?? process.mainModule ?? process.report",
  "process of a sloppy this": "(function () { return this })()?.process",
  "a with statement": "(() => { with (globalThis) { return 7 } })()",
  "arguments.callee": "(function () { return arguments.callee })()",
  "the caller": "(function f() { return f.caller })()",
  Compartment: "typeof Compartment === 'function' && new Compartment()",
  "lockdown and harden": "typeof lockdown === 'function' || typeof harden === 'function'",
  "CallSites by prepareStackTrace":
    "(() => { try { Error.prepareStackTrace = (_, sites) => sites } catch {} return Array.isArray(new Error().stack) })()",
  "CallSites by captureStackTrace":
    "(() => { const o = {}; Error.captureStackTrace(o); return typeof o.stack !== 'string' && o.stack })()",
  "paths of the machine": "/node:|[.]cjs|node_modules/.test(new Error().stack)",
  "the source of a service": "/clock|begin/.test(String(fetchApi))",
  "the source of a global":
    "[setTimeout, AbortSignal, EventTarget, structuredClone, console.log].some((f) => !/native code/.test(String(f)))",
  "the source of what shows sources": "!/native code/.test(String(Function.prototype.toString))",
  "the source behind a getter":
    "!/native code/.test(Object.getOwnPropertyDescriptor(AbortSignal.prototype, 'aborted').get)",
  "the last match of somebody else": "RegExp.$1 || RegExp.lastMatch || RegExp.input",
  "the fake clock": "setTimeout.clock ?? Date.clock ?? setTimeout(() => {}, 1).clock",
  "real time":
    "Math.abs(Date.now() - 1767225600000) > 1e6 || Math.abs(new (new Date(0).constructor)() - 1767225600000) > 1e6",
  SharedArrayBuffer:
    "(() => { try { return new SharedArrayBuffer(8) } catch (error) { return !/is not here/.test(error.message) } })()",
  "waiting on the thread":
    "(() => { try { return Atomics.wait(1) } catch (error) { return !/is not here/.test(error.message) } })()",
  WebAssembly: "typeof WebAssembly === 'object'",
  "a shared prototype": "(Object.prototype.x = 1)",
  "a shared function": "((() => {}).__proto__.x = 1)",
  "a global's property": "(console.log.x = 1) && (setTimeout.x = 1)",
  "a method of a prototype": "(Promise.prototype.then.x = 1)",
  "replacing a global method": "(Array.prototype.map = () => 7)",
  "the names of the host":
    "Object.getOwnPropertyNames(globalThis).find((name) => /^(module|require|Worker|crypto_|gc|internalBinding)$/.test(name))",
};

let child: Child;
beforeAll(async () => {
  const program = await bundleChild(graderFiles(["03-three-apis"]));
  const limits = { startMs: 30_000, runMs: 30_000, exerciseMs: 60_000, stretch: 4 };
  child = new Child({ command: process.execPath, args: ["--no-warnings", program], layers: ["ses"] }, limits);
});
afterAll(() => child.close());

/** Runs a program's body, which returns its exports, past everything that compile checks. */
async function run(body: string): Promise<Trace> {
  const code = `(function (__modules) { "use strict";\n${body}\n})\n//# sourceURL=exercise:///program`;
  await child.load("03-three-apis", code);
  const answers: Answer[] = [];
  await child.runs([{ check: "time", key: "", inputs: [[]] }], {}, (answer) => answers.push(answer));
  const [answer] = answers;
  if (answer?.kind !== "trace") throw new Error(JSON.stringify(answer));
  return answer.trace;
}

test("a program that keeps to itself runs, so the refusals below mean something", async () => {
  const trace = await run("return { fetchAllApis: async (fetchApi) => 7 };");
  expect(trace.outcomes.main).toMatchObject({ state: "fulfilled", value: 7 });
});

test("symbols by name are a run's own, and the language's in all else", async () => {
  const key = `"key" + [1, 2].length`;
  const facts = `[
    Symbol.for(${key}) === Symbol.for("key2"), Symbol.keyFor(Symbol.for(${key})), String(Symbol.for("x")), Symbol.for().description,
    Symbol.keyFor(Symbol("key2")), Symbol.keyFor(Symbol.iterator), Symbol.iterator in [], Symbol.for === Object(Symbol()).constructor.for,
    Symbol.for("nodejs.rejection") === __modules["node:events"].captureRejectionSymbol, Symbol.keyFor(Symbol.for("nodejs.rejection")),
    typeof Symbol.dispose, (() => { try { Symbol.for(Symbol()); } catch (error) { return error.name; } })(),
    (() => { try { Symbol.keyFor("x"); } catch (error) { return error.message; } })(),
  ].join()`;
  const { outcomes } = await run(`return { fetchAllApis: async () => ${facts} };`);
  const expected = [
    ...[true, "key2", "Symbol(x)", "undefined", "", "", true, true, true, "nodejs.rejection"],
    ...["symbol", "TypeError", "x is not a symbol"],
  ];
  expect(outcomes.main?.value).toBe(expected.join());
});

test("a function of the program's own shows its source", async () => {
  const own = "function add(a, b) { /* here */ return a + b; }";
  const { outcomes } = await run(
    `${own}\nreturn { fetchAllApis: async () => String(add) + (class { x() { return 1; } }) };`,
  );
  expect(outcomes.main?.value).toBe(`${own}class { x() { return 1; } }`);
});

describe("gives nothing away", () => {
  test.each(Object.entries(ESCAPES))("%s", async (_, expression) => {
    const { outcomes, end } = await run(
      `return { fetchAllApis: async (fetchApi) => Boolean(${expression}) };`,
    );
    const { state, value } = outcomes.main ?? { state: end };
    expect([state, value]).not.toEqual(["fulfilled", true]);
  });
});

test("no run finds anything that an earlier one left on what it can reach", async () => {
  const explore = readFileSync(join(import.meta.dirname, "explore.js"), "utf8");
  for (const _ of ["the first", "the second"]) {
    const { outcomes } = await run(`${explore}\nreturn { fetchAllApis };`);
    expect(outcomes.main).toMatchObject({
      value: {
        props: [
          ["reached", expect.any(Number)],
          ["found", { t: "array", items: [] }],
        ],
      },
    });
  }
});
