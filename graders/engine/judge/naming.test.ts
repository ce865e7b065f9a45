import { expect, test } from "vitest";
import { check, type Failure, type Grader, type Mistakes } from "../../kit/grader.ts";
import type { Plain } from "../../trace/plain.ts";
import { type Call, emptyTrace, type Outcome, type Trace } from "../../trace/trace.ts";
import { compile } from "../compile/compile.ts";
import { nameOf, nameOfStuck } from "./naming.ts";

const at = (ms: number, seq = ms + 1) => ({ at: ms, seq });
const call = (parts: Partial<Call> = {}): Call => ({
  id: "api#1",
  service: "api",
  index: 1,
  args: [],
  start: at(0),
  end: at(100),
  how: "fulfilled",
  value: "a value",
  on: "async",
  ...parts,
});
const traceOf = (main: Partial<Outcome>, parts: Partial<Trace> = {}) =>
  emptyTrace({
    outcomes: {
      main: { label: "main", start: at(0), state: "fulfilled", settled: at(200), value: "x", ...main },
    },
    calls: [call()],
    ...parts,
  });
const checked = (mistakes: Mistakes = {}) =>
  check("story", "story", { points: 1, scenario: () => {}, expect: () => [], mistakes });
const grader: Grader = { id: "99-test", checks: [], mistakes: { "late-start": () => true } };
const named = (
  trace: Trace,
  {
    code = "(function () {})",
    failure = {},
    mistakes = {},
  }: {
    code?: string;
    failure?: Partial<Failure>;
    mistakes?: Mistakes;
  } = {},
) => nameOf(grader, checked(mistakes), { message: "no", ...failure }, trace, code);
async function program(text: string): Promise<string> {
  const compiled = await compile({ entry: "a.ts", files: new Map([["a.ts", text]]) });
  if (!compiled.ok) throw new Error(compiled.message);
  return compiled.program.code;
}

test("the expectation's name goes before the check's, that before the grader's, and what is likely comes last", () => {
  const mistakes = { "repeated-call": () => true };
  const failure = { misconception: "timer-leak", likely: "wrong-format" };
  expect(named(traceOf({}), { failure, mistakes })).toEqual({ misconception: "timer-leak" });
  expect(named(traceOf({}), { mistakes })).toEqual({ misconception: "repeated-call" });
  expect(named(traceOf({}), { failure: { likely: "wrong-format" } })).toEqual({
    misconception: "late-start",
  });
  const silent = { ...grader, mistakes: {} };
  const likely = nameOf(silent, checked(), { message: "no", likely: "wrong-format" }, traceOf({}), "");
  expect(likely).toEqual({ misconception: "wrong-format" });
});

test("a name that the trace rules out is nobody's", () => {
  const failure = { misconception: "swallowed-error" };
  const rejected = traceOf({ state: "rejected", value: null });
  expect(named(rejected, { failure })).toEqual({ misconception: "late-start" });
  const mistakes = { "settled-wrappers": () => true, "falsy-is-nothing": () => true };
  expect(named(traceOf({}, { calls: [] }), { mistakes })).toEqual({ misconception: "late-start" });
});

test("a function or a promise in place of a value is certain, whatever else is named", () => {
  const failure = { misconception: "late-start" };
  const listed = (item: Plain): Plain => ({ t: "array", items: [item] });
  expect(named(traceOf({ value: listed({ t: "function", v: "api" }) }), { failure })).toEqual({
    misconception: "not-called",
    certain: true,
  });
  expect(named(traceOf({ value: listed({ t: "promise" }) }), { failure })).toEqual({
    misconception: "forgotten-await",
    certain: true,
  });
  const item: Plain = { t: "function", v: "", ref: "item 1" };
  const handedOver = traceOf({ value: item }, { made: { "item 1": item } });
  expect(named(handedOver, { failure })).toMatchObject({ misconception: "late-start" });
});

