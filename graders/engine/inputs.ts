// What a check is asked with: its list, or of a generated cast the chosen inputs and then some of the seed's.
import fc from "fast-check";
import { type Check, type Grader, isGenerated, MOST_INPUTS } from "../kit/grader.ts";
import { toPlain } from "../trace/plain.ts";
import type { Input } from "./sandbox/protocol.ts";

/** How many inputs of the seed are asked where no chosen ones need the room, and how many are whatever is chosen. */
export const OF_THE_SEED = 10;
const FEWEST_OF_THE_SEED = 5;
/** How many inputs may be chosen for a check. */
export const MOST_CHOSEN = MOST_INPUTS - FEWEST_OF_THE_SEED;

export const NO_INPUT: Input = [];

/** Where a generated cast makes an input: fast-check's seed, and how many come before it. The same input each time. */
export interface Origin {
  seed: number;
  nth: number;
}

export interface Asked {
  input: Input;
  /** Of a generated one: from there it can be shrunk. */
  origin?: Origin;
}

/**
 * Inputs that were chosen beforehand since known wrong answers fail with them, by the check's id: each one's origin
 * (`SEED:NTH`) -> the input in words. Made by `npm run catalogue -- --inputs`.
 */
export type ChosenInputs = Record<string, Record<string, string>>;

/** The grader whose checks ask these inputs first. */
export function choosing(grader: Grader, chosen: ChosenInputs): Grader {
  const checks = grader.checks.map((check) => {
    const own = chosen[check.id];
    return own && isGenerated(check.cast) ? { ...check, chosen: Object.keys(own) } : check;
  });
  return { ...grader, checks };
}

/** In the order in which they are asked. The same for every submission, and so made once. */
export function askedInputs(check: Check, seed: number): readonly Asked[] {
  const { cast } = check;
  if (cast === undefined) return [{ input: NO_INPUT }];
  const bySeed = known.get(check) ?? new Map<number | undefined, Asked[]>();
  known.set(check, bySeed);
  const key = isGenerated(cast) ? seed : undefined;
  const asked = bySeed.get(key) ?? (isGenerated(cast) ? generated(check, cast, seed) : listed(cast));
  bySeed.set(key, asked);
  return asked;
}

const known = new WeakMap<Check, Map<number | undefined, Asked[]>>();

function listed(cast: readonly unknown[]): Asked[] {
  return cast.map((value) => ({ input: [toPlain(value)] }));
}

function generated({ chosen = [] }: Check, cast: fc.Arbitrary<unknown>, seed: number): Asked[] {
  const count = Math.max(FEWEST_OF_THE_SEED, Math.min(OF_THE_SEED, MOST_INPUTS - chosen.length));
  const first = chosen.slice(0, MOST_CHOSEN).map((text) => madeAt(cast, originOf(text)));
  return [...first, ...inAnyOrder(madeFrom(cast, seed, count), seed)];
}

/** The first inputs that the cast makes of the seed, in the usual order of events. */
export function madeFrom(cast: fc.Arbitrary<unknown>, seed: number, count: number): Asked[] {
  return fc.sample(cast, { seed, numRuns: count }).map((value, nth) => {
    return { input: [toPlain(value)], origin: { seed, nth } };
  });
}

/** See `chooser`: up to eight choices, each among so many events that every order of six comes up. */
const anyOrder = fc.array(fc.nat(5), { minLength: 1, maxLength: 8, size: "max" });

/** Every second one with an order of its own for what falls into one virtual ms. */
function inAnyOrder(asked: readonly Asked[], seed: number): Asked[] {
  const orders = fc.sample(anyOrder, { seed, numRuns: asked.length });
  return asked.map((one, nth) => {
    return nth % 2 === 0 ? one : { ...one, input: [one.input[0]!, orders[nth]!] };
  });
}

export function madeAt(cast: fc.Arbitrary<unknown>, origin: Origin): Asked {
  const [value] = fc.sample(cast, { seed: origin.seed, path: `${origin.nth}`, numRuns: 1 });
  return { input: [toPlain(value)], origin };
}

export function originText({ seed, nth }: Origin): string {
  return `${seed}:${nth}`;
}

export function originOf(text: string): Origin {
  const [seed, nth] = text.split(":").map(Number);
  return { seed: seed!, nth: nth! };
}

/**
 * Asks of ever smaller inputs than the generated one that was asked whether they fail, too, as fast-check shrinks it: of
 * those of one that fails it goes on with the first that fails. `fails` is asked of each in turn, in the same order of
 * events.
 */
export async function shrink(
  cast: fc.Arbitrary<unknown>,
  { input: [, order], origin }: Asked,
  fails: (input: Input) => Promise<boolean>,
): Promise<void> {
  let known = true;
  const property = fc.asyncProperty(cast, async (value) => {
    const failed = known || (await fails(order ? [toPlain(value), order] : [toPlain(value)]));
    known = false;
    if (failed) throw new Error("failed");
  });
  const where = { seed: origin!.seed, path: `${origin!.nth}`, numRuns: 1 };
  await fc.check(property, { ...where, interruptAfterTimeLimit: undefined as never });
}
