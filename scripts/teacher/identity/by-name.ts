// The last way: names and e-mail addresses, which people type themselves, where nothing surer says who it is.
import { alreadyTaken, open, severalClaims, severalRows, take } from "./doubt.ts";
import { type Claim, isAnother, type Known, type Matching } from "./matching.ts";
import { foldedId, letters, spellings } from "./spelling.ts";

/**
 * A name gives a row to one that is alone with it on both sides. Who is matched by a surer way is no other's double; a
 * platform's number that is another than the row's says that it is another.
 */
export function byName<R>(matching: Matching<R>): void {
  const { claims, matched, taken, doubtful } = matching;
  const index = indexed(matching.all);
  const candidates = (claim: Claim) => [
    ...new Set(keysOf(claim.names.map(letters), claim.emails).flatMap((key) => index.get(key) ?? [])),
  ];
  const left = claims.filter(({ id }) => !matched.has(id));
  const rivals = new Map<Known<R>, Claim[]>();
  const found = new Map<Claim, Known<R>[]>();
  for (const claim of left) {
    const rows = candidates(claim).filter((row) => !isAnother(claim, row));
    found.set(claim, rows);
    for (const row of rows) rivals.set(row, [...(rivals.get(row) ?? []), claim]);
  }
  for (const claim of open(matching)) {
    if (doubtful.has(claim.id)) continue;
    const rows = found.get(claim) ?? [];
    const free = rows.filter((row) => !taken.has(row));
    const others = rivals.get(free[0]!) ?? [];
    if (free.length > 1) severalRows(matching, claim, free);
    else if (others.length > 1) severalClaims(matching, others, free[0]!);
    else if (free.length === 1) {
      take(matching, claim, free[0]!);
      matching.byName.push(claim.id);
    } else if (rows.length > 0) alreadyTaken(matching, claim, rows[0]!);
  }
}

function keysOf(names: readonly string[], emails: readonly string[]): string[] {
  const addresses = emails.filter((email) => email.includes("@"));
  return [...names.map((name) => `name ${name}`), ...addresses.map((email) => `e-mail ${foldedId(email)}`)];
}

function indexed<R>(rows: readonly Known<R>[]): Map<string, Known<R>[]> {
  const index = new Map<string, Known<R>[]>();
  for (const row of rows)
    for (const key of new Set(keysOf(row.names.flatMap(spellings), row.emails))) {
      const there = index.get(key);
      if (there) there.push(row);
      else index.set(key, [row]);
    }
  return index;
}
