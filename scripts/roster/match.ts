// Whose submission is whose row of the roster: by id, else by a learning platform's ids, e-mail, or name.
import { compare } from "../intake/identity.ts";
import type { RosterEntry } from "../reports/class-report.ts";

/** What is known of whose a submission is. */
export interface Claim {
  /** The submission's id. */
  id: string;
  /** `lovelaceada_12345`: with the platform's number, where its name has one. */
  fuller?: string | undefined;
}

export interface Matched {
  /** By the submission's id. */
  people: Map<string, RosterEntry>;
  unmatched: { roster: RosterEntry[]; submissions: string[] };
  /** One line for each that could be somebody else's, too. */
  warnings: string[];
}

/** A way to match: what a submission is called by, and what a row is called by. */
export interface Way<C, R> {
  of(claim: C): string[];
  to(row: R): string[];
}

/** The surest first. */
const WAYS: Way<Claim, RosterEntry>[] = [
  { of: ({ id }) => [id], to: ({ id }) => [id] },
  { of: (claim) => [claim.id, ...numberOf(claim)], to: ({ id, lms }) => [id, ...Object.values(lms)] },
  {
    of: ({ id }) => [id],
    to: ({ email, lms }) =>
      [email ?? "", ...Object.values(lms)].flatMap((text) =>
        text.includes("@") ? [text, text.split("@")[0]!] : [],
      ),
  },
  { of: ({ id }) => [letters(id)], to: ({ name }) => spellings(name ?? "") },
];

/** Each submission has at most one row, and each row at most one submission; what is ambiguous has none. */
export function matchRoster(claims: readonly Claim[], entries: readonly RosterEntry[]): Matched {
  const { rows: people, warnings } = matchBy(WAYS, claims, entries, {
    list: "the roster",
    remedy: "Name it by its id in the roster.",
  });
  const taken = new Set(people.values());
  return {
    people,
    unmatched: {
      roster: entries.filter((entry) => !taken.has(entry)).toSorted((a, b) => compare(a.id, b.id)),
      submissions: claims.flatMap(({ id }) => (people.has(id) ? [] : [id])),
    },
    warnings,
  };
}

/**
 * As `matchRoster`, by any ways, of any list: whose row each submission has, by its id. `words`: what the list is
 * called, and what to do about a row that may be two people's.
 */
export function matchBy<C extends { id: string }, R extends { id: string }>(
  ways: readonly Way<C, R>[],
  claims: readonly C[],
  all: readonly R[],
  { list, remedy }: { list: string; remedy: string },
): { rows: Map<string, R>; warnings: string[] } {
  const matched = new Map<string, R>();
  const taken = new Set<R>();
  const warnings: string[] = [];
  const doubtful = new Set<string>();
  for (const way of ways) {
    const index = indexed(
      all.filter((row) => !taken.has(row)),
      way.to,
    );
    const open = claims.filter(({ id }) => !matched.has(id) && !doubtful.has(id));
    const found = open.map((claim) => ({ id: claim.id, rows: lookedUp(index, way.of(claim)) }));
    for (const { id, rows } of found) {
      const others = found.filter(
        (other) => other.id !== id && rows.length > 0 && other.rows.includes(rows[0]!),
      );
      if (rows.length === 0) continue;
      if (rows.length === 1 && others.length === 0) {
        matched.set(id, rows[0]!);
        taken.add(rows[0]!);
        continue;
      }
      doubtful.add(id);
      const both = rows.length > 1 ? rows.map((row) => row.id) : others.map((other) => other.id);
      const text =
        rows.length > 1
          ? `the submission "${id}" may be any of ${list}'s ${quoted(both)}`
          : `the submissions "${id}" and ${quoted(both)} may both be ${list}'s "${rows[0]!.id}"`;
      warnings.push(`${text}; it is matched with none. ${remedy}`);
    }
  }
  return { rows: matched, warnings };
}

function indexed<R>(all: readonly R[], to: (row: R) => string[]): Map<string, Set<R>> {
  const rows = new Map<string, Set<R>>();
  for (const row of all) {
    for (const key of to(row).map(fold)) {
      if (key === "") continue;
      rows.set(key, (rows.get(key) ?? new Set()).add(row));
    }
  }
  return rows;
}

function lookedUp<R>(rows: ReadonlyMap<string, Set<R>>, keys: readonly string[]): R[] {
  return [...new Set(keys.flatMap((key) => [...(rows.get(fold(key)) ?? [])]))];
}

function fold(text: string): string {
  return text.normalize("NFC").toLowerCase();
}

/** The platform's number for the student. */
export function numberOf({ id, fuller }: Claim): string[] {
  return fuller === undefined ? [] : [fuller.slice(id.length + 1), fuller];
}

/** `Lovelace, Ada` and `Ada Lovelace` as Moodle and Canvas write them: `adalovelace`, `lovelaceada`. */
export function spellings(name: string): string[] {
  const [last, first] = name.split(",");
  if (first !== undefined) return [letters(first + last!), letters(last! + first)];
  const words = name.trim().split(/\s+/);
  return words.map((_, index) => letters([...words.slice(index), ...words.slice(0, index)].join("")));
}

/** A name's letters and digits alone, without accents and in small letters. */
export function letters(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}

function quoted(names: readonly string[]): string {
  return names.map((name) => `"${name}"`).join(" and ");
}
