// Dependencies that are set up before a handler and torn down after it, as data: what each provides, how long it takes, and what
// fails. Serves 33, and 35.
import { show, toPlain } from "../../trace/plain.ts";
import type { World } from "../../world/world.ts";
import { answerOf, isFailure, type Job, MADE, makeValues, returning } from "../jobs.ts";

/** How it provides its value. By a generator (`generator`: a sync one, which takes no time), or as it is, or as a promise. */
export const KINDS = ["async generator", "generator", "promise", "value"] as const;
export type Kind = (typeof KINDS)[number];

/** One dependency. What is not given is as usual: an async generator, which takes 100 ms to set up and 100 to tear down. */
export interface Needed {
  name: string;
  needs?: string[];
  kind?: Kind;
  /** What it provides; MADE (and if not given): a text that the world makes up; `odd`: one of those below. */
  value?: unknown;
  up?: Job;
  down?: Job;
  /** What its generator does with the error that is thrown into it: it throws that on if not given. */
  answer?: "swallows" | "throws another";
  /** It has a bare `yield`: an error, or a return, ends it there. */
  bare?: boolean;
  /** Its `provide` is a function that calls the generator function, and is none itself. */
  plain?: boolean;
}
export interface Solving {
  all: Needed[];
  handler?: Job;
}

export const needed = (name: string, more: Partial<Needed> = {}): Needed => ({ name, ...more });
export const needing = (name: string, ...needs: string[]): Needed => needed(name, { needs });
/** The same, but that one is otherwise. */
export const but = (all: readonly Needed[], name: string, more: Partial<Needed>): Needed[] =>
  all.map((own) => (own.name === name ? { ...own, ...more } : own));

/** Values that are no generators, though something about them is like one. */
const ODD = {
  "a list": () => ["tea", "cake"],
  "a Map": () => new Map([["tea", 2]]),
  "an object with a next": () => ({ next: "the bill" }),
  "an object with a next to call": () => ({ next: () => ({ done: false, value: "the bill" }) }),
  "the iterator of a list": () => ["tea", "cake"].values(),
  "a mapped iterator": () => ["tea", "cake"].values().map((each) => each.length),
  "an async iterable": () => ({ [Symbol.asyncIterator]: () => ({ next: async () => ({ done: true }) }) }),
  "a function": () => () => "tea",
  "a generator function": () =>
    function* () {
      yield "tea";
    },
} as const;
export const ODD_VALUES = Object.keys(ODD) as (keyof typeof ODD)[];
export const odd = (what: keyof typeof ODD) => ({ odd: what });
/** One of each kind that provides such a value, and one that needs them all. */
export const inEachKind = (value: unknown): Needed[] => [
  ...KINDS.map((kind) => needed(kind, { kind, value })),
  needing("cart", ...KINDS),
];
export const isOdd = (value: unknown): value is ReturnType<typeof odd> =>
  typeof value === "object" && value !== null && "odd" in value;

export const [UP, DOWN, HANDLER] = ["set up", "tear down", "handler"] as const;
const USUAL = returning(100);
export const kindOf = ({ kind = "async generator" }: Needed): Kind => kind;
export const isGenerator = (each: Needed): boolean => kindOf(each).endsWith("generator");
export const jobsOf = ({ up = USUAL, down = USUAL }: Needed) => ({ up, down });
export const isFailing = (each: Needed): boolean => Object.values(jobsOf(each)).some(isFailure);
/** What the world calls its value */
export const valueName = (name: string) => `the ${name}`;

type Values = Record<string, unknown>;

/** A dependency, as `solve` gets it. */
export interface Provided {
  name: string;
  needs?: string[];
  provide(values: Values): any;
}

/** The dependencies. Each notes what it is provided with, and how its generator is resumed. */
export function dependencies(world: World, all: readonly Needed[]): Provided[] {
  return all.map((each) => {
    const { name, needs } = each;
    return { name, ...(needs && { needs: [...needs] }), provide: providing(world, each) };
  });
}

