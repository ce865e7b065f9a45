// Which mutant an entry of equivalent-mutants.json is about. Line numbers play no part: lines move.
import type { Equivalent } from "../evidence/equivalents.ts";
import type { Mutant } from "./mutate.ts";

/** The entry for `mutant`, one of `all` mutants of the file `text`; its reason is still to be written. */
export function entryOf(mutant: Mutant, all: readonly Mutant[], text: string): Equivalent {
  const lines = text.split("\n");
  const change = ({ line, original, replacement }: Mutant) => ({
    line: lines[line - 1]!.trim(),
    original: oneLine(original),
    replacement: oneLine(replacement),
  });
  const wanted = JSON.stringify(change(mutant));
  const alike = all.filter((each) => JSON.stringify(change(each)) === wanted);
  return { ...change(mutant), nth: alike.indexOf(mutant) + 1, reason: "" };
}

/** Whether both are about the same change, whatever their reasons. */
export function sameChange(a: Equivalent, b: Equivalent): boolean {
  return (["line", "original", "replacement", "nth"] as const).every((key) => a[key] === b[key]);
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ");
}
