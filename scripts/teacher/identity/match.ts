// Who of one list is who of another: the one place that decides it, for rosters and worksheets. SECURITY.md has the rule.

import { listed } from "../../lib/listed.ts";
import { byId } from "./by-id.ts";
import { byName } from "./by-name.ts";
import { byNumber } from "./by-number.ts";
import type { Claim, Known, Matching, Words } from "./matching.ts";

export interface Matched<R> {
  rows: Map<string, R>;
  notes: string[];
  /** Those of them that are no doubt. */
  harmless: string[];
}

/** Each claim has at most one row, and each row at most one claim; where there is doubt, none. */
export function match<R>(claims: readonly Claim[], all: readonly Known<R>[], words: Words): Matched<R> {
  const matching: Matching<R> = {
    claims,
    all,
    matched: new Map(),
    taken: new Map(),
    doubtful: new Set(),
    byName: [],
    notes: [],
    words,
  };
  byNumber(matching);
  byId(matching);
  byName(matching);
  const rows = new Map(Array.from(matching.matched, ([id, { row }]) => [id, row]));
  const harmless = aloneByName(matching);
  return { rows, notes: [...matching.notes, ...harmless], harmless };
}

function aloneByName({ byName, words }: Matching<unknown>): string[] {
  if (byName.length === 0) return [];
  return [
    `found in ${words.list} by name or e-mail alone, which people may change themselves: ${listed(byName)}`,
  ];
}
