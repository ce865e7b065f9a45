// A program that is evaluated past compile's checks: leaves a mark on everything that it can reach, by properties, prototypes and
// calls with all sorts of arguments, and returns where it found a mark that an earlier run must have left.
// A text: a symbol by name would be another one in the next run.
const MARK = "I was here";
const argumentLists = () => [
  ...[[], [() => {}], ["a"], [1], [[]], [{}]],
  ...[["a", "b"], ["a", () => {}], [{}, {}], [new Uint8Array(4)], [[1], () => 1]],
];
const MOST_CALLS = 30_000;

function explore(start) {
  const [seen, found, queue] = [new Set(), [], []];
  let calls = 0;
  const visit = (value, path, depth) => {
    if ((typeof value !== "object" || value === null) && typeof value !== "function") return;
    if (seen.has(value) || seen.size > 60_000) return;
    seen.add(value);
    queue.push([value, path, depth]);
  };
  const attempt = (act, path, depth) => {
    if (calls++ > MOST_CALLS) return;
    try {
      const given = act();
      visit(given, path, depth);
      given?.then?.(undefined, () => {});
    } catch (error) {
      visit(error, `${path} thrown`, depth);
    }
  };
  for (const [name, value] of start) visit(value, name, 0);
  for (let next = queue.shift(); next; next = queue.shift()) {
    const [value, path, depth] = next;
    if (leaveMark(value)) found.push(path);
    for (const [key, held] of properties(value)) visit(held, `${path}.${key}`, depth);
    const prototype = quietly(() => Object.getPrototypeOf(value));
    visit(prototype, `${path}.__proto__`, depth);
    if (depth < 4 && typeof value === "object") {
      for (const key of inheritedKeys(prototype)) {
        attempt(() => value[key], `${path}.${String(key)}`, depth);
        const method = quietly(() => value[key]);
        if (typeof method !== "function" || key === "constructor") continue;
        for (const args of argumentLists().slice(0, 6)) {
          attempt(() => method.apply(value, args), `${path}.${String(key)}()`, depth + 1);
        }
      }
    }
    if (depth < 3 && typeof value === "function") {
      for (const args of argumentLists()) {
        attempt(() => value(...args), `${path}()`, depth + 1);
        attempt(() => new value(...args), `new ${path}()`, depth + 1);
      }
    }
  }
  return { reached: seen.size, found };
}

/** Whether there was one already. */
function leaveMark(value) {
  if (quietly(() => Object.hasOwn(value, MARK))) return true;
  quietly(() => Object.defineProperty(value, MARK, { value: 1, configurable: true }));
  return false;
}

function properties(value) {
  const descriptors = quietly(() => Object.entries(Object.getOwnPropertyDescriptors(value))) ?? [];
  const symbols = quietly(() => Object.getOwnPropertySymbols(value)) ?? [];
  const all = [
    ...descriptors,
    ...symbols.map((key) => [String(key), Object.getOwnPropertyDescriptor(value, key)]),
  ];
  return all.flatMap(([key, { value: held, get, set }]) => [held, get, set].map((each) => [key, each]));
}

function inheritedKeys(prototype) {
  const keys = new Set();
  for (let holder = prototype, steps = 0; holder && steps < 4; steps++) {
    for (const key of quietly(() => Reflect.ownKeys(holder)) ?? []) if (key !== "__proto__") keys.add(key);
    holder = quietly(() => Object.getPrototypeOf(holder));
  }
  return keys;
}

function quietly(act) {
  try {
    return act();
  } catch {
    return undefined;
  }
}

function thrown(act) {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

/** What no global leads to without a call of just the right kind. */
function hard(fetchApi) {
  const segments = new Intl.Segmenter("en", { granularity: "word" }).segment("a b");
  return {
    fetchApi,
    promise: fetchApi(1),
    segments,
    segmentIterator: segments[Symbol.iterator](),
    generator: (function* () {})(),
    asyncGenerator: (async function* () {})(),
    asyncFunction: async () => {},
    arrayIterator: [][Symbol.iterator](),
    mapIterator: new Map().entries(),
    setIterator: new Set().values(),
    matches: "aa".matchAll(/a/g),
    characters: "a"[Symbol.iterator](),
    helper: [1].values().map((each) => each),
    wrapped: Iterator.from({ next: () => ({ done: true }) }),
    given: (function () {
      // biome-ignore lint/complexity/noArguments: an arguments object is a thing of its own.
      return arguments;
    })(),
    typeError: thrown(() => null.x),
    rangeError: thrown(function deeper() {
      deeper();
    }),
    events: __modules["node:events"].on(new __modules["node:events"](), "x"),
    intervals: __modules["node:timers/promises"].setInterval(10),
  };
}

// biome-ignore lint/correctness/noUnusedVariables: the test calls it.
function fetchAllApis(fetchApi) {
  // What is behind them first: to read some makes them another thing.
  const accessors = [globalThis, Object.getPrototypeOf(globalThis)].flatMap(properties);
  const globals = Reflect.ownKeys(globalThis).map((key) => [String(key), globalThis[key]]);
  return explore([...accessors, ...globals, ...Object.entries(__modules), ...Object.entries(hard(fetchApi))]);
}