test("over an error that the language threw in the program no name stands that does not explain it", () => {
  const where = [{ line: 1, column: 1 }];
  const thrown = (message: string, name = "TypeError"): Plain => ({
    t: "error",
    name,
    message,
    props: [],
    where,
  });
  const failing = (message: string, name?: string) =>
    named(traceOf({ state: "rejected", value: thrown(message, name) }), {
      failure: { misconception: "gives-up" },
      mistakes: { "missing-return": () => true, "forgotten-await": () => true },
    });
  expect(failing("b.join is not a function")).toEqual({ misconception: "forgotten-await", certain: true });
  expect(failing("b.jion is not a function")).toEqual({ misconception: undefined, certain: true });
  expect(failing("slep is not defined", "ReferenceError")).toEqual({
    misconception: undefined,
    certain: true,
  });
});

test("what was taken for something else may lack what that has", () => {
  const value: Plain = {
    ...{ t: "error", name: "TypeError", props: [], where: [{ line: 1, column: 1 }] },
    message: "provided.next is not a function",
  };
  for (const id of ["iterable-taken-for-generator", "inherited-name"])
    expect(named(traceOf({ state: "rejected", value }), { mistakes: { [id]: () => true } })).toEqual({
      misconception: id,
      certain: true,
    });
});

test("a result that is not there is used: an error of the language's own, behind which a falsy reason may be", () => {
  const nothing = (read: string): Plain => ({
    ...{ t: "error", name: "TypeError", props: [], where: [{ line: 1, column: 1 }] },
    message: `Cannot read properties of undefined (reading '${read}')`,
  });
  const of = (read: string) =>
    named(traceOf({ state: "rejected", value: nothing(read) }), {
      mistakes: { "falsy-is-nothing": () => true },
    });
  expect(of("join")).toEqual({ misconception: "falsy-is-nothing", certain: true });
  expect(of("massage")).toEqual({ misconception: undefined, certain: true });
});

test("what a timer rejects with that was left is the timer's matter, unless it is cleared in any case", async () => {
  const timer = { kind: "timeout", ms: 900, madeAt: 0, dueAt: 900 } as const;
  const reason: Plain = { t: "error", name: "Error", message: "too late", props: [] };
  const trace = traceOf({}, { left: { timers: [timer], listeners: {} }, floating: [{ ...at(900), reason }] });
  const failure = { misconception: "floating-rejection" };
  expect(named(trace, { failure })).toEqual({ misconception: "timer-leak", certain: true });
  const code = await program("export const main = (p: any, t: any) => p.finally(() => clearTimeout(t));");
  expect(named(trace, { failure, code })).toEqual(failure);
  const other = { ...trace, floating: [{ ...at(900), reason: { ...reason, ref: "of a call" } }] };
  expect(named(other, { failure })).toEqual(failure);
});

test("a name that says more than a slip does goes before it", () => {
  const trace = traceOf({ value: { t: "function", v: "" } }, { calls: [] });
  expect(named(trace)).toEqual({ misconception: "not-called", certain: true });
  const mistakes = { "never-starts": () => true };
  expect(named(trace, { mistakes })).toEqual({ misconception: "never-starts", certain: true });
});

test("several arguments in place of a list are told by the place of the error", async () => {
  const code = await program("export const main = () => (Promise as any).all(1, 2);");
  const column = code.split("\n")[1]!.indexOf("all(1,2)") + 1;
  const message = "number 1 is not iterable";
  const value: Plain = { t: "error", name: "TypeError", message, props: [], where: [{ line: 2, column }] };
  expect(named(traceOf({ state: "rejected", value }), { code })).toEqual({
    misconception: "all-takes-list",
    certain: true,
  });
});

