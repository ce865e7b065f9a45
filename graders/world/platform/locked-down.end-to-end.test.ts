// The platform as the sandbox has it: under SES lockdown, in compartments, in a process of its own.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { describe, expect, it } from "vitest";

/** What each program prints, with virtual times. They find `modules`, and `block(ms)`, which costs CPU time. */
const programs: [name: string, code: string, log: string[]][] = [
  [
    "timers, immediates and microtasks",
    `setTimeout(() => console.log("timeout 10"), 10);
     setTimeout(() => console.log("timeout"));
     setImmediate(() => console.log("immediate"));
     process.nextTick(() => console.log("tick"));
     queueMicrotask(() => console.log("microtask"));
     Promise.resolve().then(() => console.log("promise"));
     console.log("first");`,
    ["first@0", "tick@0", "microtask@0", "promise@0", "immediate@0", "timeout@1", "timeout 10@10"],
  ],
  [
    "blocked stretches",
    `setTimeout(() => console.log("due at 30"), 30);
     setTimeout(() => console.log("due at 20"), 20);
     setTimeout(() => { block(40); setImmediate(() => console.log("new")); console.log("worked"); }, 10);`,
    ["worked@50", "due at 20@50", "due at 30@50", "new@50"],
  ],
  [
    "using and await using",
    `{ using timer = setTimeout(() => console.log("never"), 5); }
     const resource = { [Symbol.asyncDispose]: () => modules["node:timers/promises"].setTimeout(20) };
     (async () => {
       { await using held = resource; console.log("held"); }
       console.log("released");
       const stack = new AsyncDisposableStack();
       stack.defer(() => console.log("deferred"));
       await stack.disposeAsync();
       try { using a = { [Symbol.dispose]() { throw new Error("second"); } }; throw new Error("first"); }
       catch (error) { console.log(error instanceof SuppressedError, error.error.message, error.suppressed.message); }
     })();`,
    ["held@0", "released@20", "deferred@20", "true second first@20"],
  ],
  [
    "dates and Intl",
    `class Day extends Date { day() { return this.toISOString().slice(0, 10); } }
     setTimeout(() => {
       console.log(new Day().day(), new Date() instanceof Date, Date.now() - Date.UTC(2026, 0, 1));
       console.log(new Intl.DateTimeFormat("en", { timeStyle: "medium", timeZone: "UTC" }).format());
       console.log(String(Temporal.Now.instant()), performance.now(), process.uptime());
       console.log(new Intl.NumberFormat("en").format(1e6), new Date(0).getTime(), structuredClone(new Date(7)).getTime());
     }, 5000);`,
    [
      "2026-01-01 true 5000@5000",
      "12:00:05 AM@5000",
      "2026-01-01T00:00:05Z 6000 6@5000",
      "1,000,000 0 7@5000",
    ],
  ],
  [
    "errors",
    `class TimeoutError extends Error { constructor(message) { super(message); this.name = "TimeoutError"; } }
     class Coded extends TypeError { name = "Coded"; code = 5; }
     class Aborted extends DOMException { constructor() { super("gone", "AbortError"); this.extra = 1; } }
     const errors = [new TimeoutError("late"), new Coded("x"), new Aborted(), new AggregateError([1], "all")];
     for (const error of errors) console.log(String(error), error instanceof Error, typeof error.stack, error.constructor.name);
     const wrapped = new Error("outer", { cause: errors[0] });
     console.log(wrapped.cause === errors[0], Error.isError?.(errors[2]) ?? true);
     try { structuredClone(() => {}); } catch (error) { console.log(error.name, error instanceof DOMException); }
     try { setTimeout("text"); } catch (error) { console.log(error.code, error.constructor === TypeError); }
     try { new URL("nowhere"); } catch (error) { console.log(error.code, error.constructor === TypeError); }`,
    [
      "TimeoutError: late true string TimeoutError@0",
      "Coded: x true string Coded@0",
      "AbortError: gone true string Aborted@0",
      "AggregateError: all true string AggregateError@0",
      "true true@0",
      "DataCloneError true@0",
      "ERR_INVALID_ARG_TYPE true@0",
      "ERR_INVALID_URL true@0",
    ],
  ],
  [
    "uncaught errors",
    `const fail = () => { throw new Error("oops"); };
     setTimeout(fail, 5); queueMicrotask(fail); setImmediate(fail);
     const target = new EventTarget(); target.addEventListener("x", fail); target.dispatchEvent(new Event("x"));
     setTimeout(() => console.log("after"), 5); Promise.reject(new Error("nobody"));`,
    [
      "uncaught Error: oops@0",
      "uncaught Error: oops@0",
      "unhandled Error: nobody",
      "uncaught Error: oops@0",
      "uncaught Error: oops@5",
      "after@5",
    ],
  ],
  [
    "signals",
    `const controller = new AbortController();
     const any = AbortSignal.any([controller.signal, AbortSignal.timeout(50)]);
     const late = AbortSignal.any([AbortSignal.timeout(30)]);
     controller.signal.addEventListener("abort", () => console.log("source", any.aborted));
     any.onabort = () => console.log("any", any.reason.message);
     late.addEventListener("abort", () => console.log(late.reason.name, late.reason instanceof DOMException));
     setTimeout(() => controller.abort(new Error("mine")), 20);
     modules["node:timers/promises"].setTimeout(1000, null, { signal: any })
       .catch((error) => console.log(error.name, error.code, error.cause.message));`,
    ["source true@20", "any mine@20", "AbortError ABORT_ERR mine@20", "TimeoutError true@30"],
  ],
  [
    "emitters",
    `const { once, on } = modules["node:events"];
     const EventEmitter = modules["node:events"];
     class Orders extends EventEmitter {
       constructor() { super(); this.emit = this.emit.bind(this); this.name = "orders"; }
       place(id) { return this.emit("order", id); }
     }
     const orders = new Orders();
     (async () => {
       const [first] = await once(orders, "order");
       console.log("first", first, orders.name);
       for await (const [id] of on(orders, "order")) { console.log("order", id); if (id === 3) break; }
       console.log(orders.listenerCount("order"));
       try { orders.emit("error", new Error("no listener")); } catch (error) { console.log(error.message); }
     })();
     [1, 2, 3].forEach((id) => setTimeout(orders.place.bind(orders), id * 10, id));`,
    ["first 1 orders@10", "order 2@20", "order 3@30", "0@30", "no listener@30"],
  ],
  [
    "contexts",
    `const { AsyncLocalStorage } = modules["node:async_hooks"];
     const { scheduler, setTimeout: sleep, setInterval: every } = modules["node:timers/promises"];
     const storage = new AsyncLocalStorage();
     const work = async (ms) => {
       await sleep(ms); await scheduler.yield();
       setTimeout(() => console.log(storage.getStore().id), 5);
     };
     for (const id of [2, 1]) storage.run({ id }, work, id * 10);
     (async () => { let beats = 0; for await (const _ of every(8)) if (++beats === 2) break; console.log("beats", storage.getStore()); })();`,
    ["1@15", "beats undefined@16", "2@25"],
  ],
  [
    "randomness and bytes",
    `const bytes = crypto.getRandomValues(new Uint8Array(3));
     console.log(Math.random() !== Math.random(), crypto.randomUUID().length, bytes.length);
     console.log(new TextDecoder().decode(new TextEncoder().encode("é")), btoa("hi"), new Float64Array(2).length);
     console.log(new URL("/x?q=1", "http://a.b").searchParams.get("q"), new WeakRef(bytes).deref() === bytes);`,
    ["true 36 3@0", "é aGk= 2@0", "1 true@0"],
  ],
  [
    "properties of one's own in place of methods",
    `const controller = new AbortController();
     const abort = controller.abort;
     controller.abort = (reason) => { console.log("wrapped"); abort.call(controller, reason); };
     controller.abort();
     const timer = setTimeout(() => {}, 5);
     timer.close = () => "mine";
     console.log(controller.signal.aborted, timer.close(), String(Object.keys(timer)));
     clearTimeout(timer);`,
    ["wrapped@0", "true mine close@0"],
  ],
  [
    "what cannot be changed",
    `const targets = { AbortSignal, "AbortSignal.prototype": AbortSignal.prototype, Date, JSON, crypto, Performance,
       EventEmitter: modules["node:events"], modules: modules["node:timers"], Intl, Temporal, URL };
     for (const [name, target] of Object.entries(targets)) {
       try { target.mine = 1; console.log(name, "takes it"); } catch { }
       try { Object.defineProperty(target, "mine", { value: 1 }); console.log(name, "takes it"); } catch { }
     }
     for (const name of ["then", "other"]) try { AbortController.prototype[name] = 1; console.log("takes", name); } catch { }
     for (const held of [console.log, Math.max, process.hrtime]) try { held.mine = 1; console.log("takes it"); } catch { }
     try { setTimeout.constructor("return this")(); console.log("evaluates"); } catch { console.log("refused"); }
     console.log(typeof (() => {}).constructor, (() => {}) instanceof Function);`,
    ["refused@0", "function true@0"],
  ],
  [
    "what one run leaves behind",
    `modules["node:events"].prototype.on("leak", () => console.log("leaked"));
     console.log = console.info = () => {}; Date.now = () => 5; Math.random = () => 0.5; process.env.LEAK = "1";
     AbortSignal.timeout = modules["node:events"].once = () => "leaked"; setTimeout.mine;
     modules["node:events"].defaultMaxListeners = 99;
     console.group(); console.count(); globalThis.leak = 1; +setTimeout(() => {}, 5);`,
    ["  default: 1@0"],
  ],
  [
    "what the next run finds of it",
    `modules["node:events"].prototype.emit("leak");
     console.log(Date.now() > 5, Math.random() === 0.5, process.env.LEAK, AbortSignal.timeout(5) instanceof AbortSignal);
     console.log(modules["node:events"].defaultMaxListeners, typeof leak, +setTimeout(() => {}, 5)); console.count();`,
    ["true false undefined true@0", "10 undefined 1@0", "default: 1@0"],
  ],
];

