// The operators: small changes to a right answer that students make, each with the misconception behind it.
import { errorOperators } from "./errors.ts";
import { falsyOperators } from "./falsy.ts";
import { floatingOperators } from "./floating.ts";
import type { Operator } from "./operator.ts";
import { sharedStateOperators } from "./shared-state.ts";
import { syncThrowOperators } from "./sync-throw.ts";

export const operators: readonly Operator[] = [
  ...sharedStateOperators,
  ...falsyOperators,
  ...floatingOperators,
  ...errorOperators,
  ...syncThrowOperators,
];
