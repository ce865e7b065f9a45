// What the ways to match know of two lists, and what they find.
import type { PlatformName, PlatformNumber } from "./owner.ts";

export interface Id {
  column: string;
  value: string;
  /** It may hold a platform's numbers, or a teacher's: the column is called `id` and no more. */
  plain?: boolean;
}

/** What is known of whose a submission is. */
export interface Claim {
  /** The submission's id: what it is called in messages. */
  id: string;
  /** What its platform numbers its student. */
  number?: PlatformNumber | undefined;
  /** Whole ids that nobody of the class chose: of a folder or archive without a platform's number, of the roster's row. */
  ids: readonly string[];
  /** Names and e-mail addresses, which a student may have typed: with nothing surer, and only where they are one's alone. */
  names: readonly string[];
  emails: readonly string[];
}

/** What a row of a list says of whose it is. */
export interface Known<R> {
  row: R;
  /** What it is called in messages. */
  id: string;
  numbers: Partial<Record<PlatformName, string>>;
  /** By the column. */
  ids: readonly Id[];
  names: readonly string[];
  emails: readonly string[];
}

export interface Words {
  /** What the list is called: `the roster`. */
  list: string;
  /** What to do where it is not clear who is who. */
  remedy: string;
}

/** What the ways to match know and find, the surest first: what one has decided, the next one does not touch. */
export interface Matching<R> {
  claims: readonly Claim[];
  all: readonly Known<R>[];
  /** Whose row each claim has, by its id; each row is one claim's at most. */
  matched: Map<string, Known<R>>;
  /** And back. */
  taken: Map<Known<R>, string>;
  /** Claims that are nobody's, since there is doubt. */
  doubtful: Set<string>;
  /** Claims that a name alone, or an e-mail address, gives a row. */
  byName: string[];
  /** One line for each doubt, with both sides. */
  notes: string[];
  words: Words;
}

/** The row has a number of the claim's platform, and it is another one: so it is somebody else's. */
export function isAnother({ number }: Claim, { numbers }: Known<unknown>): boolean {
  const theirs = number && numbers[number.platform];
  return theirs !== undefined && theirs !== number!.value;
}
