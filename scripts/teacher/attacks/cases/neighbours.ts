// Attacks by programs: what an attacker's exercise does to the process in which her copies of others' answers are graded.
import { type Attack, type Files, rubbish } from "../attack.ts";
import { evidence, honest } from "../programs.ts";

type Copied = keyof typeof honest;

/** Hers in 01, and in 03 what she guesses that another hands in: the verdict on that may be kept for both. */
function copies(of: readonly Copied[], first: (number: number) => string): Files {
  const folders = of.map((answer, number) => ({
    [`0-eve-${number}/first-await.ts`]: first(number),
    [`0-eve-${number}/three-apis.ts`]: honest[answer],
  }));
  return Object.assign({}, ...folders);
}

const right = evidence("01-first-await");

/** The right answer, which does this once, in its first run; or in each. */
const once = (body: string) => inEach(`if (burgers.join() === "Burger 1,Burger 2") { ${body} }`);
const inEach = (body: string) => right.replace("  return", `  ${body}\n  return`);

function poison(
  name: string,
  tries: string,
  of: readonly Copied[],
  first: string,
  more: Partial<Attack> = {},
) {
  return {
    name: `neighbours: ${name}`,
    tries,
    in: "programs",
    files: copies(of, () => first),
    ...more,
  } as const;
}

const symbols = (mebibytes: number) =>
  once(`const text = (length: number) => "\\u4e00".repeat(length);
    for (let i = 0; i < 10; i++) Symbol.for(text(5e6) + i);
    const rest = text(5e5); for (let i = 100; i < ${mebibytes}; i++) Symbol.for(rest + i);`);

const memory: Attack[] = [
  poison(
    "the registry of symbols",
    "to leave no memory to what is graded next in her process",
    ["hungry"],
    symbols(120),
  ),
  {
    name: "neighbours: the registry of symbols, in an earlier run",
    tries: "to leave a verdict behind",
    in: "programs",
    earlier: [copies(["hungry"], () => symbols(120))],
  },
  poison(
    "memory used up",
    "to have the next exercise begin in a process that died",
    ["hungry", "sequential"],
    once("const all: unknown[] = []; for (;;) all.push(new Array(1e5).fill(all.length));"),
  ),
  poison(
    "memory beside the heap",
    "to leave none to the next exercise",
    ["hungry"],
    once("const all: unknown[] = []; for (let i = 0; i < 40; i++) all.push(new Uint8Array(1e7).fill(1));"),
  ),
];

/** Makes each run's trace as large as may be: a control character is six in JSON. */
const flood = (call: string, count: number) =>
  `let flooded = false;
const flood = (${call}) => {
  if (!flooded) for (let i = 0; i < ${count}; i++) ${call}("\\u0001".repeat(19_999));
  flooded = true;
};
`;
const flooding: Files = {
  "first-await.ts": `${flood("get", 46)}export const orderBurgers = (get, count) => (flood(get), get(count));\n`,
  "calling-vs-running.ts": `${flood("body", 23)}export const coroutine = (body) => () => (flood(body), body());\n`,
};
const traces: Attack[] = [
  {
    name: "neighbours: traces without an end",
    tries: "to use up what her verdicts may keep, so that the copy has no timeline",
    in: "programs",
    files: Object.fromEntries(
      [honest.sequential].flatMap((copied, number) =>
        Object.entries({ ...flooding, "three-apis.ts": copied }).map(([file, text]) => [
          `0-eve-${number}/${file}`,
          text,
        ]),
      ),
    ),
  },
  poison(
    "a flood of lines",
    "to use up what may be printed",
    ["sequential"],
    inEach('for (let i = 0; i < 60; i++) console.log("x".repeat(1000));'),
  ),
];

const time: Attack[] = [
  poison("two endless loops", "to use up the deaths that are allowed", ["floating"], inEach("for (;;);")),
  poison(
    "many endless loops at a time",
    "to leave no time to others",
    ["sequential", "floating"],
    once("for (;;);"),
    { options: { jobs: 8 } },
  ),
  poison(
    "endless waiting",
    "to have her timers fire in the next exercise",
    ["neverSettles", "sequential"],
    inEach(
      "setInterval(() => getBurgers(9), 7); (async () => { for (;;) await new Promise((next) => setTimeout(next, 1)); })();",
    ),
  ),
  poison(
    "an end that never comes",
    "to have a microtask run in the next exercise",
    ["sequential"],
    once("const later = (): Promise<void> => Promise.resolve().then(later); setTimeout(later, 5_000);"),
  ),
];

