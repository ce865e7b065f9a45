// The one home of every explanation, shared by all exercises: what several belts meet, and then belt by belt.
import { blue } from "./blue.ts";
import type { Misconception } from "./misconception.ts";
import { orange } from "./orange.ts";
import { shared } from "./shared.ts";
import { white } from "./white.ts";
import { yellow } from "./yellow.ts";

export type { Misconception } from "./misconception.ts";

/** By id. An id means the same mistake in every exercise that names it. */
export const misconceptions: Record<string, Misconception> = {
  ...shared,
  ...white,
  ...yellow,
  ...orange,
  ...blue,
};
