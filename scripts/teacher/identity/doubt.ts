// What every way to match does with what it finds.
import { listed } from "../../lib/listed.ts";
import type { Claim, Known, Matching } from "./matching.ts";

export function take<R>({ matched, taken }: Matching<R>, claim: Claim, row: Known<R>): void {
  matched.set(claim.id, row);
  taken.set(row, claim.id);
}

/** Claims that have no row yet, and are not in doubt. */
export function open<R>({ claims, matched, doubtful }: Matching<R>): Claim[] {
  return claims.filter(({ id }) => !matched.has(id) && !doubtful.has(id));
}

/** One claim, several rows: none of them. `how`: by which of its ways, to be told with each row. */
export function severalRows<R>(
  matching: Matching<R>,
  { id }: Claim,
  rows: readonly Known<R>[],
  how: (row: Known<R>) => string = () => "",
): void {
  const { list, remedy } = matching.words;
  const named = rows.map((row) => `"${row.id}"${how(row)}`);
  doubt(matching, id, `the submission "${id}" may be any of ${list}'s ${joined(named)}`, remedy);
}

/** Several claims, one row: none of them. */
export function severalClaims<R>(matching: Matching<R>, claims: readonly Claim[], row: Known<R>): void {
  const { list, remedy } = matching.words;
  for (const { id } of claims) matching.doubtful.add(id);
  const all = joined(claims.map(({ id }) => `"${id}"`));
  matching.notes.push(`the submissions ${all} may each be ${list}'s "${row.id}"; none is matched. ${remedy}`);
}

/** It looks like a row that is somebody's for sure. */
export function alreadyTaken<R>(matching: Matching<R>, { id }: Claim, row: Known<R>): void {
  const { list, remedy } = matching.words;
  const other = matching.taken.get(row)!;
  doubt(
    matching,
    id,
    `the submission "${id}" looks like ${list}'s "${row.id}", who is surely "${other}"`,
    remedy,
  );
}

export function doubt<R>({ doubtful, notes }: Matching<R>, id: string, text: string, remedy: string): void {
  doubtful.add(id);
  notes.push(`${text}; it is matched with none. ${remedy}`);
}

function joined(names: readonly string[]): string {
  return names.length === 2 ? names.join(" and ") : listed(names);
}
