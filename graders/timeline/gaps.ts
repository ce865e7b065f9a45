// How a timeline stays small: lanes beyond a number are left out in the middle, and a line tells what is missing.
import type { Gap } from "./layout.ts";
import { ms } from "./words.ts";

/** Lanes of calls, and likewise of outcomes, in one chart. */
export const MAX_LANES = 12;

export function cutMiddle<T>(lanes: T[], gap: (left: T[]) => string): (T | Gap)[] {
  if (lanes.length <= MAX_LANES) return lanes;
  const [head, tail] = [Math.ceil((MAX_LANES - 1) / 2), Math.floor((MAX_LANES - 1) / 2)];
  const left = lanes.slice(head, -tail);
  return [...lanes.slice(0, head), { kind: "gap", text: gap(left) }, ...lanes.slice(-tail)];
}

export function range(from: number, to: number): string {
  return from === to ? `at ${ms(from)}` : `${ms(from).replace(" ms", "")} to ${ms(to)}`;
}

// Spreading a long list into Math.max would overflow the stack.
export function max(list: number[]): number {
  return list.reduce((best, item) => Math.max(best, item), 0);
}

export function min(list: number[]): number {
  return list.length ? list.reduce((best, item) => Math.min(best, item), Infinity) : 0;
}

export function sum(list: number[]): number {
  return list.reduce((total, item) => total + item, 0);
}
