// What an exploration says, as lines of a terminal.
import type { Paint } from "../../lib/terminal.ts";
import type { StageDone } from "./explore.ts";

export const COUNT = new Intl.NumberFormat("en");
const counted = (count: number, what: string) => `${COUNT.format(count)} ${what}${count === 1 ? "" : "s"}`;
const things = (size: number, of: string) => `${size} ${size === 1 ? of.replace(/s$/, "") : of}`;

/** `3 clients, every order, up to 1 pair in one turn`. */
export function scopeInWords({ size, joined }: Pick<StageDone, "size" | "joined">, of: string): string {
  const turns = joined > 0 ? `, up to ${counted(joined, "pair")} in one turn` : "";
  return `${things(size, of)}, every order${turns}`;
}

/** One stage that is over. */
export function stageLine(stage: StageDone, of: string, paint: Paint): string {
  const { found, stopped, held, inputs, runs } = stage;
  const [sign, end] = found
    ? [paint("red", "✗"), "fails"]
    : stopped
      ? [paint("yellow", "…"), "stopped"]
      : [paint("green", "✓"), "hold"];
  const which =
    found || stopped
      ? `${COUNT.format(held)} of ${COUNT.format(inputs)} inputs`
      : `all ${counted(inputs, "input")}`;
  return `  ${sign} ${scopeInWords(stage, of).padEnd(54)} ${which.padStart(24)} ${counted(runs, "run").padStart(14)}  ${end}`;
}

/** What is known in the end: never more than that. */
export function summaryLine(stages: readonly StageDone[], of: string, seconds: number): string {
  const whole = stages.filter(({ found, stopped }) => !found && !stopped);
  const runs = stages.reduce((sum, each) => sum + each.runs, 0);
  const rate = `${counted(runs, "schedule")} in ${seconds.toFixed(1)} s (${COUNT.format(Math.round(runs / Math.max(seconds, 0.1)))} a second)`;
  const last = whole.at(-1);
  return last ? `Holds for ${scopeInWords(last, of)}. ${rate}.` : `${rate}.`;
}
