// The table that `npm run bench` prints, a line as soon as it is measured.
import type { Row } from "./measurement.ts";

const WHAT = 44;

export function tableHead(): string {
  return `\n${"".padEnd(WHAT)}${"ours".padStart(9)}${"bare".padStart(9)}${"ratio".padStart(8)}   goal`;
}

/** `save to verdict    210 ms   340 ms    0.62   ≤ 2, met`. */
export function rowLine({ what, ours, bare, goal, unit = "ms" }: Row): string {
  const figure = (value: number) => `${Math.round(value)} ${unit}`.padStart(9);
  const ratio = ours / bare;
  const told = goal === undefined ? "" : `   ≤ ${goal}, ${ratio <= goal ? "met" : "missed"}`;
  return `${what.padEnd(WHAT)}${figure(ours)}${figure(bare)}${ratio.toFixed(2).padStart(8)}${told}`;
}