const realm: Attack[] = [
  poison(
    "deep recursion",
    "to change how deep the next exercise may recurse",
    ["deep", "deep"],
    inEach("const dive = (n: number): number => 1 + dive(n + 1); try { dive(0); } catch {}"),
  ),
  {
    name: "neighbours: another's program, twice",
    tries: "to have another's program warm when it is graded",
    in: "programs",
    files: { "0-eve/first-await.ts": honest.deep, "0-eve/three-apis.ts": honest.deep },
  },
  poison(
    "prototypes",
    "to change what all programs share",
    ["right", "sequential"],
    inEach(`for (const shared of [Object, Array, Promise, Function, Map, String, RegExp, Error])
    for (const of of [shared, shared.prototype]) for (const key of Reflect.ownKeys(of)) {
      try { (of as any)[key] = () => 7; } catch {}
      try { Object.defineProperty(of, key, { get: () => 7 }); } catch {}
      try { delete (of as any)[key]; } catch {}
    }`),
  ),
  poison(
    "the functions that she is given",
    "to change what all programs are given",
    ["right"],
    inEach(`for (const given of [getBurgers, setTimeout, AbortController, console, structuredClone, Math, Date])
    for (const key of ["x", "name", "constructor", "prototype", "then"]) {
      try { (given as any)[key] = 7; } catch {}
      try { Object.setPrototypeOf(given, { then() {} }); } catch {}
    }`),
  ),
  poison(
    "what a regular expression remembers",
    "to leave a match, a place or a locale",
    ["sequential"],
    inEach(`const sticky = /(B)/gy; sticky.exec("B"); "x".replace(/x/g, "$&$1"); ["b", "a"].sort(() => 0);
    try { (Error as any).stackTraceLimit = 0; (Error as any).prepareStackTrace = () => "7"; } catch {}`),
  ),
  poison(
    "odd values in common places",
    "to make what is shared slow, or compiled for her",
    ["hungry"],
    inEach(`const odd = new Proxy([], { get: () => odd as never, has: () => true }) as any;
    for (let i = 0; i < 2000; i++) try { Array.prototype.map.call(i % 2 ? odd : { length: i }, () => i); } catch {}
    class Late extends Promise<unknown> { static get [Symbol.species]() { return Promise; } }
    for (let i = 0; i < 500; i++) Late.all([i, Late.resolve(i)]).then(() => {}, () => {});`),
  ),
  poison(
    "what is thrown when all is over",
    "to end her process between two exercises",
    ["sequential", "floating"],
    inEach(`queueMicrotask(() => Promise.reject(new Error("late"))); setTimeout(() => { throw null; }, 10_000);
    Promise.reject({ get message() { throw 1; }, toString: null });`),
  ),
];

const shared: Attack[] = [
  {
    name: "neighbours: the same program in another layout",
    tries: "to have her lines in another's feedback",
    in: "programs",
    files: {
      "0-eve/three-apis.ts": `\ufeff${"// moved down\r\n".repeat(40)}${honest.sequential.replaceAll("\n", "\r\n")}`,
      "0-eve-2/exercises/03-three-apis/three-apis.ts": `/* ${"x".repeat(2000)} */ ${honest.floating}`,
      "0-eve-3/three-apis.ts": honest.unfinished,
    },
  },
  {
    name: "neighbours: another's folder",
    tries: "to read another's program, or to have hers read",
    in: "programs",
    files: {
      "0-eve/three-apis.ts": 'export { fetchAllApis } from "../ada/three-apis.ts";\n',
      "0-eve-2/three-apis.ts": 'import "../../../../../solutions/03-three-apis/three-apis.ts";\n',
      "0-eve-3/first-await.ts": rubbish,
    },
  },
];

export const neighbours: Attack[] = [...memory, ...traces, ...time, ...realm, ...shared];
