// Whose submission is whose row of the roster.

import type { RosterEntry } from "../class-report.ts";
import { numbersOf } from "../identity/columns.ts";
import { match } from "../identity/match.ts";
import type { Claim, Known } from "../identity/matching.ts";
import { foldedId, letters, spellings } from "../identity/spelling.ts";
import { compare } from "../intake/identity.ts";
import type { SubmissionReader } from "../intake/submissions.ts";

/** What of a submission tells whose it is. */
export type Submission = Pick<
  SubmissionReader,
  "id" | "shared" | "called" | "number" | "login" | "onePerson" | "email"
>;

export interface Matched {
  /** By the submission's id. */
  people: Map<string, RosterEntry>;
  unmatched: { roster: RosterEntry[]; submissions: string[] };
  /** One line for each doubt, and for what students could have arranged. */
  warnings: string[];
  /** Those of them that are no doubt. */
  harmless: string[];
}

/** Each submission has at most one row, and each row at most one submission; what is doubtful has none. */
export function matchRoster(submissions: readonly Submission[], entries: readonly RosterEntry[]): Matched {
  const {
    rows: people,
    notes,
    harmless,
  } = match(submissions.map(claimOf), entries.map(known), {
    list: "the roster",
    remedy: "Give a roster with the platform's ids, or name it by its id in the roster.",
  });
  const taken = new Set(people.values());
  return {
    people,
    unmatched: {
      roster: entries.filter((entry) => !taken.has(entry)).toSorted((a, b) => compare(a.id, b.id)),
      submissions: submissions.flatMap(({ id }) => (people.has(id) ? [] : [id])),
    },
    warnings: notes,
    harmless,
  };
}

/**
 * Where a platform wrote the name, it is no id, unless the platform says that it is a login: whoever is called `ada` there
 * need not be the roster's `ada`. Without a number or a word that it is one person's it is a group's, or nobody's.
 */
function claimOf({ id, shared = id, called, number, login, onePerson, email }: Submission): Claim {
  if (called !== undefined)
    return {
      id,
      number,
      ids: login === undefined ? [] : [login],
      names: number || onePerson || login !== undefined ? [called] : [],
      emails: email === undefined ? [] : [email],
    };
  return { id, ids: [shared], names: [shared], emails: [shared] };
}

function known(entry: RosterEntry): Known<RosterEntry> {
  const { id, unnumbered, lms, name, email } = entry;
  const others = Object.entries(lms).map(([column, value]) => ({ column, value }));
  return {
    row: entry,
    id,
    numbers: numbersOf(lms),
    ids: unnumbered ? others : [{ column: "id", value: id, plain: true }, ...others],
    names: name === undefined ? [] : [name],
    emails: email === undefined ? [] : [email],
  };
}

/** Whether a whole name stands in the roster: as an id, as a name, or as an e-mail address. */
export function idsIn(entries: readonly RosterEntry[]): (id: string) => boolean {
  const all = entries
    .map(known)
    .flatMap(({ ids, names, emails }) => [
      ...ids.map(({ value }) => foldedId(value)),
      ...names.flatMap(spellings),
      ...emails.map(foldedId),
    ]);
  const there = new Set(all);
  return (id) => there.has(foldedId(id)) || there.has(letters(id));
}

/** GitHub's user names in the roster, in small letters. */
export function gitHubLogins(entries: readonly RosterEntry[]): Set<string> {
  const all = entries.flatMap(({ id, lms }) =>
    Object.entries({ ...lms })
      .flatMap(([column, value]) => (/^github(?:_?username|_?login)?$/.test(column) ? [value] : []))
      .concat(id),
  );
  return new Set(all.map((value) => value.toLowerCase()));
}
