// What a generator does, as data; the same done; and how it goes with whoever drives it, by the right rules or by wrong ones
// (coroutines-mistakes.ts). Serves 18, and 33, whose dependencies are generators into which a failure is thrown.
import { show, toPlain } from "../../trace/plain.ts";
import type { World } from "../../world/world.ts";
import { answerOf, type Job, inWords as jobInWords, MADE, makeValues, returning, throwing } from "../jobs.ts";

/** What is yielded, returned or thrown. */
export interface Given extends Job {
  /** The value is one of `KINDS`. */
  kind?: string;
}
export type Step =
  /** A promise that comes to this is yielded. */
  | { promise: Given }
  /** This itself is yielded; or the numbers from 0, so many, of which only the last is noted, or what is not right. */
  | { plain: Given }
  | { numbers: number }
  | Try
  /** By `yield*`. */
  | { nests: Step[] }
  | { returns: Given }
  | { throws: Given };
interface Try {
  tries: Step[];
  catches?: Step[];
  lastly?: Step[];
}
export type Leaf = Exclude<Step, { tries: unknown } | { nests: unknown }>;

export const promise = (job: Given): Step => ({ promise: job });
export const plain = (...value: [unknown?]): Step => ({ plain: returning(0, ...value) });
export const returns = (...value: [unknown?]): Step => ({ returns: returning(0, ...value) });
export const throws = (...value: [unknown?]): Step => ({ throws: throwing(...value) });
export const kinds = (...all: string[]): Given[] => all.map((kind) => ({ ...returning(0), kind }));

/** Values that one might take apart, call, run, await or throw. */
export const KINDS: Record<string, () => unknown> = {
  "a list": () => ["in", "a list"],
  "an object": () => ({ name: "in an object" }),
  "a function": () => (done?: (error: null, value: string) => void) => {
    done?.(null, "called back");
    return "called";
  },
  "a generator function": () =>
    function* () {
      yield "run";
      return "ran";
    },
  "a generator": () =>
    (function* () {
      yield "run";
      return "ran";
    })(),
  "an Error": () => new Error("only a value"),
  // biome-ignore lint/suspicious/noThenProperty: it is there to be no thenable.
  "an object whose then is no function": () => ({ then: "no function" }),
};

/** All that is yielded, returned or thrown, in the order in which it stands there. */
export function givenIn(steps: readonly Step[]): Given[] {
  return steps.flatMap((step) => {
    if ("tries" in step) return givenIn([...step.tries, ...(step.catches ?? []), ...(step.lastly ?? [])]);
    if ("nests" in step) return givenIn(step.nests);
    return "numbers" in step ? [] : Object.values(step);
  });
}

export interface Host {
  /** What is to be yielded there; of `numbers` the one with this index. */
  yields(leaf: Leaf, index: number): unknown;
  /** What is to be returned or thrown. */
  value(given: Given): unknown;
  note(what: "resumed" | "caught", value: unknown): void;
}

/** Does the steps. What it is resumed with and what it catches is noted. */
export function* performing(steps: readonly Step[], host: Host): Generator<unknown, unknown, unknown> {
  const end = yield* perform(steps, host);
  return end?.value;
}

type Performing = Generator<unknown, { value: unknown } | undefined, unknown>;

function* perform(steps: readonly Step[], host: Host): Performing {
  for (const step of steps) {
    if ("returns" in step) return { value: host.value(step.returns) };
    if ("throws" in step) throw host.value(step.throws);
    if ("nests" in step) yield* perform(step.nests, host);
    else if ("tries" in step) {
      const end = yield* attempt(step, host);
      if (end) return end;
    } else if ("numbers" in step) yield* count(step, host);
    else host.note("resumed", yield host.yields(step, 0));
  }
  return undefined;
}

function* attempt({ tries, catches, lastly = [] }: Try, host: Host): Performing {
  try {
    return yield* perform(tries, host);
  } catch (error) {
    if (!catches) throw error;
    host.note("caught", error);
    return yield* perform(catches, host);
  } finally {
    yield* perform(lastly, host);
  }
}

function* count(leaf: Step & { numbers: number }, host: Host): Performing {
  for (let index = 0; index < leaf.numbers; index++) {
    const own = host.yields(leaf, index);
    const value = yield own;
    if (value !== own || index === leaf.numbers - 1) host.note("resumed", value);
  }
  return undefined;
}

export const [VALUES, RESUMED, CAUGHT] = ["work", "resumed with", "caught"] as const;
/** How a promise is written down that it got in place of what that comes to. */
export const PROMISE = "(a promise)";

/** For steps in the world: a promise comes of the service `work`, called with its number, from 1. */
export function hostIn(world: World, steps: readonly Step[]): Host {
  const all = givenIn(steps);
  const values = makeValues(world, all, VALUES).map((value, index) => {
    const { kind } = all[index]!;
    return kind ? world.made(kindName(index), KINDS[kind]!()) : value;
  });
  const value = (own: Given) => values[all.indexOf(own)];
  const work = world.service<[number], unknown>(VALUES, {
    when(number) {
      const [own, end] = [all[number - 1]!, values[number - 1]];
      // A function is what it comes to, and not what makes that.
      return { ...answerOf(own, end), ...(own.ends === "returns" && { returns: () => end }) };
    },
  });
  const notes = { resumed: world.sink(RESUMED), caught: world.sink(CAUGHT) };
  return {
    value,
    note: (what, given) => notes[what](given instanceof Promise ? PROMISE : given),
    yields(leaf, index) {
      if ("promise" in leaf) {
        const own = work(all.indexOf(leaf.promise) + 1);
        // Who does not wait for it is not told twice, once more for a rejection that nobody handles.
        own.catch(() => {});
        return own;
      }
      return "plain" in leaf ? value(leaf.plain) : index;
    },
  };
}

/** What the world calls the value of this index: what is of a kind has a name of its own. */
export const valueName = ({ kind }: Given, index: number): string =>
  kind ? kindName(index) : `${VALUES} ${index + 1}`;
const kindName = (index: number) => `thing ${index + 1}`;

/** `a promise of 300 ms that fails, caught (there: "text"), return null`. */
export function inWords(steps: readonly Step[]): string {
  const word = ({ kind, value }: Given, made: string) =>
    kind ?? (value === MADE ? made : show(toPlain(value)));
  const one = (step: Step): string => {
    if ("promise" in step) {
      const { kind, ...job } = step.promise;
      return `yield a promise of ${jobInWords([job])}${kind ? ` that comes to ${kind}` : ""}`;
    }
    if ("plain" in step) return `yield ${word(step.plain, "a text")}`;
    if ("numbers" in step) return `yield ${step.numbers} numbers`;
    if ("returns" in step) return `return ${word(step.returns, "a text")}`;
    if ("throws" in step) return `throw ${word(step.throws, "an Error")}`;
    if ("nests" in step) return `yield* { ${inWords(step.nests)} }`;
    const { tries, catches, lastly } = step;
    const parts = [
      `try { ${inWords(tries)} }`,
      catches && `catch { ${inWords(catches)} }`,
      lastly && `finally { ${inWords(lastly)} }`,
    ];
    return parts.filter(Boolean).join(" ");
  };
  return steps.map(one).join("; ");
}
