// The one home of every explanation, shared by all exercises: what several belts meet, and then belt by belt.
import { advice } from "./advice/advice.ts";
import { black } from "./black.ts";
import { blue } from "./blue.ts";
import { brown } from "./brown.ts";
import { green } from "./green.ts";
import type { Misconception } from "./misconception.ts";
import { moments } from "./moments.ts";
import { orange } from "./orange.ts";
import { shared } from "./shared.ts";
import { slips } from "./slips.ts";
import { white } from "./white.ts";
import { yellow } from "./yellow.ts";

export type { Misconception } from "./misconception.ts";

/** By id. An id means the same mistake in every exercise that names it. */
export const misconceptions: Record<string, Misconception> = {
  ...shared,
  ...slips,
  ...moments,
  ...white,
  ...yellow,
  ...orange,
  ...green,
  ...blue,
  ...brown,
  ...black,
};

/** What to read about a misconception in this exercise (id): its advice may be the exercise's own. Undefined if there is none. */
export function explained(exercise: string, id: string | undefined): Misconception | undefined {
  if (id === undefined || !Object.hasOwn(misconceptions, id)) return undefined;
  const known = misconceptions[id]!;
  return { ...known, advice: advice[exercise]?.[id] ?? known.advice };
}
