// Two values in words, so that one sees where they differ: what is long is cut around that, and not before it.
import { type Plain, show } from "../trace/plain.ts";

/** Characters of each of the two. */
const WIDTH = 120;
/** Characters that are kept in front of the first difference. */
const LEAD = 40;
/** What is longer than this is not looked through for a difference. */
const WHOLE = 20_000;

/** Both lists, with commas between the values. */
export function showApart(got: readonly Plain[], want: readonly Plain[]): [string, string] {
  const text = (values: readonly Plain[]) => values.map((value) => show(value, WHOLE)).join(", ");
  return cutApart(text(got), text(want));
}

/** As `showApart`; an empty list is "nothing", and what is there several times in a row is said once. */
export function toldApart(got: readonly Plain[], want: readonly Plain[]): [string, string] {
  return cutApart(told(got), told(want));
}

function told(values: readonly Plain[]): string {
  const runs: { text: string; times: number }[] = [];
  for (const text of values.map((value) => show(value, WHOLE))) {
    const last = runs.at(-1);
    if (last?.text === text) last.times++;
    else runs.push({ text, times: 1 });
  }
  const all = runs.map(({ text, times }) => (times > 1 ? `${text} (${times} times)` : text));
  return all.join(", ") || "nothing";
}

function cutApart(a: string, b: string): [string, string] {
  if (a.length <= WIDTH && b.length <= WIDTH) return [a, b];
  let same = 0;
  while (same < a.length && same < b.length && a[same] === b[same]) same++;
  const from = same <= WIDTH - LEAD ? 0 : same - LEAD;
  return [cut(a, from), cut(b, from)];
}

function cut(text: string, from: number): string {
  const rest = from > 0 ? `…${text.slice(from + 1)}` : text;
  return rest.length <= WIDTH ? rest : `${rest.slice(0, WIDTH - 1)}…`;
}