test.each([
  ["this.", "n+=1", "reading 'n'", "then-without-this"],
  [";", "abort()", "reading '#signal'", "then-without-this"],
  ["AbortSignal.", "any(", "reading '#signal'", undefined],
  ["one.", "n", "reading 'n'", undefined],
])(
  "a method that has lost its object is told by the place of the error: %s%s",
  async (before, part, what, name) => {
    const code = await program(`
    export class Loop { n = 0; count() { this.n += 1; } }
    export function main(one: any) {
      const { abort } = new AbortController();
      abort();
      return AbortSignal.any([one.n]);
    }`);
    const column = code.split("\n")[1]!.indexOf(before + part) + before.length + 1;
    const message = `Cannot read properties of undefined (${what})`;
    const value: Plain = { t: "error", name: "TypeError", message, props: [], where: [{ line: 2, column }] };
    expect(named(traceOf({ state: "rejected", value }), { code }).misconception).toBe(name);
  },
);

test("so they are under another name", async () => {
  const message = "object is not iterable (cannot read property Symbol(Symbol.iterator))";
  const name = async (value: string) => {
    const code = await program(
      `const gather: any = ${value};\nexport const main = (a: any, b: any) => gather(a, b);`,
    );
    const line = code.split("\n").findIndex((each) => each.includes("gather(a"));
    const where = [{ line: line + 1, column: code.split("\n")[line]!.indexOf("gather(a") + 1 }];
    const error: Plain = { t: "error", name: "TypeError", message, props: [], where };
    return named(traceOf({ state: "rejected", value: error }), { code }).misconception;
  };
  expect(await name("Promise.all.bind(Promise)")).toBe("all-takes-list");
  expect(await name("(each: any) => new Set(each)")).toBeUndefined();
});

test("a promise that is returned before its `finally` is told by what came after that", async () => {
  const code = await program(`export async function main(act: any, ms: number) {
    let timer: any;
    const late = new Promise((_, reject) => { timer = setTimeout(reject, ms); });
    try { return Promise.race([act(), late]); } finally { clearTimeout(timer); }
  }`);
  const timer = { kind: "timeout", ms: 50, madeAt: 0, dueAt: 50 } as const;
  const of = (parts: Partial<Trace>) => named(traceOf({ settled: at(90) }, parts), { code }).misconception;
  expect(of({ timersMade: [{ ...timer, cleared: 0 }] })).toBe("return-without-await");
  expect(of({ notes: [{ ...at(50), name: "abort", value: null }] })).toBe("return-without-await");
  expect(of({ timersMade: [{ ...timer, dueAt: 95, cleared: 0 }] })).toBe("late-start");
});

test("what was thrown out of a callback is named, unless the language threw it", () => {
  const reason: Plain = { t: "error", name: "Error", message: "too late", props: [] };
  const crashed = traceOf({ state: "pending" }, { end: "crashed", uncaught: { ...at(100), reason } });
  expect(named(crashed)).toEqual({ misconception: "throw-in-callback", certain: true });
  expect(named({ ...crashed, outcomes: {} })).toEqual({ misconception: "late-start" });
});

test("a construct names something only with its symptom", async () => {
  const code = await program(
    "export const main = (s: any, f: any) => { s.addEventListener('aborted', f); };",
  );
  expect(named(traceOf({}), { code })).toEqual({ misconception: "late-start" });
  const aborted = traceOf({}, { notes: [{ ...at(50), name: "abort", value: { t: "undefined" } }] });
  expect(named(aborted, { code })).toEqual({ misconception: "wrong-event", certain: true });
});

test("a call whose promise a callback does not hand on is told where nobody waited for it", async () => {
  const code = await program(
    "export const main = (all: any[], api: any): any => all.reduce((p, x) => p.then(() => { api(x); }), Promise.resolve());",
  );
  const early = traceOf({ settled: at(50) });
  expect(named(early, { code })).toEqual({ misconception: "missing-return", certain: true });
  expect(named(traceOf({}), { code })).toEqual({ misconception: "late-start" });
  // What is only noted, a line that is logged, comes to nothing.
  const noted = { ...early, notes: [{ ...at(50), name: "api", value: "saved" }] };
  expect(named(noted, { code })).toEqual({ misconception: "late-start" });
});