function providing(world: World, each: Needed): (values: Values) => unknown {
  const { name, needs = [], answer, bare, plain } = each;
  const value = makeValue(world, each);
  const kind = kindOf(each);
  const [up, down] = [stepOf(world, each, UP), stepOf(world, each, DOWN)];
  const look = (values: Values) => {
    for (const need of needs) world.note("provided", [name, need, values[need]]);
  };
  const thrown = (error: unknown) => {
    world.sink("thrown in")([name, error]);
    if (answer === "throws another") throw world.error(`another of ${name}`);
    if (answer !== "swallows") throw error;
  };
  const resumed = () => world.sink("resumed")(name);
  const kinds = {
    async *"async generator"(values: Values) {
      look(values);
      await up();
      try {
        yield value;
        resumed();
      } catch (error) {
        thrown(error);
      } finally {
        if (!bare) await down();
      }
      if (bare) await down();
    },
    *generator(values: Values) {
      look(values);
      void up();
      try {
        yield value;
        resumed();
      } catch (error) {
        thrown(error);
      } finally {
        if (!bare) void down();
      }
      if (bare) void down();
    },
    async promise(values: Values) {
      look(values);
      await up();
      return value;
    },
    value(values: Values) {
      look(values);
      void up();
      return value;
    },
  };
  return plain ? (values: Values) => kinds[kind](values) : kinds[kind];
}

/** The service for its set-up or tear-down, which is called with its name; where it is sync it takes no time. */
function stepOf(world: World, each: Needed, what: typeof UP | typeof DOWN): () => Promise<unknown> {
  const job = jobsOf(each)[what === UP ? "up" : "down"];
  const [value] = makeValues(world, [job], `${what} of ${each.name}`);
  const isSync = kindOf(each) === "generator" || kindOf(each) === "value";
  const own = job.ends === "returns" ? { returns: undefined } : { [isSync ? "throws" : "fails"]: value };
  const step = isSync
    ? world.blocking<[string], any>(what, { costs: 0, ...own })
    : world.service<[string], unknown>(what, { ...answerOf(job, value), ...own });
  return () => step(each.name);
}

function makeValue(world: World, each: Needed): unknown {
  const called = valueName(each.name);
  if (!("value" in each) || each.value === MADE) return world.payload(called);
  return world.made(called, isOdd(each.value) ? ODD[each.value.odd]() : each.value);
}

/** The handler: notes each value, and does its job. */
export function handlerOf(world: World, { all, handler = returning(1000) }: Solving) {
  const [value] = makeValues(world, [handler], HANDLER);
  const work = world.service<[], any>(HANDLER, answerOf(handler, value));
  return (values: Values): Promise<any> => {
    for (const { name } of all) world.note("handed", [name, values[name]]);
    return work();
  };
}

/** `With database (100 ms, then 100 ms), session, which needs database, …, and a handler of 1000 ms`. */
export function inWords({ all, handler }: Solving): string {
  const one = (each: Needed) => {
    const { name, needs = [], answer, bare } = each;
    const { up, down } = jobsOf(each);
    const value = "value" in each ? each.value : MADE;
    const what = isOdd(value) ? value.odd : value === MADE ? "" : show(toPlain(value));
    return [
      name,
      kindOf(each) !== "async generator" && `(a ${kindOf(each)})`,
      what && `(${what})`,
      needs.length > 0 && `that needs ${needs.join(" and ")}`,
      up.ends !== "returns" && "whose set-up fails",
      down.ends !== "returns" && "whose tear-down fails",
      answer &&
        `that ${answer === "swallows" ? "catches what is thrown in" : "throws another error in answer"}`,
      bare && "with a bare yield",
    ]
      .filter(Boolean)
      .join(" ");
  };
  const fails = handler && handler.ends !== "returns" ? ", and a handler that fails" : "";
  return `With ${all.map(one).join(", ") || "no dependency"}${fails}`;
}