interface Report {
  logs: string[][];
  reachable: number;
  faults: string[];
}

async function runLockedDown(): Promise<Report> {
  const folder = await mkdtemp(join(tmpdir(), "locked-down-"));
  try {
    const child = join(folder, "child.cjs");
    await build({
      entryPoints: [join(import.meta.dirname, "fixtures", "locked-down.ts")],
      bundle: true,
      outfile: child,
      platform: "node",
      format: "cjs",
      target: "node26",
      logLevel: "silent",
      // Not strict: the platform must not depend on how it is bundled.
      tsconfigRaw: { compilerOptions: { target: "esnext", alwaysStrict: false } },
    });
    const ses = join(dirname(createRequire(import.meta.url).resolve("ses")), "ses.cjs");
    return JSON.parse(
      await nodeWithInput(child, JSON.stringify({ ses, programs: programs.map(([, code]) => code) })),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

function nodeWithInput(script: string, input: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = execFile(process.execPath, [script], (error, stdout, stderr) => {
      if (error) reject(new Error(`The child failed: ${stderr}`));
      else resolve(stdout);
    });
    child.stdin!.end(input);
  });
}

const report = await runLockedDown();

describe("the platform under lockdown", () => {
  it.each(programs.map(([name, , log], index) => [name, log, index] as const))("%s", (_name, log, index) => {
    expect(report.logs[index]).toEqual(log);
  });

  it("lets students reach nothing that is not frozen, nothing of the host's, and no caller", () => {
    expect(report.faults).toEqual([]);
    expect(report.reachable).toBeGreaterThan(500);
  });
});