test("seconds for milliseconds are told by the factor, either way", async () => {
  const timed = (ms: number) =>
    ({ timersMade: [{ kind: "timeout", ms, madeAt: 0, dueAt: ms }] }) as Partial<Trace>;
  const name = async (how: string, ms: number) => {
    const code = await program(
      `export const main = (ms: number) => { setTimeout(() => 1, ms ${how} 1000); };`,
    );
    return named(traceOf({}, { ...timed(ms), input: 200 }), { code }).misconception;
  };
  expect(await Promise.all([name("*", 200_000), name("/", 1), name("/", 200)])).toEqual([
    "seconds-for-milliseconds",
    "seconds-for-milliseconds",
    "late-start",
  ]);
});

test("what never gave the loop back is told by what stands in the program, or by the check", async () => {
  const stuck = { ...checked(), whenStuck: "busy-wait" };
  const spinning = await program("export const main = () => { while (Date.now() < 5); };");
  const asking = await program(
    "export const main = (w: any, t: any): any => { const ask = (): any => w.run(t).catch(() => w.run(t)); return ask(); };",
  );
  const again = await program(
    "export const main = async () => { const bell = new Promise(() => {}); while (true) await bell; };",
  );
  expect([spinning, asking, again, ""].map((code) => nameOfStuck(stuck, code))).toEqual([
    "blocking-sleep",
    "retry-in-place-of-queue",
    "promise-settles-once",
    "busy-wait",
  ]);
});

test("what was called where it should be handed over is told by what it gave, or by the list that got it", async () => {
  const code = await program("export const main = (save: any, p: any) => p.then(save(1));");
  const certain = { misconception: "called-not-passed", certain: true };
  expect(named(traceOf({}, { calls: [call({ service: "save" })] }), { code })).toEqual(certain);
  const blocking = traceOf({}, { calls: [call({ service: "save", on: "loop" })] });
  expect(named(blocking, { code })).toEqual({ misconception: "late-start" });
  const listed = await program("export const main = (list: any, get: any) => list.map(get(1));");
  const line = listed.split("\n").findIndex((each) => each.includes("map("));
  const where = [{ line: line + 1, column: listed.split("\n")[line]!.indexOf("map(") + 1 }];
  const tripped = (message: string): Plain => ({ t: "error", name: "TypeError", message, props: [], where });
  const rejected = (message: string) =>
    named(traceOf({ state: "rejected", value: tripped(message) }), { code: listed });
  expect(rejected("#<Promise> is not a function")).toEqual(certain);
  expect(rejected("list.map is not a function")).toEqual({ misconception: undefined, certain: true });
});

test("one promise in every place is named where nothing went on at the same time", async () => {
  const code = await program(
    "export const main = (a: any) => { const lane = async () => a(); return Promise.all(Array(2).fill(lane())); };",
  );
  const second = (ms: number) => traceOf({}, { calls: [call(), call({ start: at(ms), end: at(200) })] });
  expect(named(second(100), { code })).toEqual({ misconception: "one-in-every-place", certain: true });
  expect(named(second(50), { code })).toEqual({ misconception: "late-start" });
});

test("an error of the language's own may refuse what there is an answer for, or say who sleeps", async () => {
  const where = [{ line: 1, column: 1 }];
  const thrown = (message: string, name: string): Plain => ({ t: "error", name, message, props: [], where });
  const failing = (message: string, code: string, name = "TypeError") =>
    named(traceOf({ state: "rejected", value: thrown(message, name) }), {
      code,
      mistakes: { "input-refused": () => true },
    }).misconception;
  expect(failing("Reduce of empty array with no initial value", "")).toBe("input-refused");
  expect(failing("x.y is not a function", "")).toBeUndefined();
  const sleeps = await program(
    "export const main = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 9);",
  );
  const missing = "`SharedArrayBuffer` is not here: there are no other threads. Use an ArrayBuffer.";
  expect(failing(missing, sleeps, "Error")).toBe("blocking-sleep");
  expect(failing(missing, "(function () {})", "Error")).toBeUndefined();
});
