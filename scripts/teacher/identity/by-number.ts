// The surest way: a platform's own number on both sides.
import { alreadyTaken, doubt, severalClaims, severalRows, take } from "./doubt.ts";
import { type Claim, isAnother, type Known, type Matching } from "./matching.ts";
import { letters, spellings } from "./spelling.ts";

/**
 * The number decides; a name that says otherwise is told. A column that is called `id` alone may hold a platform's
 * numbers or a teacher's: there the name must say the same.
 */
export function byNumber<R>(matching: Matching<R>): void {
  const numbered = matching.claims.filter(({ number }) => number !== undefined);
  const numbers = matching.all.flatMap((row) =>
    Object.entries(row.numbers).map(([platform, value]) => ({ row, key: `${platform} ${value}` })),
  );
  const rows = Map.groupBy(numbers, ({ key }) => key);
  const single: { claim: Claim; row: Known<R> }[] = [];
  for (const claim of numbered) {
    const found = rows.get(`${claim.number!.platform} ${claim.number!.value}`) ?? [];
    if (found.length === 1) single.push({ claim, row: found[0]!.row });
    else if (found.length > 1) severalRows(matching, claim, rowsOf(found));
  }
  for (const [row, group] of Map.groupBy(single, (each) => each.row)) settle(matching, row, claimsOf(group));
  tellOtherNames(matching, numbered);
  byPlainId(matching, numbered);
}

function settle<R>(matching: Matching<R>, row: Known<R>, claims: readonly Claim[]): void {
  if (claims.length === 1) take(matching, claims[0]!, row);
  else severalClaims(matching, claims, row);
}

function rowsOf<R>(found: readonly { row: Known<R> }[]): Known<R>[] {
  return found.map(({ row }) => row);
}

function claimsOf(found: readonly { claim: Claim }[]): Claim[] {
  return found.map(({ claim }) => claim);
}

function tellOtherNames<R>({ all, matched, notes, words }: Matching<R>, claims: readonly Claim[]): void {
  const named = new Map<string, Known<R>>();
  for (const row of all) for (const key of row.names.flatMap(spellings)) named.set(key, row);
  for (const { id, names } of claims) {
    const row = matched.get(id);
    const other = names.map((name) => named.get(letters(name))).find(Boolean);
    if (!row || !other || other === row || agree(names, row)) continue;
    notes.push(
      `the submission "${id}" is ${words.list}'s "${row.id}" by its number, and "${other.id}" by its name alone; the number counts`,
    );
  }
}

/** A column called `id`, of which nobody says whether it holds this platform's numbers. */
function byPlainId<R>(matching: Matching<R>, numbered: readonly Claim[]): void {
  const { all, matched, doubtful, taken, words } = matching;
  const ids = all.flatMap((row) => row.ids.flatMap(({ plain, value }) => (plain ? { row, value } : [])));
  const rows = Map.groupBy(ids, ({ value }) => value);
  const left = numbered.filter(({ id }) => !matched.has(id) && !doubtful.has(id));
  for (const [value, claims] of Map.groupBy(left, ({ number }) => number!.value)) {
    const [claim] = claims as [Claim];
    const [found, ...others] = rowsOf(rows.get(value) ?? []);
    if (!found || others.length > 0 || isAnother(claim, found)) continue;
    if (taken.has(found)) for (const each of claims) alreadyTaken(matching, each, found);
    else if (claims.length > 1 || agree(claim.names, found)) settle(matching, found, claims);
    else {
      const text = `${words.list}'s "${found.id}" may be the submission "${claim.id}" by the number ${value}, but not by name`;
      const column = `${claim.number!.platform}_id`;
      doubt(matching, claim.id, text, `If it is the platform's number, call that column ${column}.`);
    }
  }
}

function agree(names: readonly string[], row: Known<unknown>): boolean {
  const spelled = new Set(row.names.flatMap(spellings));
  return names.some((name) => spelled.has(letters(name)));
}
