// The second way: a whole id, which is a folder's or archive's name, in a column that is known to hold ids.
import { alreadyTaken, doubt, open, severalClaims, severalRows, take } from "./doubt.ts";
import { type Claim, isAnother, type Known, type Matching } from "./matching.ts";
import { foldedId } from "./spelling.ts";

interface Hit<R> {
  claim: Claim;
  row: Known<R>;
  /** Letter by letter. */
  exact: boolean;
}

/**
 * A download is named by one kind of id. The column that most of its names are found in is that kind; another column
 * with such a value (a GitHub user name that is somebody's login) counts where that one has none. Where no column has
 * more than the others, two rows are doubt.
 */
export function byId<R>(matching: Matching<R>): void {
  const columns = Map.groupBy(
    matching.all.flatMap((row) => row.ids.map((id) => ({ ...id, row }))),
    ({ column }) => column,
  );
  const indexes = Array.from(columns, ([column, ids]) => ({
    column,
    rows: Map.groupBy(ids, ({ value }) => foldedId(value)),
  }));
  const found = open(matching).map((claim) => ({
    claim,
    hits: new Map(indexes.map(({ column, rows }) => [column, hitsOf(claim, rows)] as const)),
  }));
  const kind = mostly(found.map(({ hits }) => hits));
  const single: Hit<R>[] = [];
  for (const { claim, hits } of found) {
    const all = [...hits.values()].flat();
    const rows = new Set(all.map(({ row }) => row));
    const [own, ...more] = kind === undefined ? [] : hits.get(kind)!;
    if (rows.size === 1) single.push({ ...all[0]!, exact: all.some(({ exact }) => exact) });
    else if (rows.size > 1 && own && more.length === 0) {
      single.push(own);
      tellOther(matching, claim, own.row, hits);
    } else if (rows.size > 1) severalRows(matching, claim, [...rows], (row) => ` (${columnOf(hits, row)})`);
  }
  const possible = single.filter((hit) => !contradicts(matching, hit));
  for (const [row, group] of Map.groupBy(possible, (hit) => hit.row)) settle(matching, row, group);
}

/** Its id says that it is this row, and its platform's number that it is not. */
function contradicts<R>(matching: Matching<R>, { claim, row }: Hit<R>): boolean {
  if (!isAnother(claim, row)) return false;
  const { list, remedy } = matching.words;
  const text = `the submission "${claim.id}" is ${list}'s "${row.id}" by an id, and another by the number ${claim.number!.value}`;
  doubt(matching, claim.id, text, remedy);
  return true;
}

/** Those that are one's letter by letter come before those in other case. */
function settle<R>(matching: Matching<R>, row: Known<R>, group: readonly Hit<R>[]): void {
  const exact = group.filter((hit) => hit.exact);
  const [first, ...others] = exact.length > 0 ? exact : group;
  const rest = group.filter((hit) => hit !== first);
  if (matching.taken.has(row)) for (const { claim } of group) alreadyTaken(matching, claim, row);
  else if (others.length > 0)
    severalClaims(
      matching,
      group.map(({ claim }) => claim),
      row,
    );
  else {
    take(matching, first!.claim, row);
    for (const { claim } of rest) alreadyTaken(matching, claim, row);
  }
}

function hitsOf<R>(claim: Claim, rows: ReadonlyMap<string, { value: string; row: Known<R> }[]>): Hit<R>[] {
  const all = claim.ids.flatMap((id) =>
    (rows.get(foldedId(id)) ?? []).map(({ value, row }) => ({ claim, row, exact: value === id })),
  );
  const exact = all.filter((hit) => hit.exact);
  const hits = exact.length > 0 ? exact : all;
  return [...new Map(hits.map((hit) => [hit.row, hit])).values()];
}

/** The column that has one row for the most claims; undefined if two have. */
function mostly<R>(all: readonly ReadonlyMap<string, Hit<R>[]>[]): string | undefined {
  const counts = new Map<string, number>();
  for (const hits of all)
    for (const [column, { length }] of hits)
      if (length === 1) counts.set(column, (counts.get(column) ?? 0) + 1);
  const [first, second] = [...counts].sort(([, a], [, b]) => b - a);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

function columnOf<R>(hits: ReadonlyMap<string, Hit<R>[]>, row: Known<R>): string {
  return [...hits].find(([, each]) => each.some((hit) => hit.row === row))?.[0] ?? "";
}

function tellOther<R>(
  { notes, words }: Matching<R>,
  { id }: Claim,
  row: Known<R>,
  hits: ReadonlyMap<string, Hit<R>[]>,
): void {
  const others = [...new Set([...hits.values()].flat().map((hit) => hit.row))].filter((each) => each !== row);
  const named = others.map((other) => `"${other.id}" has it as ${columnOf(hits, other)}`).join(", ");
  notes.push(`the submission "${id}" is ${words.list}'s "${row.id}" by ${columnOf(hits, row)}; ${named}`);
}
