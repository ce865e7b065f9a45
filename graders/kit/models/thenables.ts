// Things that come to something when their `then` is called, of many kinds and in each other. Serves whom futures.ts serves.
import { show, toPlain } from "../../trace/plain.ts";
import { notesOf, type Trace } from "../../trace/trace.ts";
import type { World } from "../../world/world.ts";
import { that } from "../expectations.ts";
import type { Finding } from "../grader.ts";
import { type Job, MADE, makeValues } from "../jobs.ts";

type Act = (value: unknown) => void;
type Answer = (resolve: Act, reject: Act) => void;
/** A promise that is settled from outside. */
export interface Settleable {
  readonly state: string;
  resolve(value: unknown): void;
  reject(reason: unknown): void;
  then(onFulfilled?: ((value: any) => any) | null, onRejected?: ((reason: any) => any) | null): Settleable;
}

const THEN = "then";

interface Surroundings {
  makeFuture: () => Settleable;
  /** The future that will ask the thing. */
  asking: Settleable | undefined;
  /** An Error that comes beside the answer, and must not count. */
  second: unknown;
}
type Kind = (answer: Answer, around: Surroundings) => unknown;
const USUAL_KINDS: Record<string, Kind> = {
  "a future": (answer, { makeFuture }) => {
    const future = makeFuture();
    answer(
      (value) => future.resolve(value),
      (reason) => future.reject(reason),
    );
    return future;
  },
  "an object with a then": (answer) => ({ [THEN]: answer }),
  "a function with a then": (answer) => Object.assign(() => {}, { [THEN]: answer }),
  "an object that inherits its then": (answer) => Object.create({ [THEN]: answer }),
  // Last: a trace cannot tell which one it was.
  "a promise": (answer) => new Promise(answer),
};
const ODD_KINDS: Record<string, Kind> = {
  "an object that answers twice": (answer, { second }) => ({
    [THEN](resolve: Act, reject: Act) {
      answer(resolve, reject);
      resolve(second);
      reject(second);
    },
  }),
  "an object that answers and then throws": (answer, { second }) => ({
    [THEN](resolve: Act, reject: Act) {
      answer(resolve, reject);
      throw second;
    },
  }),
  "an object whose then can be read once": (answer) => {
    const thens = [answer];
    return Object.defineProperty({}, THEN, { get: () => thens.pop() });
  },
  "an object that asks for its this": (answer) => {
    const own = {
      [THEN](resolve: Act, reject: Act) {
        if (this === own) answer(resolve, reject);
      },
    };
    return own;
  },
};
/** Kinds of things that have whoever calls their `then` answered; and those that do more than that, which must not count. */
export const [USUAL, ODD] = [USUAL_KINDS, ODD_KINDS].map(Object.keys) as [string[], string[]];
/** Of one that settles the very future by which it is asked, before it answers. */
export const MEDDLING = "an object that rejects whoever asks it";
/** Of one that throws where its `then` is read: its job has to throw. */
export const UNREADABLE = "an object whose then cannot be read";
const KINDS: Record<string, Kind> = {
  ...USUAL_KINDS,
  ...ODD_KINDS,
  [MEDDLING]: (answer, { asking, second }) => ({
    [THEN](resolve: Act, reject: Act) {
      asking?.reject(second);
      answer(resolve, reject);
    },
  }),
  [UNREADABLE](answer) {
    const nothing = () => {};
    return Object.defineProperty({}, THEN, { get: () => answer(nothing, nothing) });
  },
};
/** An object that comes to itself. */
export const NO_THENABLE = { [THEN]: "no function" };

/** What a job ends with, or a thing that comes to it: of the first kind, which answers with one of the next, and so on. */
export interface Thing extends Job {
  kinds?: string[];
}
/** What comes to this in the end, by way of things of these kinds. */
export const comingTo = (job: Job, ...kinds: string[]): Thing => ({ ...job, kinds });
/** Whether it has to be handed over by a rejection or a throw; what a thing comes to does not change that it is a value. */
export const isFailing = ({ ends, kinds }: Thing): boolean => ends !== "returns" && !kinds;

const THING = " thing ";
/** What the world calls a thing: `settled thing 1: a future`, the outermost being 1. */
export const thingName = (name: string, level: number, kinds: readonly string[]): string =>
  `${name}${THING}${level}: ${kinds[level - 1]}`;
export const isThingName = (name = ""): boolean => name.includes(THING);
/** Makes it in the world, for a future that will ask it: what it ends with as `NAME 1`, and the things by their names. */
export function makeThing(
  world: World,
  { kinds = [], ...job }: Thing,
  name: string,
  makeFuture: () => Settleable,
  asking?: Settleable,
): unknown {
  const [end] = makeValues(world, [job], name);
  const around = { makeFuture, asking, second: world.error("second answer") };
  let thing: unknown = end;
  let answer: Answer = (resolve, reject) => {
    if (job.ends === "throws") throw end;
    const act = () => (job.ends === "returns" ? resolve : reject)(end);
    if (job.takes > 0) void world.wait(job.takes).then(act);
    else act();
  };
  for (const [index, kind] of kinds.toReversed().entries()) {
    const own = KINDS[kind]!(answer, around);
    thing = world.made(thingName(name, kinds.length - index, kinds), own);
    answer = (resolve) => resolve(own);
  }
  return thing;
}

/** `a future that comes to a promise that rejects with an Error after 300 ms`; or just `an Error`, or its value. */
export function inWords({ kinds = [], takes, ends, value }: Thing): string {
  const made = ends === "returns" ? "a value" : "an Error";
  const end = value === MADE ? made : show(toPlain(value));
  if (kinds.length === 0) return end;
  const verb = { returns: "comes to", fails: "rejects with", throws: "throws" }[ends];
  return `${kinds.join(" that comes to ")} that ${verb} ${end}${takes > 0 ? ` after ${takes} ms` : ""}`;
}

/** Settles it, and notes what it throws: it must not. */
export function trySettle(world: World, settle: () => void): void {
  try {
    settle();
  } catch (error) {
    world.note("threw", error);
  }
}
/** `resolve` and `reject` threw nothing. */
export function threwNothing(trace: Trace): Finding {
  const [thrown] = notesOf(trace, "threw");
  return that(
    !thrown,
    `\`resolve\` or \`reject\` threw ${show(thrown?.value ?? null, 60)}; they never throw.`,
  );
}
